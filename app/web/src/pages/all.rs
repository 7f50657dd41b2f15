//! Every procedure there is here, with official names and codes, for those who help.

use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::picture;
use crate::components::said::said;
use crate::pages::event::with_procedures;

/// `/tat-ca/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let events = with_procedures(build.site).map(|(event, procedures)| {
        view! {
            <section class="part">
                <h2>{picture(&event.picture)} {said(&event.words)}</h2>
                <ul class="rows">
                    {procedures
                        .into_iter()
                        .map(|procedure| {
                            view! {
                                <li>
                                    <a class="row" href=format!("/{}/", procedure.slug)>
                                        {picture(&procedure.picture)}
                                        <span>
                                            <b>{said(&procedure.plain)}</b>
                                            <small>{said(&procedure.official)} " · " {procedure.code.clone()}</small>
                                        </span>
                                    </a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
    });
    let main = view! {
        <main id="main" class="main" data-page="all">
            <h1>{said(&messages.all_title)}</h1>
            <p class="lead">{said(&messages.all_lead)}</p>
            {events.collect_view()}
        </main>
    };
    build.document(Page {
        title: build.title(&messages.all_title),
        description: &messages.description.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: false,
        styles: &[],
    })
}

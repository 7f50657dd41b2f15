//! One life event: what can be done when a child is born, when somebody has died …

use domain::site::Event;
use domain::{Procedure, Site};
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page, tile};
use crate::components::picture::picture;
use crate::components::said::said;
use crate::pages::home;

/// Life events that have a procedure here, in their order, each with its procedures.
pub fn with_procedures(site: &Site) -> impl Iterator<Item = (&Event, Vec<&Procedure>)> {
    site.events
        .iter()
        .map(|event| (event, of(site, event).collect()))
        .filter(|(_, procedures): &(_, Vec<_>)| !procedures.is_empty())
}

fn of<'a>(site: &'a Site, event: &Event) -> impl Iterator<Item = &'a Procedure> {
    site.procedures.iter().filter(move |procedure| procedure.event == event.id)
}

/// Each of these with the address where it begins. An event with one procedure begins there: a page with one thing on it
/// would be a touch for nothing.
pub fn events(site: &Site) -> impl Iterator<Item = (&Event, String)> {
    with_procedures(site).map(|(event, procedures)| match procedures.as_slice() {
        [only] => (event, format!("/{}/", only.slug)),
        _ => (event, format!("/viec/{}/", event.id)),
    })
}

/// Where one goes back to from a procedure: its life event, or the page of life events when this one has none.
pub fn above(site: &Site, event: &str) -> String {
    let has_page = |(of, address): &(&Event, String)| of.id == event && address.starts_with("/viec/");
    events(site).find(has_page).map_or_else(|| home::page_of(site, event), |(_, address)| address)
}

/// `/viec/<id>/`
pub fn page(build: &Build<'_>, event: &Event) -> String {
    let messages = build.messages;
    let procedures = of(build.site, event);
    let main = view! {
        <main id="main" class="main" data-page="event" data-event=event.id.clone()>
            <header class="procedure__head">
                {picture(&event.picture)} <div>
                    <h1>{said(&event.words)}</h1>
                    <p>{said(&messages.what_to_do)}</p>
                </div>
            </header>
            <nav class="tiles tiles--six" aria-label=event.words.text.clone() data-string-label=event.words.id.clone()>
                {procedures
                    .map(|procedure| tile(format!("/{}/", procedure.slug), &procedure.picture, &procedure.plain))
                    .collect_view()}
            </nav>
        </main>
    };
    build.document(Page {
        title: build.title(&event.words),
        description: &event.words.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some(&home::page_of(build.site, &event.id)), next: None }),
        alive: false,
        styles: &["/home.css"],
    })
}

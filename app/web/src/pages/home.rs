//! The first page: what do you need to do?

use domain::Words;
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page, tile};
use crate::components::picture::picture;
use crate::components::said::said;
use crate::pages::event::events;

/// `/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let main = view! {
        <main id="main" class="main" data-page="home">
            <h1>{said(&messages.what_to_do)}</h1>
            <p class="lead">
                {said(&messages.for_commune)} " "
                <strong>{said(&build.site.commune.name)} ", " {said(&build.site.commune.province)}</strong>
            </p>
            <nav class="tiles" aria-label=messages.what_to_do.text.clone() data-string-label=messages.what_to_do.id.clone()>
                {events(build.site)
                    .map(|(event, address)| tile(address, &event.picture, &event.words))
                    .collect_view()}
            </nav>
            <ul class="rows">
                {way("/giay-cua-toi/", "my-lists", &messages.mine_title)} {way("/so/", "keypad", &messages.home_number)}
            </ul>
        </main>
    };
    build.document(Page {
        title: format!("{} · {}", messages.brand.text, messages.tagline.text),
        description: &messages.description.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: None, next: Some("/tat-ca/") }),
        alive: false,
        styles: &[],
    })
}

/// A wide tile for who has begun already.
fn way(href: &'static str, sign: &str, words: &Words) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="row" href=href>
                {picture(sign)}
                <b>{said(words)}</b>
            </a>
        </li>
    }
}

//! The page for an address that does not exist.

use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page, tile};
use crate::components::said::said;

/// `/404.html`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let main = view! {
        <main id="main" class="main" data-page="not-found">
            <h1>{said(&messages.not_found_title)}</h1>
            <p class="lead">{said(&messages.not_found)}</p>
            <nav class="tiles" aria-label=messages.home.text.clone() data-string-label=messages.home.id.clone()>
                {tile("/".to_owned(), "home", &messages.home)}
                {tile("/tat-ca/".to_owned(), "list", &messages.all_procedures)}
            </nav>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.not_found_title),
        description: &messages.description.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: false,
        styles: &[],
    })
}

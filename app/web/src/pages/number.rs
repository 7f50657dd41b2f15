//! The keypad: a number from a message, a wall or a telephone call, typed with large buttons.

use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::said::{said, said_with};

/// `/so/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let procedures = build.site.procedures.iter().map(|procedure| {
        view! { <li data-procedure=procedure.slug.clone() data-number=procedure.number></li> }
    });
    let main = view! {
        <main id="main" class="main keypad" data-page="number" data-alive="">
            <div class="keypad__say">
                <h1>{said(&messages.number_title)}</h1>
                <div aria-live="polite">{troubles(messages)}</div>
            </div>
            // The digits stay here when something is wrong with them.
            <output
                class="keypad__typed"
                data-typed=""
                aria-live="polite"
                aria-atomic="true"
                aria-label=messages.number_typed.text.clone()
                data-string-label=messages.number_typed.id.clone()
                hidden=true
            ></output>
            <div class="keypad__plain" data-plain="">
                <p class="lead">{picture("phone")} {said(&messages.number_plain)}</p>
                <a class="button" href="/tat-ca/">
                    {picture("list")}
                    {said(&messages.all_procedures)}
                </a>
            </div>
            {keys(messages)}
            <ul hidden=true>{procedures.collect_view()}</ul>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.number_title),
        description: &messages.number_plain.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: Some("/tat-ca/") }),
        alive: true,
        styles: &["/keypad.css"],
    })
}

/// Ten digits as on a telephone, and one key that takes the last digit back. They come with the program: without it
/// they could not do anything.
fn keys(messages: &Messages) -> impl IntoView + use<> {
    let digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
    view! {
        <div
            class="keypad__keys"
            role="group"
            aria-label=messages.number_keys.text.clone()
            data-string-label=messages.number_keys.id.clone()
            data-keys=""
            hidden=true
        >
            {digits
                .map(|digit| view! { <button class="key" type="button" data-key=digit>{digit}</button> })
                .collect_view()}
            <button class="key key--erase" type="button" data-key="delete">
                {picture("erase")}
                {said(&messages.erase)}
            </button>
        </div>
    }
}

/// What can be wrong with digits: one sentence each, over the title while it lasts.
fn troubles(messages: &Messages) -> impl IntoView + use<> {
    let sentences = [
        ("none", said(&messages.number_none).into_any()),
        ("short", said_with(&messages.number_short, "short", String::new()).into_any()),
        ("uneven", said(&messages.number_uneven).into_any()),
        ("wrong-digit", said(&messages.number_wrong).into_any()),
        ("unknown-procedure", said(&messages.number_unknown).into_any()),
    ];
    sentences.map(|(name, sentence)| {
        view! { <p class="keypad__trouble" data-trouble=name hidden=true>{picture_file("warning")} <span>{sentence}</span></p> }
    })
}

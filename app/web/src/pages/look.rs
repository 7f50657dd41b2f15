//! How somebody wants to see the pages: size of letters, contrast, and whether one helps somebody else. `public/look.js`
//! keeps it on the phone and puts it on the root of every page before that is painted.
//!
//! Without script, or without storage, the page says where the phone itself has these.

use domain::Words;
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::said::said;

/// Where it lies.
pub const ADDRESS: &str = "/cach-xem/";

/// `/cach-xem/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let main = view! {
        <main id="main" class="main look" data-page="look">
            <h1>{said(&messages.look_title)}</h1>
            <p class="lead" data-plain="">{said(&messages.look_plain)}</p>
            <div class="look__ways" data-look="" hidden=true>
                {choice(
                    &messages.look_size,
                    "size",
                    &[("", "size-1", &messages.size_1), ("2", "size-2", &messages.size_2), ("3", "size-3", &messages.size_3)],
                )}
                {choice(
                    &messages.look_contrast,
                    "contrast",
                    &[("", "contrast-usual", &messages.contrast_usual), ("high", "contrast-high", &messages.contrast_high)],
                )}
                {choice(
                    &messages.look_helper,
                    "helper",
                    &[("", "mot-nguoi", &messages.helper_off), ("yes", "helper", &messages.helper_on)],
                )}
            </div>
            // What helper's mode shows on the page of a procedure; public/helper.js takes it from here.
            <div hidden=true>
                <p class="helping" data-help="on">
                    {picture_file("helper")} <span>{said(&messages.helping)}</span>
                    <button class="button" type="button" data-action="leave-helper">
                        {said(&messages.helper_leave)}
                    </button>
                </p>
                <span data-help="title">{said(&messages.why_ask)}</span>
                <button class="button" type="button" data-action="keep" data-help="keep">
                    {picture_file("keep")}
                    <span class="not-kept">{said(&messages.helper_keep)}</span>
                    <span class="is-kept">{said(&messages.is_kept)}</span>
                </button>
                <a class="button" href="/" data-help="done">
                    {picture_file("helper")}
                    <span class="not-kept">{said(&messages.helper_done)}</span>
                    <span class="is-kept">{said(&messages.helper_next)}</span>
                </a>
            </div>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.look_title),
        description: &messages.look_title.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: false,
        // Its cards are those of questions.
        styles: &["/alive.css", "/look.css"],
    })
}

/// One thing to choose; the value is what `look.js` keeps, and nothing is the way pages usually are.
fn choice(title: &Words, name: &'static str, values: &[(&'static str, &'static str, &Words)]) -> AnyView {
    let cards: Vec<_> = values
        .iter()
        .map(|&(value, pictogram, words)| {
            view! {
                <label class="choice">
                    <input type="radio" name=name value=value autocomplete="off" />
                    {picture(pictogram)}
                    <span class="choice__words"><b>{said(words)}</b></span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="look__choice">
            <legend>{said(title)}</legend>
            {cards}
        </fieldset>
    }
    .into_any()
}

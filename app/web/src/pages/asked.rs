//! A clerk asks for a paper that is not on the list: which one? Six pictures a page, as on the first pages.
//!
//! The address carries whose list it joins (`#khai-sinh`, and after `+` what is to be carried back). Without that, or
//! without script, a picture leads to the page of its paper: what it looks like, and how to get it.

use domain::{Document, Site};
use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::picture_file;
use crate::components::said::said;
use crate::pages::document;
use crate::pages::home::A_PAGE;

/// Stands for a paper that has no picture here: the clerk's slip says which.
const OTHER: &str = "other";

/// How many pages there are.
pub fn pages(site: &Site) -> usize {
    site.asked_for.len().div_ceil(A_PAGE)
}

/// Where a page lies, counted from 0.
pub fn address(page: usize) -> String {
    if page == 0 { "/them-giay/".to_owned() } else { format!("/them-giay/{}/", page + 1) }
}

/// `/them-giay/`, and the pages that follow it.
pub fn page(build: &Build<'_>, page: usize) -> String {
    let messages = build.messages;
    let documents = build.site.asked_for.iter().filter_map(|id| build.site.documents.get(id));
    let next = (page + 1 < pages(build.site)).then(|| address(page + 1));
    let back = if page == 0 { "/".to_owned() } else { address(page - 1) };
    let main = view! {
        <main id="main" class="main home" data-page="asked" data-alive="">
            <h1>{said(&messages.asked_which)}</h1>
            <nav class="tiles tiles--six" aria-label=messages.asked_which.text.clone() data-string-label=messages.asked_which.id.clone()>
                {documents.skip(page * A_PAGE).take(A_PAGE).map(tile).collect_view()}
            </nav>
            <ul class="rows">
                <li>
                    // There is no page to lead to: it only means something on a list.
                    <a class="row" data-asked=OTHER hidden=true>
                        {picture_file("asked")}
                        <b>{said(&messages.asked_other)}</b>
                    </a>
                </li>
            </ul>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.asked_title),
        description: &messages.asked_title.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some(&back), next: next.as_deref() }),
        alive: true,
        styles: &["/home.css"],
    })
}

fn tile(document: &Document) -> impl IntoView + use<> {
    view! {
        <a class="tile" href=document::address(document) data-asked=document.id.clone()>
            // A file, because the list shows it too.
            {picture_file(&document.picture)}
            {said(&document.plain)}
        </a>
    }
}

/// The group of a list for what a clerk asked for, and one line of it to make others from. It stands on `/da-nop/` and is
/// taken from there when it is needed.
pub fn group(messages: &Messages) -> AnyView {
    view! {
        <section class="group group--asked" data-group="asked" hidden=true>
            <h3>{picture_file("asked")} {said(&messages.asked_group)}</h3>
            <ul class="items">
                <li class="item" data-asked="" data-need="needed" data-state="missing" hidden=true>
                    <label class="item__face">
                        {picture_file("asked")}
                        <span class="item__words">
                            <b class="item__name">{said(&messages.asked_other)}</b>
                            <small class="item__official"></small>
                        </span>
                        <input class="item__box" type="checkbox" autocomplete="off" />
                    </label>
                    <details class="item__more">
                        <summary>{said(&messages.more)}</summary>
                        <a class="item__get" hidden=true>
                            {said(&messages.if_missing)}
                        </a>
                        <button class="button" type="button" data-action="not-asked">
                            {picture_file("delete")}
                            {said(&messages.not_asked)}
                        </button>
                    </details>
                </li>
            </ul>
        </section>
    }
    .into_any()
}

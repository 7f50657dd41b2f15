//! The first pages: what do you need to do? Six life events a page, in the order in which people ask for them.

use domain::{Site, Words};
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page, tile};
use crate::components::picture::picture;
use crate::components::said::said;
use crate::pages::{event, look};

/// Life events on one page: people who read little find a picture faster among few, over several pages, than in one
/// long list or in menus (`research/users.md`, rule 4).
pub(crate) const A_PAGE: usize = 6;

/// How many pages there are; `sitegen check` sees to it that they are six at most.
pub fn pages(site: &Site) -> usize {
    event::events(site).count().div_ceil(A_PAGE).max(1)
}

/// Where a page lies, counted from 0.
pub fn address(page: usize) -> String {
    if page == 0 { "/".to_owned() } else { format!("/viec-khac/{}/", page + 1) }
}

/// The page on which a life event stands.
pub fn page_of(site: &Site, id: &str) -> String {
    address(event::events(site).position(|(event, _)| event.id == id).unwrap_or_default() / A_PAGE)
}

/// `/`, and the pages that follow it.
pub fn page(build: &Build<'_>, page: usize) -> String {
    let messages = build.messages;
    let is_first = page == 0;
    let next = (page + 1 < pages(build.site)).then(|| address(page + 1));
    let back = (!is_first).then(|| address(page.saturating_sub(1)));
    let main = view! {
        <main id="main" class="main home" data-page="home">
            // Whoever has begun comes back for that; look.js knows before anything is painted (public/look.js).
            {is_first.then(|| row("row home__mine", "/giay-cua-toi/", "my-lists", &messages.mine_title))}
            <h1>{said(&messages.what_to_do)}</h1>
            <nav class="tiles tiles--six" aria-label=messages.what_to_do.text.clone() data-string-label=messages.what_to_do.id.clone()>
                {event::events(build.site)
                    .skip(page * A_PAGE)
                    .take(A_PAGE)
                    .map(|(event, address)| tile(address, &event.picture, &event.words))
                    .collect_view()}
            </nav>
            {is_first.then(|| ways(build))}
        </main>
    };
    build.document(Page {
        title: format!("{} · {}", messages.brand.text, messages.tagline.text),
        description: &messages.description.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: back.as_deref(), next: next.as_deref() }),
        alive: false,
        styles: &["/home.css"],
    })
}

/// For who has begun already, or wants to see the pages otherwise; and whom all this is for.
fn ways(build: &Build<'_>) -> impl IntoView + use<> {
    let messages = build.messages;
    view! {
        <ul class="rows">
            {way("/giay-cua-toi/", "my-lists", &messages.mine_title)} {way("/so/", "keypad", &messages.home_number)}
            {way(look::ADDRESS, "look", &messages.look_title)}
        </ul>
        <p class="lead">
            {said(&messages.for_commune)} " "
            <strong>{said(&build.site.commune.name)} ", " {said(&build.site.commune.province)}</strong>
        </p>
    }
}

fn way(href: &'static str, sign: &str, words: &Words) -> impl IntoView + use<> {
    view! { <li>{row("row", href, sign, words)}</li> }
}

fn row(class: &'static str, href: &'static str, sign: &str, words: &Words) -> impl IntoView + use<> {
    view! {
        <a class=class href=href>
            {picture(sign)}
            <b>{said(words)}</b>
        </a>
    }
}

//! Every pictogram beside the words it stands for, at two sizes: helpers learn from it to point at pictures, and who
//! draws sees which picture says too much. It is no page of a citizen, so nothing but the page about the site leads
//! here.
//!
//! At least one page for each use, because all of them would not fit the first flight of packets.

mod meaning;

use domain::Words;
use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::said::said;
use meaning::{Meaning, Use};

/// Where it begins.
pub const ADDRESS: &str = "/hinh/";

/// Words that are shown beside a pictogram; of more, only how many.
const SHOWN: usize = 3;

/// Pictograms on one page. A first visit may begin at any page and brings its drawings along; with these, some 250 bytes
/// each, none of the sheet costs more than the largest page of a procedure.
const A_PAGE: usize = 60;

/// One page of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    used: Use,
    /// Counted from 0 within its use.
    page: usize,
}

/// All pages: file and text.
pub fn pages(build: &Build<'_>) -> Vec<(String, String)> {
    let meanings = meaning::all(build.site, build.messages);
    let parts: Vec<Part> = parts(&meanings).collect();
    parts
        .iter()
        .enumerate()
        .map(|(position, part)| {
            let next = parts.get(position + 1);
            let back = position.checked_sub(1).and_then(|before| parts.get(before));
            let file = format!("{}index.html", address(*part).trim_start_matches('/'));
            (file, page(build, *part, shown(&meanings, *part), &parts, back, next))
        })
        .collect()
}

fn parts(meanings: &[Meaning<'_>]) -> impl Iterator<Item = Part> {
    Use::ALL.into_iter().flat_map(move |used| {
        let count = meanings.iter().filter(|meaning| meaning.used == used).count();
        (0..count.div_ceil(A_PAGE)).map(move |page| Part { used, page })
    })
}

fn shown<'a, 'b>(meanings: &'b [Meaning<'a>], part: Part) -> impl Iterator<Item = &'b Meaning<'a>> {
    meanings.iter().filter(move |meaning| meaning.used == part.used).skip(part.page * A_PAGE).take(A_PAGE)
}

fn address(part: Part) -> String {
    let folder = match part.used {
        Use::Task => "",
        Use::Paper => "giay/",
        Use::Need => "nguoi/",
        Use::Answer => "tra-loi/",
        Use::Sign => "dau/",
    };
    if part.page == 0 { format!("{ADDRESS}{folder}") } else { format!("{ADDRESS}{folder}{}/", part.page + 1) }
}

fn name(messages: &Messages, used: Use) -> &Words {
    match used {
        Use::Task => &messages.pictures_task,
        Use::Paper => &messages.pictures_paper,
        Use::Need => &messages.pictures_need,
        Use::Answer => &messages.pictures_answer,
        Use::Sign => &messages.pictures_sign,
    }
}

/// `/hinh/…`
fn page<'a: 'b, 'b>(
    build: &Build<'_>,
    part: Part,
    meanings: impl Iterator<Item = &'b Meaning<'a>>,
    parts: &[Part],
    back: Option<&Part>,
    next: Option<&Part>,
) -> String {
    let messages = build.messages;
    let ways: Vec<_> = parts.iter().map(|other| way(messages, *other, *other == part)).collect();
    let back = back.map_or_else(|| "/gioi-thieu/".to_owned(), |back| address(*back));
    let next = next.map(|next| address(*next));
    let main = view! {
        <main id="main" class="main" data-page="pictures">
            <h1>{said(&messages.pictures_title)}</h1>
            <p class="lead">{said(&messages.pictures_lead)}</p>
            <nav class="hinh__ways" aria-label=messages.pictures_title.text.clone() data-string-label=messages.pictures_title.id.clone()>
                {ways}
            </nav>
            <h2>{said(name(messages, part.used))}</h2>
            <ul class="hinh">{meanings.map(entry).collect_view()}</ul>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.pictures_title),
        description: &messages.pictures_lead.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some(&back), next: next.as_deref() }),
        alive: false,
        styles: &["/hinh.css"],
    })
}

fn way(messages: &Messages, part: Part, is_here: bool) -> impl IntoView + use<> {
    view! {
        <a href=address(part) aria-current=is_here.then_some("page")>
            {said(name(messages, part.used))}
            {(part.page > 0).then(|| format!(" {}", part.page + 1))}
        </a>
    }
}

/// Small as it is at its smallest, then twice as large, and what it says.
fn entry(meaning: &Meaning<'_>) -> impl IntoView + use<> {
    let file = format!("/pictograms/{}.svg", meaning.picture);
    let words = meaning.words.iter().take(SHOWN).map(|words| view! { <p>{said(words)}</p> }).collect_view();
    let more = meaning.words.len().saturating_sub(SHOWN);
    view! {
        <li>
            <img src=file.clone() alt="" width="32" height="32" loading="lazy" />
            <img src=file alt="" width="64" height="64" loading="lazy" />
            <div>
                {words}
                {(more > 0).then(|| view! { <p>{format!("+{more}")}</p> })}
            </div>
        </li>
    }
}

//! What is pinned up and laid on desks: a sheet for each procedure, a poster of life events, a card of all numbers.
//!
//! Each is one document that looks on the screen as it does on paper. Squares carry the host of the published site, not of
//! the computer they are printed from.

use domain::list_number::encode_procedure;
use domain::{Procedure, Words};
use leptos::prelude::*;

use crate::components::said::{said, said_on};
use crate::desk::square::square;
use crate::desk::{Desk, DeskPage};
use crate::pages::event::{events, with_procedures};

/// All of them.
const HOME: &str = "/can-bo/giay/";
/// The poster of life events.
const POSTER: &str = "/can-bo/giay/viec/";
/// The card of numbers.
const CARD: &str = "/can-bo/giay/ban/";

/// Every page of paper: its file below `dist/`, and its text.
pub(super) fn pages(desk: &Desk<'_>) -> Vec<(String, String)> {
    let file = |address: &str| format!("{}index.html", address.trim_start_matches('/'));
    let mut pages = vec![(file(HOME), home(desk)), (file(POSTER), poster(desk)), (file(CARD), card(desk))];
    let walls = desk.build.site.procedures.iter();
    pages.extend(walls.map(|procedure| (file(&address(procedure)), wall(desk, procedure))));
    pages
}

fn address(procedure: &Procedure) -> String {
    format!("{HOME}{}/", procedure.slug)
}

fn home(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let walls = desk
        .build
        .site
        .procedures
        .iter()
        .map(|procedure| door(&address(procedure), &procedure.picture, &procedure.plain));
    let main = view! {
        <main id="main" class="desk" data-page="desk-paper">
            <h1>{said(&words.paper_title)}</h1>
            <p class="lead">{said(&words.paper_lead)}</p>
            <ul class="choices">
                {door(POSTER, "list", &words.paper_poster)} {door(CARD, "keypad", &words.paper_card)}
            </ul>
            <h2>{said(&words.paper_walls)}</h2>
            <ul class="choices">{walls.collect_view()}</ul>
        </main>
    };
    desk.document(DeskPage {
        title: words.paper_title.text.clone(),
        address: HOME.to_owned(),
        main: main.into_any(),
        alive: false,
        styles: &[],
    })
}

fn door(address: &str, picture: &str, words: &Words) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="choice" href=address.to_owned()>
                {printed_picture(picture)}
                <b>{said(words)}</b>
            </a>
        </li>
    }
}

/// One procedure, for a wall: what it is is seen from two metres.
fn wall(desk: &Desk<'_>, procedure: &Procedure) -> String {
    let place = format!("https://{}/{}/", desk.build.site.host, procedure.slug);
    let sheet = view! {
        <article class="sheet wall">
            {printed_picture(&procedure.picture)}
            <h1 class="wall__title">{said(&procedure.plain)}</h1>
            <p class="wall__official">{said(&procedure.official)}</p>
            <div class="wall__ways">
                {drawn(&place)}
                <div class="wall__typed">
                    <p>{said(&desk.said.wall_scan)}</p>
                    <p>{said(&desk.said.wall_type)}</p>
                    <p class="address">{keys(desk)}</p>
                    <p>{said(&desk.said.wall_number)}</p>
                    <p class="wall__number">{number(procedure)}</p>
                </div>
            </div>
            {trust(desk)}
            {small(desk, [procedure])}
        </article>
    };
    document(desk, &procedure.plain, address(procedure), sheet.into_any())
}

/// Life events with a square each: for the waiting room.
fn poster(desk: &Desk<'_>) -> String {
    let site = desk.build.site;
    let events = events(site).map(|(event, path)| {
        view! {
            <li class="poster__event">
                {printed_picture(&event.picture)} <b>{said(&event.words)}</b>
                {drawn(&format!("https://{}{path}", site.host))}
            </li>
        }
    });
    let sheet = view! {
        <article class="sheet poster">
            <h1>{said(&desk.build.messages.what_to_do)}</h1>
            <p class="poster__lead">{said(&desk.said.poster_scan)}</p>
            <ul class="poster__events">{events.collect_view()}</ul>
            <p class="address">{site.host.clone()}</p>
            {trust(desk)}
            {small(desk, &site.procedures)}
        </article>
    };
    document(desk, &desk.words.paper_poster, POSTER.to_owned(), sheet.into_any())
}

/// Every procedure with its number: for a desk, to be read out over the telephone.
fn card(desk: &Desk<'_>) -> String {
    let site = desk.build.site;
    let groups = with_procedures(site).map(|(event, procedures)| {
        let lines = procedures.into_iter().map(|procedure| {
            view! {
                <li>
                    <b class="numbers__number">{number(procedure)}</b>
                    {said(&procedure.plain)}
                </li>
            }
        });
        view! {
            <section class="numbers__event">
                <h2>{printed_picture(&event.picture)} {said(&event.words)}</h2>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
    });
    let sheet = view! {
        <article class="sheet numbers">
            <header class="numbers__head">
                <div>
                    <h1>{said(&desk.said.card_title)}</h1>
                    <p>{said(&desk.said.card_lead)}</p>
                    <p class="address">{keys(desk)}</p>
                </div>
                {drawn(&format!("https://{}/so/", site.host))}
            </header>
            <div class="numbers__events">{groups.collect_view()}</div>
            {small(desk, &site.procedures)}
        </article>
    };
    document(desk, &desk.words.paper_card, CARD.to_owned(), sheet.into_any())
}

fn document(desk: &Desk<'_>, title: &Words, address: String, sheet: AnyView) -> String {
    let main = view! {
        <main id="main" class="desk desk--paper" data-page="desk-paper" data-alive="" data-made=desk.made()>
            <p class="paper__tools">
                <button class="button button--primary" type="button" data-action="print" hidden=true>
                    {said(&desk.words.paper_print)}
                </button>
                <a class="button" href=HOME>
                    {said(&desk.words.paper_title)}
                </a>
            </p>
            {sheet}
        </main>
    };
    desk.document(DeskPage {
        title: format!("{} · {}", title.text, desk.words.desk_name.text),
        address,
        main: main.into_any(),
        alive: true,
        styles: &["/desk-paper.css"],
    })
}

/// How to tell this site from one that only looks like it.
fn trust(desk: &Desk<'_>) -> impl IntoView + use<> {
    let said_to_people = desk.said;
    view! {
        <ul class="sheet__trust">
            <li>{said(&said_to_people.trust_address)}</li>
            <li>{said(&said_to_people.trust_money)}</li>
            <li>{said(&said_to_people.trust_ask)}</li>
        </ul>
    }
}

/// What stands small on every sheet: that this is no page of the State, and from when until when it is right.
fn small<'a, All>(desk: &Desk<'_>, procedures: All) -> impl IntoView + use<'a, All>
where
    All: IntoIterator<Item = &'a Procedure>,
{
    let messages = desk.build.messages;
    let days: Vec<_> = procedures.into_iter().map(|procedure| (procedure.checked, procedure.review_by)).collect();
    let checked = days.iter().map(|(checked, _)| *checked).min();
    let until = days.iter().map(|(_, until)| *until).min();
    view! {
        <p class="sheet__small">
            {said(&messages.not_state)} " " {checked.map(|day| said_on(&messages.checked, day))} " · "
            {until.map(|day| said_on(&messages.valid_until, day))}
        </p>
    }
}

/// Where numbers are keyed in.
fn keys(desk: &Desk<'_>) -> String {
    format!("{}/so/", desk.build.site.host)
}

/// The short number of a procedure. Every procedure that is published has one (`sitegen check`).
fn number(procedure: &Procedure) -> String {
    encode_procedure(procedure.number).unwrap_or_default()
}

/// A square for a camera, as sharp as the paper.
fn drawn(text: &str) -> impl IntoView + use<> {
    square(text).map(|square| {
        let side = square.side;
        view! {
            <svg class="square" viewBox=format!("0 0 {side} {side}") aria-hidden="true">
                <path d=square.path />
            </svg>
        }
    })
}

/// A picture that is there when somebody prints, also where nobody has scrolled to.
fn printed_picture(id: &str) -> impl IntoView + use<> {
    view! { <img class="pic" src=format!("/pictograms/{id}.svg") alt="" /> }
}

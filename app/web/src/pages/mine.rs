//! The lists that this phone remembers: how far each one is, and where it goes on.
//!
//! Without script it says what would stand here, and leads on. Woken, there is one card for each list: the wasm takes
//! it from a card that is hidden, and picture and name from an index of all procedures, because it holds neither.

use domain::Procedure;
use leptos::prelude::*;

use crate::Messages;
use crate::components::come_back::weekdays;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::said::{said, said_with};

/// `/giay-cua-toi/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let main = view! {
        <main id="main" class="main mine" data-page="mine" data-alive="">
            <h1 tabindex="-1">{said(&messages.mine_title)}</h1>
            <p class="lead" data-plain="">{said(&messages.mine_plain)}</p>
            <p class="memory" data-memory="" hidden=true>
                {said(&messages.not_remembered)}
            </p>
            <p class="lead" data-empty="" hidden=true>
                {said(&messages.mine_empty)}
            </p>
            <ul class="lists" data-lists=""></ul>
            <button class="button" type="button" data-action="more" hidden=true>
                {said(&messages.show_more)}
            </button>
            <div class="mine__ways">
                <a class="button button--primary" href="/">
                    {picture("home")}
                    {said(&messages.choose_what)}
                </a>
                <a class="button" href="/so/">
                    {picture("keypad")}
                    {said(&messages.have_number)}
                </a>
            </div>
            <div class="mine__all" data-all="" hidden=true>
                <button class="button" type="button" data-action="delete-all">
                    {picture_file("delete")}
                    {said(&messages.delete_all)}
                </button>
                {sure(messages, "delete-all")}
            </div>
            {weekdays(messages)}
            <ul data-card="" hidden=true>
                {card(messages)}
            </ul>
            <ul hidden=true>
                {build.site.procedures.iter().map(|procedure| entry(messages, procedure)).collect_view()}
                {unnamed(messages)}
            </ul>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.mine_title),
        description: &messages.mine_plain.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: true,
        styles: &["/mine.css"],
    })
}

/// Picture and name of a procedure; of one that can shame or endanger, only that it is papers.
fn entry(messages: &Messages, procedure: &Procedure) -> AnyView {
    let (sign, name) = match procedure.sensitive {
        true => ("list", &messages.papers),
        false => (procedure.picture.as_str(), &procedure.plain),
    };
    view! {
        <li data-procedure=procedure.slug.clone() data-number=procedure.number hidden=true>
            {picture_file(sign)}
            {said(name)}
        </li>
    }
    .into_any()
}

/// The same for a list whose procedure is not here, or not known because the list cannot be read.
fn unnamed(messages: &Messages) -> AnyView {
    view! { <li data-unnamed="" hidden=true>{picture_file("list")} {said(&messages.papers)}</li> }.into_any()
}

/// What each list's card is made from. Of the stages one is shown.
fn card(messages: &Messages) -> AnyView {
    view! {
        <li class="kept">
            <a class="kept__face">
                <span class="kept__name" data-name=""></span>
                <small class="kept__begun">
                    {picture_file("clock")} <span>{said_with(&messages.begun_at, "begun", String::new())}</span>
                </small>
                <span class="kept__stage" data-shown="gathering">{picture_file("list")} {said(&messages.gathering)}</span>
                <span class="kept__stage" data-shown="missing">
                    {picture_file("list")} {said_with(&messages.missing_count, "missing", String::new())}
                </span>
                <span class="kept__stage" data-shown="almost">{picture_file("warning")} {said(&messages.almost)}</span>
                <span class="kept__stage" data-shown="enough">{picture_file("check")} {said(&messages.enough)}</span>
                <span class="kept__stage" data-shown="handed-in">
                    {picture_file("days")} {said_with(&messages.collect_from, "day", String::new())}
                </span>
                <span class="kept__stage" data-shown="due">
                    {picture_file("collect")} {said_with(&messages.collect_now, "day", String::new())}
                </span>
                <span class="kept__stage" data-shown="slip">
                    {picture_file("slip")}
                    <span>{said(&messages.is_handed_in)} ". " {said(&messages.look_at_slip)}</span>
                </span>
                <span class="kept__stage" data-shown="collected">
                    {picture_file("collected")} {said_with(&messages.collected_on, "day", String::new())}
                </span>
                <span class="kept__stage" data-shown="unreadable">
                    {picture_file("warning")} {said(&messages.unreadable)}
                </span>
            </a>
            <button class="kept__delete" type="button" data-action="delete">
                {picture_file("delete")}
                {said(&messages.delete)}
            </button>
            {sure(messages, "delete")}
        </li>
    }
    .into_any()
}

/// What is asked once before something is deleted: a second touch does it, and no touch brings it back.
fn sure(messages: &Messages, action: &'static str) -> AnyView {
    view! {
        <div class="sure" role="alert" data-sure="" hidden=true>
            <p>{picture_file("warning")} <b>{said(&messages.delete_is_final)}</b></p>
            <button class="button button--primary" type="button" data-action="leave">
                {picture_file("my-lists")}
                {said(&messages.leave_it)}
            </button>
            <button class="button sure__yes" type="button" data-action=action data-second="">
                {picture_file("delete")}
                {said(&messages.delete_now)}
            </button>
        </div>
    }
    .into_any()
}

//! What happens after the counter, as far as it is the same for every procedure: keep the slip, how one counts days.
//! It also holds what asks for the day and counts it, hidden: the wasm takes it from here to the page of one procedure
//! (`after`, `basis`, `procedure`), so that none of them carries it.

use domain::Words;
use leptos::prelude::*;

use crate::Messages;
use crate::components::come_back::{leaf, weekdays};
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::said::{said, said_with};
use crate::pages::asked;

/// Where it lies.
pub const ADDRESS: &str = "/da-nop/";

/// `/da-nop/`
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let lines = [&messages.count_not_the_first, &messages.count_late_hour, &messages.working_days_explained];
    let main = view! {
        <main id="main" class="main" data-page="handed-in">
            {head(messages, "procedure__head")}
            <ol class="steps">{lines.into_iter().map(|line| view! { <li>{said(line)}</li> }).collect_view()}</ol>
            <p>{said(&messages.slip_lost)}</p>
            <a class="button" href="/giay-cua-toi/">
                {picture("list")}
                {said(&messages.mine_title)}
            </a>
            <div data-parts="come-back" hidden=true>
                {which_day(messages)}
                {which_hour(messages)}
                {the_day(messages)}
                <div class="come-back__part" data-shown="slip" tabindex="-1" hidden=true>
                    {slip(messages)}
                    {buttons(messages)}
                </div>
                <div class="come-back__part" data-shown="collected" tabindex="-1" hidden=true>
                    <p class="come-back__done">
                        {picture_file("check")} {said_with(&messages.collected_on, "collected", String::new())}
                    </p>
                    <button class="button" type="button" data-action="not-collected">
                        {said(&messages.not_collected)}
                    </button>
                </div>
                {weekdays(messages)}
            </div>
            <div data-parts="asked" hidden=true>
                {asked::group(messages)}
            </div>
            <div data-parts="tool" hidden=true>
                {tool(messages)}
                {weekdays(messages)}
            </div>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.after_title),
        description: &messages.after_title.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: false,
        styles: &[],
    })
}

/// Today, yesterday and the day before are leaves of a calendar with their dates; what is longer ago is on the slip.
fn which_day(messages: &Messages) -> AnyView {
    let days = [
        ("today", &messages.day_today),
        ("yesterday", &messages.day_yesterday),
        ("before-yesterday", &messages.day_before_yesterday),
    ];
    let options = days.map(|(id, words)| option(id, leaf(messages, true).into_any(), words, None));
    view! {
        <div class="come-back__part" data-shown="day" data-question="day" hidden=true>
            <h2 id="ngay-nop" tabindex="-1">{said(&messages.which_day)}</h2>
            <div class="taps taps--days" role="group" aria-labelledby="ngay-nop">
                {options.into_iter().collect_view()}
                {option("longer-ago", picture_file("longer-ago").into_any(), &messages.day_longer_ago, None)}
            </div>
        </div>
    }
    .into_any()
}

fn which_hour(messages: &Messages) -> AnyView {
    let before = option(
        "before-15",
        picture_file("before-15").into_any(),
        &messages.hour_before,
        Some(&messages.hour_before_note),
    );
    let after =
        option("after-15", picture_file("after-15").into_any(), &messages.hour_after, Some(&messages.hour_after_note));
    let unknown = option(
        "dont-know",
        picture_file("khong-biet").into_any(),
        &messages.hour_unknown,
        Some(&messages.hour_unknown_note),
    );
    view! {
        <div class="come-back__part" data-shown="hour" data-question="hour" hidden=true>
            <h2 id="gio-nop" tabindex="-1">{said(&messages.which_hour)}</h2>
            <div class="taps" role="group" aria-labelledby="gio-nop">
                {before} {after} {unknown}
            </div>
        </div>
    }
    .into_any()
}

fn option(id: &'static str, sign: AnyView, words: &Words, note: Option<&Words>) -> AnyView {
    view! {
        <button class="tap" type="button" data-option=id>
            {sign}
            <span>
                <b>{said(words)}</b>
                {note.map(|note| view! { <small>{said(note)}</small> })}
            </span>
        </button>
    }
    .into_any()
}

/// The answer: one day, and another one that mountain communes have, where nobody has confirmed whether this is one.
fn the_day(messages: &Messages) -> AnyView {
    view! {
        <div class="come-back__part" data-shown="leaf" data-come-back="" tabindex="-1" hidden=true>
            <h2>{said(&messages.come_back_from)}</h2>
            {leaf(messages, false)}
            <p class="come-back__when" data-when="wait">{said_with(&messages.days_left, "left", String::new())}</p>
            <p class="come-back__when" data-when="today">{picture_file("check")} {said(&messages.collect_today)}</p>
            <p class="come-back__when" data-when="closed">{said(&messages.collect_closed)}</p>
            <p class="come-back__when" data-when="ask">{said(&messages.collect_ask)}</p>
            <p data-later="">
                {said_with(&messages.later_in_mountains, "latest", String::new())} " " {said(&messages.commune_decides)}
            </p>
            {buttons(messages)}
        </div>
    }
    .into_any()
}

/// Keep the slip: what comes first.
pub(super) fn head(messages: &Messages, class: &'static str) -> AnyView {
    view! {
        <header class=class>
            {picture("slip")}
            <div>
                <h1>{said(&messages.after_title)}</h1>
                <p><b>{said(&messages.keep_slip)}</b> " " {said(&messages.slip_decides)}</p>
            </div>
        </header>
    }
    .into_any()
}

/// Look at the slip; who lost it asks.
pub(super) fn slip(messages: &Messages) -> AnyView {
    view! {
        <p class="come-back__slip">{picture_file("slip")} <b>{said(&messages.look_at_slip)}</b></p>
        <p>{said(&messages.slip_lost)}</p>
    }
    .into_any()
}

fn buttons(messages: &Messages) -> AnyView {
    view! {
        <div class="come-back__buttons">
            <button class="button button--primary" type="button" data-action="collected">
                {picture_file("collected")}
                {said(&messages.collected)}
            </button>
            <button class="button" type="button" data-action="not-handed-in">
                {picture_file("back")}
                {said(&messages.not_handed_in)}
            </button>
        </div>
    }
    .into_any()
}

/// Counting days for somebody else, from any day.
fn tool(messages: &Messages) -> AnyView {
    let hour = |value: &'static str, words: &Words, checked: bool| {
        view! {
            <label class="tool__hour">
                <input type="radio" name="hour" value=value checked=checked autocomplete="off" />
                {said(words)}
            </label>
        }
    };
    view! {
        <section class="part tool" id="ngay-quay-lai" data-tool="" hidden=true>
            <h2>{picture_file("days")} {said(&messages.tool_title)}</h2>
            <label class="tool__day">
                <b>{said(&messages.tool_day)}</b>
                <input type="date" autocomplete="off" />
            </label>
            <fieldset class="tool__hours">
                <legend>
                    <b>{said(&messages.tool_hour)}</b>
                </legend>
                {hour("before-15", &messages.tool_before, false)}
                {hour("after-15", &messages.tool_after, true)}
            </fieldset>
            <div class="tool__result" role="status">
                <div data-shown="day" data-come-back="" hidden=true>
                    <p class="tool__when">{said_with(&messages.tool_from, "day", String::new())}</p>
                    <p data-later="">{said_with(&messages.tool_latest, "latest", String::new())}</p>
                    <a class="button button--primary" data-action="ics" data-note=messages.ics_note.text.clone()>
                        {picture_file("days")}
                        {said(&messages.tool_save)}
                    </a>
                </div>
                <p data-shown="ask" hidden=true>{said(&messages.look_at_slip)}</p>
                <p data-shown="unknown-year" hidden=true>{said(&messages.tool_unknown_year)}</p>
            </div>
        </section>
    }
    .into_any()
}

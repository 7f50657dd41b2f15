//! After the counter: keep the slip, what happens now, how long it takes, what to bring on the day of collecting.
//!
//! Without script it reads from top to bottom, and says how one counts the days. Woken, the same place asks on which
//! day and at what hour it was handed in, and answers with the leaf of a calendar.

use domain::come_back::AfterRules;
use domain::requirement::Group;
use domain::{Procedure, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::come_back::{counting, leaf, weekdays};
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::requirement_card::requirement_card;
use crate::components::said::{said, said_with};
use crate::pages::procedure::facts::{days, step, steps};
use crate::rules_text;

/// Where its page lies.
pub fn address(procedure: &Procedure) -> String {
    format!("/{}/da-nop/", procedure.slug)
}

/// What the wasm counts with, as text; empty when it cannot be written, which leaves the page plain.
pub(crate) fn rules(build: &Build<'_>, procedure: &Procedure) -> String {
    let born = build.site.numbers.get(&procedure.number);
    let rules = AfterRules {
        rules: procedure.rules(&build.site.commune, |number| born.and_then(|born| born.get(&number).copied())),
        limits: procedure.limit_rules(),
        calendars: build.site.holidays.clone(),
    };
    rules_text::encode(&rules).unwrap_or_default()
}

/// `/<slug>/da-nop/`
pub fn page(build: &Build<'_>, procedure: &Procedure) -> String {
    let messages = build.messages;
    let main = view! {
        <main
            id="main"
            class="main after"
            data-page="after"
            data-alive=""
            data-made=procedure.checked.to_string()
            data-procedure=procedure.slug.clone()
            data-sensitive=procedure.sensitive.then_some("")
            data-rules=rules(build, procedure)
        >
            <header class="after__slip">
                {picture("slip")}
                <div>
                    <h1>{said(&messages.after_title)}</h1>
                    <p><b>{said(&messages.keep_slip)}</b> " " {said(&messages.slip_decides)}</p>
                </div>
            </header>
            <p class="memory" data-memory="" hidden=true>
                {said(&messages.not_remembered)}
            </p>
            {come_back(messages, procedure)}
            {steps(&messages.steps_after, "after", &procedure.steps.after).into_any()}
            <section class="ticket">{days(messages, procedure).into_any()}</section>
            {collecting(build, procedure)}
            <a class="button" href="/giay-cua-toi/">
                {picture_file("list")}
                {said(&messages.mine_title)}
            </a>
        </main>
    };
    let title = if procedure.sensitive { &messages.papers } else { &messages.after_title };
    build.document(Page {
        title: build.title(title),
        description: &messages.after_title.text,
        heading: view! { <strong>{said(&procedure.plain)}</strong> }.into_any(),
        main: main.into_any(),
        bar: build.bar(Some(procedure), &Bar { back: Some(&format!("/{}/#di-nop", procedure.slug)), next: None }),
        alive: true,
        styles: &["/after.css"],
    })
}

/// The place where the day is found: `data-part` says which of its parts is shown.
fn come_back(messages: &Messages, procedure: &Procedure) -> AnyView {
    let plain = match counting(messages, procedure) {
        Some(lines) => lines.into_any(),
        None => slip(messages),
    };
    view! {
        <section class="come-back" data-part="plain">
            <div class="come-back__part" data-shown="plain">
                <h2>{picture("days")} {said(&messages.come_back_title)}</h2>
                {plain}
            </div>
            {which_day(messages)}
            {which_hour(messages)}
            {the_day(messages)}
            <div class="come-back__part" data-shown="slip" tabindex="-1" hidden=true>
                {slip(messages)}
                {buttons(messages)}
            </div>
            <div class="come-back__part" data-shown="collected" tabindex="-1" hidden=true>
                <p class="come-back__done">{picture("check")} {said_with(&messages.collected_on, "collected", String::new())}</p>
                <button class="button" type="button" data-action="not-collected">
                    {said(&messages.not_collected)}
                </button>
            </div>
            {weekdays(messages)}
        </section>
    }
    .into_any()
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
                {option("longer-ago", picture("longer-ago").into_any(), &messages.day_longer_ago, None)}
            </div>
        </div>
    }
    .into_any()
}

fn which_hour(messages: &Messages) -> AnyView {
    let before =
        option("before-15", picture("before-15").into_any(), &messages.hour_before, Some(&messages.hour_before_note));
    let after =
        option("after-15", picture("after-15").into_any(), &messages.hour_after, Some(&messages.hour_after_note));
    let unknown = option(
        "dont-know",
        picture("khong-biet").into_any(),
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
            <p class="come-back__when" data-when="today">{picture("check")} {said(&messages.collect_today)}</p>
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

fn slip(messages: &Messages) -> AnyView {
    view! {
        <p class="come-back__slip">{picture("slip")} <b>{said(&messages.look_at_slip)}</b></p>
        <p>{said(&messages.slip_lost)}</p>
    }
    .into_any()
}

fn buttons(messages: &Messages) -> AnyView {
    view! {
        <div class="come-back__buttons">
            <button class="button button--primary" type="button" data-action="collected">
                {picture("collected")}
                {said(&messages.collected)}
            </button>
            <button class="button" type="button" data-action="not-handed-in">
                {picture("back")}
                {said(&messages.not_handed_in)}
            </button>
        </div>
    }
    .into_any()
}

/// "Khi đi lấy": what to bring then, and what to do.
fn collecting(build: &Build<'_>, procedure: &Procedure) -> AnyView {
    let messages = build.messages;
    let cards: Vec<_> = procedure
        .requirements
        .iter()
        .filter(|requirement| requirement.group() == Group::Collect)
        .map(|requirement| requirement_card(messages, &build.site.documents, procedure, requirement).into_any())
        .collect();
    let steps = procedure.steps.collecting.iter().map(step);
    let who = view! {
        <li class="steps__pictured">
            {picture_file("come")} <span><b>{said(&messages.who_collects)}</b> " " {said(&procedure.collects)}</span>
        </li>
    };
    view! {
        <section class="part" data-steps="collecting">
            <h2>{picture_file("collect")} {said(&messages.steps_collecting)}</h2>
            <ul class="items">{cards}</ul>
            <ol class="steps">
                {who}
                <li class="steps__pictured">{picture_file("slip")} {said(&messages.bring_slip)}</li>
                {steps.collect_view()}
            </ol>
        </section>
    }
    .into_any()
}

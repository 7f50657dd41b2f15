//! After the counter: keep the slip, what happens now, how long it takes, what to bring on the day of collecting.
//!
//! Without script it reads from top to bottom, and says how one counts the days. Woken, the same place asks on which
//! day and at what hour it was handed in, and answers with the leaf of a calendar.

use domain::Procedure;
use domain::come_back::AfterRules;
use domain::requirement::Group;
use leptos::prelude::*;

use crate::Messages;
use crate::components::come_back::counting;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::requirement_card::requirement_card;
use crate::components::said::said;
use crate::pages::handed_in;
use crate::pages::procedure::facts::{days, step, steps, whole_wait};
use crate::rules_text;

/// Where its page lies.
pub fn address(procedure: &Procedure) -> String {
    format!("/{}/da-nop/", procedure.slug)
}

/// What the wasm counts with, as text; empty when it cannot be written, which leaves the page plain.
fn rules(build: &Build<'_>, procedure: &Procedure) -> String {
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
            {handed_in::head(messages, "after__slip")}
            <p class="memory" data-memory="" hidden=true>
                {said(&messages.not_remembered)}
            </p>
            {come_back(messages, procedure)}
            {steps(&messages.steps_after, "after", &procedure.steps.after).into_any()}
            <section class="ticket">
                <div class="ticket__short">
                    <p>{picture_file("days")} <b>{whole_wait(messages, &procedure.wait)}</b></p>
                </div>
                {days(messages, procedure).into_any()}
            </section>
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

/// The place where the day is found: `data-part` says which of its parts is shown. What asks for it is the same for all
/// procedures and stands on one page (`handed_in`), from which the wasm takes it.
fn come_back(messages: &Messages, procedure: &Procedure) -> AnyView {
    let plain = match counting(messages, procedure) {
        Some(lines) => lines.into_any(),
        None => handed_in::slip(messages),
    };
    view! {
        <section class="come-back" data-part="plain">
            <div class="come-back__part" data-shown="plain">
                <h2>{picture("days")} {said(&messages.come_back_title)}</h2>
                {plain}
            </div>
        </section>
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

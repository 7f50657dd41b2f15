//! One procedure: first what is needed, then the questions that shorten the list, then where, money, days, and after.
//!
//! The page is one document with every word once. Without script it reads from top to bottom: what everybody needs,
//! then under each question what depends on it. Woken, `data-step` on `<main>` says which part is on the screen.

pub(crate) mod facts;
mod questions;

use domain::procedure::Outcome;
use domain::requirement::Group;
use domain::{Condition, Procedure};
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::requirement_card::{group_words, reasons, requirement_card};
use crate::components::said::{said, said_with};
use crate::components::validity::validity;
use crate::pages::event;
use crate::rules_text;

/// Headings of the list in the order they are shown, each with its pictogram.
pub(crate) const GROUPS: [(Group, &str, &str); 6] = [
    (Group::Bring, "bring", "bring"),
    (Group::Come, "come", "come"),
    (Group::Know, "know", "know"),
    (Group::MadeThere, "made-there", "made-there"),
    (Group::Collect, "collect", "collect"),
    (Group::IfYouHave, "if-you-have", "if-you-have"),
];

/// `/<slug>/`
pub fn page(build: &Build<'_>, procedure: &Procedure) -> String {
    let messages = build.messages;
    let born = build.site.numbers.get(&procedure.number);
    let rules = procedure.rules(&build.site.commune, |number| born.and_then(|born| born.get(&number).copied()));
    let main = view! {
        <main
            id="main"
            class="main procedure"
            data-page="procedure"
            data-alive=""
            data-made=procedure.checked.to_string()
            data-procedure=procedure.slug.clone()
            data-step="page"
            data-sensitive=procedure.sensitive.then_some("")
            // Rules that cannot be written leave the page plain, which is complete.
            data-rules=rules_text::encode(&rules).unwrap_or_default()
        >
            <header class="procedure__head">
                {picture(&procedure.picture)}
                <div>
                    <h1 tabindex="-1">{said(&procedure.plain)}</h1>
                    <p class="procedure__official">{said(&procedure.official)}</p>
                </div>
            </header>
            {validity(messages, procedure)} {list(build, procedure)}
            {(!procedure.questions.is_empty())
                .then(|| {
                    view! {
                        <a class="button button--big ask-me" data-action="ask" href="#hoi">
                            {picture("question")}
                            <span>
                                <b>{said(&messages.ask_me)}</b>
                                <small>
                                    {said_with(&messages.ask_me_why, "", procedure.questions.len().to_string())}
                                </small>
                            </span>
                        </a>
                        <a class="button button--big" data-action="resume" href="#giay" hidden=true>
                            {picture("list")}
                            <b>{said(&messages.resume)}</b>
                        </a>
                    }
                })} {questions::questions(build, procedure)} {outcomes(build, procedure)}
            {facts::facts(build, procedure)}
        </main>
    };
    let heading = if procedure.sensitive { &messages.list_title } else { &procedure.plain };
    build.document(Page {
        title: build.title(heading),
        description: &if procedure.sensitive { &messages.description } else { &procedure.plain }.text,
        heading: view! {
            <h1 class="top__part">{said(&procedure.plain)}</h1>
            <span class="top__page">{build.brand()}</span>
        }
        .into_any(),
        main: main.into_any(),
        bar: build
            .bar(Some(procedure), &Bar { back: Some(&event::above(build.site, &procedure.event)), next: Some("#hoi") }),
        alive: true,
        styles: &[],
    })
}

fn list(build: &Build<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let messages = build.messages;
    let groups = GROUPS.map(|(group, name, pictogram)| {
        let always: Vec<_> = procedure
            .requirements
            .iter()
            .filter(|requirement| requirement.group() == group && requirement.when == Condition::Always)
            .map(|requirement| requirement_card(messages, &build.site.documents, procedure, requirement))
            .collect();
        let empty = always.is_empty();
        let heading_picture = if empty { picture_file(pictogram).into_any() } else { picture(pictogram).into_any() };
        view! {
            <section class=format!("group group--{name}") data-group=name hidden=empty>
                <h3>{heading_picture} {said(group_words(messages, group))}</h3>
                <ul class="items">{always}</ul>
            </section>
        }
    });
    view! {
        <section class="list" id="giay" data-list="">
            <h2 class="list__title" tabindex="-1">
                <span class="list__everybody">{said(&messages.everybody)}</span>
                <span class="list__mine">{said(&messages.list_title)}</span>
            </h2>
            <p class="count" aria-live="polite">
                {said_with(&messages.total_count, "total", String::new())}
                " · "
                {said_with(&messages.have_count, "have", String::new())}
            </p>
            <p class="memory" data-memory="" hidden=true>
                {said(&messages.no_memory)}
                " "
                <b data-list-number=""></b>
            </p>
            {groups.into_iter().collect_view()}
            // From the first tick on there is something to lose.
            <p class="number" data-begun="" hidden=true>
                {said(&messages.keep_number)} " " <b data-list-number=""></b>
            </p>
            {procedure
                .sensitive
                .then(|| {
                    view! {
                        <button class="button alive" type="button" data-action="keep">
                            {picture("keep")}
                            <span class="not-kept">{said(&messages.keep)}</span>
                            <span class="is-kept">{said(&messages.is_kept)}</span>
                        </button>
                    }
                })}
            <button class="button restart" type="button" data-action="restart">
                {picture_file("again")}
                {said(&messages.start_over)}
            </button>
        </section>
    }
}

/// Outcomes: one that ends a path is a screen of its own when woken, advice stands beside the list. Without script
/// both are read with the condition under which they hold.
fn outcomes(build: &Build<'_>, procedure: &Procedure) -> Option<impl IntoView + use<>> {
    let messages = build.messages;
    (!procedure.outcomes.is_empty()).then(|| {
        view! {
            <section class="outcomes">
                <h2>{said(&messages.other_cases)}</h2>
                <ul class="items">
                    {procedure.outcomes.iter().map(|outcome| one_outcome(build, procedure, outcome)).collect_view()}
                </ul>
            </section>
        }
    })
}

fn one_outcome(build: &Build<'_>, procedure: &Procedure, outcome: &Outcome) -> impl IntoView + use<> {
    let messages = build.messages;
    let target =
        outcome.procedure.as_ref().and_then(|slug| build.site.procedures.iter().find(|other| &other.slug == slug)).map(
            |target| {
                view! {
                    <a class="button button--primary" href=format!("/{}/", target.slug)>
                        {picture(&target.picture)}
                        <span>{said(&messages.go_there)} ": " <b>{said(&target.plain)}</b></span>
                    </a>
                }
            },
        );
    view! {
        <li
            class="outcome"
            data-outcome=outcome.id.clone()
            data-from=outcome.from.map(|day| day.to_string())
            data-until=outcome.until.map(|day| day.to_string())
        >
            {picture_file(if outcome.ends { "warning" } else { "info" })}
            <div class="outcome__inside">
                <p class="item__when">
                    <span class="when__if">{said(&messages.if_so)}</span>
                    <span class="when__because">{said(&messages.because)}</span>
                    " "
                    <span class="when__reasons">{reasons(messages, procedure, &outcome.when)}</span>
                </p>
                <p class="outcome__words" tabindex="-1">
                    {said(&outcome.words)}
                </p>
                {outcome.reason.as_ref().map(|reason| view! { <p>{said(reason)}</p> })}
                {target}
            </div>
        </li>
    }
}

//! What one procedure rests on: official name and code, law, what is not known, what was read. For clerks, helpers and
//! whoever doubts a line.

use domain::procedure::{Law, Level};
use domain::{Procedure, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::come_back::{counting, weekdays};
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::picture;
use crate::components::said::{said, said_with};
use crate::components::validity::validity;
use crate::pages::after;

/// Where its page lies.
pub fn address(procedure: &Procedure) -> String {
    format!("/{}/can-cu/", procedure.slug)
}

/// `/<slug>/can-cu/`
pub fn page(build: &Build<'_>, procedure: &Procedure) -> String {
    let messages = build.messages;
    let sources = procedure.sources.iter().map(|source| {
        let title = source.title.clone();
        let name = match &source.url {
            Some(url) => view! { <a href=url.clone() rel="noreferrer">{title}</a> }.into_any(),
            None => title.into_any(),
        };
        view! { <li>{name} " (" {source.date.dd_mm_yyyy()} ")"</li> }
    });
    let requirements = procedure.requirements.iter().map(|requirement| {
        let official = requirement.official.as_ref().unwrap_or(&requirement.plain);
        view! { <li>{said(official)} ": " {place(&requirement.source)}</li> }
    });
    let questions =
        procedure.questions.iter().map(|question| view! { <li>{said(&question.words)} " " {said(&question.why)}</li> });
    let main = view! {
        <main
            id="main"
            class="main"
            data-page="basis"
            data-alive=""
            data-made=procedure.checked.to_string()
            data-procedure=procedure.slug.clone()
        >
            <header class="procedure__head">
                {picture(&procedure.picture)}
                <div>
                    <h1>{said(&messages.for_clerk)}</h1>
                    <p class="procedure__official">{said(&procedure.official)}</p>
                </div>
            </header>
            {validity(messages, procedure)}
            <section class="part">
                <p>{said(&messages.code)} " " <b>{procedure.code.clone()}</b></p>
                <p>{said(&messages.sector)} " " {procedure.sector.clone()}</p>
                <p>{said(&messages.level)} " " {said(level(messages, procedure.level))}</p>
                <p>{said(&messages.decides)} " " {said(&procedure.decides)}</p>
            </section>
            <section class="part">
                <h2>{said(&messages.open_points)}</h2>
                <ul>{procedure.open_points.iter().map(|words| view! { <li>{said(words)}</li> }).collect_view()}</ul>
            </section>
            <section class="part">
                <h2>{said(&messages.law)}</h2>
                <ul>{procedure.law.iter().map(|law| view! { <li>{place(law)}</li> }).collect_view()}</ul>
            </section>
            <section class="part">
                <h2>{said(&messages.law_by_line)}</h2>
                <ul>{requirements.collect_view()}</ul>
            </section>
            <section class="part">
                <h2>{said(&messages.why_ask)}</h2>
                <ul>{questions.collect_view()}</ul>
            </section>
            <section class="part">
                <h2>{said(&messages.sources)}</h2>
                <ul class="sources">{sources.collect_view()}</ul>
            </section>
            {tool(build, procedure)}
        </main>
    };
    let back = format!("/{}/", procedure.slug);
    build.document(Page {
        title: build.title(&messages.for_clerk),
        description: &procedure.official.text,
        heading: view! { <strong>{said(&procedure.plain)}</strong> }.into_any(),
        main: main.into_any(),
        bar: build.bar(Some(procedure), &Bar { back: Some(&back), next: None }),
        alive: true,
        styles: &["/after.css"],
    })
}

/// Counting days for somebody else, from any day: only offered once it works, and at the end, where it moves nothing.
fn tool(build: &Build<'_>, procedure: &Procedure) -> AnyView {
    let messages = build.messages;
    // In a calendar that others may see, a list that can shame or endanger is papers.
    let summary = match procedure.sensitive {
        true => messages.ics_papers.text.clone(),
        false => messages.ics_summary.text.replace("{n}", &procedure.plain.text),
    };
    let hour = |value: &'static str, words: &Words, checked: bool| {
        view! {
            <label class="tool__hour">
                <input type="radio" name="hour" value=value checked=checked autocomplete="off" />
                {said(words)}
            </label>
        }
    };
    view! {
        <section class="part tool" id="ngay-quay-lai" data-tool="" data-rules=after::rules(build, procedure) hidden=true>
            <h2>{picture("days")} {said(&messages.tool_title)}</h2>
            {counting(messages, procedure)}
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
                    <a class="button button--primary" data-action="ics" data-summary=summary data-note=messages.ics_note.text.clone()>
                        {picture("days")}
                        {said(&messages.tool_save)}
                    </a>
                </div>
                <p data-shown="ask" hidden=true>{said(&messages.look_at_slip)}</p>
                <p data-shown="unknown-year" hidden=true>{said(&messages.tool_unknown_year)}</p>
            </div>
            {weekdays(messages)}
        </section>
    }
    .into_any()
}

fn level(messages: &Messages, level: Level) -> &Words {
    match level {
        Level::Commune => &messages.level_commune,
        Level::Province => &messages.level_province,
        Level::Central => &messages.level_central,
    }
}

/// A rule's place in the law.
fn place(law: &Law) -> String {
    match &law.article {
        Some(article) => format!("{article}, {}", law.law),
        None => law.law.clone(),
    }
}

//! What one procedure rests on: official name and code, law, what is not known, what was read. For clerks, helpers and
//! whoever doubts a line.

use domain::procedure::{Law, Level};
use domain::{Procedure, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::picture;
use crate::components::said::said;
use crate::components::validity::validity;

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
        <main id="main" class="main" data-page="basis" data-procedure=procedure.slug.clone()>
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
        </main>
    };
    let back = format!("/{}/", procedure.slug);
    build.document(Page {
        title: build.title(&messages.for_clerk),
        description: &procedure.official.text,
        heading: view! { <strong>{said(&procedure.plain)}</strong> }.into_any(),
        main: main.into_any(),
        bar: build.bar(Some(procedure), &Bar { back: Some(&back), next: None }),
        alive: false,
    })
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

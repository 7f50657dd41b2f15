//! What the clerk is shown: the list in official names, each line with its form and its place in the law, the code, the
//! number. Below it what the procedure rests on, what is not known and what was read, for helpers and whoever doubts.
//!
//! Without script every line stands there with the case in which it is needed; woken, those of one list, which comes as
//! the number in the address (`#k-123456789012`).

use domain::procedure::{Law, Level};
use domain::{Condition, Procedure, Requirement, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::requirement_card::{form_words, group_words, same_name, whose};
use crate::components::said::said;
use crate::components::validity::validity;
use crate::pages::asked;
use crate::pages::procedure::GROUPS;

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
    // Helper's mode takes these over to the questions of the procedure's own page (public/helper.js).
    let questions = procedure.questions.iter().map(|question| {
        view! {
            <li data-helps=question.id.clone()>
                <b>{said(&question.words)}</b>
                <p>{said(&messages.helper_why)} " " {said(&question.why)}</p>
                <p>{said(&messages.helper_check)} " " {said(&question.check)}</p>
            </li>
        }
    });
    let main = view! {
        <main
            id="main"
            class="main basis"
            data-page="basis"
            data-alive=""
            data-made=procedure.checked.to_string()
            data-procedure=procedure.slug.clone()
            // In a calendar that others may see, a list that can shame or endanger is papers.
            data-summary=match procedure.sensitive {
                true => messages.ics_papers.text.clone(),
                false => messages.ics_summary.text.replace("{n}", &procedure.plain.text),
            }
        >
            <header class="procedure__head">
                {picture(&procedure.picture)}
                <div>
                    <h1>{said(&messages.for_clerk)}</h1>
                    <p class="procedure__official">{said(&procedure.official)}</p>
                </div>
            </header>
            {card(build, procedure)}
            {validity(messages, procedure)}
            <section class="part">
                <p>{said(&messages.sector)} " " {procedure.sector.clone()}</p>
                <p>{said(&messages.level)} " " {said(level(messages, procedure.level))}</p>
                <p>{said(&messages.decides)} " " {said(&procedure.decides)}</p>
            </section>
            <section class="part">
                <h2>{said(&messages.why_ask)}</h2>
                <ul class="helps">{questions.collect_view()}</ul>
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
        alive: true,
        styles: &["/after.css", "/basis.css"],
    })
}

/// The card: large enough to be read across a counter.
fn card(build: &Build<'_>, procedure: &Procedure) -> AnyView {
    let messages = build.messages;
    let groups = GROUPS.map(|(group, name, _)| {
        let mut own = procedure.requirements.iter().filter(|requirement| requirement.group() == group).peekable();
        own.peek().is_some().then(|| {
            view! {
                <section class="card__group" data-group=name>
                    <h2>{said(group_words(messages, group))}</h2>
                    <ol class="card__lines">{own.map(|requirement| line(messages, requirement)).collect_view()}</ol>
                </section>
            }
        })
    });
    view! {
        <section class="card">
            <p class="card__code">
                {said(&messages.code)} " " <b>{procedure.code.clone()}</b>
                <span class="card__number" hidden=true>{said(&messages.check_number)} " " <b data-digits=""></b></span>
            </p>
            {groups.into_iter().collect_view()}
            <p class="card__ask">{said(&messages.write_down_all)}</p>
            <a
                class="button alive"
                data-action="more-papers"
                href=format!("{}#{}", asked::address(0), procedure.slug)
            >
                {picture_file("asked")}
                {said(&messages.asked_title)}
            </a>
            <button class="button alive" type="button" data-action="print">
                {picture_file("print")}
                {said(&messages.print_page)}
            </button>
        </section>
    }
    .into_any()
}

fn line(messages: &Messages, requirement: &Requirement) -> impl IntoView + use<> {
    let official = requirement.official.as_ref().unwrap_or(&requirement.plain);
    let differs = !same_name(&official.text, &requirement.plain.text);
    let whose = whose(messages, requirement);
    view! {
        <li class="card__line" data-requirement=requirement.id.clone()>
            {picture_file(&requirement.picture)}
            <div>
                <b>
                    {(requirement.count > 1).then(|| format!("{} × ", requirement.count))} {said(official)}
                </b>
                {differs.then(|| view! { <p>{said(&requirement.plain)}</p> })}
                <p>
                    {whose.map(said)}
                    {(whose.is_some() && requirement.form.is_some()).then_some(" · ")}
                    {requirement.form.map(|form| said(form_words(messages, form)))}
                </p>
                {(requirement.when != Condition::Always)
                    .then(|| {
                        view! {
                            <p class="card__when">{said(&messages.perhaps)}</p>
                        }
                    })} <cite>{place(&requirement.source)}</cite>
            </div>
        </li>
    }
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

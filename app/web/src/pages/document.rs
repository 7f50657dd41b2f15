//! One paper: what it looks like, and what to do when it is missing.

use domain::{Document, Words};
use leptos::prelude::*;

use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::picture;
use crate::components::said::said;

/// Whether there is more to say about a paper than its name.
pub fn has_page(document: &Document) -> bool {
    document.looks.is_some() || document.missing.is_some()
}

/// Where its page lies.
pub fn address(document: &Document) -> String {
    format!("/giay/{}/", document.id)
}

/// `/giay/<id>/`
pub fn page(build: &Build<'_>, document: &Document) -> String {
    let messages = build.messages;
    let site = build.site;
    let looks = document.looks.as_ref().map(|looks| {
        view! {
            <section class="part">
                <h2>{said(&messages.looks)}</h2>
                <p>{said(looks)}</p>
            </section>
        }
    });
    let missing = document.missing.as_ref().map(|missing| {
        let issued_by = missing
            .procedure
            .as_ref()
            .and_then(|slug| site.procedures.iter().find(|procedure| &procedure.slug == slug))
            .map(|procedure| view! { <p><a href=format!("/{}/", procedure.slug)>{said(&procedure.plain)}</a></p> });
        view! {
            <section class="part">
                <h2>{said(&messages.if_missing)}</h2>
                <ol class="steps">{missing.steps.iter().map(|step| view! { <li>{said(step)}</li> }).collect_view()}</ol>
                {line(&messages.where_to_get, missing.place.as_ref())}
                {line(&messages.how_long, missing.time.as_ref())}
                {line(&messages.how_much, missing.cost.as_ref())}
                {issued_by}
            </section>
        }
    });
    let used_by: Vec<_> = site
        .procedures
        .iter()
        .filter(|procedure| {
            procedure.requirements.iter().any(|requirement| requirement.documents.contains(&document.id))
        })
        .map(|procedure| view! { <li><a href=format!("/{}/", procedure.slug)>{said(&procedure.plain)}</a></li> })
        .collect();
    let main = view! {
        <main id="main" class="main" data-page="document" data-document=document.id.clone()>
            <header class="procedure__head">
                {picture(&document.picture)}
                <div>
                    <h1>{said(&document.plain)}</h1>
                    <p class="procedure__official">{said(&document.official)}</p>
                </div>
            </header>
            {looks}
            {missing}
            <section class="part">
                <h2>{said(&messages.used_by)}</h2>
                <ul>{used_by}</ul>
            </section>
        </main>
    };
    // Back to the procedure that needs it first; with script, back is where one came from.
    let back = site
        .procedures
        .iter()
        .find(|procedure| procedure.requirements.iter().any(|requirement| requirement.documents.contains(&document.id)))
        .map(|procedure| format!("/{}/", procedure.slug));
    build.document(Page {
        title: build.title(&document.plain),
        description: &document.plain.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: back.as_deref(), next: None }),
        alive: false,
        styles: &[],
    })
}

fn line(label: &Words, words: Option<&Words>) -> Option<impl IntoView + use<>> {
    words.map(|words| view! { <p>{said(label)} " " <b>{said(words)}</b></p> })
}

//! One paper: what it looks like, and what to do when it is missing.

use domain::document::{Field, Writing};
use domain::{Document, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::said::said;

/// Where its page lies.
pub fn address(document: &Document) -> String {
    format!("/giay/{}/", document.id)
}

/// `/giay/<id>/`
pub fn page(build: &Build<'_>, document: &Document) -> String {
    let messages = build.messages;
    let site = build.site;
    let looks = (document.looks.is_some() || document.specimen).then(|| {
        view! {
            <section class="part">
                <h2>{said(&messages.looks)}</h2>
                {document.looks.as_ref().map(|looks| view! { <p>{said(looks)}</p> })}
                {document.specimen.then(|| specimen(messages, document))}
            </section>
        }
    });
    let missing = &document.missing;
    let issued_by = missing
        .procedure
        .as_ref()
        .and_then(|slug| site.procedures.iter().find(|procedure| &procedure.slug == slug))
        .map(|procedure| {
            view! {
                <p>
                    <a class="button" href=format!("/{}/", procedure.slug)>
                        {picture(&procedure.picture)} {said(&procedure.plain)}
                    </a>
                </p>
            }
        });
    let missing = view! {
        <section class="part">
            <h2>{said(&messages.if_missing)}</h2>
            <ol class="steps">{missing.steps.iter().map(|step| view! { <li>{said(step)}</li> }).collect_view()}</ol>
            {line(&messages.where_to_get, missing.place.as_ref())}
            {line(&messages.how_long, missing.time.as_ref())}
            {line(&messages.how_much, missing.cost.as_ref())}
            {issued_by}
        </section>
    };
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
            {document.writing.as_ref().map(|writing| how_to_write(messages, writing))}
            {(!document.fields.is_empty()).then(|| field_by_field(messages, &document.fields))}
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
        styles: if document.writing.is_some() || document.specimen || !document.fields.is_empty() {
            &["/writing.css"]
        } else {
            &[]
        },
    })
}

/// A blank one to compare with what lies in the drawer. It is fetched when somebody opens it.
fn specimen(messages: &Messages, document: &Document) -> impl IntoView + use<> {
    view! {
        <details class="specimen">
            <summary class="button">
                {picture_file("specimen")}
                {said(&messages.specimen)}
            </summary>
            <img src=format!("/specimens/{}.svg", document.id) alt=messages.specimen_alt.text.clone() loading="lazy" />
            <p>{said(&messages.specimen_note)}</p>
        </details>
    }
}

/// Who writes it, what must stand in it, and a sample that cannot be taken for a real one.
fn how_to_write(messages: &Messages, writing: &Writing) -> impl IntoView + use<> {
    view! {
        <section class="part" data-writing="">
            <h2>{said(&messages.writing)}</h2>
            <p>{said(&writing.who)}</p>
            <h3>{said(&messages.writing_says)}</h3>
            <ul>{writing.says.iter().map(|line| view! { <li>{said(line)}</li> }).collect_view()}</ul>
            <figure class="sample">
                <figcaption class="sample__mark">
                    <b>{said(&messages.sample)}</b>
                    " "
                    {said(&messages.sample_invented)}
                </figcaption>
                {writing.sample.iter().map(|line| view! { <p>{said(line)}</p> }).collect_view()}
            </figure>
        </section>
    }
}

/// A printed form: what each of its fields asks, an invented example, the usual mistake.
fn field_by_field(messages: &Messages, fields: &[Field]) -> impl IntoView + use<> {
    let one = |field: &Field| {
        view! {
            <li class="field">
                <b>{said(&field.asks)}</b>
                <p class="field__example"><small>{said(&messages.field_example)}</small> " " {said(&field.example)}</p>
                {field
                    .mistake
                    .as_ref()
                    .map(|mistake| {
                        view! { <p class="field__mistake"><small>{said(&messages.field_mistake)}</small> " " {said(mistake)}</p> }
                    })}
            </li>
        }
    };
    view! {
        <section class="part" data-fields="">
            <h2>{said(&messages.fields)}</h2>
            <p>{said(&messages.fields_lead)}</p>
            <ol class="fields">{fields.iter().map(one).collect_view()}</ol>
        </section>
    }
}

fn line(label: &Words, words: Option<&Words>) -> Option<impl IntoView + use<>> {
    words.map(|words| view! { <p>{said(label)} " " <b>{said(words)}</b></p> })
}

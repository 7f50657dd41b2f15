//! What a number says, before anything is done with it: which procedure, for which commune, how many things. One wrong
//! number in ten passes its check digit, so the person decides whether this is it.

use domain::{Procedure, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::controls::Bar;
use crate::components::frame::{Build, Page};
use crate::components::picture::{picture, picture_file};
use crate::components::said::{said, said_with};

/// `/k/`, also shown at `/k/<digits>` by hosts that can.
pub fn page(build: &Build<'_>) -> String {
    let messages = build.messages;
    let main = view! {
        <main id="main" class="main check" data-page="check" data-alive="">
            // Without script nobody can read the number out of the address; whoever sees this still has it.
            <div class="check__plain" data-plain="">
                <h1>{said(&messages.papers)}</h1>
                <p class="lead">{picture("phone")} {said(&messages.check_plain)}</p>
                <a class="button" href="/tat-ca/">
                    {picture("list")}
                    {said(&messages.all_procedures)}
                </a>
            </div>
            <div class="check__said" aria-live="polite" data-answer="">
                {found(build)} {troubles(messages)}
            </div>
            <p class="check__number" data-said="" hidden=true>
                {said(&messages.check_number)} " " <b data-digits=""></b>
            </p>
        </main>
    };
    build.document(Page {
        title: build.title(&messages.papers),
        description: &messages.description.text,
        heading: build.brand(),
        main: main.into_any(),
        bar: build.bar(None, &Bar { back: Some("/"), next: None }),
        alive: true,
        styles: &["/check.css"],
    })
}

/// The question, and what it is about.
fn found(build: &Build<'_>) -> impl IntoView + use<> {
    let messages = build.messages;
    view! {
        <section class="found" data-check="" hidden=true>
            <h1 tabindex="-1">{said(&messages.check_ask)}</h1>
            <div class="found__card">
                <ul class="found__procedures">
                    {build.site.procedures.iter().map(procedure).collect_view()}
                </ul>
                <div class="found__facts">
                    <p class="found__fact">
                        {picture_file("office")}
                        <span data-commune="own">{said(&build.site.commune.name)}</span>
                        <b data-commune="other" hidden=true>
                            {said(&messages.check_other_commune)}
                        </b>
                    </p>
                    <p class="found__fact found__count">
                        {picture_file("list")}
                        <span data-kind="list">{said_with(&messages.total_count, "total", String::new())}</span>
                        <span data-kind="missing" hidden=true>
                            {said_with(&messages.check_missing, "missing", String::new())}
                        </span>
                    </p>
                </div>
            </div>
            <a class="button button--primary" data-action="yes" href="/">
                {picture("check")}
                {said(&messages.check_yes)}
            </a>
            <a class="button" data-action="no" href="/so/">
                {picture("cross")}
                {said(&messages.check_no)}
            </a>
        </section>
    }
}

fn procedure(procedure: &Procedure) -> impl IntoView + use<> {
    view! {
        <li class="found__procedure" data-procedure=procedure.slug.clone() data-number=procedure.number hidden=true>
            {picture_file(&procedure.picture)}
            <b>{said(&procedure.plain)}</b>
        </li>
    }
}

/// What can be wrong with a number: one sentence each, and what to do about it.
fn troubles(messages: &Messages) -> impl IntoView + use<> {
    let retype = |words: &Words| {
        view! {
            <a class="button" href="/so/" data-action="type">
                {picture("keypad")}
                {said(words)}
            </a>
        }
        .into_any()
    };
    let again = || {
        view! {
            <button class="button button--primary" type="button" data-action="again">
                {picture("again")}
                {said(&messages.try_again)}
            </button>
        }
        .into_any()
    };
    [
        ("none", "keypad", &messages.check_none, retype(&messages.number_press)),
        ("wrong-digit", "warning", &messages.number_wrong, retype(&messages.number_retype)),
        ("unknown-procedure", "new-version", &messages.number_unknown, again()),
        ("no-network", "no-network", &messages.check_no_network, again()),
    ]
    .map(|(name, sign, sentence, way)| {
        view! {
            <section class="trouble" data-trouble=name hidden=true>
                <h1 class="trouble__words" tabindex="-1">
                    {picture_file(sign)}
                    {said(sentence)}
                </h1>
                {way}
            </section>
        }
    })
}

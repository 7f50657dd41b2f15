//! The questions, each with its options for the woken page and with what depends on it for the plain one.

use domain::interview::DONT_KNOW;
use domain::{Condition, Procedure, Question};
use leptos::prelude::*;

use crate::components::frame::Build;
use crate::components::picture::{picture, picture_file};
use crate::components::requirement_card::requirement_card;
use crate::components::said::said;

/// All questions in the order they are asked.
pub(super) fn questions(build: &Build<'_>, procedure: &Procedure) -> Option<impl IntoView + use<>> {
    let messages = build.messages;
    (!procedure.questions.is_empty()).then(|| {
        view! {
            <section class="questions" id="hoi">
                <h2>{said(&messages.some)}</h2>
                <p class="lead">{said(&messages.some_lead)}</p>
                <p class="progress">
                    {said(&messages.question_count)} " " <b data-count="nth"></b> " / " <b data-count="of"></b>
                </p>
                {procedure
                    .questions
                    .iter()
                    .enumerate()
                    .map(|(position, question)| one(build, procedure, position, question))
                    .collect_view()}
                <p class="hint" data-hint="" role="alert" hidden=true>
                    {picture("warning")}
                    {said(&messages.choose_first)}
                </p>
            </section>
        }
    })
}

fn one(build: &Build<'_>, procedure: &Procedure, position: usize, question: &Question) -> impl IntoView + use<> {
    let messages = build.messages;
    let words_id = format!("hoi-{}", question.id);
    let mut options: Vec<_> = question
        .options
        .iter()
        .map(|option| choice(position, &option.id, &option.picture, &option.words, option.note.as_ref()).into_any())
        .collect();
    options.push(
        choice(position, DONT_KNOW, "khong-biet", &messages.dont_know, Some(&messages.dont_know_note)).into_any(),
    );
    // A requirement that looks at several questions stands under the last of them.
    let depending: Vec<_> = procedure
        .requirements
        .iter()
        .filter(|requirement| {
            requirement.when != Condition::Always
                && requirement.when.questions().iter().copied().max().map_or(0, usize::from) == position
        })
        .map(|requirement| requirement_card(messages, &build.site.documents, procedure, requirement))
        .collect();
    // Without script there is nothing to read under a question on which no requirement depends.
    let plain = depending.is_empty().then_some("empty");
    view! {
        <section
            class="question"
            data-question=question.id.clone()
            data-plain=plain
            data-sensitive=question.sensitive.then_some("")
        >
            <div class="question__picture">{picture_file(&question.picture)}</div>
            <h2 class="question__words" id=words_id.clone() tabindex="-1">
                {said(&question.words)}
            </h2>
            <div class="question__options" role="radiogroup" aria-labelledby=words_id>
                {options}
            </div>
            <ul class="items question__items">{depending}</ul>
        </section>
    }
}

fn choice(
    question: usize,
    option: &str,
    picture_id: &str,
    words: &domain::Words,
    note: Option<&domain::Words>,
) -> impl IntoView + use<> {
    view! {
        <label class="choice" data-option=option.to_owned()>
            // Nothing is ever sent, so it has no value; the name only says which belong together.
            <input type="radio" name=question autocomplete="off" />
            {picture_file(picture_id)}
            <span class="choice__words">
                <b>{said(words)}</b>
                {note.map(|note| view! { <small>{said(note)}</small> })}
            </span>
        </label>
    }
}

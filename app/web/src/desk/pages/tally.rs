//! The tally: one touch for each file, three faces for people, and what a month comes to.

use domain::{Procedure, Words};
use leptos::prelude::*;

use super::home::names;
use crate::components::picture::picture_file;
use crate::components::said::{said, said_with};
use crate::desk::{Desk, DeskPage};

/// `/can-bo/so-dem/`
pub(super) fn page(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let main = view! {
        <main id="main" class="desk" data-page="desk-tally" data-office=desk.build.site.commune.name.text.clone() data-alive="" data-made=desk.made() data-heading=words.tally_csv.text.clone()>
            <p class="desk__plain" data-plain="">{said(&words.needs_program)}</p>
            <section class="counting">
                <h1>{said(&words.tally_title)}</h1>
                <p class="lead">{said(&words.tally_lead)}</p>
                {troubles(desk)}
                <div class="counting__taps">
                    {tap("enough", "check", &words.tally_enough)} {tap("sent-home", "again", &words.tally_sent_home)}
                </div>
                <p class="counting__today" role="status">
                    {said(&words.tally_today)} " " {said_with(&words.tally_enough_count, "enough", "0".to_owned())} " · "
                    {said_with(&words.tally_sent_count, "sent-home", "0".to_owned())} " · "
                    {said_with(&words.tally_faces_count, "faces", "0".to_owned())}
                </p>
                <p class="counting__ways">
                    <button class="button" type="button" data-action="undo" hidden=true>
                        {picture_file("erase")}
                        {said(&words.tally_undo)}
                    </button>
                </p>
                {missing(desk)}
                <p class="counting__ways">
                    <button class="button" type="button" data-action="ask-people">
                        {picture_file("speak")}
                        {said(&words.tally_ask)}
                    </button>
                </p>
            </section>
            {month(desk)}
            {faces(desk)}
        </main>
    };
    desk.document(DeskPage {
        title: format!("{} · {}", words.tally_title.text, words.desk_name.text),
        address: "/can-bo/so-dem/".to_owned(),
        main: main.into_any(),
        alive: true,
        styles: &["/desk-tally.css"],
    })
}

fn troubles(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    [
        ("lost", &words.tally_lost),
        ("not-counted", &words.tally_not_counted),
        ("unread", &words.tally_unread),
        ("not-deleted", &words.tally_not_deleted),
    ]
    .map(|(name, says)| {
        view! {
            <p class="trouble-line" role="alert" data-trouble=name hidden=true>
                {said(says)}
            </p>
        }
    })
    .into_iter()
    .collect_view()
}

fn tap(name: &'static str, picture: &str, words: &Words) -> impl IntoView + use<> {
    view! {
        <button class="tap" type="button" data-tap=name>
            {picture_file(picture)}
            {said(words)}
        </button>
    }
}

/// What was missing: asked after the file is counted, so that whoever has no time for it has counted all the same.
fn missing(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    let procedures = desk.build.site.procedures.iter().map(|procedure| {
        view! {
            <li data-choice=procedure.slug.clone() data-names=names(procedure)>
                <button class="choice" type="button" data-procedure=procedure.slug.clone()>
                    {picture_file(&procedure.picture)}
                    <b>{said(&procedure.plain)}</b>
                </button>
            </li>
        }
    });
    view! {
        <section class="missing" data-missing-panel="" hidden=true>
            <h2>{said(&words.tally_what)}</h2>
            <div data-which="">
                <label class="field">
                    {said(&words.choose_letters)}
                    <input type="search" autocomplete="off" spellcheck="false" data-search="" />
                </label>
                <p data-not-found="" role="status" hidden=true>
                    {said(&words.choose_none)}
                </p>
                <ul class="choices" data-choices="">
                    {procedures.collect_view()}
                </ul>
            </div>
            {desk.build.site.procedures.iter().map(things).collect_view()}
            <p class="counting__ways">
                <button class="button" type="button" data-action="done">
                    {picture_file("check")}
                    {said(&words.tally_done)}
                </button>
                <button class="button" type="button" data-action="other-procedure" hidden=true>
                    {picture_file("back")}
                    {said(&words.tally_other)}
                </button>
            </p>
        </section>
    }
}

fn things(procedure: &Procedure) -> impl IntoView + use<> {
    let things = procedure.requirements.iter().filter(|requirement| requirement.group().is_fetched());
    let things = things.map(|requirement| {
        view! {
            <li>
                <button
                    class="choice"
                    type="button"
                    aria-pressed="false"
                    data-missing=format!("{}/{}", procedure.slug, requirement.id)
                    data-name=format!("{} ({})", requirement.plain.text, procedure.plain.text)
                >
                    {picture_file(&requirement.picture)}
                    <b>{said(&requirement.plain)}</b>
                </button>
            </li>
        }
    });
    view! {
        <ul class="choices" data-of=procedure.slug.clone() hidden=true>
            {things.collect_view()}
        </ul>
    }
}

/// One month, as it is shown and printed. Rows are copies of the first of each list, which is empty.
fn month(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    view! {
        <section class="month" data-month="">
            <header class="month__head">
                <button class="button" type="button" data-action="month-before">
                    {picture_file("back")}
                    {said(&words.tally_before)}
                </button>
                <h2>{said_with(&words.tally_month, "month", String::new())}</h2>
                <button class="button" type="button" data-action="month-after">
                    {picture_file("next")}
                    {said(&words.tally_after)}
                </button>
            </header>
            <p class="month__place">
                <b data-count="place"></b>
                <span class="month__printed">" · " {said_with(&words.tally_printed, "printed", String::new())}</span>
            </p>
            <p class="month__none" data-none="">{said(&words.tally_none)}</p>
            <div class="month__numbers" data-some="" hidden=true>
                <p class="month__success">
                    {said(&words.tally_first_visit)} " " <b data-count="first-visit"></b>
                </p>
                <p>
                    {said_with(&words.tally_enough_count, "month-enough", String::new())} " · "
                    {said_with(&words.tally_sent_count, "month-sent-home", String::new())}
                </p>
                <h3>{said(&words.tally_weeks)}</h3>
                <ol class="weeks" data-weeks="">
                    <li data-row="" hidden=true>
                        <span>
                            {said_with(&words.tally_week, "monday", String::new())}
                            <small data-before="" hidden=true>
                                {said(&words.tally_week_before)}
                            </small>
                        </span>
                        <progress max="100"></progress>
                        <b data-count="percent"></b>
                    </li>
                </ol>
                <h3>{said(&words.tally_most)}</h3>
                <ol class="most" data-most="">
                    <li data-row="" hidden=true>
                        <span data-count="what"></span>
                        " "
                        <b data-count="times"></b>
                    </li>
                </ol>
                <h3>{said(&desk.said.faces_ask)}</h3>
                <p class="month__faces">
                    {said(&desk.said.faces_glad)} " " <b data-count="glad"></b> " · " {said(&desk.said.faces_fair)} " "
                    <b data-count="fair"></b> " · " {said(&desk.said.faces_sad)} " " <b data-count="sad"></b>
                </p>
            </div>
            <p class="trouble-line" data-damaged="" hidden=true>
                {said_with(&words.tally_damaged, "damaged", String::new())}
            </p>
            <p class="month__ways">
                <button class="button" type="button" data-action="print">
                    {picture_file("print")}
                    {said(&words.paper_print)}
                </button>
                <a class="button" data-action="csv" href="#main">
                    {picture_file("keep")}
                    {said(&words.tally_save)}
                </a>
                <button class="button" type="button" data-action="delete-all">
                    {picture_file("delete")}
                    {said(&words.tally_delete)}
                </button>
            </p>
            <p class="month__sure" data-sure="" hidden=true>
                {said(&words.tally_sure)}
                <button class="button" type="button" data-action="delete-now">
                    {said(&words.tally_delete_now)}
                </button>
                <button class="button" type="button" data-action="delete-not">
                    {said(&words.tally_delete_not)}
                </button>
            </p>
        </section>
    }
}

/// The question that people answer themselves, over the whole screen.
fn faces(desk: &Desk<'_>) -> impl IntoView + use<> {
    let (words, said_to_people) = (desk.words, desk.said);
    let faces = [
        ("glad", "M15 29q9 9 18 0", &said_to_people.faces_glad),
        ("fair", "M15 32h18", &said_to_people.faces_fair),
        ("sad", "M15 34q9 -9 18 0", &said_to_people.faces_sad),
    ]
    .map(|(name, mouth, says)| {
        view! {
            <button class="face" type="button" data-face=name>
                <svg viewBox="0 0 48 48" aria-hidden="true">
                    <circle cx="24" cy="24" r="20" />
                    <path d=format!("M17 18v3M31 18v3{mouth}") />
                </svg>
                {said(says)}
            </button>
        }
    });
    view! {
        <section class="faces" data-faces="" role="dialog" aria-modal="true" aria-label=said_to_people.faces_ask.text.clone() hidden=true>
            <div class="faces__ask" data-ask="">
                <h2 tabindex="-1">{said(&said_to_people.faces_ask)}</h2>
                <div class="faces__row">{faces.into_iter().collect_view()}</div>
            </div>
            <div class="faces__thanks" data-thanks="" role="status" hidden=true>
                <p tabindex="-1">{said(&said_to_people.faces_thanks)}</p>
                <button class="button button--primary" type="button" data-action="next-person">
                    {said(&said_to_people.faces_next)}
                </button>
            </div>
            <button class="button faces__close" type="button" data-action="close-faces">
                {said(&words.tally_close)}
            </button>
        </section>
    }
}

//! Where a clerk begins: which procedure, found by a few letters or among the recent ones; and what is typed once.

use domain::Procedure;
use leptos::prelude::*;

use crate::components::picture::picture_file;
use crate::components::said::{said, said_with};
use crate::desk::{Desk, DeskPage};

/// Where the page for one procedure lies.
pub(super) fn address(procedure: &Procedure) -> String {
    format!("/can-bo/{}/", procedure.slug)
}

/// `/can-bo/`
pub(super) fn page(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let main = view! {
        <main id="main" class="desk" data-page="desk" data-alive="" data-made=desk.made()>
            <p class="desk__plain" data-plain="">{said(&words.needs_program)}</p>
            <section class="choose">
                <h1>{said(&words.choose_title)}</h1>
                <label class="field choose__letters">
                    {said(&words.choose_letters)}
                    <input type="search" autocomplete="off" spellcheck="false" enterkeyhint="go" data-search="" />
                </label>
                <section class="choose__recent" data-recent="" hidden=true>
                    <h2>{said(&words.recent)}</h2>
                    <ul class="choices"></ul>
                </section>
                <p class="choose__none" role="status" data-none="" hidden=true>
                    {said(&words.choose_none)}
                </p>
                <ul class="choices" data-choices="">
                    {desk.build.site.procedures.iter().map(choice).collect_view()}
                </ul>
            </section>
            {settings(desk)}
        </main>
    };
    desk.document(DeskPage {
        title: words.desk_name.text.clone(),
        address: "/can-bo/".to_owned(),
        main: main.into_any(),
        alive: true,
        styles: &[],
    })
}

/// By which names a procedure is found, the plain one first; `|` stands between them.
pub(super) fn names(procedure: &Procedure) -> String {
    let Procedure { plain, official, sms, everyday, slug, code, .. } = procedure;
    let slug = slug.replace('-', " ");
    let written = [&plain.text, &official.text, sms].into_iter().chain(everyday).chain([&slug, code]);
    written.map(String::as_str).collect::<Vec<_>>().join("|")
}

/// A procedure to choose.
fn choice(procedure: &Procedure) -> impl IntoView + use<> {
    view! {
        <li data-choice=procedure.slug.clone() data-names=names(procedure)>
            <a class="choice" href=address(procedure)>
                {picture_file(&procedure.picture)}
                <span>
                    <b>{said(&procedure.plain)}</b>
                    <small>{said(&procedure.official)}</small>
                </span>
            </a>
        </li>
    }
}

fn settings(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    let commune = desk.build.site.commune.name.text.clone();
    view! {
        <section class="settings" data-settings="">
            <h2>{said(&words.settings_title)}</h2>
            <p class="lead">{said(&words.settings_lead)}</p>
            <label class="field">
                {said(&words.commune_name)} <input type="text" name="commune" maxlength="40" autocomplete="off" />
                <small>{said_with(&words.commune_hint, "", commune)}</small>
            </label>
            <label class="field">
                {said(&words.phone_number)}
                <input type="tel" name="phone" maxlength="24" autocomplete="off" aria-describedby="phone-trouble" />
                <small>{said(&words.phone_hint)}</small>
            </label>
            <p class="trouble-line" id="phone-trouble" role="alert" data-trouble="phone" hidden=true>
                {said(&words.phone_wrong)}
            </p>
            <label class="field">
                {said(&words.hours)} <input type="text" name="hours" maxlength="40" autocomplete="off" />
                <small>{said(&words.hours_hint)}</small>
            </label>
            <label class="field">
                {said(&words.greeting)} <input type="text" name="greeting" maxlength="40" autocomplete="off" />
                <small>{said(&words.greeting_hint)}</small>
            </label>
            <p class="settings__said" role="status">
                <span data-said="saved" hidden=true>
                    {said(&words.settings_saved)}
                </span>
                <span class="trouble-line" data-said="lost" hidden=true>
                    {said(&words.settings_lost)}
                </span>
            </p>
        </section>
    }
}

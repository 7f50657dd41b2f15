//! Many messages at once: a table in, a table out.

use domain::Words;
use leptos::prelude::*;

use super::sentences::sentences;
use crate::components::picture::picture_file;
use crate::components::said::{said, said_with};
use crate::desk::many::Catalog;
use crate::desk::{Desk, DeskPage};
use crate::rules_text;

/// A table as one could be: telephone, procedure, what is missing.
const SAMPLE: &str = "0912345678,khai-sinh,can-cuoc";

/// `/can-bo/nhieu/`
pub(super) fn page(desk: &Desk<'_>) -> String {
    let words = desk.words;
    let sample =
        format!("{}\r\n{SAMPLE}\r\n", words.many_bad_heading.text.split(',').take(3).collect::<Vec<_>>().join(","));
    let main = view! {
        <main
            id="main"
            class="desk"
            data-page="desk-many"
            data-alive=""
            data-made=desk.made()
            data-work="none"
            data-office=desk.build.site.commune.name.text.clone()
            // A catalogue that cannot be written leaves the page plain.
            data-catalog=rules_text::encode(&Catalog::of(desk.build.site)).unwrap_or_default()
            data-phone=words.many_phone_names.text.clone()
            data-procedure=words.many_procedure_names.text.clone()
            data-missing=words.many_missing_names.text.clone()
            data-heading=words.many_heading.text.clone()
            data-bad-heading=words.many_bad_heading.text.clone()
            data-sample=sample
        >
            <p class="desk__plain" data-plain="">{said(&words.needs_program)}</p>
            {sentences(desk.said)}
            <section class="many">
                <h1>{said(&words.many_title)}</h1>
                <p class="lead">{said(&words.many_lead)}</p>
                <p>
                    {said(&words.many_columns)} " " <a data-action="sample" href="#main">
                        {said(&words.many_sample)}
                    </a>
                </p>
                <label class="field">
                    {said(&words.many_file)}
                    <input type="file" accept=".csv,.tsv,.txt,text/csv" data-file="" />
                </label>
                <label class="field">
                    {said(&words.many_paste)}
                    <textarea rows="5" spellcheck="false" autocomplete="off" data-pasted=""></textarea>
                </label>
                <button class="button" type="button" data-action="read">
                    {picture_file("list")}
                    {said(&words.many_read)}
                </button>
                {troubles(desk)}
                <p class="many__working" role="status" data-working="" hidden=true>
                    {said(&words.many_working)} <progress max="100" value="0"></progress>
                </p>
            </section>
            {result(desk)}
            <ul hidden=true data-reasons="">
                {reasons(desk)}
            </ul>
        </main>
    };
    desk.document(DeskPage {
        title: format!("{} · {}", words.many_title.text, words.desk_name.text),
        address: "/can-bo/nhieu/".to_owned(),
        main: main.into_any(),
        alive: true,
        styles: &["/desk-many.css"],
    })
}

fn troubles(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    [
        ("empty", &words.many_empty),
        ("spreadsheet", &words.many_spreadsheet),
        ("not-text", &words.many_not_text),
        ("no-phone", &words.many_no_phone),
        ("no-procedure", &words.many_no_procedure),
        ("no-missing", &words.many_no_missing),
        ("too-many", &words.many_too_many),
    ]
    .map(|(name, words)| {
        view! {
            <p class="trouble-line" role="alert" data-trouble=name hidden=true>
                {said_with(words, "rows", String::new())}
            </p>
        }
    })
    .into_iter()
    .collect_view()
}

/// What came of it. Rows are copies of the first of each list, which is empty.
fn result(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    let link = |action: &'static str, words: &Words| {
        view! {
            <a class="button button--primary" data-action=action href="#main" hidden=true>
                {said(words)}
            </a>
        }
    };
    view! {
        <section class="many__result" data-result="" hidden=true>
            <p class="many__totals" role="status">
                <b>{said_with(&words.many_good, "good", String::new())}</b>
                <span>{said_with(&words.many_parts, "parts", String::new())}</span>
                <b class="many__bad">{said_with(&words.many_bad, "bad", String::new())}</b>
            </p>
            <p data-changed="" hidden=true>
                {said_with(&words.many_changed, "changed", String::new())}
            </p>
            <p class="many__ways">{link("save", &words.many_save)} {link("save-bad", &words.many_save_bad)}</p>
            <section data-bad="" hidden=true>
                <h2>{said(&words.many_bad_title)}</h2>
                <p data-more-bad="" hidden=true>
                    {said(&words.many_bad_first)}
                </p>
                <ul class="many__lines" data-bad-lines="">
                    <li data-row="" hidden=true>
                        <b>{said_with(&words.many_line, "line", String::new())}</b>
                        <span data-count="stood"></span>
                        <span class="many__why" data-count="why"></span>
                    </li>
                </ul>
            </section>
            <section data-some="" hidden=true>
                <h2>{said(&words.many_first)}</h2>
                <ul class="many__lines" data-first="">
                    <li data-row="" hidden=true>
                        <b data-count="to"></b>
                        <span data-count="text"></span>
                    </li>
                </ul>
            </section>
        </section>
    }
}

/// Why a line cannot be read, by the name of the reason.
fn reasons(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    [
        ("phone-empty", &words.why_phone_empty),
        ("phone-rounded", &words.why_phone_rounded),
        ("phone-letters", &words.why_phone_letters),
        ("phone-abroad", &words.why_phone_abroad),
        ("phone-short", &words.why_phone_short),
        ("phone-old", &words.why_phone_old),
        ("phone-prefix", &words.why_phone_prefix),
        ("phone-long", &words.why_phone_long),
        ("phone-landline", &words.why_phone_landline),
        ("procedure-none", &words.why_procedure_none),
        ("procedure-unknown", &words.why_procedure_unknown),
        ("procedure-several", &words.why_procedure_several),
        ("missing-none", &words.why_missing_none),
        ("missing-unknown", &words.why_missing_unknown),
        ("missing-several", &words.why_missing_several),
    ]
    .map(|(name, words)| view! { <li data-reason=name data-says=words.text.clone()></li> })
    .into_iter()
    .collect_view()
}

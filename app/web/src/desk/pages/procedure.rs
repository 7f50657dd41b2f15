//! The message for one person: a line for each requirement, how it stands with it, and what is sent, read out or written
//! on the slip.

use domain::requirement::Kind;
use domain::{Procedure, Requirement};
use leptos::prelude::*;

use super::home::address;
use super::sentences::sentences;
use crate::components::picture::picture_file;
use crate::components::requirement_card::{form_words, group_words, same_name, whose};
use crate::components::said::{said, said_with};
use crate::desk::number::Numbered;
use crate::desk::{Desk, DeskPage};
use crate::pages::procedure::GROUPS;

/// `/can-bo/<slug>/`
pub(super) fn page(desk: &Desk<'_>, procedure: &Procedure) -> String {
    let site = desk.build.site;
    let Numbered { procedure: number, commune, known, births } = Numbered::of(site, procedure);
    let main = view! {
        <main
            id="main"
            class="desk"
            data-page="desk-procedure"
            data-alive=""
            data-made=desk.made()
            data-procedure=procedure.slug.clone()
            data-number=number
            data-commune=commune
            data-known=known
            data-births=births
            data-sms=procedure.sms.clone()
            data-plain-name=procedure.plain.text.clone()
            data-official=procedure.official.text.clone()
            data-code=procedure.code.clone()
            data-office=site.commune.name.text.clone()
        >
            <p class="desk__plain" data-plain="">{said(&desk.words.needs_program)}</p>
            {sentences(desk.said)}
            <header class="desk__head">
                {picture_file(&procedure.picture)}
                <div>
                    <h1>{said(&procedure.plain)}</h1>
                    <p class="official">{said(&procedure.official)} " · " {procedure.code.clone()}</p>
                </div>
            </header>
            <div class="desk__columns">{gaps(desk, procedure)} {outbox(desk)}</div>
        </main>
    };
    desk.document(DeskPage {
        title: format!("{} · {}", procedure.plain.text, desk.words.desk_name.text),
        address: address(procedure),
        main: main.into_any(),
        alive: true,
        styles: &["/desk-message.css"],
    })
}

/// What can be wrong with a requirement, by the name of the state in the page.
const OF_PAPER: [&str; 6] = ["enough", "missing", "blurred", "wrong-name", "expired", "unsigned"];

fn gaps(desk: &Desk<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let groups = GROUPS.map(|(group, name, _)| {
        let own: Vec<_> = procedure
            .requirements
            .iter()
            .filter(|it| it.group() == group && it.can_be_missing_in_a_message())
            .collect();
        (!own.is_empty()).then(|| {
            view! {
                <section class="gaps__group" data-group=name>
                    <h3>{said(group_words(desk.build.messages, group))}</h3>
                    <ul class="gaps__lines">
                        {own.into_iter().map(|requirement| line(desk, requirement)).collect_view()}
                    </ul>
                </section>
            }
        })
    });
    view! {
        <section class="gaps">
            <h2>{said(&desk.words.which_gaps)}</h2>
            {groups.into_iter().collect_view()}
            <button class="button" type="button" data-action="start-again">
                {picture_file("again")}
                {said(&desk.words.start_again)}
            </button>
            // On a phone the message grows below what can be seen.
            <a class="button button--primary gaps__go" href="#tin">
                {picture_file("message")}
                {said(&desk.words.message_title)}
            </a>
        </section>
    }
}

fn line(desk: &Desk<'_>, requirement: &Requirement) -> impl IntoView + use<> {
    let (words, messages) = (desk.words, desk.build.messages);
    let official = requirement.official.as_ref().unwrap_or(&requirement.plain);
    let differs = !same_name(&official.text, &requirement.plain.text);
    let form = requirement.form.map(|form| form_words(messages, form));
    let whose = whose(messages, requirement);
    // Who has to come, and what to know, is there or is not.
    let states = if requirement.kind == Kind::Paper { &OF_PAPER[..] } else { &OF_PAPER[..2] };
    let group = format!("state-{}", requirement.id);
    let states = states.iter().map(|state| {
        let name = match *state {
            "missing" => &words.state_missing,
            "blurred" => &words.state_blurred,
            "wrong-name" => &words.state_wrong_name,
            "expired" => &words.state_expired,
            "unsigned" => &words.state_unsigned,
            _ => &words.state_enough,
        };
        view! {
            <label class="state" data-state=*state>
                <input
                    type="radio"
                    name=group.clone()
                    value=*state
                    checked=*state == "enough"
                    autocomplete="off"
                />
                {said(name)}
            </label>
        }
    });
    let on_slip = match form {
        Some(form) => format!("{} ({})", official.text, form.text),
        None => official.text.clone(),
    };
    view! {
        <li
            class="gap"
            data-requirement=requirement.id.clone()
            data-number=requirement.number
            data-sms=requirement.sms.clone()
            data-plain-name=requirement.plain.text.clone()
            data-slip=on_slip
        >
            <fieldset>
                <legend class="gap__name">
                    {picture_file(&requirement.picture)}
                    <span>
                        <b>{said(&requirement.plain)}</b>
                        <small>
                            {differs.then(|| said(official))} {(differs && form.is_some()).then_some(" · ")}
                            {form.map(said)} {whose.map(|whose| view! { " · " {said(whose)} })}
                        </small>
                    </span>
                </legend>
                <div class="states">{states.collect_view()}</div>
            </fieldset>
        </li>
    }
}

/// The message and all ways it can leave the desk.
fn outbox(desk: &Desk<'_>) -> impl IntoView + use<> {
    let words = desk.words;
    let extras = [("greeting", &words.greeting), ("say-when", &words.hours), ("ask", &words.phone_number)].map(
        |(name, says)| {
            view! {
                <label class="extra" data-extra=name hidden=true>
                    <input type="checkbox" name=name checked=true autocomplete="off" />
                    {said(says)}
                    <small data-left-out="" hidden=true>
                        {said(&words.left_out)}
                    </small>
                </label>
            }
        },
    );
    view! {
        <section class="outbox" id="tin">
            <h2>{said(&words.message_title)}</h2>
            <p class="outbox__none" data-none="">{said(&words.gaps_none)}</p>
            <div class="outbox__message" data-message="" hidden=true>
                <p class="sms" data-text="" tabindex="0"></p>
                <p class="meter" data-parts="" role="status">
                    <b data-one="">{said(&words.one_part)}</b>
                    <b data-more="" hidden=true>
                        {said_with(&words.parts, "parts", String::new())}
                    </b>
                    <span>{said_with(&words.letters, "letters", String::new())}</span>
                    <span data-price="" hidden=true>
                        {said_with(&words.accents_price, "price", String::new())}
                    </span>
                </p>
                <p class="outbox__long" data-long="" hidden=true>
                    {said(&words.only_one_part)}
                </p>
                <p class="outbox__replaced" data-replaced="" hidden=true>
                    {said_with(&words.replaced, "replaced", String::new())}
                </p>
                <button class="button button--primary" type="button" data-action="copy-text">
                    {picture_file("copy")}
                    {said(&words.copy_text)}
                </button>
                <p class="outbox__said" role="status">
                    <span data-said="copied" hidden=true>
                        {said(&words.copied)}
                    </span>
                    <span class="trouble-line" data-said="not-copied" hidden=true>
                        {said(&words.not_copied)}
                    </span>
                </p>
                <fieldset class="extras" data-extras="">
                    <legend>{said(&words.include)}</legend>
                    {extras.into_iter().collect_view()}
                    <label class="extra">
                        <input type="checkbox" name="accents" autocomplete="off" />
                        {said(&words.accents)}
                    </label>
                </fieldset>
                <div class="outbox__fields">
                    <label class="field">
                        {said(&words.when_this)} <input type="text" name="when" maxlength="40" autocomplete="off" />
                        <small>{said(&words.hours_hint)}</small>
                    </label>
                    <label class="field">
                        {said(&words.to_number)} <input type="tel" name="to" maxlength="24" autocomplete="off" />
                        <small>{said(&words.to_hint)}</small>
                        <small class="trouble-line" role="status" data-trouble="to" hidden=true>
                            {said(&words.to_wrong)}
                        </small>
                    </label>
                </div>
                <div class="outbox__ways">
                    <a class="button" data-action="send-sms" href="sms:">
                        {picture_file("phone")}
                        {said(&words.send_sms)}
                    </a>
                    <button class="button" type="button" data-action="copy-link">
                        {picture_file("copy")}
                        {said(&words.copy_link)}
                    </button>
                    <button class="button" type="button" data-action="share" hidden=true>
                        {picture_file("message")}
                        {said(&words.share)}
                    </button>
                    <a class="button" data-action="same-card" href="/">
                        {picture_file("list")}
                        {said(&words.same_card)}
                    </a>
                </div>
                <details class="outbox__way">
                    <summary>{said(&words.scan_to_send)}</summary>
                    <svg class="square" role="img" aria-label=words.scan_to_send.text.clone() data-square="">
                        <path />
                    </svg>
                </details>
                <details class="outbox__way">
                    <summary>{said(&words.read_aloud)}</summary>
                    {script(desk)}
                </details>
                <details class="outbox__way">
                    <summary>{said(&words.slip_title)}</summary>
                    <p
                        class="slip"
                        data-slip=""
                        data-lead=words.slip_lead.text.clone()
                        data-when=words.slip_when.text.clone()
                        data-ask=words.slip_ask.text.clone()
                    ></p>
                    <button class="button" type="button" data-action="copy-slip">
                        {picture_file("copy")}
                        {said(&words.copy_slip)}
                    </button>
                </details>
            </div>
        </section>
    }
}

/// What is read out over the telephone, sentence by sentence; `{…}` is filled in by the program.
fn script(desk: &Desk<'_>) -> impl IntoView + use<> {
    let said = desk.said;
    let sentences = [
        ("who", &said.call_who),
        ("count", &said.call_count),
        ("item", &said.call_item),
        ("when", &said.call_when),
        ("when-unknown", &said.call_when_unknown),
        ("money", &said.call_money),
        ("repeat", &said.call_repeat),
        ("number", &said.call_number),
        ("village", &said.call_village),
    ]
    .map(|(name, words)| {
        view! {
            <li data-call=name data-says=words.text.clone()></li>
        }
    });
    view! {
        <ol class="call" data-script="">
            {sentences.into_iter().collect_view()}
        </ol>
    }
}

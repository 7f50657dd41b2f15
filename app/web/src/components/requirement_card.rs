//! One requirement as a card: picture, name, form, tick, and below it when it is needed and how to get it.

use std::collections::BTreeMap;

use domain::requirement::{Form, Group, Kind, Need, Whose};
use domain::{Condition, Document, Procedure, Requirement, Words};
use leptos::prelude::*;

use super::picture::{picture, picture_file};
use super::said::{said, said_on};
use crate::Messages;
use crate::pages::document;

/// The card.
pub fn requirement_card(
    messages: &Messages,
    documents: &BTreeMap<String, Document>,
    procedure: &Procedure,
    requirement: &Requirement,
) -> impl IntoView + use<> {
    // As the list of somebody who has answered nothing yet.
    let need = match (requirement.need, &requirement.when) {
        (Need::IfYouHave, _) => "if-you-have",
        (Need::Needed, Condition::Always) => "needed",
        (Need::Needed, _) => "perhaps",
    };
    // What everybody needs is seen first and must be there at once; the rest lies further down.
    let card_picture = match (&requirement.when, requirement.need) {
        (Condition::Always, Need::Needed) => picture(&requirement.picture).into_any(),
        _ => picture_file(&requirement.picture).into_any(),
    };
    let form = requirement.form.map(|form| {
        view! {
            <span class="form">
                {picture(form_picture(form))}
                {said(form_words(messages, form))}
            </span>
        }
    });
    let whose = whose(messages, requirement).map(|words| view! { <span class="item__whose">{said(words)}</span> });
    let condition = (requirement.when != Condition::Always).then(|| {
        view! {
            <p class="item__when">
                <span class="when__if">{said(&messages.needed_when)}</span>
                <span class="when__because">{said(&messages.because)}</span>
                " "
                <span class="when__reasons">{reasons(messages, procedure, &requirement.when)}</span>
            </p>
        }
    });
    let official = requirement
        .official
        .as_ref()
        .filter(|official| !same_name(&official.text, &requirement.plain.text))
        .map(|official| view! { <small class="item__official">{said(official)}</small> });
    view! {
        <li
            class="item"
            data-requirement=requirement.id.clone()
            data-need=need
            data-state="missing"
            data-from=requirement.from.map(|day| day.to_string())
            data-until=requirement.until.map(|day| day.to_string())
        >
            <label class="item__face">
                {card_picture}
                <span class="item__words">
                    <b class="item__name">
                        {(requirement.count > 1)
                            .then(|| view! { <span class="item__count">{requirement.count}</span> " " })}
                        {said(&requirement.plain)}
                    </b>
                    {official}
                    {whose}
                    {form}
                    <span class="item__perhaps">{said(&messages.perhaps)}</span>
                </span>
                <input
                    class="item__box"
                    type="checkbox"
                    autocomplete="off"
                />
            </label>
            {condition} {requirement.note.as_ref().map(|note| view! { <p class="item__note">{said(note)}</p> })}
            {days(messages, requirement)} {more(messages, documents, procedure, requirement)}
        </li>
    }
}

fn days(messages: &Messages, requirement: &Requirement) -> Option<impl IntoView + use<>> {
    (requirement.from.is_some() || requirement.until.is_some()).then(|| {
        view! {
            <p class="item__note">
                {requirement.from.map(|day| said_on(&messages.from_day, day))} " "
                {requirement.until.map(|day| said_on(&messages.until_day, day))}
            </p>
        }
    })
}

/// How to get it, and what is opened on demand: other documents that do, other forms, other channels, the rule.
fn more(
    messages: &Messages,
    documents: &BTreeMap<String, Document>,
    procedure: &Procedure,
    requirement: &Requirement,
) -> impl IntoView + use<> {
    let papers: Vec<&Document> = requirement.documents.iter().filter_map(|id| documents.get(id)).collect();
    let alternatives = (papers.len() > 1).then(|| {
        view! {
            <p>{said(&messages.any_one)}</p>
            <ul>
                {papers
                    .iter()
                    .map(|paper| {
                        view! {
                            <li>
                                {said(&paper.plain)}
                                {(!same_name(&paper.plain.text, &paper.official.text))
                                    .then(|| view! { " (" {said(&paper.official)} ")" })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        }
    });
    let instead = requirement
        .instead_of
        .as_ref()
        .and_then(|id| procedure.requirements.iter().find(|other| &other.id == id))
        .map(|other| view! { <p>{said(&messages.instead)} " " {said(&other.plain)}</p> });
    let also = (!requirement.also_accepted.is_empty()).then(|| {
        view! {
            <p>
                {said(&messages.also_accepted)} " "
                {joined(
                    requirement
                        .also_accepted
                        .iter()
                        .map(|form| said(form_words(messages, *form)).into_any())
                        .collect(),
                    || "; ".into_any(),
                )}
            </p>
        }
    });
    let channels = (!requirement.channels.is_empty()).then(|| {
        view! {
            <p>{said(&messages.by_channel)}</p>
            <ul>
                {requirement
                    .channels
                    .iter()
                    .map(|other| {
                        view! {
                            <li>
                                {said(channel_words(messages, other.channel))} ": "
                                {match other.form {
                                    Some(form) => said(form_words(messages, form)),
                                    None => said(&messages.not_needed_there),
                                }}
                                {other.note.as_ref().map(|note| view! { ". " {said(note)} })}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        }
    });
    let get_it = papers.first().map(|paper| {
        view! { <a class="item__get" href=document::address(paper)>{said(&messages.if_missing)}</a> }
    });
    view! {
        <details class="item__more">
            <summary>{said(&messages.more)}</summary>
            {get_it}
            {alternatives}
            {instead}
            {also}
            {channels}
        </details>
    }
}

/// A condition in words. The id of each answer's words names question and option, so that the wasm can leave just those
/// that made it hold.
pub fn reasons(messages: &Messages, procedure: &Procedure, condition: &Condition) -> AnyView {
    match condition {
        Condition::Always => ().into_any(),
        Condition::Fact(name, _) => match name.as_str() {
            "mountain" => said(&messages.fact_mountain).into_any(),
            _ => said(&messages.fact_specially_difficult).into_any(),
        },
        Condition::Answered(question, options) => {
            let Some(question) = procedure.questions.get(usize::from(*question)) else { return ().into_any() };
            joined(
                options
                    .iter()
                    .filter_map(|option| question.options.get(usize::from(*option)))
                    .map(|option| said(&option.because).into_any())
                    .collect(),
                || joiner(&messages.or),
            )
        }
        Condition::All(parts) => {
            joined(parts.iter().map(|part| reasons(messages, procedure, part)).collect(), || joiner(&messages.and))
        }
        Condition::Any(parts) => {
            joined(parts.iter().map(|part| reasons(messages, procedure, part)).collect(), || joiner(&messages.or))
        }
    }
}

fn joiner(words: &Words) -> AnyView {
    view! { <span class="joiner">" " {said(words)} " "</span> }.into_any()
}

/// Parts with something between each two.
pub(crate) fn joined(parts: Vec<AnyView>, between: impl Fn() -> AnyView) -> AnyView {
    parts
        .into_iter()
        .enumerate()
        .map(|(position, part)| view! { {(position > 0).then(&between)} {part} })
        .collect_view()
        .into_any()
}

/// Whether the official name only repeats the plain one.
pub(crate) fn same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The sign of a form.
pub(crate) fn form_picture(form: Form) -> &'static str {
    match form {
        Form::Original => "original",
        Form::Copy => "copy",
        Form::CopyAndOriginal => "copy-and-original",
        Form::CertifiedCopy | Form::RegisterCopy => "certified-copy",
        Form::Electronic => "electronic",
        Form::Shown => "shown",
        Form::MadeThere => "made-there",
    }
}

/// What a form is called.
pub fn form_words(messages: &Messages, form: Form) -> &Words {
    match form {
        Form::Original => &messages.form_original,
        Form::Copy => &messages.form_copy,
        Form::CopyAndOriginal => &messages.form_copy_and_original,
        Form::CertifiedCopy => &messages.form_certified_copy,
        Form::RegisterCopy => &messages.form_register_copy,
        Form::Electronic => &messages.form_electronic,
        Form::Shown => &messages.form_shown,
        Form::MadeThere => &messages.form_made_there,
    }
}

/// The heading of a group.
pub fn group_words(messages: &Messages, group: Group) -> &Words {
    match group {
        Group::Bring => &messages.group_bring,
        Group::Come => &messages.group_come,
        Group::Know => &messages.group_know,
        Group::MadeThere => &messages.group_made_there,
        Group::IfYouHave => &messages.group_if_you_have,
        Group::Collect => &messages.group_collect,
    }
}

/// What a way of handing in is called.
pub fn channel_words(messages: &Messages, channel: domain::procedure::ChannelKind) -> &Words {
    use domain::procedure::ChannelKind;
    match channel {
        ChannelKind::Counter => &messages.channel_counter,
        ChannelKind::AssistedOnline => &messages.channel_assisted_online,
        ChannelKind::Online => &messages.channel_online,
        ChannelKind::Post => &messages.channel_post,
    }
}

/// Whose the paper is. Who has to come, and what one has to know, name their person already.
pub fn whose<'a>(messages: &'a Messages, requirement: &Requirement) -> Option<&'a Words> {
    requirement.whose.filter(|_| requirement.kind == Kind::Paper).map(|whose| whose_words(messages, whose))
}

/// Whose a paper is.
pub fn whose_words(messages: &Messages, whose: Whose) -> &Words {
    match whose {
        Whose::Goer => &messages.whose_goer,
        Whose::Mother => &messages.whose_mother,
        Whose::Father => &messages.whose_father,
        Whose::Parents => &messages.whose_parents,
        Whose::Child => &messages.whose_child,
        Whose::Couple => &messages.whose_couple,
        Whose::Deceased => &messages.whose_deceased,
        Whose::HouseOwner => &messages.whose_house_owner,
        Whose::LandUser => &messages.whose_land_user,
        Whose::Household => &messages.whose_household,
        Whose::Witness => &messages.whose_witness,
        Whose::Authoriser => &messages.whose_authoriser,
        Whose::Giver => &messages.whose_giver,
        Whose::Heirs => &messages.whose_heirs,
    }
}

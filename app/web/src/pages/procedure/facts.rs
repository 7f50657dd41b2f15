//! Where, money, days, what happens after; then what the clerk and the doubtful want to see.

use domain::procedure::{Amount, Fee, Limit, Span, Step, Wait};
use domain::{Condition, Procedure, Words};
use leptos::prelude::*;

use crate::Messages;
use crate::components::come_back::waiting;
use crate::components::frame::Build;
use crate::components::picture::picture_file;
use crate::components::requirement_card::{channel_words, joined, reasons};
use crate::components::said::{grouped, said, said_with};
use crate::pages::basis;

/// The end of the page; woken, it is the screen "Đi nộp".
pub(super) fn facts(build: &Build<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let messages = build.messages;
    view! {
        <section class="facts" id="di-nop">
            <div class="ticket" data-verdict="missing">
                <p class="ticket__verdict" tabindex="-1">
                    <span data-verdict="enough">{picture_file("check")} {said(&messages.enough)}</span>
                    <span data-verdict="almost">{picture_file("warning")} {said(&messages.almost)}</span>
                    <span data-verdict="missing">
                        {picture_file("list")} {said_with(&messages.missing_count, "missing", String::new())}
                    </span>
                    <small class="ticket__unsure">{said_with(&messages.unsure_count, "unsure", String::new())}</small>
                </p>
                // The list once more, small, so that one picture of the screen has all that is passed on.
                <ul class="ticket__list" data-summary=""></ul>
                {short(build, procedure)}
                <p class="number alive">{said(&messages.check_number)} " " <b data-list-number=""></b></p>
            </div>
            <div class="ticket">
                {place(build, procedure)} {money(messages, procedure)} {days(messages, procedure)}
                {deadline(messages, procedure)}
                {fact(&procedure.picture, &messages.result, said(&procedure.result).into_any())}
            </div>
            <a class="button" data-action="handed-in" href=format!("/{}/da-nop/", procedure.slug)>
                {picture_file("collect")}
                {said(&messages.handed_in)}
            </a>
            {steps(&messages.steps_before, "before", &procedure.steps.before)}
            {steps(&messages.steps_counter, "counter", &procedure.steps.counter)}
            {bullets(&messages.turned_back, &procedure.turned_back)}
            {related(build, procedure, true)}
            {related(build, procedure, false)}
            <a class="button" data-action="card" href=basis::address(procedure)>
                {picture_file("clerk")}
                {said(&messages.for_clerk)}
            </a>

        </section>
    }
}

/// Where, how much, how long, in one line each.
fn short(build: &Build<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let messages = build.messages;
    let office = build.site.commune.office(procedure.receives).map(|office| {
        view! { <p>{picture_file("office")} <b>{said(&office.plain)} ", " {said(&build.site.commune.name)}</b></p> }
    });
    let money = match procedure.fees.as_slice() {
        _ if is_free(procedure) => said(&messages.free).into_any(),
        fees if fees.len() <= 2 => fees.iter().map(|fee| short_fee(messages, fee)).collect_view().into_any(),
        _ => said(&messages.money_below).into_any(),
    };
    view! {
        <div class="ticket__short">
            {office}
            <p>{picture_file(money_picture(procedure))} <span><b>{money}</b></span></p>
            <p>{picture_file("days")} <b>{whole_wait(messages, &procedure.wait)}</b></p>
        </div>
    }
}

/// Whether nobody pays anything.
fn is_free(procedure: &Procedure) -> bool {
    procedure.fees.iter().all(|fee| fee.amount == Amount::Free)
}

fn money_picture(procedure: &Procedure) -> &'static str {
    if is_free(procedure) { "money0" } else { "money" }
}

fn short_fee(messages: &Messages, fee: &Fee) -> impl IntoView + use<> {
    let some_are_free = !fee.exemptions.is_empty();
    view! {
        <span class="short__fee" data-from=fee.from.map(|day| day.to_string()) data-until=fee.until.map(|day| day.to_string())>
            {said(&fee.words)} ": " {amount(messages, fee.amount)}
            {some_are_free.then(|| view! { " (" {said(&messages.money_some_free)} ")" })}
        </span>
    }
}

fn amount(messages: &Messages, amount: Amount) -> AnyView {
    match amount {
        Amount::Free => said(&messages.free).into_any(),
        Amount::Dong(dong) => said_with(&messages.dong, "", grouped(dong)).into_any(),
        Amount::Ask => said(&messages.ask_clerk).into_any(),
    }
}

fn fact(pictogram: &str, title: &Words, inside: AnyView) -> impl IntoView + use<> {
    view! {
        <section class="fact">
            {picture_file(pictogram)}
            <div>
                <h2>{said(title)}</h2>
                {inside}
            </div>
        </section>
    }
}

fn place(build: &Build<'_>, procedure: &Procedure) -> impl IntoView + use<> {
    let messages = build.messages;
    let office = build.site.commune.office(procedure.receives).map(|office| {
        view! {
            <p class="official">{said(&office.official)}</p>
            <p>{said(office.place.as_ref().unwrap_or(&messages.place_unknown))}</p>
            <p>{said(office.hours.as_ref().unwrap_or(&messages.hours_unknown))}</p>
        }
    });
    let channels = procedure.channels.iter().map(|channel| {
        view! {
            <li>
                <b>{said(channel_words(messages, channel.kind))}</b>
                {channel.note.as_ref().map(|note| view! { ". " {said(note)} })}
            </li>
        }
    });
    let inside = view! {
        {office}
        <details>
            <summary>{said(&messages.any_commune)}</summary>
            <ul>{channels.collect_view()}</ul>
        </details>
        <details>
            <summary>{said(&messages.applicants)}</summary>
            <p>{said(&procedure.applicants)}</p>
        </details>
    };
    fact("office", &messages.where_to, inside.into_any())
}

fn money(messages: &Messages, procedure: &Procedure) -> impl IntoView + use<> {
    let fees: Vec<_> = procedure.fees.iter().map(|fee| one_fee(messages, procedure, fee)).collect();
    fact(money_picture(procedure), &messages.money, fees.into_any())
}

fn one_fee(messages: &Messages, procedure: &Procedure, fee: &Fee) -> impl IntoView + use<> {
    let exemptions = (!fee.exemptions.is_empty()).then(|| {
        view! {
            <p>{said(&messages.free_if)}</p>
            <ul>{fee.exemptions.iter().map(|words| view! { <li>{said(words)}</li> }).collect_view()}</ul>
        }
    });
    view! {
        <div class="fee" data-from=fee.from.map(|day| day.to_string()) data-until=fee.until.map(|day| day.to_string())>
            <p>{said(&fee.words)} ": " <strong>{amount(messages, fee.amount)}</strong></p>
            {condition(messages, procedure, &fee.when)}
            {exemptions}
        </div>
    }
}

/// How long the office has, and what its clock does not count.
pub(crate) fn days(messages: &Messages, procedure: &Procedure) -> impl IntoView + use<> {
    let limits: Vec<_> = procedure.limits.iter().map(|limit| one_limit(messages, procedure, limit)).collect();
    let working = procedure.limits.iter().any(|limit| matches!(limit.span, Span::WorkingDays(_)));
    let inside = view! {
        <p>{said(&procedure.wait.words)}</p>
        {limits}
        {working.then(|| view! { <p class="official">{said(&messages.working_days_explained)}</p> })}
    };
    fact("days", &messages.days, inside.into_any())
}

/// What the person waits in all.
pub(crate) fn whole_wait(messages: &Messages, wait: &Wait) -> impl IntoView + use<> {
    let sentence = |(words, weeks): (&Words, Option<String>)| match weeks {
        Some(weeks) => said_with(words, "", weeks).into_any(),
        None => said(words).into_any(),
    };
    joined(waiting(messages, wait).into_iter().map(sentence).collect(), || ". ".into_any())
}

fn one_limit(messages: &Messages, procedure: &Procedure, limit: &Limit) -> impl IntoView + use<> {
    let span = match limit.span {
        Span::SameDay => said(&messages.same_day).into_any(),
        Span::WorkingDays(days) => said_with(&messages.working_days, "", days.to_string()).into_any(),
        Span::Days(days) if limit.adds => said_with(&messages.plus, "", days.to_string()).into_any(),
        Span::Days(days) => said_with(&messages.calendar_days, "", days.to_string()).into_any(),
        Span::Ask => said(&messages.ask_clerk).into_any(),
    };
    let not_counted = (!limit.not_counted.is_empty()).then(|| {
        view! {
            <p>{said(&messages.not_counted)}</p>
            <ul>{limit.not_counted.iter().map(|words| view! { <li>{said(words)}</li> }).collect_view()}</ul>
        }
    });
    view! {
        <div
            class="limit"
            data-limit=limit.id.clone()
            data-from=limit.from.map(|day| day.to_string())
            data-until=limit.until.map(|day| day.to_string())
        >
            <p>{said(&limit.words)} ": " <strong>{span}</strong></p>
            {condition(messages, procedure, &limit.when)}
            {not_counted}
        </div>
    }
}

fn condition(messages: &Messages, procedure: &Procedure, when: &Condition) -> Option<impl IntoView + use<>> {
    (*when != Condition::Always).then(|| {
        view! { <p class="official">{said(&messages.needed_when)} " " {reasons(messages, procedure, when)}</p> }
    })
}

fn deadline(messages: &Messages, procedure: &Procedure) -> Option<impl IntoView + use<>> {
    procedure.deadline.as_ref().map(|deadline| {
        fact(
            "clock",
            &messages.deadline,
            view! { <p><b>{said(&deadline.late)}</b></p> <p>{said(&deadline.words)}</p> }.into_any(),
        )
    })
}

/// What to do in one part of the way, in order; nothing when there is nothing to do.
pub(crate) fn steps(title: &Words, name: &'static str, steps: &[Step]) -> Option<impl IntoView + use<>> {
    (!steps.is_empty()).then(|| {
        view! {
            <section class="part" data-steps=name>
                <h2>{said(title)}</h2>
                <ol class="steps">{steps.iter().map(step).collect_view()}</ol>
            </section>
        }
    })
}

/// One step; its picture comes first for those who do not read.
pub(crate) fn step(step: &Step) -> impl IntoView + use<> {
    let words = said(&step.words);
    match &step.picture {
        Some(picture) => view! { <li class="steps__pictured">{picture_file(picture)} {words}</li> }.into_any(),
        None => view! { <li>{words}</li> }.into_any(),
    }
}

fn bullets(title: &Words, all: &[Words]) -> Option<impl IntoView + use<>> {
    (!all.is_empty()).then(|| {
        view! {
            <section class="part">
                <h2>{said(title)}</h2>
                <ul>{all.iter().map(|words| view! { <li>{said(words)}</li> }).collect_view()}</ul>
            </section>
        }
    })
}

fn related(build: &Build<'_>, procedure: &Procedure, better: bool) -> Option<impl IntoView + use<>> {
    let messages = build.messages;
    let rows: Vec<_> = procedure
        .related
        .iter()
        .filter(|related| related.better == better)
        .map(|related| {
            let target = related
                .procedure
                .as_ref()
                .and_then(|slug| build.site.procedures.iter().find(|other| &other.slug == slug));
            let words = said(&related.words);
            match target {
                Some(target) => view! {
                    <li>
                        <a href=format!("/{}/", target.slug)>{words}</a>
                    </li>
                }
                .into_any(),
                None => view! { <li>{words} " " <small>{related.code.clone()}</small></li> }.into_any(),
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="part">
                <h2>{said(if better { &messages.better } else { &messages.related })}</h2>
                <ul>{rows}</ul>
            </section>
        }
    })
}

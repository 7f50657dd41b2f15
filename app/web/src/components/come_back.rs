//! What several pages need to speak of the day to come back: how one counts, how the days of a week are called, and a
//! day as the leaf of a calendar.

use domain::procedure::{Span, Wait};
use domain::{Procedure, Words};
use leptos::prelude::*;

use super::said::{said, said_with};
use crate::Messages;

/// How anybody can count the days on a calendar. Nothing when there is nothing to count, because nobody has confirmed
/// how long it takes.
pub fn counting(messages: &Messages, procedure: &Procedure) -> Option<impl IntoView + use<>> {
    let working = procedure.limits.iter().any(|limit| matches!(limit.span, Span::WorkingDays(_)));
    let days = procedure.limits.iter().any(|limit| matches!(limit.span, Span::WorkingDays(_) | Span::Days(_)));
    let same_day = procedure.limits.iter().any(|limit| limit.span == Span::SameDay);
    let lines = [
        days.then_some(&messages.count_not_the_first),
        (days || same_day).then_some(&messages.count_late_hour),
        (working || same_day).then_some(&messages.working_days_explained),
    ];
    (days || same_day).then(|| {
        view! {
            <ol class="steps">
                {lines.into_iter().flatten().map(|line| view! { <li>{said(line)}</li> }).collect_view()}
            </ol>
        }
    })
}

/// What the person waits in all, which is more than what the office may take: one sentence or two, each with its weeks.
pub fn waiting<'a>(messages: &'a Messages, wait: &Wait) -> Vec<(&'a Words, Option<String>)> {
    match (wait.least, wait.most) {
        (0, None) => vec![(&messages.wait_same_day, None)],
        (0, Some(most)) => vec![(&messages.wait_same_day, None), (&messages.wait_most, Some(most.to_string()))],
        (least, Some(most)) if least == most => vec![(&messages.wait_about, Some(least.to_string()))],
        (least, None) => vec![(&messages.wait_least, Some(least.to_string()))],
        (least, Some(most)) => vec![(&messages.wait_about, Some(format!("{least}–{most}")))],
    }
}

/// How the days of the week are called, from Monday on, for the wasm to take: it holds no word.
pub fn weekdays(messages: &Messages) -> impl IntoView + use<> {
    let days = [
        &messages.monday,
        &messages.tuesday,
        &messages.wednesday,
        &messages.thursday,
        &messages.friday,
        &messages.saturday,
        &messages.sunday,
    ];
    view! {
        <ul data-weekdays="" hidden=true>
            {days.map(|day| view! { <li>{said(day)}</li> }).collect_view()}
        </ul>
    }
}

/// A leaf of a calendar, into which the wasm writes a day; a small one says weekday and day only.
pub fn leaf(messages: &Messages, small: bool) -> impl IntoView + use<> {
    view! {
        <span class=if small { "leaf leaf--small" } else { "leaf" } data-leaf="">
            <span class="leaf__weekday" data-weekday=""></span>
            <b class="leaf__day" data-day-of-month=""></b>
            {(!small)
                .then(|| view! { <span class="leaf__month">{said_with(&messages.month, "month", String::new())}</span> })}
        </span>
    }
}

//! Fees, limits and the citizen's deadline.

use domain::Words;
use domain::procedure::{Amount, Deadline, Fee, Limit, Span};

use super::condition::condition;
use super::procedure::law;
use super::{date_or_none, sentences};
use crate::schema::{self, AmountWord, Question};

pub(super) fn fee(slug: &str, source: &schema::Fee, questions: &[Question]) -> Option<Fee> {
    let prefix = format!("{slug}.fee.{}", source.id);
    let mut exemptions = sentences(&format!("{prefix}.exempt"), &source.exemptions);
    if cfg!(feature = "fault-drop-exemption") {
        exemptions.pop();
    }
    Some(Fee {
        id: source.id.clone(),
        words: Words::new(format!("{prefix}.words"), &source.words),
        amount: match source.amount {
            schema::Amount::Dong(dong) => Amount::Dong(dong),
            schema::Amount::Word(AmountWord::Free) => Amount::Free,
            schema::Amount::Word(AmountWord::Ask) => Amount::Ask,
        },
        when: condition(source.when.as_ref(), questions)?,
        exemptions,
        source: law(&source.source)?,
        from: date_or_none(source.from.as_ref())?,
        until: date_or_none(source.until.as_ref())?,
    })
}

pub(super) fn limit(slug: &str, source: &schema::Limit, questions: &[Question]) -> Option<Limit> {
    let prefix = format!("{slug}.limit.{}", source.id);
    Some(Limit {
        id: source.id.clone(),
        words: Words::new(format!("{prefix}.words"), &source.words),
        span: span(source)?,
        when: condition(source.when.as_ref(), questions)?,
        adds: source.adds,
        not_counted: sentences(&format!("{prefix}.not-counted"), &source.not_counted),
        source: law(&source.source)?,
        from: date_or_none(source.from.as_ref())?,
        until: date_or_none(source.until.as_ref())?,
    })
}

/// The one length of time that is given. `None` when there is not exactly one.
pub(crate) fn span(limit: &schema::Limit) -> Option<Span> {
    match (limit.working_days, limit.days, limit.same_day, limit.ask) {
        (Some(days), None, false, false) => Some(Span::WorkingDays(days)),
        (None, Some(days), false, false) => Some(Span::Days(days)),
        (None, None, true, false) => Some(Span::SameDay),
        (None, None, false, true) => Some(Span::Ask),
        _ => None,
    }
}

pub(super) fn deadline(slug: &str, source: &schema::Deadline) -> Option<Deadline> {
    Some(Deadline {
        late: Words::new(format!("{slug}.deadline.late"), &source.late),
        words: Words::new(format!("{slug}.deadline.words"), &source.words),
        days: source.days,
        source: law(&source.source)?,
    })
}

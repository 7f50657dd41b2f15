//! Which day to come back: an office's limits, counted on real days off.
//!
//! The appointment slip of the counter always wins; this is for whoever has lost it, cannot read it, or wants to know
//! before going. So it gives two days: nothing is worth a walk before the first, and the second is right whatever
//! nobody could confirm.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::calendar::{CalendarError, Date, HandedIn, Holidays, counting_from, working_day_from, working_days_after};
use crate::condition::{Condition, Truth};
use crate::interview::Answers;
use crate::procedure::{Limit, Procedure, Span};
use crate::rules::{Rules, is_within};

/// How long an office has, without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitRule {
    /// How long.
    pub span: Span,
    /// When it applies.
    pub when: Condition,
    /// Whether it comes on top of the others.
    pub adds: bool,
    /// First day it applies.
    pub from: Option<Date>,
    /// Last day it applies.
    pub until: Option<Date>,
}

impl LimitRule {
    /// Whether it is in force on a day; first and last day count.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        is_within(self.from, self.until, day)
    }
}

impl From<&Limit> for LimitRule {
    fn from(limit: &Limit) -> Self {
        Self { span: limit.span, when: limit.when.clone(), adds: limit.adds, from: limit.from, until: limit.until }
    }
}

impl Procedure {
    /// The office's limits without words, in their order.
    #[must_use]
    pub fn limit_rules(&self) -> Vec<LimitRule> {
        self.limits.iter().map(LimitRule::from).collect()
    }
}

/// What a page needs to say which day to come back, and what to bring then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterRules {
    /// The procedure; what is needed on collecting is among its requirements.
    pub rules: Rules,
    /// How long the office has.
    pub limits: Vec<LimitRule>,
    /// Published calendars of days off.
    pub calendars: Vec<Holidays>,
}

impl AfterRules {
    /// [`come_back`] by these rules.
    ///
    /// # Errors
    /// As there.
    pub fn come_back(&self, answers: &Answers, on: Date, handed_in: HandedIn) -> Result<ComeBack, ComeBackError> {
        come_back(&self.limits, &self.rules, answers, &self.calendars, on, handed_in)
    }
}

/// Two working days, the same one when everything is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComeBack {
    /// The limit by what is known for sure.
    pub earliest: Date,
    /// The limit if everything that is not known turns out to take time.
    pub latest: Date,
}

/// The days to come back for what was handed in on a day.
///
/// Of the limits that are in force on the day of handing in, the longest counts, and those that add come on top of it.
/// A limit whose condition nobody can decide counts in [`ComeBack::latest`] alone; where that is so of all that do not
/// add, the shortest of them counts in [`ComeBack::earliest`].
///
/// Counting begins as [`counting_from`] says, and the first day is not counted. Where calendar days end on a day off,
/// they end on the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).
///
/// # Errors
/// - [`ComeBackError::Ask`]: nobody has confirmed how long a limit is that applies or may apply, or none applies.
/// - [`ComeBackError::NotKnown`]: the counting comes to a day whose days off are not published.
pub fn come_back(
    limits: &[LimitRule],
    rules: &Rules,
    answers: &Answers,
    calendars: &[Holidays],
    on: Date,
    handed_in: HandedIn,
) -> Result<ComeBack, ComeBackError> {
    let applying: Vec<_> = limits
        .iter()
        .filter(|limit| limit.is_in_force(on))
        .map(|limit| (limit, limit.when.truth(rules, answers, &rules.facts)))
        .filter(|(_, truth)| *truth != Truth::Fails)
        .collect();
    let start = counting_from(calendars, on, handed_in)?;
    let mut ends = Vec::with_capacity(applying.len());
    for (limit, truth) in applying.iter().filter(|(limit, _)| !limit.adds) {
        ends.push((end(calendars, start, limit.span)?, *truth));
    }
    let sure = ends.iter().filter(|(_, truth)| *truth == Truth::Holds).map(|(end, _)| *end).max();
    let all = || ends.iter().map(|(end, _)| *end);
    let (mut earliest, mut latest) = all().min().zip(all().max()).ok_or(ComeBackError::Ask)?;
    earliest = sure.unwrap_or(earliest);
    for (limit, truth) in applying.iter().filter(|(limit, _)| limit.adds) {
        if *truth == Truth::Holds {
            earliest = end(calendars, earliest, limit.span)?;
        }
        if !cfg!(feature = "fault-lose-added-days") {
            latest = end(calendars, latest, limit.span)?;
        }
    }
    Ok(ComeBack { earliest: working_day_from(calendars, earliest)?, latest: working_day_from(calendars, latest)? })
}

/// The last day of a span, which for calendar days may be a day off: whether it is moved is decided once, at the end.
fn end(calendars: &[Holidays], start: Date, span: Span) -> Result<Date, ComeBackError> {
    match span {
        Span::SameDay => Ok(start),
        Span::WorkingDays(count) => Ok(working_days_after(calendars, start, count)?),
        Span::Days(count) => Ok(start.plus_days(i32::from(count))),
        Span::Ask => Err(ComeBackError::Ask),
    }
}

/// Why there is no day to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComeBackError {
    /// How long it takes is not confirmed: "hỏi cán bộ".
    Ask,
    /// No calendar of days off speaks for this day.
    NotKnown(Date),
}

impl From<CalendarError> for ComeBackError {
    fn from(error: CalendarError) -> Self {
        let CalendarError::NotKnown(date) = error;
        Self::NotKnown(date)
    }
}

impl fmt::Display for ComeBackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ask => f.write_str("nobody has confirmed how long it takes"),
            Self::NotKnown(date) => CalendarError::NotKnown(*date).fmt(f),
        }
    }
}

impl std::error::Error for ComeBackError {}

mod told;

#[cfg(test)]
mod tests;

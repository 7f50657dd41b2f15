//! A list as digits: to be read out over the phone, to stand in a message, as the tail of a link.
//!
//! The digits carry *the list*, never the answers. They are one integer in mixed radix, least significant first:
//! format, kind, procedure, commune, how many requirement numbers existed, and one bit for each of those; then a
//! check digit. A bit is set where the need differs from what was always needed when the requirement was first
//! published, which is frozen in `content/numbers.lock.toml`. The bits stand highest, so that a list that differs
//! little, and in small numbers, gives the short form.
//!
//! About one damaged number in ten that is not damaged in a single digit or by swapped neighbours passes the check
//! digit: who opens a number shows what it says and asks.

pub mod typed;

use std::fmt;

use crate::calendar::Date;
use crate::checklist::{self, Checklist, Item};
use crate::condition::{Condition, Facts, Truth};
use crate::interview::Answers;
use crate::rules::{RequirementRule, Rules};

const FORMATS: u64 = 4;
const KINDS: u64 = 2;
const PROCEDURES: u64 = 500;
const COMMUNES: u64 = 128;
const KNOWN: u64 = 33;

/// The formats so far; they differ in [`ListNumber::may_end`] alone. Not nought, so that a row of noughts is no number.
const SETTLED: u64 = 1;
const MAY_END: u64 = 2;

/// Lengths with the check digit. The largest value is below 2³² · 33 · 128 · 500 · 2 · 4 < 7.3 · 10¹⁶ and fits the 17
/// digits before the last check digit, and 64 bits.
const LENGTHS: [usize; 3] = [12, 15, 18];

/// What the digits of a list say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListNumber {
    /// The whole list, or what is still missing of it.
    pub kind: ListKind,
    /// The procedure's number, 1 to 499.
    pub procedure: u16,
    /// The commune's number, 0 to 127.
    pub commune: u8,
    /// How many requirement numbers existed when the list was made, 0 to 32: of numbers from here on it says nothing.
    pub known: u8,
    /// Which of those are on the list: bit n for requirement number n.
    pub needed: u32,
    /// Whether an answer was missing that could have ended the path; see [`Checklist::may_end`].
    pub may_end: bool,
}

/// What a list is a list of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// Everything this person needs.
    List,
    /// What this person has not got yet.
    StillMissing,
}

impl ListNumber {
    /// The number of a whole list. What is perhaps needed counts as needed, what is taken along if it lies at home is
    /// carried too, and so is what will be on the list later: it is shown from its first day on.
    #[must_use]
    pub fn of(checklist: &Checklist, rules: &Rules) -> Self {
        Self::carrying(ListKind::List, checklist, rules, |_| true)
    }

    /// The number of what is still missing. `have` says by a requirement's position whether it is there.
    pub fn still_missing(checklist: &Checklist, rules: &Rules, have: impl Fn(usize) -> bool) -> Self {
        Self::carrying(ListKind::StillMissing, checklist, rules, |requirement| !have(requirement))
    }

    fn carrying(kind: ListKind, checklist: &Checklist, rules: &Rules, carried: impl Fn(usize) -> bool) -> Self {
        let known = rules.requirements.iter().map(|rule| rule.number).filter(|number| *number < 32).max();
        let needed = checklist
            .items()
            .iter()
            .chain(checklist.later())
            .filter(|item| carried(item.requirement))
            .filter_map(|item| rules.requirements.get(item.requirement))
            .fold(0, |bits, rule| bits | bit(rule.number));
        Self {
            kind,
            procedure: rules.procedure,
            commune: rules.commune,
            known: known.map_or(0, |number| number + 1),
            needed,
            may_end: checklist.may_end(),
        }
    }

    /// A whole list given by its requirements alone, as it was when `known` requirement numbers existed.
    #[must_use]
    pub fn listing(rules: &Rules, known: u8, may_end: bool, is_listed: impl Fn(&RequirementRule) -> bool) -> Self {
        let listed = rules.requirements.iter().filter(|rule| is_listed(rule));
        Self {
            kind: ListKind::List,
            procedure: rules.procedure,
            commune: rules.commune,
            known,
            needed: listed.fold(0, |bits, rule| bits | bit(rule.number)),
            may_end,
        }
    }

    /// Whether a requirement number is on the list; `None` when it did not exist yet when the list was made.
    #[must_use]
    pub fn needs(&self, requirement: u8) -> Option<bool> {
        (requirement < self.known).then_some(self.needed & bit(requirement) != 0)
    }

    /// The list again, under the rules as they are today; `None` when they are the rules of another procedure. What
    /// the number does not speak of, because it was added later, is perhaps needed: it leaves the list only where it
    /// applies to nobody.
    ///
    /// Of the answers it knows only whether one was missing that could have ended the path: what can end it today then
    /// still may ([`Checklist::may_end`]), and so may in any case what nobody escapes.
    #[must_use]
    pub fn checklist(&self, rules: &Rules, today: Date) -> Option<Checklist> {
        if rules.procedure != self.procedure {
            return None;
        }
        // What is known of one office says nothing about another one.
        let nothing = Facts::default();
        let facts = if rules.commune == self.commune { &rules.facts } else { &nothing };
        let may_hold = |when: &Condition| match when.truth(rules, &Answers::new(), facts) {
            Truth::Holds => true,
            Truth::Unknown => self.may_end,
            Truth::Fails => false,
        };
        Some(Checklist::over(rules, today, may_hold, |day| self.items_on(rules, facts, day)))
    }

    fn items_on(&self, rules: &Rules, facts: &Facts, day: Date) -> Vec<Item> {
        let mut items = Vec::new();
        for (requirement, rule) in rules.requirements.iter().enumerate() {
            let truth = match self.needs(rule.number) {
                _ if !rule.is_in_force(day) => Truth::Fails,
                Some(true) => Truth::Holds,
                Some(false) => Truth::Fails,
                None => rule.when.truth(rules, &Answers::new(), facts).and(Truth::Unknown),
            };
            if let Some(certainty) = checklist::certainty(rule.need, truth) {
                items.push(Item { requirement, group: rule.group, certainty, reasons: Vec::new() });
            }
        }
        items
    }

    /// The digits, as few as possible of 12, 15 and 18. `always_at_birth` says for a requirement's number whether it
    /// was always needed when it was first published; see [`always_at_birth`].
    ///
    /// # Errors
    /// [`EncodeError`] when a field lies outside its range.
    pub fn encode(&self, always_at_birth: impl Fn(u8) -> bool) -> Result<String, EncodeError> {
        let (procedure, commune, known) = (u64::from(self.procedure), u64::from(self.commune), u64::from(self.known));
        if procedure == 0 || procedure >= PROCEDURES {
            return Err(EncodeError::Procedure);
        }
        if commune >= COMMUNES {
            return Err(EncodeError::Commune);
        }
        if known >= KNOWN || self.needed & !below(self.known) != 0 {
            return Err(EncodeError::Known);
        }
        let births = (0..self.known).filter(|number| always_at_birth(*number)).fold(0, |bits, n| bits | bit(n));
        let kind = match self.kind {
            ListKind::List => 0,
            ListKind::StillMissing => 1,
        };
        let format = if self.may_end { MAY_END } else { SETTLED };
        let mut value = u64::from(self.needed ^ births);
        for (radix, part) in
            [(KNOWN, known), (COMMUNES, commune), (PROCEDURES, procedure), (KINDS, kind), (FORMATS, format)]
        {
            value = value * radix + part;
        }
        let mut digits = Vec::with_capacity(18);
        while value > 0 {
            digits.push((value % 10) as u8);
            value /= 10;
        }
        let length = LENGTHS.into_iter().find(|length| digits.len() < *length).unwrap_or(18);
        digits.resize(length - 1, 0);
        digits.reverse();
        digits.push(check_digit(&digits));
        Ok(text(&digits))
    }

    /// Reads digits; spaces, dots and hyphens between them are passed over. `always_at_birth` says for a procedure's
    /// number and a requirement's number what it says in [`ListNumber::encode`], and `None` when this copy of the
    /// content has no such requirement. Whether the procedure and the commune exist is left to the caller.
    ///
    /// # Errors
    /// [`DecodeError`] for every text that is not exactly what [`ListNumber::encode`] writes for some list.
    pub fn decode(text: &str, always_at_birth: impl Fn(u16, u8) -> Option<bool>) -> Result<Self, DecodeError> {
        let mut read = parts(text)?;
        for number in 0..read.known {
            let procedure = read.procedure;
            if always_at_birth(procedure, number).ok_or(DecodeError::Newer { procedure })? {
                read.needed ^= bit(number + u8::from(cfg!(feature = "fault-decode-one-off")));
            }
        }
        Ok(read)
    }
}

/// The procedure that the digits of a list are about, as far as they can tell without anybody's rules: what has to be
/// known to find the rules that [`ListNumber::decode`] wants.
///
/// # Errors
/// Those of [`ListNumber::decode`], except [`DecodeError::Newer`].
pub fn procedure_of(text: &str) -> Result<u16, DecodeError> {
    parts(text).map(|read| read.procedure)
}

/// What [`ListNumber::encode`] asks for, from rules. A requirement that is no longer in them counts as it was born,
/// which costs no digit.
pub fn always_at_birth(rules: &Rules) -> impl Fn(u8) -> bool {
    |number| rules.requirements.iter().any(|rule| rule.number == number && rule.always_at_birth)
}

/// What [`ListNumber::decode`] asks for, from the rules of the procedure that the digits are about ([`procedure_of`]).
pub fn births(rules: &Rules) -> impl Fn(u16, u8) -> Option<bool> {
    let always = always_at_birth(rules);
    let numbered = rules.requirements.iter().map(|rule| rule.number.saturating_add(1)).fold(rules.numbered, u8::max);
    move |procedure, number| (procedure == rules.procedure && number < numbered).then(|| always(number))
}

/// The short number of a whole procedure, for walls and phone calls: its own number and a check digit, two to four
/// digits.
///
/// # Errors
/// [`EncodeError::Procedure`] outside 1 to 499.
pub fn encode_procedure(procedure: u16) -> Result<String, EncodeError> {
    if procedure == 0 || u64::from(procedure) >= PROCEDURES {
        return Err(EncodeError::Procedure);
    }
    // One decimal digit each, 0 to 9.
    let places = [(procedure / 100) as u8, (procedure / 10 % 10) as u8, (procedure % 10) as u8];
    let mut digits: Vec<u8> = places.into_iter().skip_while(|digit| *digit == 0).collect();
    digits.push(check_digit(&digits));
    Ok(text(&digits))
}

/// Reads the short number of a whole procedure. Whether the procedure exists is left to the caller.
///
/// # Errors
/// [`DecodeError`] for every text that is not exactly what [`encode_procedure`] writes for some procedure.
pub fn decode_procedure(text: &str) -> Result<u16, DecodeError> {
    let digits = digits_in(text)?;
    if !(2..=4).contains(&digits.len()) || digits.first() == Some(&0) {
        return Err(DecodeError::Length);
    }
    match payload(&digits)? {
        0 => Err(DecodeError::Procedure),
        // Below 500.
        procedure if procedure < PROCEDURES => Ok(procedure as u16),
        _ => Err(DecodeError::Procedure),
    }
}

/// Digits as they are read out: `123 456 789 018`.
#[must_use]
pub fn in_threes(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && position % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// Why a list has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodeError {
    /// The procedure's number is not 1 to 499.
    Procedure,
    /// The commune's number is not 0 to 127.
    Commune,
    /// More than 32 requirement numbers, or one is on the list that did not exist.
    Known,
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Procedure => "the procedure's number is not between 1 and 499",
            Self::Commune => "the commune's number is not between 0 and 127",
            Self::Known => "a requirement's number is not below the count of known ones, or that count is over 32",
        })
    }
}

impl std::error::Error for EncodeError {}

/// Why a text is not the number of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecodeError {
    /// There is something else than digits and the spaces, dots and hyphens between them.
    NotDigits,
    /// Not one of the lengths that exist, or a longer one than the list takes.
    Length,
    /// The last digit does not belong to the others: something was misread.
    CheckDigit,
    /// A format that this copy cannot read.
    Format,
    /// No procedure has this number.
    Procedure,
    /// It speaks of requirements that cannot have existed when it was made.
    Requirements,
    /// It speaks of a procedure or a requirement that this copy of the content does not have: made with a newer copy,
    /// or damaged.
    Newer {
        /// The procedure's number.
        procedure: u16,
    },
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotDigits => "not only digits",
            Self::Length => "not a length that numbers have",
            Self::CheckDigit => "the check digit does not fit",
            Self::Format => "a format that is not known here",
            Self::Procedure => "no procedure can have this number",
            Self::Requirements => "it names requirements that did not exist",
            Self::Newer { .. } => "it names a procedure or requirement that is not known here",
        })
    }
}

impl std::error::Error for DecodeError {}

/// The bit of a requirement's number; numbers from 32 on have none.
fn bit(number: u8) -> u32 {
    1u32.checked_shl(u32::from(number)).unwrap_or(0)
}

/// All bits of numbers below a count.
fn below(count: u8) -> u32 {
    1u32.checked_shl(u32::from(count)).map_or(u32::MAX, |bit| bit - 1)
}

/// The digits of a text, 0 to 9 each, at most as many as the longest number has.
fn digits_in(text: &str) -> Result<Vec<u8>, DecodeError> {
    let mut digits = Vec::with_capacity(18);
    for letter in text.chars() {
        match letter {
            '0'..='9' if digits.len() == 18 => return Err(DecodeError::Length),
            // An ASCII digit is a byte from '0' to '9'.
            '0'..='9' => digits.push(letter as u8 - b'0'),
            ' ' | '\u{a0}' | '.' | '-' => {}
            _ => return Err(DecodeError::NotDigits),
        }
    }
    Ok(digits)
}

fn text(digits: &[u8]) -> String {
    digits.iter().map(|digit| char::from(b'0' + digit)).collect()
}

/// What the digits of a list hold by themselves: in place of what is needed, how that differs from birth.
fn parts(text: &str) -> Result<ListNumber, DecodeError> {
    let digits = digits_in(text)?;
    let Some(shorter) = LENGTHS.iter().position(|length| *length == digits.len()) else {
        return Err(DecodeError::Length);
    };
    let mut value = payload(&digits)?;
    // A value that fits a shorter form is not written in a longer one.
    if let Some(length) = shorter.checked_sub(1).and_then(|shorter| LENGTHS.get(shorter))
        && digits.iter().rev().skip(*length).all(|digit| *digit == 0)
    {
        return Err(DecodeError::Length);
    }
    let mut take = |radix: u64| {
        let part = value % radix;
        value /= radix;
        part
    };
    let may_end = match take(FORMATS) {
        SETTLED => false,
        MAY_END => true,
        _ => return Err(DecodeError::Format),
    };
    let kind = if take(KINDS) == 0 { ListKind::List } else { ListKind::StillMissing };
    // Each part is smaller than its radix and fits its type.
    let procedure = take(PROCEDURES) as u16;
    let commune = take(COMMUNES) as u8;
    let known = take(KNOWN) as u8;
    let differences = u32::try_from(value).map_err(|_| DecodeError::Requirements)?;
    if procedure == 0 {
        return Err(DecodeError::Procedure);
    }
    if differences & !below(known) != 0 {
        return Err(DecodeError::Requirements);
    }
    Ok(ListNumber { kind, procedure, commune, known, needed: differences, may_end })
}

/// The value before the check digit, at most 17 digits long.
fn payload(digits: &[u8]) -> Result<u64, DecodeError> {
    let Some((check, payload)) = digits.split_last() else { return Err(DecodeError::Length) };
    if check_digit(payload) != *check {
        return Err(DecodeError::CheckDigit);
    }
    Ok(payload.iter().fold(0, |value, digit| value * 10 + u64::from(*digit)))
}

/// The check digit of H. Michael Damm (2004): it finds every single wrong digit and every pair of neighbours swapped,
/// and leading noughts do not change it.
fn check_digit(digits: &[u8]) -> u8 {
    const NEXT: [[u8; 10]; 10] = [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];
    digits.iter().fold(0, |state, digit| NEXT[usize::from(state)][usize::from(*digit)])
}

#[cfg(test)]
mod tests;

//! Numbers of lists by the million: made by chance for every procedure, written, read, and damaged in every way in which
//! people damage numbers. None may panic and none may become another list unnoticed.
//!
//! A run can be stopped at any time and goes on where it was: each number follows from the seed and its own position, and
//! what was found so far is written down every [`STRIDE`] numbers.

mod damage;
mod tally;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Instant;

use domain::checklist::Item;
use domain::list_number::{self, ListKind, ListNumber};
use domain::{Date, Rules, Site};

pub use damage::Damage;
pub use tally::{Row, Tally};

/// How many numbers are tried when nothing else is asked for.
pub const NUMBERS: u64 = 10_000_000;
/// How many numbers lie between two times that the state is written.
pub const STRIDE: u64 = 100_000;
/// Where the state is kept, below the project's root.
pub const STATE: &str = "target/soak.state";
const SEED: u64 = 0x0038_1204_7751_2011;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// How many numbers in all, those of earlier runs included.
    pub numbers: u64,
    /// Where the state is kept.
    pub state: PathBuf,
    /// Whether to begin anew.
    pub restart: bool,
}

impl Order {
    /// From the words after the command.
    ///
    /// # Errors
    /// [`SoakError::Order`] for anything else than `--numbers N`, `--state FILE`, `--restart`.
    pub fn parse(arguments: &[String]) -> Result<Self, SoakError> {
        let mut order = Self { numbers: NUMBERS, state: PathBuf::from(STATE), restart: false };
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match (word.as_str(), words.as_slice().first()) {
                ("--restart", _) => order.restart = true,
                ("--numbers", Some(number)) => {
                    order.numbers = number.replace('_', "").parse().map_err(|_| SoakError::Order)?;
                    words.next();
                }
                ("--state", Some(file)) => {
                    order.state = file.into();
                    words.next();
                }
                _ => return Err(SoakError::Order),
            }
        }
        Ok(order)
    }
}

/// Why it could not go on.
#[derive(Debug)]
pub enum SoakError {
    /// The command has other words than it knows.
    Order,
    /// The state could not be read or written.
    State(PathBuf, io::Error),
    /// The content has no procedure.
    Nothing,
}

impl fmt::Display for SoakError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Order => write!(f, "soak chỉ nhận: [--numbers 10000000] [--state {STATE}] [--restart]"),
            Self::State(file, error) => write!(f, "{}: {error}", file.display()),
            Self::Nothing => write!(f, "nội dung chưa có thủ tục nào"),
        }
    }
}

impl std::error::Error for SoakError {}

/// The rules of every procedure, by position, and what numbers ask of them.
pub struct Subject {
    rules: Vec<Rules>,
}

impl Subject {
    /// All procedures of a site.
    ///
    /// # Errors
    /// [`SoakError::Nothing`] when it has none.
    pub fn of(site: &Site) -> Result<Self, SoakError> {
        let rules: Vec<_> = site
            .procedures
            .iter()
            .map(|procedure| {
                let births = site.numbers.get(&procedure.number);
                procedure.rules(&site.commune, |number| births?.get(&number).copied())
            })
            .collect();
        if rules.is_empty() { Err(SoakError::Nothing) } else { Ok(Self { rules }) }
    }

    fn procedure(&self, number: u16) -> Option<&Rules> {
        self.rules.iter().find(|rules| rules.procedure == number)
    }

    fn read(&self, text: &str) -> Option<ListNumber> {
        let rules = self.procedure(list_number::procedure_of(text).ok()?)?;
        ListNumber::decode(text, list_number::births(rules)).ok()
    }
}

/// Numbers by chance: the same for the same seed and position, on every machine (Vigna's SplitMix64).
#[derive(Debug)]
pub struct Chance(u64);

impl Chance {
    fn at(position: u64) -> Self {
        Self(SEED ^ position.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below a bound, which is not nought.
    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }
}

/// Tries the numbers that are still wanting; `said` hears how far it is.
///
/// # Errors
/// [`SoakError`]
pub fn run(subject: &Subject, order: &Order, mut said: impl FnMut(&Tally, f64)) -> Result<Tally, SoakError> {
    let mut tally = if order.restart { Tally::default() } else { Tally::read(&order.state)? };
    let (began, before) = (Instant::now(), tally.numbers);
    while tally.numbers < order.numbers {
        let until = order.numbers.min((tally.numbers / STRIDE + 1) * STRIDE);
        while tally.numbers < until {
            let position = tally.numbers;
            let tried = catch_unwind(AssertUnwindSafe(|| one(subject, position)));
            tally.add(tried.as_deref().unwrap_or(&[]), tried.is_err());
        }
        tally.write(&order.state)?;
        let seconds = began.elapsed().as_secs_f64();
        #[expect(clippy::cast_precision_loss, reason = "a speed for people")]
        said(&tally, (tally.numbers - before) as f64 / seconds.max(0.001));
    }
    Ok(tally)
}

/// What became of one number: of the whole one, and of one damage of each kind.
fn one(subject: &Subject, position: u64) -> Vec<Row> {
    let mut chance = Chance::at(position);
    let rules = &subject.rules[chance.below(subject.rules.len())];
    let list = list_of(rules, &mut chance);
    let Ok(digits) = list.encode(list_number::always_at_birth(rules)) else {
        return vec![Row::wrong(Damage::None)];
    };
    let mut rows = vec![whole(subject, rules, &list, &digits, &mut chance)];
    for damage in Damage::ALL {
        let damaged = damage.of(&digits, &mut chance);
        // No damage, or two equal digits that changed places.
        if damaged == digits {
            continue;
        }
        let row = match subject.read(&damaged) {
            None => Row::refused(damage),
            Some(_) if damage.is_always_noticed() => Row::wrong(damage),
            Some(read) => Row::accepted(damage, is_itself(subject, &read, &damaged)),
        };
        rows.push(row);
    }
    rows
}

/// A list of the present content, or of an older one that had fewer requirements.
fn list_of(rules: &Rules, chance: &mut Chance) -> ListNumber {
    let newest = rules.numbered.min(32);
    let known = if chance.below(4) == 0 { chance.below(usize::from(newest) + 1) as u8 } else { newest };
    let all = if known == 32 { u32::MAX } else { (1 << known) - 1 };
    ListNumber {
        kind: if chance.below(2) == 0 { ListKind::List } else { ListKind::StillMissing },
        procedure: rules.procedure,
        commune: rules.commune,
        known,
        needed: (chance.next() >> 32) as u32 & all,
        may_end: chance.below(4) == 0,
    }
}

/// The digits say the list they were made of, in any spelling, and the list of any day has what they say and nothing else:
/// here, and where the list is one of another commune.
fn whole(subject: &Subject, rules: &Rules, list: &ListNumber, digits: &str, chance: &mut Chance) -> Row {
    let spelt = if chance.below(2) == 0 { digits.to_owned() } else { list_number::in_threes(digits) };
    let same = subject.read(&spelt) == Some(*list);
    // 1 January 2026 and three years from there.
    let day = Date::from_days_since_epoch(20_454 + chance.below(3 * 365) as i32);
    let right = |day| says_its_bits(rules, list, day) && is_right_elsewhere(subject, rules, list, day);
    if same && day.is_ok_and(right) { Row::accepted(Damage::None, true) } else { Row::wrong(Damage::None) }
}

/// What is needed stands on the list of its days: today's, or what comes later.
fn says_its_bits(rules: &Rules, list: &ListNumber, day: Date) -> bool {
    let Some(checklist) = list.checklist(rules, day) else { return false };
    let stands = |items: &[Item], position| items.iter().any(|item| item.requirement == position);
    rules.requirements.iter().enumerate().all(|(position, rule)| {
        let (listed, later) = (stands(checklist.items(), position), stands(checklist.later(), position));
        let (holds, will_hold) =
            (rule.is_in_force(day), rule.from.is_some_and(|from| from > day && rule.is_in_force(from)));
        match list.needs(rule.number) {
            Some(needed) => listed == (needed && holds) && later == (needed && will_hold),
            // Newer than the number: whether it is perhaps needed is the rules' business, but not outside its days.
            None => (holds || !listed) && (will_hold || !later),
        }
    })
}

/// The same list with the number of a commune whose facts nobody here knows: read as what it is, with its bits, and with all
/// that stands on the list here. What is not known hides nothing.
fn is_right_elsewhere(subject: &Subject, rules: &Rules, list: &ListNumber, day: Date) -> bool {
    // Any commune but this one, without taking a number away from those that follow by chance.
    let far = list.needed.wrapping_mul(0x9e37_79b9) >> 25;
    let commune = (rules.commune + 1 + (far % 127) as u8) % 128;
    let elsewhere = ListNumber { commune, ..*list };
    let Ok(digits) = elsewhere.encode(list_number::always_at_birth(rules)) else { return false };
    let (Some(here), Some(there)) = (list.checklist(rules, day), elsewhere.checklist(rules, day)) else { return false };
    let stands = |item: &Item| there.items().iter().any(|other| other.requirement == item.requirement);
    subject.read(&digits) == Some(elsewhere) && says_its_bits(rules, &elsewhere, day) && here.items().iter().all(stands)
}

/// What was accepted is written back as the same digits: no second spelling of one list.
fn is_itself(subject: &Subject, read: &ListNumber, text: &str) -> bool {
    let bare: String = text.chars().filter(char::is_ascii_digit).collect();
    let rules = subject.procedure(read.procedure);
    rules.and_then(|rules| read.encode(list_number::always_at_birth(rules)).ok()) == Some(bare)
}

/// What becomes of an error with the file of the state.
fn failed(file: &Path) -> impl FnOnce(io::Error) -> SoakError {
    let file = file.to_owned();
    move |error| SoakError::State(file, error)
}

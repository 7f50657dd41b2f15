//! The number of what one person still lacks, from what a page carries of its procedure.

use domain::Procedure;
use domain::list_number::{ListKind, ListNumber};
use domain::site::Site;
use serde::{Deserialize, Serialize};

/// What a number needs to know of a procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered {
    /// The procedure's number.
    pub procedure: u16,
    /// The commune's number.
    pub commune: u8,
    /// How many requirement numbers exist.
    pub known: u8,
    /// Which of them were always needed when they were born, bit n for number n (`numbers.lock.toml`).
    pub births: u32,
}

impl Numbered {
    /// Of a procedure as it is published now.
    #[must_use]
    pub fn of(site: &Site, procedure: &Procedure) -> Self {
        let numbers = || procedure.requirements.iter().map(|requirement| requirement.number);
        let births = site.numbers.get(&procedure.number);
        let was_always = |number: &u8| births.and_then(|births| births.get(number)).copied().unwrap_or_default();
        Self {
            procedure: procedure.number,
            commune: site.commune.number,
            known: numbers().max().map_or(0, |number| number + 1),
            births: numbers().filter(was_always).fold(0, |bits, number| bits | bit(number)),
        }
    }

    /// The digits that say that these are missing; `None` for what no release has.
    pub fn still_missing(self, numbers: impl IntoIterator<Item = u8>) -> Option<String> {
        let list = ListNumber {
            kind: ListKind::StillMissing,
            procedure: self.procedure,
            commune: self.commune,
            known: self.known,
            needed: numbers.into_iter().fold(0, |bits, number| bits | bit(number)),
            may_end: false,
        };
        list.encode(|number| self.births & bit(number) != 0).ok()
    }
}

fn bit(number: u8) -> u32 {
    1_u32.checked_shl(number.into()).unwrap_or_default()
}

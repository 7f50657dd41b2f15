//! What was found, so that it can be written down and gone on with.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use super::{Damage, SoakError, failed};
use crate::dist;

/// What became of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    damage: Damage,
    accepted: bool,
    wrong: bool,
}

impl Row {
    pub(super) fn refused(damage: Damage) -> Self {
        Self { damage, accepted: false, wrong: false }
    }

    pub(super) fn accepted(damage: Damage, is_right: bool) -> Self {
        Self { damage, accepted: true, wrong: !is_right }
    }

    pub(super) fn wrong(damage: Damage) -> Self {
        Self::accepted(damage, false)
    }
}

/// How many of one kind were tried, accepted, wrong.
type Counts = [u64; 3];

/// All that was found so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many numbers were made; each is damaged in every way.
    pub numbers: u64,
    /// How many ended in a panic.
    pub panics: u64,
    /// By the kind of damage, none being one.
    counts: [Counts; Damage::ALL.len()],
}

impl Tally {
    /// Numbers that became another list unnoticed.
    #[must_use]
    pub fn wrong(&self) -> u64 {
        self.rows().map(|(_, [.., wrong])| wrong).sum()
    }

    /// How many of one kind of damage were tried, and how many of those accepted.
    #[must_use]
    pub fn of(&self, damage: Damage) -> (u64, u64) {
        let [tried, accepted, _] = self.counts[damage as usize];
        (tried, accepted)
    }

    pub(super) fn add(&mut self, rows: &[Row], panicked: bool) {
        self.numbers += 1;
        self.panics += u64::from(panicked);
        for row in rows {
            for (count, more) in self.counts[row.damage as usize].iter_mut().zip([true, row.accepted, row.wrong]) {
                *count += u64::from(more);
            }
        }
    }

    fn rows(&self) -> impl Iterator<Item = (Damage, Counts)> {
        Damage::ALL.into_iter().zip(self.counts)
    }

    /// What an earlier run wrote; nothing where there was none. A state that is not one of ours counts as none: it is
    /// written by this program alone, and beginning anew costs minutes.
    pub(super) fn read(file: &Path) -> Result<Self, SoakError> {
        match fs::read_to_string(file) {
            Ok(text) => Ok(Self::parse(&text).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(failed(file)(error)),
        }
    }

    /// Written beside and moved into place: whoever is stopped in the middle has the state before.
    pub(super) fn write(&self, file: &Path) -> Result<(), SoakError> {
        let beside = file.with_extension("new");
        dist::write(&beside, self.to_string().as_bytes()).map_err(failed(&beside))?;
        fs::rename(&beside, file).map_err(failed(file))
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut head = lines.next()?.split('\t').skip(1).step_by(2);
        let mut tally =
            Self { numbers: head.next()?.parse().ok()?, panics: head.next()?.parse().ok()?, ..Self::default() };
        lines.next()?;
        for damage in Damage::ALL {
            let mut cells = lines.next()?.split('\t');
            (cells.next()? == damage.name()).then_some(())?;
            let numbers: Vec<u64> = cells.map_while(|cell| cell.parse().ok()).collect();
            let [tried, refused, accepted, wrong] = numbers[..] else { return None };
            (tried == refused.checked_add(accepted)?).then_some(())?;
            tally.counts[damage as usize] = [tried, accepted, wrong];
        }
        (tally.numbers > 0).then_some(tally)
    }
}

/// The table, which is also the state.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "numbers\t{}\tpanics\t{}", self.numbers, self.panics)?;
        writeln!(f, "damage\ttried\trefused\taccepted\twrong")?;
        for (damage, [tried, accepted, wrong]) in self.rows() {
            writeln!(f, "{}\t{tried}\t{}\t{accepted}\t{wrong}", damage.name(), tried - accepted)?;
        }
        Ok(())
    }
}

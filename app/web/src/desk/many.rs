//! Many messages at once: a table comes in, messages for a carrier's gateway go out, and what cannot be read is said line by
//! line. All of it happens in the page; nothing is kept and nothing is sent.
//!
//! [`table`] makes lines of bytes, [`row`] reads one line, [`out`] writes tables that a spreadsheet can open safely.

pub mod out;
pub mod row;
pub mod table;

use domain::Procedure;
use domain::search::folded;
use domain::site::Site;
use serde::{Deserialize, Serialize};

use super::number::Numbered;

/// More lines than this are not read: a day's work of a district, and more would be a mistake.
pub const MOST_ROWS: usize = 5_000;

/// Every procedure by its names, as the page carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalog {
    /// By number.
    pub procedures: Vec<Known>,
}

/// One procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Content id.
    pub slug: String,
    /// The short name in messages.
    pub sms: String,
    /// What makes its numbers.
    pub numbered: Numbered,
    /// Every name it goes by, [`folded`].
    pub names: Vec<String>,
    /// What a message can say to be missing.
    pub things: Vec<Thing>,
}

/// Something that can be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// Its number within the procedure.
    pub number: u8,
    /// The short name in messages.
    pub sms: String,
    /// Every name it goes by, [`folded`].
    pub names: Vec<String>,
}

impl Catalog {
    /// Of the published site.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        Self { procedures: site.procedures.iter().map(|procedure| known(site, procedure)).collect() }
    }
}

fn known(site: &Site, procedure: &Procedure) -> Known {
    let texts = [&procedure.slug, &procedure.code, &procedure.sms, &procedure.plain.text, &procedure.official.text];
    let things = procedure.requirements.iter().filter(|requirement| requirement.can_be_missing_in_a_message());
    let things = things.map(|requirement| {
        let official = requirement.official.as_ref().map(|words| &words.text);
        let texts = [&requirement.id, &requirement.sms, &requirement.plain.text].into_iter().chain(official);
        Thing { number: requirement.number, sms: requirement.sms.clone(), names: names(texts) }
    });
    Known {
        slug: procedure.slug.clone(),
        sms: procedure.sms.clone(),
        numbered: Numbered::of(site, procedure),
        names: names(texts.into_iter().chain(&procedure.everyday)),
        things: things.collect(),
    }
}

/// Each once, as they are compared.
fn names<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut names = Vec::new();
    for name in texts.map(|text| folded(text)) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What makes numbers, for tests of this folder.
#[cfg(test)]
fn number_of_test(procedure: u16) -> Numbered {
    Numbered { procedure, commune: 0, known: 4, births: 0 }
}

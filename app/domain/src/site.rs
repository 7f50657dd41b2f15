//! Everything that was read from `content/`, checked and compiled: what pages are rendered from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, Holidays};
use crate::document::Document;
use crate::office::Commune;
use crate::procedure::Procedure;
use crate::words::Words;

/// A whole site's content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Host of the published site, without scheme.
    pub host: String,
    /// Where mistakes are reported.
    pub report: Words,
    /// Telephone for that, when somebody answers it.
    pub report_phone: Option<String>,
    /// Address for that, when somebody reads it.
    pub report_email: Option<String>,
    /// The commune that lists are for when nothing else is said.
    pub commune: Commune,
    /// Life events in the order people ask for them.
    pub events: Vec<Event>,
    /// By number.
    pub procedures: Vec<Procedure>,
    /// By id.
    pub documents: BTreeMap<String, Document>,
    /// Ids of the documents that clerks ask for most besides a list, in that order.
    pub asked_for: Vec<String>,
    /// Urgent notices.
    pub notices: Vec<Notice>,
    /// Known years.
    pub holidays: Vec<Holidays>,
    /// Words of the pages themselves, by key; `web::Messages` gives each a field.
    pub messages: BTreeMap<String, Words>,
    /// Words of the clerk's desk, by key; `web::desk::DeskWords` gives each a field.
    pub desk: BTreeMap<String, Words>,
    /// What citizens read and hear from a desk, by key; `web::desk::SaidWords` gives each a field.
    pub said: BTreeMap<String, Words>,
    /// Requirement numbers by procedure number, each with whether it was always needed at birth.
    pub numbers: BTreeMap<u16, BTreeMap<u8, bool>>,
}

/// A life event: the first picture one touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Content id.
    pub id: String,
    /// What people say: "Sinh con".
    pub words: Words,
    /// Pictogram id.
    pub picture: String,
}

/// An urgent notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Content id = file name.
    pub id: String,
    /// Slugs it is about; empty for all.
    pub procedures: Vec<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// At most 20 words.
    pub words: Words,
    /// Whether it only informs or stops the list.
    pub stops_the_list: bool,
}

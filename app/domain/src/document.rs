//! A paper: what it is called, what it looks like, and what to do when it is missing.

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// One document, referred to by requirements of any procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Content id = file name.
    pub id: String,
    /// What people say.
    pub plain: Words,
    /// The exact official name.
    pub official: Words,
    /// Other names it goes by.
    pub also_called: Vec<String>,
    /// At most 16 letters of the GSM 7-bit alphabet, for messages.
    pub sms: String,
    /// Pictogram id.
    pub picture: String,
    /// How to recognise it.
    pub looks: Option<Words>,
    /// Whether there is a drawing of a blank one to compare with: `/specimens/<id>.svg`.
    pub specimen: bool,
    /// What to do when it is missing.
    pub missing: Missing,
    /// For a paper that people write themselves.
    pub writing: Option<Writing>,
    /// For a form: field by field, in its order.
    pub fields: Vec<Field>,
}

/// How to write a paper oneself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// Who writes and signs it.
    pub who: Words,
    /// What must stand in it.
    pub says: Vec<Words>,
    /// The lines of a sample; its content is invented.
    pub sample: Vec<Words>,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What is asked.
    pub asks: Words,
    /// How it is filled in; invented.
    pub example: Words,
    /// The usual mistake.
    pub mistake: Option<Words>,
}

/// How to get a paper one does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// Steps in order.
    pub steps: Vec<Words>,
    /// Where.
    pub place: Option<Words>,
    /// How long it takes.
    pub time: Option<Words>,
    /// What it costs.
    pub cost: Option<Words>,
    /// The procedure (slug) that issues it, where there is one here.
    pub procedure: Option<String>,
}

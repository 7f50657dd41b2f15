//! The file format, version 1, as editors write it. Strict and separate from the domain types: `compile` turns these
//! into those. Tables are closed; keys are English, words are Vietnamese.
//!
//! The `description`s are the help texts that an editor's program shows; the JSON schemas in `content/schema/` are
//! generated from here ([`json()`]) and a test keeps them honest. A description is for somebody who knows the subject
//! and has never programmed; the Rust comment beside it is for us.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

mod condition;
mod document;
mod glossary;
mod json;
mod lock;
mod office;
mod procedure;
mod requirement;
mod site;
mod term;

pub use condition::{OneOrMore, When, WhenValue};
pub use document::{Document, Field, Missing, Writing};
pub use glossary::{CODES, Phrases, PlainWords, Repealed, RepealedCode, SmsWords};
pub use json::{FileKind, json};
pub use lock::{Lock, LockedProcedure, LockedRequirement};
pub use office::{Commune, Office, OfficeKind, Tri};
pub use procedure::{
    Approved, Channel, ChannelKind, Choice, Deadline, Example, Level, Outcome, OutcomeKind, Procedure, Question,
    Related, Steps, Wait,
};
pub use requirement::{At, ChannelOverride, Form, Kind, Need, Requirement, Whose};
pub use site::{Event, Events, Holidays, Messages, Notice, NoticeKind, Site};
pub use term::{Amount, AmountWord, Fee, Limit};

/// Ids, slugs and keys: they become addresses and ids of recordings, so they are plain ASCII.
pub const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// A day.
pub const DAY: &str = r"^\d{4}-\d{2}-\d{2}$";
/// Code of a procedure on the National Public Service Portal.
pub const CODE: &str = r"^\d\.\d{6}$";
/// Code of a commune, General Statistics Office.
pub const COMMUNE_CODE: &str = r"^\d{5}$";
/// Telephone in digits, as dialled inside the country.
pub const PHONE: &str = r"^\d{3,11}$";
/// An address on the web.
pub const URL: &str = r"^https?://\S+$";
/// A host name.
pub const HOST: &str = r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$";
/// An e-mail address, roughly.
pub const EMAIL: &str = r"^\S+@\S+\.\S+$";
/// A language tag.
pub const TONGUE: &str = "^[a-z]{2,3}$";
/// What every phone can show in a message and every network counts as one of 160 letters: a part of the GSM 7-bit
/// alphabet without accents, and 16 letters so that eight papers fit in one message.
pub const SMS: &str = "^[A-Za-z0-9 .,/-]{1,16}$";
/// The same for a procedure, and for a requirement that its document's name does not tell apart.
pub const SMS_NAME: &str = "^[A-Za-z0-9 .,/-]{1,18}$";
/// Keys of `messages/vi.toml`: they are names of Rust fields.
pub const MESSAGE_KEY: &str = "^[a-z][a-z0-9_]*$";

/// Before the name of a fact about the commune, as a key of `when`: `"office.mountain" = "yes"`.
pub const FACT_PREFIX: &str = "office.";
/// In a notice: about every procedure.
pub const ALL_PROCEDURES: &str = "all";

/// Values under stable ids, in the order written.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Named<T>(pub IndexMap<String, T>);

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self(IndexMap::new())
    }
}

impl<T: JsonSchema> JsonSchema for Named<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Named_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": ID },
            "additionalProperties": generator.subschema_for::<T>(),
        })
    }
}

/// Sentences under stable ids, in the order written. The key becomes the tail of the string id, so a sentence can
/// move without losing its recording or its translations.
pub type Strings = Named<String>;

/// A day, written `2026-11-23`. That it exists in the calendar is checked later.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Day(#[schemars(regex(pattern = DAY))] pub String);

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A rule's place in the law.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Number and name.
    #[schemars(description = "Tên và số của văn bản. Ví dụ: \"Luật Hộ tịch 60/2014/QH13\".")]
    pub law: String,
    /// Articles.
    #[serde(default)]
    #[schemars(description = "Điều, khoản. Ví dụ: \"Điều 15\".")]
    pub article: Option<String>,
    /// Date of the text that was read.
    #[serde(default)]
    #[schemars(description = "Ngày của bản văn bản đã đọc. Ví dụ: 2026-01-16.")]
    pub date: Option<Day>,
    /// What the plain words may not lose.
    #[serde(default)]
    #[schemars(description = "Những chữ và số mà câu dễ hiểu không được làm mất. Ví dụ: [\"60\", \"miễn\"].")]
    pub must_keep: Vec<String>,
}

/// Where facts were read.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// What it is.
    #[schemars(description = "Tên trang hoặc văn bản đã đọc.")]
    pub title: String,
    /// Where it is found.
    #[serde(default)]
    #[schemars(description = "Địa chỉ trên mạng, bắt đầu bằng https://.", regex(pattern = URL))]
    pub url: Option<String>,
    /// State of the text.
    #[schemars(description = "Ngày đọc, hoặc ngày của văn bản. Ví dụ: 2026-11-23.")]
    pub date: Day,
}

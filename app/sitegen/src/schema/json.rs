//! JSON schemas for the programs that editors use, and for our own first look at a file.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::{
    Commune, Document, Events, Holidays, Lock, Messages, Notice, PlainWords, Procedure, Repealed, Site, SmsWords,
};

/// What kind of thing a file of content describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `procedures/*.toml`
    Procedure,
    /// `documents/*.toml`
    Document,
    /// `offices/*.toml`
    Commune,
    /// `notices/*.toml`
    Notice,
    /// `holidays/*.toml`
    Holidays,
    /// `site.toml`
    Site,
    /// `events.toml`
    Events,
    /// `messages/vi.toml`, `messages/can-bo.toml`, `messages/tin-nhan.toml`
    Messages,
    /// `numbers.lock.toml`
    Lock,
    /// `glossary/plain-words.toml`
    PlainWords,
    /// `glossary/repealed.toml`
    Repealed,
    /// `glossary/sms-words.toml`
    SmsWords,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 12] = [
        Self::Procedure,
        Self::Document,
        Self::Commune,
        Self::Notice,
        Self::Holidays,
        Self::Site,
        Self::Events,
        Self::Messages,
        Self::Lock,
        Self::PlainWords,
        Self::Repealed,
        Self::SmsWords,
    ];

    /// Name of its schema in `content/schema/`, which files name in their first line.
    pub fn schema_file(self) -> &'static str {
        match self {
            Self::Procedure => "procedure.schema.json",
            Self::Document => "document.schema.json",
            Self::Commune => "commune.schema.json",
            Self::Notice => "notice.schema.json",
            Self::Holidays => "holidays.schema.json",
            Self::Site => "site.schema.json",
            Self::Events => "events.schema.json",
            Self::Messages => "messages.schema.json",
            Self::Lock => "lock.schema.json",
            Self::PlainWords => "plain-words.schema.json",
            Self::Repealed => "repealed.schema.json",
            Self::SmsWords => "sms-words.schema.json",
        }
    }
}

/// The schema of one kind of file: draft 07, because TOML editors lag behind, and without references where that is
/// possible, because they forget a description beside a reference.
pub fn json(kind: FileKind) -> Value {
    match kind {
        FileKind::Procedure => schema::<Procedure>(),
        FileKind::Document => schema::<Document>(),
        FileKind::Commune => schema::<Commune>(),
        FileKind::Notice => schema::<Notice>(),
        FileKind::Holidays => schema::<Holidays>(),
        FileKind::Site => schema::<Site>(),
        FileKind::Events => schema::<Events>(),
        FileKind::Messages => schema::<Messages>(),
        FileKind::Lock => schema::<Lock>(),
        FileKind::PlainWords => schema::<PlainWords>(),
        FileKind::Repealed => schema::<Repealed>(),
        FileKind::SmsWords => schema::<SmsWords>(),
    }
}

fn schema<T: JsonSchema>() -> Value {
    let generator = SchemaSettings::draft07()
        .with(|settings| settings.inline_subschemas = true)
        .with_transform(RecursiveTransform(tidy))
        .into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(tidy).transform(&mut schema);
    schema.to_value()
}

/// Takes out what belongs to Rust and not to TOML, and puts in what holds for every text.
fn tidy(schema: &mut Schema) {
    // TOML has no null: a key is there or it is not.
    if let Some(Value::Array(choices)) = schema.get("anyOf")
        && choices.contains(&json!({ "type": "null" }))
        && let Some(Value::Object(only)) = choices.first().cloned()
    {
        schema.remove("anyOf");
        let outer: Vec<_> =
            schema.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value.clone())).collect();
        let object = schema.ensure_object();
        object.extend(only);
        object.extend(outer);
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
    // `uint16` is no format that an editor knows; minimum and maximum say the same.
    schema.remove("format");
    let is_text = schema.get("type").is_some_and(|kind| kind == "string");
    if is_text && ["enum", "const", "pattern"].iter().all(|key| schema.get(*key).is_none()) {
        schema.insert("minLength".to_owned(), json!(1));
    }
}

//! One file of content as it was typed, so that a problem found in a value can be shown at the value.

use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;
use toml_edit::{Document, Item, Table};

use crate::diagnostics::{Explanation, Problem, ProblemKind};

/// Where something stands in a file: keys, and positions in lists, from the outside in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Place(Vec<String>);

impl Place {
    /// The file itself.
    pub(crate) fn root() -> Self {
        Self::default()
    }

    /// Under a key.
    #[must_use]
    pub(crate) fn key(&self, key: &str) -> Self {
        self.with(key.to_owned())
    }

    /// At a position in a list, from 0.
    #[must_use]
    pub(crate) fn at(&self, position: usize) -> Self {
        self.with(position.to_string())
    }

    /// From a JSON pointer (RFC 6901), which names places in the same way.
    pub(crate) fn from_pointer(pointer: &str) -> Self {
        Self(pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect())
    }

    /// The innermost key or position; empty for the file itself.
    pub(crate) fn last(&self) -> &str {
        self.0.last().map_or("", String::as_str)
    }

    /// Whether a key stands on the way.
    pub(crate) fn passes(&self, key: &str) -> bool {
        self.0.iter().any(|step| step == key)
    }

    fn with(&self, step: String) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

/// Every text in a value with its place, from top to bottom; what stands under a key that is not read is passed over.
pub(crate) fn texts<'a>(
    place: Place,
    value: &'a Value,
    is_read: &impl Fn(&str) -> bool,
    found: &mut Vec<(Place, &'a str)>,
) {
    match value {
        Value::Object(table) => {
            let read = table.iter().filter(|(key, _)| is_read(key));
            read.for_each(|(key, value)| texts(place.key(key), value, is_read, found));
        }
        Value::Array(values) => {
            let values = values.iter().enumerate();
            values.for_each(|(position, value)| texts(place.at(position), value, is_read, found));
        }
        Value::String(text) => found.push((place, text)),
        _ => {}
    }
}

/// A file that is TOML.
#[derive(Debug)]
pub(crate) struct Source {
    file: String,
    text: Arc<str>,
    document: Document<Arc<str>>,
}

impl Source {
    /// Parses. `file` is the path by which people open it.
    ///
    /// # Errors
    /// What the parser found first: syntax errors lead to more of them, which would only hide it.
    pub(crate) fn parse(file: impl Into<String>, text: Arc<str>) -> Result<Self, toml_edit::TomlError> {
        let document = Document::parse(Arc::clone(&text))?;
        Ok(Self { file: file.into(), text, document })
    }

    /// The path by which people open it.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// The same values as JSON, for schemas and serde; days become text.
    pub(crate) fn to_json(&self) -> Value {
        table_to_json(self.document.as_table())
    }

    /// Where the value stands. If there is none, where it would: at the nearest thing around it.
    pub(crate) fn value(&self, place: &Place) -> Range<usize> {
        let mut item = self.document.as_item();
        let mut span = None;
        for step in &place.0 {
            let Some(next) = child(item, step) else { break };
            span = next.span().or(span);
            item = next;
        }
        self.first_line(span.unwrap_or_else(|| self.first_words()))
    }

    /// Where the key stands; for a position in a list, the value there.
    pub(crate) fn key(&self, place: &Place) -> Range<usize> {
        let Some((last, way)) = place.0.split_last() else { return self.value(place) };
        let parent = way.iter().try_fold(self.document.as_item(), |item, step| child(item, step));
        let key = parent.and_then(Item::as_table_like).and_then(|table| table.get_key_value(last));
        key.and_then(|(key, _)| key.span()).map_or_else(|| self.value(place), |span| self.first_line(span))
    }

    /// The value exactly as it was typed, on one line.
    pub(crate) fn typed(&self, place: &Place) -> &str {
        self.text.get(self.value(place)).unwrap_or_default()
    }

    /// The line on which the value stands, from 1.
    pub(crate) fn line(&self, place: &Place) -> usize {
        let before = self.text.get(..self.value(place).start).unwrap_or_default();
        before.matches('\n').count() + 1
    }

    /// A problem with the value at a place.
    pub(crate) fn problem(&self, kind: ProblemKind, place: &Place, says: Explanation) -> Problem {
        Problem::at(kind, &self.file, &self.text, self.value(place), says)
    }

    /// A problem with the key at a place.
    pub(crate) fn problem_with_key(&self, kind: ProblemKind, place: &Place, says: Explanation) -> Problem {
        Problem::at(kind, &self.file, &self.text, self.key(place), says)
    }

    /// Underlining a whole table helps nobody: its first line is enough.
    fn first_line(&self, span: Range<usize>) -> Range<usize> {
        let length = self.text.get(span.clone()).and_then(|text| text.find('\n'));
        length.map_or(span.clone(), |length| span.start..span.start + length)
    }

    /// The first line that says something: what stands for the file as a whole.
    fn first_words(&self) -> Range<usize> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let words = line.trim();
            if !words.is_empty() && !words.starts_with('#') {
                return start..start + line.trim_end().len();
            }
            start += line.len();
        }
        0..0
    }
}

fn child<'a>(item: &'a Item, step: &str) -> Option<&'a Item> {
    match item.as_table_like() {
        Some(table) => table.get(step),
        None => item.get(step.parse::<usize>().ok()?),
    }
}

fn table_to_json(table: &Table) -> Value {
    Value::Object(table.iter().map(|(key, item)| (key.to_owned(), item_to_json(item))).collect())
}

fn item_to_json(item: &Item) -> Value {
    match item {
        Item::None => Value::Null,
        Item::Value(value) => value_to_json(value),
        Item::Table(table) => table_to_json(table),
        Item::ArrayOfTables(tables) => Value::Array(tables.iter().map(table_to_json).collect()),
    }
}

fn value_to_json(value: &toml_edit::Value) -> Value {
    match value {
        toml_edit::Value::String(text) => Value::String(text.value().clone()),
        toml_edit::Value::Integer(number) => (*number.value()).into(),
        // Infinity and "not a number" have no JSON; null is refused everywhere, as they should be.
        toml_edit::Value::Float(number) => (*number.value()).into(),
        toml_edit::Value::Boolean(truth) => Value::Bool(*truth.value()),
        toml_edit::Value::Datetime(day) => Value::String(day.value().to_string()),
        toml_edit::Value::Array(array) => Value::Array(array.iter().map(value_to_json).collect()),
        toml_edit::Value::InlineTable(table) => {
            Value::Object(table.iter().map(|(key, value)| (key.to_owned(), value_to_json(value))).collect())
        }
    }
}

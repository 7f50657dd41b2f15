//! What a citizen reads of a file. Found by key, in every table, so that the next sentence of a kind cannot be
//! forgotten; official names, law and sources are for the clerk and stay out.

use serde_json::Value;

use crate::content::{Draft, Parsed};
use crate::source::{Place, Source};

/// Keys whose value is a text for citizens.
const TEXTS: &[&str] = &[
    "plain",
    "words",
    "why",
    "check",
    "note",
    "because",
    "reason",
    "late",
    "applicants",
    "result",
    "collects",
    "looks",
    "who",
    "asks",
    "mistake",
    "place",
    "time",
    "cost",
    "hours",
    "report",
];
/// Keys whose value is a table of texts for citizens, or a table of such tables.
const TABLES: &[&str] = &[
    "before",
    "counter",
    "after",
    "collecting",
    "steps",
    "exemptions",
    "not_counted",
    "turned_back",
    "says",
    "open_points",
];
/// Names of pictures stand beside the steps they belong to.
const PICTURES: &str = "pictures";

/// What kind of text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Words of a question.
    Question,
    /// Words of an option.
    Choice,
    /// An urgent notice.
    Notice,
    /// Something to do.
    Step,
    /// What nobody could confirm: as much for the clerk as for the citizen.
    OpenPoint,
    /// Anything else.
    Other,
}

/// One text for citizens.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) place: Place,
    pub(super) text: &'a str,
    pub(super) role: Role,
}

/// All texts for citizens of one file.
pub(super) struct File<'a> {
    /// The slug, when it is a procedure.
    pub(super) procedure: Option<&'a str>,
    pub(super) source: &'a Source,
    pub(super) texts: Vec<Text<'a>>,
}

/// File by file, procedures first.
pub(super) fn files(draft: &Draft) -> Vec<File<'_>> {
    fn of<'a, T>(parsed: &'a Parsed<T>, procedure: Option<&'a str>, role: Role) -> File<'a> {
        let mut texts = Vec::new();
        look(Place::root(), &parsed.json, role, &mut texts);
        File { procedure, source: &parsed.source, texts }
    }
    let mut files: Vec<File<'_>> =
        draft.procedures.iter().map(|parsed| of(parsed, Some(&parsed.id), Role::Other)).collect();
    files.extend(draft.documents.iter().map(|parsed| of(parsed, None, Role::Other)));
    files.extend(draft.communes.iter().map(|parsed| of(parsed, None, Role::Other)));
    files.extend(draft.notices.iter().map(|parsed| of(parsed, None, Role::Notice)));
    files.extend(draft.events.iter().map(|parsed| of(parsed, None, Role::Other)));
    files.extend(draft.site.iter().map(|parsed| of(parsed, None, Role::Other)));
    files.extend(draft.messages.iter().chain(&draft.from_clerks).map(|parsed| {
        let mut texts = Vec::new();
        all(Place::root(), &parsed.json, Role::Other, &mut texts);
        File { procedure: None, source: &parsed.source, texts }
    }));
    files
}

fn look<'a>(place: Place, value: &'a Value, role: Role, found: &mut Vec<Text<'a>>) {
    match value {
        Value::Object(table) => {
            for (key, value) in table {
                let place = place.key(key);
                match (key.as_str(), value) {
                    ("words", Value::String(text)) => found.push(Text { place, text, role }),
                    (key, Value::String(text)) if TEXTS.contains(&key) => {
                        found.push(Text { place, text, role: Role::Other });
                    }
                    (key, Value::Object(_)) if TABLES.contains(&key) => all(place, value, of_table(key), found),
                    ("questions", value) => look(place, value, Role::Question, found),
                    ("options", value) => look(place, value, Role::Choice, found),
                    (_, value) => look(place, value, if role == Role::Notice { role } else { Role::Other }, found),
                }
            }
        }
        Value::Array(values) => {
            for (position, value) in values.iter().enumerate() {
                look(place.at(position), value, role, found);
            }
        }
        _ => {}
    }
}

fn of_table(key: &str) -> Role {
    match key {
        "before" | "counter" | "after" | "collecting" | "steps" => Role::Step,
        "open_points" => Role::OpenPoint,
        _ => Role::Other,
    }
}

/// Every text of a table, of the tables in it too.
fn all<'a>(place: Place, value: &'a Value, role: Role, found: &mut Vec<Text<'a>>) {
    match value {
        Value::String(text) => found.push(Text { place, text, role }),
        Value::Object(table) => {
            let texts = table.iter().filter(|(key, value)| !(*key == PICTURES && value.is_object()));
            texts.for_each(|(key, value)| all(place.key(key), value, role, found));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_citizens_read_is_found_and_samples_names_and_pictures_are_not() {
        let file = json!({
            "official": "Tên chính thức",
            "collects": "Ai lấy",
            "wait": { "weeks": [1], "words": "Chờ" },
            "steps": { "after": { "a": "Bước" }, "pictures": { "a": "clock" } },
            "questions": [{ "words": "Hỏi?", "options": [{ "words": "Có", "because": "vì có" }] }],
            "missing": { "place": "Ở xã", "steps": { "b": "Xin" } },
            "writing": { "who": "Ai viết", "says": { "c": "Ghi gì" }, "sample": { "d": "Mẫu" } },
            "fields": [{ "asks": "Ô gì", "example": "MẪU", "mistake": "Hay sai" }],
            "fees": [{ "exemptions": { "e": "Hộ nghèo" }, "source": { "law": "Luật" } }],
            "open_points": { "f": "Chưa rõ" },
        });
        let mut texts = Vec::new();
        look(Place::root(), &file, Role::Other, &mut texts);
        let found: Vec<(&str, Role)> = texts.iter().map(|text| (text.text, text.role)).collect();
        let expected = [
            ("Ai lấy", Role::Other),
            ("Chờ", Role::Other),
            ("Bước", Role::Step),
            ("Hỏi?", Role::Question),
            ("Có", Role::Choice),
            ("vì có", Role::Other),
            ("Ở xã", Role::Other),
            ("Xin", Role::Step),
            ("Ai viết", Role::Other),
            ("Ghi gì", Role::Other),
            ("Ô gì", Role::Other),
            ("Hay sai", Role::Other),
            ("Hộ nghèo", Role::Other),
            ("Chưa rõ", Role::OpenPoint),
        ];
        assert_eq!(found, expected);
    }
}

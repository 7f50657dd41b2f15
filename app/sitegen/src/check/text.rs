//! Sentences people can follow: short ones. A reader with little Vietnamese loses the beginning of a long sentence
//! before its end, and a listener cannot go back.
//!
//! Found by key, in every table, so that the next sentence of a kind cannot be forgotten. Official names are as long
//! as they are.

use serde_json::Value;

use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::Messages;
use crate::source::Place;

/// Keys whose value is a sentence for citizens.
const SENTENCES: &[&str] = &[
    "plain",
    "words",
    "why",
    "note",
    "because",
    "reason",
    "late",
    "applicants",
    "result",
    "looks",
    "place",
    "time",
    "cost",
    "hours",
    "report",
];
/// Keys whose value is a table of sentences.
const TABLES: &[&str] =
    &["before", "counter", "after", "collecting", "exemptions", "not_counted", "turned_back", "open_points", "steps"];

/// How long a text may be.
struct Limit {
    words: usize,
    what: &'static str,
    advice: &'static str,
}

const SENTENCE: Limit =
    Limit { words: 20, what: "câu", advice: "tách thành hai câu bằng dấu chấm, hoặc bỏ chữ thừa" };
const QUESTION: Limit =
    Limit { words: 15, what: "câu hỏi", advice: "viết ngắn lại; phần giải thích chuyển xuống `why`" };
const OPTION: Limit =
    Limit {
        words: 5, what: "lựa chọn", advice: "viết ngắn lại; phần giải thích chuyển xuống `note`"
    };
const NOTICE: Limit =
    Limit {
        words: 20, what: "thông báo", advice: "bỏ chữ thừa; điều còn lại để trang của thủ tục nói"
    };

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    draft.procedures.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, Of::Other, problems));
    draft.documents.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, Of::Other, problems));
    draft.communes.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, Of::Other, problems));
    draft.notices.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, Of::Notice, problems));
    draft.events.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, Of::Other, problems));
    draft.site.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, Of::Other, problems));
    if let Some(messages) = &draft.messages {
        for (key, text) in &messages.data.0 {
            sentences(messages, &Place::root().key(key), text, problems);
        }
        placeholders(messages, problems);
    }
}

/// Whose `words` these are.
#[derive(Clone, Copy)]
enum Of {
    Question,
    Option,
    Notice,
    Other,
}

fn look<T>(parsed: &Parsed<T>, place: &Place, value: &Value, of: Of, problems: &mut Vec<Problem>) {
    match value {
        Value::Object(table) => {
            for (key, value) in table {
                let place = place.key(key);
                match (key.as_str(), value) {
                    ("words", Value::String(text)) => match of {
                        Of::Question => whole(parsed, &place, text, &QUESTION, problems),
                        Of::Option => whole(parsed, &place, text, &OPTION, problems),
                        Of::Notice => whole(parsed, &place, text, &NOTICE, problems),
                        Of::Other => sentences(parsed, &place, text, problems),
                    },
                    (key, Value::String(text)) if SENTENCES.contains(&key) => {
                        sentences(parsed, &place, text, problems);
                    }
                    (key, Value::Object(table)) if TABLES.contains(&key) => {
                        for (key, value) in table {
                            match value {
                                Value::String(text) => sentences(parsed, &place.key(key), text, problems),
                                // `steps` of a procedure is a table of such tables.
                                Value::Object(table) => {
                                    for (inner, text) in table {
                                        let text = text.as_str().unwrap_or_default();
                                        sentences(parsed, &place.key(key).key(inner), text, problems);
                                    }
                                }
                                _ => {}
                            }
                        }
                    }
                    ("questions", value) => look(parsed, &place, value, Of::Question, problems),
                    ("options", value) => look(parsed, &place, value, Of::Option, problems),
                    (_, value) => look(parsed, &place, value, Of::Other, problems),
                }
            }
        }
        Value::Array(values) => {
            for (position, value) in values.iter().enumerate() {
                look(parsed, &place.at(position), value, of, problems);
            }
        }
        _ => {}
    }
}

/// Each sentence of a text is short enough.
fn sentences<T>(parsed: &Parsed<T>, place: &Place, text: &str, problems: &mut Vec<Problem>) {
    if let Some(sentence) = split(text).into_iter().find(|sentence| words(sentence) > SENTENCE.words) {
        let what = format!("{} \"{}\"", SENTENCE.what, beginning(sentence));
        problems.push(too_many(parsed, place, words(sentence), &what, &SENTENCE));
    }
}

/// The whole text is short enough.
fn whole<T>(parsed: &Parsed<T>, place: &Place, text: &str, limit: &Limit, problems: &mut Vec<Problem>) {
    let words = words(text);
    if words > limit.words {
        problems.push(too_many(parsed, place, words, limit.what, limit));
    }
}

fn too_many<T>(parsed: &Parsed<T>, place: &Place, words: usize, what: &str, limit: &Limit) -> Problem {
    parsed.problem(
        ProblemKind::TooManyWords,
        place,
        Explanation {
            message: format!("{what} có {words} chữ, nhiều nhất là {}", limit.words),
            expected: format!("bớt {} chữ", words - limit.words),
            advice: limit.advice.to_owned(),
        },
    )
}

/// A full stop inside a number ends no sentence.
fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, letter)| ".!?…".contains(*letter)) {
        let next = at + mark.len_utf8();
        if text[next..].chars().next().is_none_or(char::is_whitespace) {
            found.push(text[start..next].trim());
            start = next;
        }
    }
    found.push(text[start..].trim());
    found
}

/// Vietnamese writes a space after every syllable, so this counts syllables, which is what takes time to read.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

fn beginning(sentence: &str) -> String {
    let mut words = sentence.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(5).collect();
    format!("{}…", first.join(" "))
}

/// `{n}` and the like: letters and underscores between braces, nothing else in braces.
fn placeholders(messages: &Parsed<Messages>, problems: &mut Vec<Problem>) {
    for (key, text) in &messages.data.0 {
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let is_right =
            |part: &str| part.split_once('}').is_some_and(|(name, rest)| is_name(name) && !rest.contains('}'));
        let mut parts = text.split('{');
        let before = parts.next().unwrap_or_default();
        if before.contains('}') || !parts.all(is_right) {
            problems.push(messages.problem(
                ProblemKind::BadPlaceholder,
                &Place::root().key(key),
                Explanation {
                    message: "dấu `{` `}` chỉ dùng cho chỗ máy điền vào".to_owned(),
                    expected: "cần như `{n}`: mở, tên không dấu, đóng".to_owned(),
                    advice: "xem chỗ máy điền ở bản cũ; dấu ngoặc thường thì gõ `(` `)`".to_owned(),
                },
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_point_is_one_word_of_one_sentence() {
        assert_eq!(split("Mất 8.000 đồng. Hỏi cán bộ!"), ["Mất 8.000 đồng.", "Hỏi cán bộ!", ""]);
        assert_eq!(words("Mất 8.000 đồng – hỏi cán bộ"), 6);
    }
}

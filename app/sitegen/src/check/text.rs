//! Sentences people can follow: short ones. A reader with little Vietnamese loses the beginning of a long sentence
//! before its end, and a listener cannot go back. Official names are as long as they are.

use super::citizen::{File, Role, Text};
use super::phrase::{beginning, sentences, words};
use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::Messages;
use crate::source::Place;

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

pub(super) fn check(draft: &Draft, files: &[File<'_>], problems: &mut Vec<Problem>) {
    for file in files {
        problems.extend(file.texts.iter().filter_map(|text| too_long(file, text)));
    }
    for messages in [&draft.messages, &draft.for_clerks, &draft.from_clerks].into_iter().flatten() {
        placeholders(messages, problems);
    }
}

fn too_long(file: &File<'_>, text: &Text<'_>) -> Option<Problem> {
    match text.role {
        Role::Question => whole(file, text, &QUESTION),
        Role::Choice => whole(file, text, &OPTION),
        Role::Notice => whole(file, text, &NOTICE),
        Role::Step | Role::OpenPoint | Role::Other => {
            let sentence = sentences(text.text).into_iter().find(|sentence| words(sentence) > SENTENCE.words)?;
            let what = format!("{} \"{}\"", SENTENCE.what, beginning(sentence));
            Some(too_many(file, text, words(sentence), &what, &SENTENCE))
        }
    }
}

/// The whole text is short enough.
fn whole(file: &File<'_>, text: &Text<'_>, limit: &Limit) -> Option<Problem> {
    let words = words(text.text);
    (words > limit.words).then(|| too_many(file, text, words, limit.what, limit))
}

fn too_many(file: &File<'_>, text: &Text<'_>, words: usize, what: &str, limit: &Limit) -> Problem {
    file.source.problem(
        ProblemKind::TooManyWords,
        &text.place,
        Explanation {
            message: format!("{what} có {words} chữ, nhiều nhất là {}", limit.words),
            expected: format!("bớt {} chữ", words - limit.words),
            advice: limit.advice.to_owned(),
        },
    )
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

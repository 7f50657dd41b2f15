//! What is wrong before a file says anything: letters and TOML.

use std::ops::Range;
use std::sync::Arc;

use toml_edit::TomlError;

use crate::check::to_id;
use crate::diagnostics::{Explanation, Problem, ProblemKind};

/// The parser's sentences that people meet, by how they begin, and what to tell them instead. What is not here gets
/// the general sentence: still with file and line.
const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "duplicate key",
        "tên này đã dùng ở trên, trong cùng một bảng",
        "xóa một trong hai dòng, hoặc đổi tên; nhiều bảng cùng loại thì viết `[[…]]` cho mỗi bảng",
    ),
    (
        "string values must be quoted",
        "chữ phải đặt trong ngoặc kép",
        "thêm dấu `\"` ở hai đầu: `ten = \"chữ\"`; số và ngày thì không cần",
    ),
    ("invalid basic string", "chữ trong ngoặc kép chưa đóng", "thêm dấu `\"` ở cuối, trên cùng một dòng"),
    ("invalid multi-line basic string", "chữ trong ngoặc kép chưa đóng", "thêm `\"\"\"` ở cuối"),
    ("missing escaped value", "dấu `\\` trong ngoặc kép có nghĩa riêng", "bỏ dấu `\\`, hoặc viết `\\\\`"),
    ("key with no value", "thiếu dấu `=` và giá trị", "viết `ten = \"chữ\"`"),
    ("missing comma", "thiếu dấu phẩy", "thêm dấu `,` giữa hai mục"),
    ("extra comma", "thừa dấu phẩy", "bỏ bớt dấu `,`"),
    ("unclosed array table", "thiếu `]]`", "viết `[[ten]]` trên một dòng riêng"),
    ("unclosed array", "danh sách chưa đóng", "thêm dấu `]` ở cuối danh sách"),
    ("unclosed inline table", "bảng chưa đóng", "thêm dấu `}` ở cuối"),
    ("unclosed table", "thiếu `]`", "viết `[ten]` trên một dòng riêng"),
    ("missing key for inline table element", "bảng trong `{ }` chưa đóng", "thêm dấu `}` ở cuối bảng, ở dòng trên"),
    ("extra `=`", "thừa dấu `=`", "bỏ bớt dấu `=`"),
    (
        "unexpected leading zero",
        "số không được bắt đầu bằng 0",
        "bỏ số 0 ở đầu; mã và số điện thoại thì đặt trong ngoặc kép: `\"04585\"`",
    ),
    (
        "invalid date",
        "lịch không có ngày này",
        "xem lại tháng đó có bao nhiêu ngày; viết năm-tháng-ngày, ví dụ `2026-11-23`",
    ),
    (
        "unexpected key or value",
        "dòng này có chữ thừa sau giá trị",
        "mỗi dòng một mục; chữ có dấu `\"` ở trong thì viết `\\\"`",
    ),
];

/// The first thing the parser could not understand.
pub(super) fn problem(file: String, text: &Arc<str>, error: &TomlError) -> Problem {
    let span = shown_span(text, error.span().unwrap_or_default());
    let (message, advice) = sentence(text, &span, error.message());
    let says = Explanation { message, expected: "không hiểu từ đây".to_owned(), advice };
    Problem::at(ProblemKind::Syntax, file, text, span, says)
}

fn sentence(text: &str, span: &Range<usize>, said: &str) -> (String, String) {
    let word = &text[span.clone()];
    if said.starts_with("invalid unquoted key") {
        let message = format!("`{word}` không dùng làm tên được");
        let advice = format!("gõ `{}`; tên có dấu chấm thì đặt trong ngoặc kép", to_id(word));
        return (message, advice);
    }
    if said.starts_with("string values must be quoted") && word.trim_matches([' ', '=']).is_empty() {
        return ("sau dấu `=` chưa có gì".to_owned(), "viết giá trị sau dấu `=`: `ten = \"chữ\"`".to_owned());
    }
    let is_at_line_start = text[..span.start].rsplit('\n').next().is_some_and(|before| before.trim().is_empty());
    if said.starts_with("missing comma") && is_at_line_start {
        return (
            "danh sách ở trên chưa đóng, hoặc thiếu dấu phẩy".to_owned(),
            "thêm `]` hoặc `,` ở cuối dòng trên".to_owned(),
        );
    }
    match SENTENCES.iter().find(|(begins, ..)| said.starts_with(begins)) {
        Some((_, message, advice)) => ((*message).to_owned(), (*advice).to_owned()),
        None => (
            format!("không đọc được dòng này (máy nói: {})", said.replace('\n', ", ")),
            "so với dòng tương tự ở tệp khác; xem đủ ngoặc và dấu `=` chưa".to_owned(),
        ),
    }
}

/// Something to underline on one line: the word that the parser stopped in, else what it says.
fn shown_span(text: &str, span: Range<usize>) -> Range<usize> {
    let floor = |index: usize| (0..=index.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    // At the end of the file there is nothing to underline: what stands before it is what is unfinished.
    let at = floor(span.start).min(text.trim_end().len());
    let in_word = |letter: &char| letter.is_alphanumeric() || "-_".contains(*letter);
    let after: usize = text[at..].chars().take_while(in_word).map(char::len_utf8).sum();
    let before: usize = text[..at].chars().rev().take_while(in_word).map(char::len_utf8).sum();
    let start = if after == 0 { at } else { at - before };
    let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    start..floor(span.end).max(at + after).min(line_end)
}

/// Accents typed as letters of their own (NFD, as some keyboards and PDF files make them). They look the same and are
/// not: a search misses them and `must_keep` fails on words that are there. The first one of a file is enough.
pub(super) fn loose_accent(file: &str, text: &Arc<str>) -> Option<Problem> {
    let (start, accent) = text.char_indices().find(|(_, letter)| ('\u{300}'..='\u{36f}').contains(letter))?;
    let before = text[..start].char_indices().next_back().map_or(start, |(at, _)| at);
    let says = Explanation {
        message: "dấu rời khỏi chữ (Unicode tổ hợp)".to_owned(),
        expected: "cần chữ có dấu liền (Unicode dựng sẵn)".to_owned(),
        advice: "xóa từ này, đặt bộ gõ ở \"Unicode dựng sẵn\" rồi gõ lại; cả tệp có thể bị như vậy".to_owned(),
    };
    let span = before..start + accent.len_utf8();
    Some(Problem::at(ProblemKind::NotComposed, file, text, span, says))
}

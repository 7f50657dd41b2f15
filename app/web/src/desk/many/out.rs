//! Tables that go out: comma-separated values (RFC 4180) that a spreadsheet opens without running anything.

/// A cell. What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection): `=`, `+`, `-`, `@`,
/// and the two kinds of space that some of them drop first.
#[must_use]
pub fn cell(text: &str) -> String {
    let text = match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => ["'", text].concat(),
        _ => text.to_owned(),
    };
    if text.contains([',', ';', '"', '\n', '\r', '\t']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

/// A table under its heading, with the mark that spreadsheets know UTF-8 by.
#[must_use]
pub fn table(heading: &str, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = ["\u{feff}", heading, "\r\n"].concat();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{cell, table};

    #[test]
    fn what_a_spreadsheet_would_run_is_only_text() {
        for formula in ["=1+1", "+84912", "-2", "@SUM(A1)", "\tx", "\r=x"] {
            assert!(cell(formula).trim_start_matches('"').starts_with('\''), "{formula:?}");
        }
        assert_eq!(cell("84912345678"), "84912345678");
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        let rows = [vec!["1".to_owned(), "x;y".to_owned()]].into_iter();
        assert_eq!(table("a,b", rows), "\u{feff}a,b\r\n1,\"x;y\"\r\n");
    }

    proptest! {
        #[test]
        fn no_cell_breaks_out(text in any::<String>()) {
            let cell = cell(&text);
            if !cell.starts_with('"') {
                prop_assert!(!cell.contains([',', '\n', '\r', '"']));
            }
        }
    }
}

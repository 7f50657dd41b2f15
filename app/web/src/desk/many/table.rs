//! From the bytes of a file to lines of cells (RFC 4180, and what spreadsheets make of it).

use csv_core::{ReadRecordResult, ReaderBuilder};
use domain::search::folded;

/// Why a file is no table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableError {
    /// Nothing in it.
    Empty,
    /// A spreadsheet's own file, which is a packed folder.
    Spreadsheet,
    /// No text at all: a picture, a document, or letters of another time.
    NotText,
    /// No column of this kind: 0 telephone, 1 procedure, 2 what is missing.
    NoColumn(usize),
    /// More lines than are read at once.
    TooMany(usize),
}

/// One line under the heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the file, from 1.
    pub number: usize,
    /// Telephone, procedure, what is missing; empty where the line is too short.
    pub cells: [String; 3],
}

/// The text of a file: UTF-8 with or without a mark, or UTF-16 with one.
///
/// # Errors
/// [`TableError`] for what is no text.
pub fn text(bytes: &[u8]) -> Result<String, TableError> {
    let text = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(TableError::Spreadsheet),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => std::str::from_utf8(rest).map_err(|_| TableError::NotText)?.to_owned(),
    };
    if text.contains('\0') {
        return Err(TableError::NotText);
    }
    if text.trim().is_empty() { Err(TableError::Empty) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, TableError> {
    let (units, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(TableError::NotText);
    }
    char::decode_utf16(units.iter().copied().map(unit)).collect::<Result<_, _>>().map_err(|_| TableError::NotText)
}

/// The lines of a table with a heading. `names` are what each column may be called, [`folded`], in the order of the cells.
///
/// # Errors
/// [`TableError::NoColumn`], [`TableError::TooMany`], [`TableError::Empty`].
pub fn lines(text: &str, names: &[Vec<String>; 3], most: usize) -> Result<Vec<Line>, TableError> {
    let mut records = records(text).into_iter();
    let (_, heading) = records.next().ok_or(TableError::Empty)?;
    let heading: Vec<String> = heading.iter().map(|cell| folded(cell)).collect();
    let mut columns = [0; 3];
    for (kind, names) in names.iter().enumerate() {
        let found = heading.iter().position(|cell| names.contains(cell));
        columns[kind] = found.ok_or(TableError::NoColumn(kind))?;
    }
    let lines: Vec<Line> = records
        .filter(|(_, record)| record.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(number, record)| {
            let cell = |column: usize| record.get(column).map(|cell| cell.trim().to_owned()).unwrap_or_default();
            Line { number, cells: columns.map(cell) }
        })
        .collect();
    match lines.len() {
        0 => Err(TableError::Empty),
        count if count > most => Err(TableError::TooMany(count)),
        _ => Ok(lines),
    }
}

/// Every record with the line it begins in.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let (mut rest, mut number) = (text, 1);
    // What some spreadsheets write for themselves.
    if let Some(after) = rest.strip_prefix("sep=") {
        rest = after.split_once('\n').map_or("", |(_, rest)| rest);
        number += 1;
    }
    let mut reader = ReaderBuilder::new().delimiter(delimiter(rest)).build();
    // Unquoting makes a text shorter, never longer; and between cells there is a byte.
    let mut space = (vec![0; rest.len() + 1], vec![0; rest.len() + 2]);
    let mut records = Vec::new();
    loop {
        // Empty lines have a number too.
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        number += rest[..blank].matches('\n').count();
        rest = &rest[blank..];
        if rest.is_empty() {
            return records;
        }
        let (cells, read) = record(&mut reader, rest.as_bytes(), &mut space);
        records.push((number, cells));
        number += rest.as_bytes()[..read].iter().filter(|byte| **byte == b'\n').count();
        // A record ends behind an ASCII sign or at the end: never within a letter.
        rest = rest.get(read..).unwrap_or_default();
    }
}

/// One record, and how many bytes it took: at least one.
fn record(
    reader: &mut csv_core::Reader,
    bytes: &[u8],
    (cells, ends): &mut (Vec<u8>, Vec<usize>),
) -> (Vec<String>, usize) {
    let (mut read, mut written, mut ended) = (0, 0, 0);
    loop {
        let (result, took, wrote, ended_now) =
            reader.read_record(&bytes[read..], &mut cells[written..], &mut ends[ended..]);
        read += took;
        written += wrote;
        ended += ended_now;
        match result {
            // No bytes more tells the reader that this is the end.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::Record | ReadRecordResult::End => break,
            ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => break,
        }
    }
    let mut start = 0;
    let texts = ends[..ended].iter().map(|end| {
        let cell = String::from_utf8_lossy(cells.get(start..*end).unwrap_or_default()).into_owned();
        start = *end;
        cell
    });
    (texts.collect(), read.max(1))
}

/// What stands between the cells of the heading.
fn delimiter(text: &str) -> u8 {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &u8| heading.bytes().filter(|byte| byte == sign).count();
    // Of those that stand equally often the first: a comma.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names() -> [Vec<String>; 3] {
        [["phone", "so dien thoai"], ["procedure", "viec"], ["missing", "thieu"]]
            .map(|names| names.map(str::to_owned).into())
    }

    fn read(bytes: &[u8]) -> Result<Vec<(usize, [String; 3])>, TableError> {
        let lines = lines(&text(bytes)?, &names(), 100)?;
        Ok(lines.into_iter().map(|line| (line.number, line.cells)).collect())
    }

    fn row(number: usize, cells: [&str; 3]) -> (usize, [String; 3]) {
        (number, cells.map(str::to_owned))
    }

    #[test]
    fn columns_stand_in_any_order_between_any_signs() {
        let expected = Ok(vec![row(2, ["0912", "ks", "a, b"])]);
        assert_eq!(read(b"phone,procedure,missing\n0912,ks,\"a, b\"\n"), expected);
        assert_eq!(read("Thiếu;x;VIỆC;Số điện thoại\r\na, b;;ks;0912".as_bytes()), expected);
        assert_eq!(
            read("\u{feff}sep=\t\nphone\tmissing\tprocedure\n0912\ta, b\tks".as_bytes()),
            Ok(vec![row(3, ["0912", "ks", "a, b"])])
        );
        let wide: Vec<u8> =
            "phone,procedure,missing\n0912,ks,\"a, b\"".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&[&[0xff, 0xfe][..], &wide].concat()), expected);
    }

    #[test]
    fn a_cell_may_go_over_lines_and_lines_may_be_empty() {
        let lines = read(b"\n\nphone,procedure,missing\n\n1,2,\"a\n\"\"b\"\"\"\r\n,,\n4,5\n").expect("a table");
        assert_eq!(lines, [row(5, ["1", "2", "a\n\"b\""]), row(8, ["4", "5", ""])]);
    }

    #[test]
    fn what_is_no_table_says_so() {
        assert_eq!(read(b""), Err(TableError::Empty));
        assert_eq!(read(b"\xef\xbb\xbf \n"), Err(TableError::Empty));
        assert_eq!(read(b"phone,procedure,missing\n"), Err(TableError::Empty));
        assert_eq!(read(b"PK\x03\x04"), Err(TableError::Spreadsheet));
        assert_eq!(read(b"\x89PNG\r\n\x1a\n"), Err(TableError::NotText));
        assert_eq!(read(b"a\0b"), Err(TableError::NotText));
        assert_eq!(read(b"\xff\xfea"), Err(TableError::NotText));
        assert_eq!(read(b"phone,procedure\n1,2"), Err(TableError::NoColumn(2)));
        let many = ["phone,procedure,missing\n", &"1,2,3\n".repeat(101)].concat();
        assert_eq!(read(many.as_bytes()), Err(TableError::TooMany(101)));
    }

    proptest! {
        #[test]
        fn nothing_in_a_file_panics(bytes in any::<Vec<u8>>(), table in "[a\",;\r\n\u{1ea5} ]{0,60}") {
            let _ = read(&bytes);
            let _ = read(["phone,procedure,missing\n", &table].concat().as_bytes());
        }

        #[test]
        fn what_is_quoted_comes_back(cells in prop::collection::vec("[a\",;\n\u{1ea5}x]{1,8}", 3)) {
            let quoted: Vec<_> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            let table = format!("phone,procedure,missing\n{}\n", quoted.join(","));
            let expected: Vec<_> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            match read(table.as_bytes()) {
                Ok(lines) => prop_assert_eq!(lines[0].1.to_vec(), expected),
                // Three cells of white space are no line.
                Err(error) => prop_assert!(error == TableError::Empty && expected.iter().all(String::is_empty)),
            }
        }
    }
}

//! The lock file.

use sitegen::diagnostics::ProblemKind;
use sitegen::lock;

use crate::fixture::Change::{Put, Remove, Replace};
use crate::fixture::{changed, good};

const LOCK: &str = "numbers.lock.toml";

#[test]
fn nothing_is_added_when_everything_is_locked() {
    let files = good();
    let (text, added) = lock::appended(&files).unwrap();
    assert_eq!(added, 0);
    assert_eq!(Some(text.as_str()), files.text(LOCK));
}

#[test]
fn a_first_lock_file_has_every_number_and_the_site_is_whole_with_it() {
    let mut files = changed(&[Remove(LOCK)]);
    let (text, added) = lock::appended(&files).unwrap();
    assert_eq!(added, 9);
    insta::assert_snapshot!(text);
    files.put(LOCK, text.into_bytes());
    assert!(files.load().0.is_some());
}

#[test]
fn new_numbers_are_added_and_those_of_what_is_gone_stay() {
    let files =
        changed(&[Replace(LOCK, "tien = { number = 5, always = false }\n", ""), Replace(LOCK, "\nban-thu = 1", "")]);
    let (text, added) = lock::appended(&files).unwrap();
    assert_eq!(added, 2);
    assert_eq!(Some(text.as_str()), good().text(LOCK));
}

#[test]
fn what_was_always_needed_at_birth_stays_so() {
    let files = changed(&[Replace(
        LOCK,
        "lam-chung = { number = 2, always = false }",
        "lam-chung = { number = 2, always = true }",
    )]);
    let (text, _) = lock::appended(&files).unwrap();
    assert!(text.contains("lam-chung = { number = 2, always = true }"));
}

#[test]
fn nothing_is_locked_while_numbers_contradict_each_other() {
    let files = changed(&[Replace("procedures/khai-sinh.toml", "number = 5\n", "number = 6\n")]);
    let problems = lock::appended(&files).unwrap_err();
    assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::LockedNumberChanged]);
}

#[test]
fn nothing_is_locked_while_a_file_cannot_be_read() {
    let files = changed(&[Put("procedures/moi.toml", b"number =")]);
    let problems = lock::appended(&files).unwrap_err();
    assert_eq!(problems.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [ProblemKind::Syntax]);
}

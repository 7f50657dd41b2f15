//! Every kind of problem, shown by the smallest change to the good site that causes it. The snapshots are what an
//! editor reads: one file per kind of problem.

use std::collections::BTreeSet;

use sitegen::diagnostics::{self, ProblemKind};

use crate::fixture::{Change, changed, good};

mod example;
mod file;
mod name;
mod rule;
mod shape;
mod specimen;
mod truth;

/// One way to break the good site.
struct Broken {
    /// What is wrong, as a sentence.
    name: &'static str,
    /// All kinds of problem there are then; the first is the one that is shown.
    kinds: &'static [ProblemKind],
    changes: &'static [Change],
}

const ALL: &[&[Broken]] =
    &[file::BROKEN, shape::BROKEN, name::BROKEN, specimen::BROKEN, rule::BROKEN, truth::BROKEN, example::BROKEN];

const BIRTH: &str = "procedures/khai-sinh.toml";
const FATHER: &str = "procedures/nhan-con.toml";
const PAPER: &str = "documents/giay-chung-sinh.toml";
const WITNESS: &str = "documents/van-ban-lam-chung.toml";
const COMMUNE: &str = "offices/ban-thu.toml";
const NOTICE: &str = "notices/mua-lu.toml";
const HOLIDAYS: &str = "holidays/2026.toml";
const EVENTS: &str = "events.toml";
const SITE: &str = "site.toml";
const MESSAGES: &str = "messages/vi.toml";
const LOCK: &str = "numbers.lock.toml";

/// Shown where there is a dictionary: in `spelling`.
const WITH_DICTIONARY: ProblemKind = ProblemKind::Misspelt;

fn broken() -> impl Iterator<Item = &'static Broken> {
    ALL.iter().copied().flatten()
}

#[test]
fn the_good_site_has_no_problem() {
    let (site, problems) = good().load();
    assert_eq!(diagnostics::report(&problems, false), "");
    assert!(site.is_some());
}

#[test]
fn every_broken_site_has_the_problems_it_is_named_for_and_no_others() {
    let mut surprises = String::new();
    for broken in broken() {
        let (site, problems) = changed(broken.changes).load();
        let found: BTreeSet<_> = problems.iter().map(|problem| problem.kind).collect();
        let expected: BTreeSet<_> = broken.kinds.iter().copied().collect();
        if found != expected || site.is_some() {
            let report = diagnostics::report(&problems, false);
            surprises.push_str(&format!("{}: {found:?}\n{report}\n", broken.name));
        }
    }
    assert!(surprises.is_empty(), "{surprises}");
}

#[test]
fn every_kind_of_problem_is_shown() {
    let shown: BTreeSet<_> = broken().filter_map(|broken| broken.kinds.first().copied()).collect();
    let loaded = ProblemKind::ALL.iter().filter(|kind| **kind != WITH_DICTIONARY);
    let missing: Vec<_> = loaded.filter(|kind| !shown.contains(kind)).collect();
    assert!(missing.is_empty(), "no broken site shows {missing:?}");
}

#[test]
fn every_problem_says_what_is_wrong_what_was_expected_and_what_to_do() {
    for kind in ProblemKind::ALL.iter().filter(|kind| **kind != WITH_DICTIONARY) {
        let mut text = String::new();
        for broken in broken().filter(|broken| broken.kinds.first() == Some(kind)) {
            let (_, problems) = changed(broken.changes).load();
            text.push_str(&format!("## {}\n", broken.name.replace('_', " ")));
            for problem in problems.iter().filter(|problem| problem.kind == *kind) {
                text.push_str(&problem.to_string());
            }
            text.push('\n');
        }
        insta::assert_snapshot!(format!("{kind:?}"), text);
    }
}

#[test]
fn every_problem_is_reported_at_once() {
    // One of each stage in different files, and two stages in one file's neighbour: nothing waits for anything.
    let changes = [
        Change::Replace(NOTICE, "until =", "until"),
        Change::Replace(PAPER, "sms = ", "tin = "),
        Change::Replace(COMMUNE, "\"02163123456\"", "2163123456"),
        Change::Replace(BIRTH, "event = \"sinh-con\"", "event = \"sinh-em\""),
        Change::Replace(BIRTH, "documents = [\"van-ban-lam-chung\"]", "documents = [\"lam-chung\"]"),
        Change::Replace(FATHER, "amount = \"ask\"", "amount = \"hoi\""),
    ];
    let (_, problems) = changed(&changes).load();
    insta::assert_snapshot!(diagnostics::report(&problems, false));
}

#[test]
fn a_file_cut_off_anywhere_is_explained() {
    let whole = good().text(BIRTH).unwrap().to_owned();
    let cuts = whole.char_indices().map(|(at, _)| at).filter(|at| at % 37 == 0).chain([whole.len()]);
    for cut in cuts {
        let mut files = good();
        files.put(BIRTH, whole.as_bytes()[..cut].to_vec());
        let (site, problems) = files.load();
        // Some examples may be missing without harm.
        let is_good = cut >= whole.find("[[examples]]").unwrap() && site.is_some();
        assert_eq!(diagnostics::report(&problems, false).is_empty(), is_good, "cut at {cut}");
    }
}

#[test]
fn problems_know_their_line() {
    let (_, problems) = changed(&[Change::Replace(BIRTH, "event = \"sinh-con\"", "event = \"sinh-em\"")]).load();
    assert_eq!(problems.iter().map(diagnostics::Problem::line).collect::<Vec<_>>(), [Some(8)]);
}

//! Faults that are put in on purpose: each is in the code once and has a test that must notice it, and nothing that
//! ships can have one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::published::project;

fn text(path: &str) -> String {
    fs::read_to_string(project().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Package and fault, from the list that `faults.sh` goes through.
fn listed() -> BTreeSet<(String, String)> {
    let list = text(".tooling/faults.tsv");
    let rows = list.lines().filter(|line| line.starts_with("fault-")).map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| (row[1].to_owned(), row[0].to_owned())).collect()
}

/// Every file of Rust below a folder, as one text.
fn sources(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("the folder is there").flatten();
    entries.fold(String::new(), |so_far, entry| {
        let path = entry.path();
        let more = match path.is_dir() {
            true => sources(&path),
            false => fs::read_to_string(&path).expect("sources are text"),
        };
        so_far + &more
    })
}

#[test]
fn every_fault_is_listed_and_changes_the_code() {
    let mut known = BTreeSet::new();
    for package in ["domain", "sitegen"] {
        let manifest = text(&format!("app/{package}/Cargo.toml"));
        let code = sources(&project().join(format!("app/{package}/src")));
        for line in manifest.lines().filter(|line| line.starts_with("fault-")) {
            let (fault, turns_on) = line.split_once(" = ").expect("a feature");
            assert_eq!(turns_on, "[\"seeded\"]", "{fault}: SEEDED would not know of it");
            assert!(code.contains(&format!("cfg!(feature = \"{fault}\")")), "{package}: {fault} changes nothing");
            known.insert((package.to_owned(), fault.to_owned()));
        }
    }
    assert_eq!(known, listed());
    assert!(known.len() >= 10);
}

#[test]
fn nothing_that_ships_has_a_fault_in_it() {
    for program in ["app/web/src/bin/citizen.rs", "app/web/src/bin/desk.rs", "app/sitegen/src/main.rs"] {
        assert!(text(program).contains("const _: () = assert!(!"), "{program} would compile with a fault");
    }
    for build in [
        "Cargo.toml",
        "Trunk.toml",
        "app/web/Cargo.toml",
        "app/store/Cargo.toml",
        "app/web/index.html",
        "tests/Cargo.toml",
        ".tooling/build.sh",
        ".tooling/web-env.sh",
        ".tooling/check.sh",
        ".tooling/tests.sh",
    ] {
        for word in ["\"fault-", " fault-", "/fault-", "seeded", "--all-features"] {
            assert!(!text(build).contains(word), "{build} names {word}");
        }
    }
    for package in ["domain", "sitegen"] {
        let manifest = text(&format!("app/{package}/Cargo.toml"));
        assert!(!manifest.contains("default = ") && !manifest.contains("features = [\"seeded"), "{package}");
    }
}

#[test]
fn every_fault_was_noticed_when_they_were_last_counted() {
    let counted = text("docs/faults.tsv");
    let rows =
        counted.lines().filter(|line| line.starts_with("fault-")).map(|line| line.split('\t').collect::<Vec<_>>());
    let noticed: BTreeSet<String> =
        rows.filter(|row| row.get(2) == Some(&"yes")).map(|row| row[0].to_owned()).collect();
    assert_eq!(noticed, listed().into_iter().map(|(_, fault)| fault).collect(), "run make faults");
}

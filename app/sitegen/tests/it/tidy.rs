//! The invariants of ARCHITECTURE.md that a reader of the tree could check by hand, checked.

use std::fs;
use std::path::{Path, PathBuf};

use sitegen::content;
use sitegen::prerender::{self, Sources};

use crate::published::project;

fn files(folder: &str, extension: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, extension: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() && !path.ends_with("node_modules") {
                collect(&path, extension, found);
            } else if path.extension().is_some_and(|own| own == extension) {
                let text = fs::read_to_string(&path).expect("sources are text");
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    collect(&project().join(folder), extension, &mut found);
    assert!(!found.is_empty(), "{folder} has .{extension} files");
    found
}

/// A line without what stands behind `//`.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

#[test]
fn the_subject_depends_on_serde_only() {
    let manifest = fs::read_to_string(project().join("app/domain/Cargo.toml")).expect("the manifest is there");
    let dependencies = manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next());
    let names: Vec<_> = dependencies
        .expect("there is such a table")
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
        .collect();
    assert_eq!(names, ["serde"]);
}

#[test]
fn one_module_names_the_browser() {
    for (path, text) in files("app/web/src", "rs") {
        let in_it = path.ends_with("browser.rs") || path.components().any(|part| part.as_os_str() == "browser");
        // What is downloaded says what can be called from outside.
        let may = in_it || path.parent().is_some_and(|folder| folder.ends_with("bin"));
        for name in ["web_sys", "gloo", "js_sys", "wasm_bindgen::"] {
            assert!(may || !text.lines().any(|line| code(line).contains(name)), "{} names {name}", path.display());
        }
    }
}

#[test]
fn the_subject_never_looks_at_a_clock() {
    for (path, text) in files("app/domain/src", "rs") {
        for clock in ["SystemTime", "Instant", "std::fs", "std::env"] {
            assert!(!text.lines().any(|line| code(line).contains(clock)), "{} uses {clock}", path.display());
        }
    }
}

#[test]
fn no_word_of_vietnamese_stands_in_pages_or_subject() {
    for folder in ["app/domain/src", "app/web/src"] {
        for (path, text) in files(folder, "rs") {
            // Alphabets are letters and no words.
            if ["tests.rs", "sample.rs", "sms.rs", "sms/accents.rs"].iter().any(|name| path.ends_with(name)) {
                continue;
            }
            let shipped = text.split("mod tests {").next().unwrap_or_default();
            for (number, line) in shipped.lines().enumerate() {
                let foreign = code(line).chars().find(|letter| letter.is_alphabetic() && !letter.is_ascii());
                assert_eq!(foreign, None, "{}:{}: words are content", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn raw_colours_and_lengths_stand_in_tokens_only() {
    for (path, text) in files("style", "css") {
        if path.ends_with("tokens.css") || path.ends_with("print.css") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let place = format!("{}:{}: {line}", path.display(), number + 1);
            assert!(!line.contains(": #") && !line.contains("rgb("), "{place}: name the colour by its role");
            // Hairlines and the woven line are thinner than any step of the scale; queries know no tokens.
            let thick =
                line.split("px").filter_map(|before| before.rsplit([' ', '(', '-']).next()?.parse::<f32>().ok());
            let thick =
                thick.filter(|_| line.contains("px") && !line.contains("@media") && !line.contains("@container"));
            assert!(!thick.into_iter().any(|length| length > 10.0), "{place}: use the scale");
        }
    }
}

#[test]
fn every_file_says_why_it_exists_and_can_be_held_in_the_head() {
    for folder in ["app", "tests"] {
        for (path, text) in files(folder, "rs") {
            let of_a_module = path.ends_with("tests.rs");
            assert!(of_a_module || text.starts_with("//!"), "{} says why it exists", path.display());
            let lines = text.lines().count();
            assert!(lines <= 500, "{} has {lines} lines", path.display());
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            assert!(!["utils", "util", "common", "helpers", "misc"].contains(&name), "{} is a drawer", path.display());
        }
    }
}

#[test]
fn pages_carry_no_inline_script_or_style() {
    let sources = Sources::below(&project());
    let (site, _) = content::load(&sources.content, &sources.pictograms());
    let pages = prerender::pages(&site.expect("the content is right"), &sources.pictograms()).expect("pages");
    for (file, page) in pages {
        for inline in [" style=\"", "<style", "javascript:", " onclick", " onload"] {
            assert!(!page.contains(inline), "{file} has {inline}");
        }
        let scripts: Vec<_> = page.split("<script").skip(1).collect();
        assert!(scripts.iter().all(|script| script.contains("></script>")), "{file} has an inline script");
        assert!(page.contains("<meta"), "{file} has a head");
        assert!(page.starts_with("<!doctype html><html lang=\"vi\""), "{file} begins as a document");
    }
}

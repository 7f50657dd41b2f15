//! The guard around exemptions, tried on everything that is published: whichever exemption is dropped from a file, or
//! whichever group from one that lists several, `sitegen check` says so.

use std::fs;
use std::path::Path;

use sitegen::content::Files;
use sitegen::diagnostics::ProblemKind::MustKeep;

/// Where in a file the lines of its `[fees.exemptions]` stand, without their line feeds.
fn exemptions(text: &str) -> Vec<std::ops::Range<usize>> {
    let (mut found, mut start, mut inside) = (Vec::new(), 0, false);
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            inside = line.trim_end() == "[fees.exemptions]";
        } else if inside && line.contains('=') {
            found.push(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    found
}

/// The line with one of its groups dropped, in every way; the whole line dropped is one of them.
fn dropped(line: &str) -> Vec<String> {
    let mut dropped = vec![String::new()];
    let Some((key, words)) = line.split_once(" = \"") else { return dropped };
    let (list, rest) = words.split_at(words.find([':', '.', '"']).unwrap_or(words.len()));
    let groups: Vec<&str> = list.split(", ").collect();
    if groups.len() > 1 {
        dropped.extend((0..groups.len()).map(|left_out| {
            let kept: Vec<&str> = (0..groups.len()).filter(|&one| one != left_out).map(|one| groups[one]).collect();
            format!("{key} = \"{}{rest}", kept.join(", "))
        }));
    }
    dropped
}

#[test]
fn no_published_exemption_can_be_dropped_unnoticed() {
    let content = Path::new("../content");
    let all = Files::read(content, Path::new("../../public/pictograms"));
    let lost = |files: &Files| files.load().1.iter().filter(|problem| problem.kind == MustKeep).count();
    let names = |folder: &str| -> Vec<String> {
        let files = fs::read_dir(content.join(folder)).expect("there is such a folder").flatten();
        files.map(|file| format!("{folder}/{}", file.file_name().to_string_lossy())).collect()
    };
    // One procedure alone is quickly read. What it refers to is then missing, which is not what is counted.
    let mut alone = all.clone();
    for other in ["procedures", "documents", "offices"].into_iter().flat_map(names) {
        alone.remove(&other);
    }
    let (mut tried, mut unnoticed) = (0, Vec::new());
    for name in names("procedures") {
        let Some(text) = all.text(&name) else { continue };
        let mut files = alone.clone();
        files.put(&name, text.as_bytes().to_vec());
        let before = lost(&files);
        for place in exemptions(text) {
            for line in dropped(&text[place.clone()]) {
                let broken = format!("{}{line}{}", &text[..place.start], &text[place.end..]);
                files.put(&name, broken.into_bytes());
                tried += 1;
                if lost(&files) <= before {
                    unnoticed.push(format!("{name}: {}, without it: {line}", &text[place.clone()]));
                }
            }
        }
    }
    assert!(tried > 60, "only {tried} exemptions were found");
    assert!(unnoticed.is_empty(), "{} of {tried} unnoticed:\n{}", unnoticed.len(), unnoticed.join("\n"));
}

//! Every link inside the site leads somewhere, every file a page names is there, every `#part` exists.

use std::collections::{BTreeMap, BTreeSet};

use harness::http::{self, Answer};
use harness::{DESK, Faults, Scratch, Site, pages};

#[test]
fn every_link_leads_somewhere() {
    let scratch = Scratch::new();
    let site = Site::start(&scratch);
    let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
    let mut waiting: Vec<(String, String)> =
        pages().into_iter().chain(DESK.map(str::to_owned)).map(|page| (page, "the list of pages".to_owned())).collect();
    let mut parts = BTreeSet::new();
    let mut faults = Faults::default();
    while let Some((path, from)) = waiting.pop() {
        if answers.contains_key(&path) {
            continue;
        }
        let answer = http::get(site.address(), &path);
        if answer.status != 200 {
            faults.add(from, format!("leads to {path}, which answers {}", answer.status));
        }
        for target in targets(&path, &answer) {
            let (file, part) = target.split_once('#').unwrap_or((&target, ""));
            let file = if file.is_empty() { &path } else { file };
            if !part.is_empty() {
                parts.insert((file.to_owned(), part.to_owned(), path.clone()));
            }
            waiting.push((file.to_owned(), path.clone()));
        }
        answers.insert(path, answer);
    }
    for (file, part, from) in parts {
        let found = answers.get(&file).is_some_and(|answer| values(&answer.text(), "id").any(|id| id == part))
            // There it may say whose list it is.
            || file == "/them-giay/" && answers.contains_key(&format!("/{part}/"));
        if !found {
            faults.add(from, format!("leads to #{part}, which does not exist in {file}"));
        }
    }
    assert!(answers.len() > pages().len(), "the pages name scripts and styles");
    faults.assert_none();
}

#[test]
fn an_unknown_address_answers_404_with_a_page_that_leads_home() {
    let scratch = Scratch::new();
    let site = Site::start(&scratch);
    let answer = http::get(site.address(), "/khong-co-trang-nay/");
    assert_eq!(answer.status, 404);
    assert!(values(&answer.text(), "href").any(|target| target == "/"), "no way home");
}

/// What a file names of the same site, as absolute paths with their fragments.
fn targets(path: &str, answer: &Answer) -> Vec<String> {
    let text = answer.text();
    let kind = answer.header("content-type").unwrap_or_default();
    let found: Vec<String> = if kind.starts_with("text/html") {
        ["href", "src"].iter().flat_map(|name| values(&text, name)).map(str::to_owned).collect()
    } else if kind.starts_with("text/css") {
        text.split("url(")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
            .map(|url| url.trim_matches(['"', '\'']).to_owned())
            .collect()
    } else {
        Vec::new()
    };
    found
        .into_iter()
        // `https:`, `tel:`, `mailto:`, `data:` lead out of the site.
        .filter(|target| !target.split(['/', '#', '?']).next().unwrap_or_default().contains(':'))
        .map(|target| match target.as_bytes().first() {
            Some(b'/' | b'#') | None => target,
            _ => format!("{}{target}", &path[..=path.rfind('/').unwrap_or(0)]),
        })
        .collect()
}

/// The values of an attribute, wherever it stands in the text. Pages are written by our own tool, which always quotes.
fn values<'a>(text: &'a str, attribute: &str) -> impl Iterator<Item = &'a str> {
    let before = format!(" {attribute}=\"");
    let mut rest = text;
    std::iter::from_fn(move || {
        let from = rest.find(&before)? + before.len();
        let length = rest[from..].find('"')?;
        let value = &rest[from..from + length];
        rest = &rest[from + length..];
        Some(value)
    })
}

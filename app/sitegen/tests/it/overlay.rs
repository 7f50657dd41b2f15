//! Every citizen string can be replaced by its id: with the whole site in a pseudo-language, no word of Vietnamese is
//! left on a page, neither in text nor in what screen readers say.

use sitegen::content;
use sitegen::prerender::{self, Sources};

use crate::published::project;

/// Letters of the pseudo-language stand between these, so that what is not replaced shows.
const OPEN: char = '⟦';
const CLOSE: char = '⟧';

fn pages_in_pseudo_language() -> Vec<(String, String)> {
    let sources = Sources::below(&project());
    let (site, problems) = content::load(&sources.content, &sources.pictograms());
    assert!(problems.is_empty(), "the content has problems");
    let mut site = site.expect("content without problems makes a site");
    content::overlay(&mut site, &|id, text| {
        let value = if text.contains("{n}") { " {n} " } else { "" };
        Some(format!("{OPEN}{id}{CLOSE}{value}"))
    });
    prerender::pages(&site, &sources.pictograms()).expect("a site makes pages")
}

/// What is not a citizen string, and so has no id: laws, sources and codes on the page for clerks, the cited rule of a
/// card, days, and the address of the site.
fn without_references(page: &str) -> String {
    let mut rest = page.to_owned();
    for (open, close) in [
        ("<cite", "</cite>"),
        ("<time", "</time>"),
        ("<ul class=\"sources\"", "</ul>"),
        ("<p class=\"address\"", "</p>"),
        ("<head>", "</head>"),
    ] {
        while let Some(start) = rest.find(open) {
            let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
            rest.replace_range(start..end, " ");
        }
    }
    rest
}

/// The texts between tags, and the values of the attributes that are read out.
fn texts(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in page.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        found.push(text.to_owned());
        for attribute in ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
            let value = tag.split_once(attribute).and_then(|(_, rest)| rest.split('"').next());
            found.extend(value.map(str::to_owned));
        }
    }
    found
}

/// The letters outside of the pseudo-language.
fn letters_left(text: &str) -> String {
    let mut inside = false;
    text.chars()
        .filter(|&letter| {
            inside = (inside || letter == OPEN) && letter != CLOSE;
            !inside && letter.is_alphabetic()
        })
        .collect()
}

#[test]
fn every_citizen_string_is_replaced_by_id() {
    let mut looked_at = 0;
    for (file, page) in pages_in_pseudo_language() {
        // The page for clerks cites laws in every line; its own words are among the strings of the other pages.
        if file.ends_with("can-cu/index.html") {
            continue;
        }
        for text in texts(&without_references(&page)) {
            let left = letters_left(&text.replace("&amp;", ""));
            assert!(left.is_empty(), "{file} still says {left:?} in {text:?}");
            looked_at += usize::from(text.contains(OPEN));
        }
    }
    assert!(looked_at > 1000, "the pages have words: {looked_at}");
}

#[test]
fn every_string_stands_under_its_own_id() {
    for (file, page) in pages_in_pseudo_language() {
        for piece in page.split("data-string=\"").skip(1) {
            let (id, rest) = piece.split_once('"').expect("attributes end");
            let text = rest.split_once('>').and_then(|(_, text)| text.split('<').next()).expect("tags end");
            assert!(text.contains(&format!("{OPEN}{id}{CLOSE}")), "{file}: under {id} stands {text:?}");
        }
    }
}

#[test]
fn a_word_that_is_not_replaced_would_be_seen() {
    assert_eq!(letters_left("⟦ui.next⟧ Tiếp 2"), "Tiếp");
    assert_eq!(texts("<a aria-label=\"Về đầu\">x</a>").concat(), "xVề đầu");
}

//! What a link looks like in a message: enough to recognise a page by, and nothing about whose list it is.

use sitegen::content;
use sitegen::prerender::{self, Sources};
use sitegen::preview;

use crate::published::project;

/// The published site, and its pages with one procedure made sensitive that was not.
fn site_and_pages() -> (domain::Site, Vec<(String, String)>) {
    let sources = Sources::below(&project());
    let mut site = content::load(&sources.content, &sources.pictograms()).0.expect("the content is right");
    let land = site.procedures.iter_mut().find(|procedure| procedure.slug == SENSITIVE).expect("there is such a one");
    assert!(!land.sensitive);
    land.sensitive = true;
    let pages = prerender::pages(&site, &sources.pictograms()).expect("a site makes pages");
    (site, pages)
}

const SENSITIVE: &str = "cap-so-do-lan-dau";

fn tag<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("<meta property=\"og:{name}\" content=\""))?;
    rest.split('"').next()
}

#[test]
fn every_page_says_what_a_link_to_it_looks_like() {
    let (site, pages) = site_and_pages();
    let pictures = preview::pictures(&site, &project().join("public/pictograms")).expect("pictograms are drawings");
    // Nobody sends links to the desk.
    for (file, page) in pages.iter().filter(|(file, _)| !file.starts_with("can-bo/")) {
        for name in ["title", "description", "type", "locale"] {
            assert!(tag(page, name).is_some_and(|value| !value.is_empty()), "{file} has no og:{name}");
        }
        let image = tag(page, "image").expect("there is a picture");
        let picture = image.strip_prefix("https://dugiayto.example/").expect("its address is whole");
        assert!(pictures.iter().any(|(made, _)| made == picture), "{file}: {picture} is not made");
    }
}

#[test]
fn a_procedure_is_recognised_by_its_words_and_picture() {
    let (_, pages) = site_and_pages();
    let (_, page) = pages.iter().find(|(file, _)| file == "khai-sinh/index.html").expect("there is such a page");
    assert!(tag(page, "title").unwrap().starts_with("Làm giấy khai sinh"), "{:?}", tag(page, "title"));
    assert_eq!(tag(page, "image"), Some("https://dugiayto.example/og/khai-sinh.png"));
    assert_eq!(tag(page, "url"), Some("https://dugiayto.example/khai-sinh/"));
}

#[test]
fn lists_and_sensitive_procedures_say_nothing_of_what_they_are_about() {
    let (site, pages) = site_and_pages();
    let of_lists = ["k/", "so/", "giay-cua-toi/", "404.html", "khai-sinh/da-nop/"];
    let quiet: Vec<_> = pages
        .iter()
        .filter(|(file, _)| file.starts_with(SENSITIVE) || of_lists.iter().any(|page| file.starts_with(page)))
        .collect();
    assert!(quiet.len() >= of_lists.len() + 2, "{} pages", quiet.len());
    for (file, page) in quiet {
        assert_eq!(tag(page, "title"), Some("Giấy cần mang"), "{file}");
        assert_eq!(tag(page, "image"), Some("https://dugiayto.example/og/_.png"), "{file}");
        // Facebook opens this address in place of the one that was sent, and the list's number would be lost.
        assert_eq!(tag(page, "url"), None, "{file}");
        for procedure in &site.procedures {
            assert!(!tag(page, "description").unwrap().contains(&procedure.plain.text), "{file}");
        }
    }
}

#[test]
fn pictures_are_small_and_always_the_same() {
    let (site, _) = site_and_pages();
    let pictograms = project().join("public/pictograms");
    let pictures = preview::pictures(&site, &pictograms).expect("pictograms are drawings");
    assert_eq!(pictures, preview::pictures(&site, &pictograms).expect("they still are"));
    for (file, picture) in &pictures {
        assert!(picture.len() <= 15_000, "{file} has {} bytes", picture.len());
        assert!(!file.contains(SENSITIVE), "{file} would say what is sensitive");
    }
}

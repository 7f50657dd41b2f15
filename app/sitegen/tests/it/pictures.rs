//! The sheet of pictograms: whatever a page shows is on it, with words, and nobody comes across it by accident.

use std::collections::{BTreeMap, BTreeSet};

use sitegen::prerender;

use crate::published::{project, published};

/// File and text of the pages of the sheet, and of all others.
fn pages() -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let site = published().0.expect("the content is right");
    let pages = prerender::pages(&site, &project().join("public/pictograms")).expect("a site makes pages");
    pages.into_iter().partition(|(file, _)| file.starts_with("hinh/"))
}

fn after<'a>(text: &'a str, before: &str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(['"', '.']).next())
}

#[test]
fn every_pictogram_that_a_page_shows_is_on_the_sheet_once_with_words() {
    let (sheet, others) = pages();
    assert!(sheet.contains_key("hinh/index.html"));
    let mut explained = BTreeSet::new();
    for (file, page) in &sheet {
        let list = page.split("<ul class=\"hinh\">").nth(1).and_then(|rest| rest.split("</ul>").next());
        for entry in list.expect("there is a list").split("<li>").skip(1) {
            let ids: Vec<&str> = after(entry, "/pictograms/").collect();
            assert!(ids.len() == 2 && ids[0] == ids[1], "{file}: two sizes of one picture: {ids:?}");
            assert!(entry.contains("data-string=\""), "{file}: {} says nothing", ids[0]);
            assert!(explained.insert(ids[0].to_owned()), "{file}: {} stands twice", ids[0]);
        }
    }
    let shown: BTreeSet<&str> =
        others.values().flat_map(|page| after(page, "href=\"#p-").chain(after(page, "/pictograms/"))).collect();
    let missing: Vec<_> = shown.iter().filter(|id| !explained.contains(**id)).collect();
    assert!(missing.is_empty(), "pictures/meaning.rs does not say what these stand for: {missing:?}");
    assert!(shown.len() > 300, "{}", shown.len());
}

#[test]
fn only_the_page_about_the_site_leads_to_the_sheet() {
    let (_, others) = pages();
    let leading: Vec<&String> =
        others.iter().filter(|(_, page)| page.contains("\"/hinh/")).map(|(file, _)| file).collect();
    assert_eq!(leading, ["gioi-thieu/index.html"]);
}

//! Papers that a clerk asked for besides the list. They come by the address (`#them-giay-ket-hon`), are kept with the list, and
//! are shown as a group of it, whose words, and those of each paper, are taken from the pages that have them.

use leptos::prelude::*;

use super::Live;
use super::elements::Elements;
use super::remember;
use crate::browser::{self, Element, copy};
use crate::wake::{ASKED, carried, elsewhere};

/// Notes what the address carries.
pub(super) fn take(live: Live, elements: &Elements, fragment: &str) {
    for paper in carried(fragment, ASKED) {
        if remember::asked(live).iter().all(|(known, _)| known != paper) {
            remember::ask_for(live, elements, paper.to_owned(), Some(false));
        }
    }
}

/// Makes what is known part of the list. Without the pages that have the words it is counted and not shown.
pub(super) async fn show(live: Live, elements: &Elements) {
    let asked = remember::asked(live);
    if !asked.is_empty() {
        lines(elements, &asked).await;
        live.ticks.notify();
    }
}

async fn lines(elements: &Elements, asked: &[(String, bool)]) -> Option<()> {
    if group(elements).is_none() {
        let part = elsewhere::part_of("/da-nop/", "[data-group=asked]").await.ok()?;
        // Another that waited for it may have been faster.
        if group(elements).is_none() {
            browser::put_before(&browser::find(&elements.main, "[data-group]")?, &part);
        }
    }
    let group = group(elements)?;
    for (paper, have) in asked {
        let line = match line(elements, paper) {
            Some(line) => line,
            None => {
                let made = copy::of(&browser::find(&group, "[data-asked=\"\"]")?)?;
                browser::set_attribute(&made, "data-asked", paper);
                browser::append(&browser::find(&group, "ul")?, &made);
                name(&made, paper).await;
                made
            }
        };
        browser::set_checked(&browser::find(&line, "input")?, *have);
    }
    Some(())
}

/// Gives a line name, picture and way to its paper, from the page of that. Without it, it says that the slip has the name.
async fn name(line: &Element, paper: &str) -> Option<()> {
    let address = ["/giay/", paper, "/"].concat();
    let page = elsewhere::part_of(&address, "main[data-document]").await.ok()?;
    for (from, to) in [("h1", ".item__name"), (".procedure__official", ".item__official")] {
        let (from, to) = (browser::find(&page, from)?, browser::find(line, to)?);
        browser::set_text(&to, "");
        browser::append(&to, &browser::find(&from, "[data-string]")?);
    }
    let drawn = browser::attribute(&browser::find(&page, "header use")?, "href");
    let file = ["/pictograms/", drawn.strip_prefix("#p-")?, ".svg"].concat();
    browser::set_attribute(&browser::find(line, ".pic")?, "src", &file);
    let get = browser::find(line, ".item__get")?;
    browser::set_attribute(&get, "href", &address);
    browser::set_hidden(&get, false);
    Some(())
}

/// A tick was changed; or the line is taken back, because it was a wrong tap.
pub(super) fn note(live: Live, elements: &Elements, line: &Element, stays: bool) {
    let have = stays.then(|| browser::find(line, "input").is_some_and(|input| browser::is_checked(&input)));
    remember::ask_for(live, elements, browser::attribute(line, "data-asked"), have);
    live.ticks.notify();
}

/// Shows how it stands with each line.
pub(super) fn states(elements: &Elements, asked: &[(String, bool)]) {
    let Some(group) = group(elements) else { return };
    browser::set_hidden(&group, asked.is_empty());
    for line in browser::find_all(&group, "[data-asked]") {
        let paper = browser::attribute(&line, "data-asked");
        let have = asked.iter().find(|(known, _)| *known == paper).map(|(_, have)| *have);
        browser::set_attribute(&line, "data-state", if have == Some(true) { "have" } else { "missing" });
        browser::set_hidden(&line, have.is_none());
    }
}

/// The line of a paper.
pub(super) fn line(elements: &Elements, paper: &str) -> Option<Element> {
    browser::find(&elements.main, &["[data-asked=\"", paper, "\"]"].concat())
}

fn group(elements: &Elements) -> Option<Element> {
    browser::find(&elements.main, "[data-group=asked]")
}

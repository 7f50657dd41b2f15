//! Which paper does the clerk want besides? The address says whose list it joins; each picture then leads back to that list.

use super::Keeping;
use crate::browser::{self, Element};

/// Wakes the page. Where the address names no list, pictures lead to the pages of their papers.
pub(super) fn wake(root: &Element, main: &Element) -> Keeping {
    let fragment = browser::fragment();
    let (procedure, carried) = fragment.split_once('+').unwrap_or((&fragment, ""));
    let is_slug = procedure.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if procedure.is_empty() || !is_slug {
        return Keeping::Nothing;
    }
    for paper in browser::find_all(main, "[data-asked]") {
        let id = browser::attribute(&paper, "data-asked");
        browser::set_attribute(&paper, "href", &["/", procedure, "/#", super::ASKED, &id, "+", carried].concat());
        browser::set_hidden(&paper, false);
    }
    for control in browser::find_all(root, "[data-control][href^=\"/them-giay/\"]") {
        let page = browser::attribute(&control, "href");
        browser::set_attribute(&control, "href", &[&page, "#", &fragment].concat());
    }
    Keeping::Nothing
}

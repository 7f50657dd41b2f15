//! Lists whose length nobody knows when the page is built: copies of a hidden first row.

use crate::browser::{self, Element, copy};

/// Makes a list anew, with a row for each thing.
pub(super) fn fill<T>(list: &Element, things: impl IntoIterator<Item = T>, fill: impl Fn(&Element, T)) {
    let Some(pattern) = browser::find(list, "[data-row]") else { return };
    for old in browser::find_all(list, "[data-made-row]") {
        old.remove();
    }
    for thing in things {
        let Some(row) = copy::of(&pattern) else { return };
        let _ = row.remove_attribute("data-row");
        browser::set_attribute(&row, "data-made-row", "");
        fill(&row, thing);
        browser::set_hidden(&row, false);
        browser::append(list, &row);
    }
}

//! Paper only has to be printed.

use super::Keeping;
use crate::browser::{self, Element};

/// Wakes the page.
pub(super) fn wake(main: &Element) -> Keeping {
    browser::listen(main, "click", |event| {
        if browser::closest(event, "[data-action=print]").is_some() {
            browser::print();
        }
    });
    Keeping::Nothing
}

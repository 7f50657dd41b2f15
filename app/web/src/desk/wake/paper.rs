//! Paper only has to be printed.

use super::Keeping;
use crate::browser::{self, Element};

/// Wakes the page.
pub(super) fn wake(main: &Element) -> Keeping {
    // Whoever has no script prints by the browser's own menu.
    browser::hide(main, "[data-action=print]", false);
    browser::listen(main, "click", |event| {
        if browser::closest(event, "[data-action=print]").is_some() {
            browser::print();
        }
    });
    Keeping::Nothing
}

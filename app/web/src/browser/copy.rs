//! Elements made from elements that are there: a list whose length nobody knows when the page is built.

use wasm_bindgen::JsCast;

use super::Element;

/// A new element with nothing in it, not yet part of the page.
pub fn made(tag: &str) -> Option<Element> {
    super::document()?.create_element(tag).ok()
}

/// A copy with everything in it, not yet part of the page.
pub fn of(element: &Element) -> Option<Element> {
    element.clone_node_with_deep(true).ok()?.dyn_into().ok()
}

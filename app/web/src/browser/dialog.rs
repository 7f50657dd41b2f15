//! What lies over the whole page: the keyboard stays in it, Escape closes it, and nothing behind it can be touched.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Opens a `<dialog>` over everything else. One that is open stays open.
pub fn open(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>()
        && !dialog.open()
    {
        // It fails for what is not in the document, and this was found there.
        let _ = dialog.show_modal();
    }
}

/// Closes it; the keyboard goes back to what opened it.
pub fn close(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}

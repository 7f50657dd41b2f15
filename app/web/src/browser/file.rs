//! A field that is filled in, and a file that is offered: both on pages for helpers only.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlInputElement, HtmlTextAreaElement, Url};

use super::{Element, attribute, set_attribute};

/// What stands in a field; empty for anything else.
pub fn value(element: &Element) -> String {
    element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

/// What is in the file that somebody has chosen; `None` without one, and for one that cannot be read.
pub async fn chosen(input: &Element) -> Option<Vec<u8>> {
    let file = input.dyn_ref::<HtmlInputElement>()?.files()?.get(0)?;
    let bytes = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&bytes).to_vec())
}

/// Lets a file be chosen anew, the same one too.
pub fn forget(input: &Element) {
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.set_value("");
    }
}

/// What stands in a field of many lines; empty for anything else.
pub fn lines(element: &Element) -> String {
    element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// Lets a link hold a file instead of leading somewhere. The file it held before is let go. `false` when the browser
/// cannot; the link is then as it was.
pub fn hold_file(link: &Element, name: &str, kind: &str, text: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(file) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return false };
    let Ok(address) = Url::create_object_url_with_blob(&file) else { return false };
    let before = attribute(link, "href");
    if before.starts_with("blob:") {
        let _ = Url::revoke_object_url(&before);
    }
    set_attribute(link, "href", &address);
    set_attribute(link, "download", name);
    true
}

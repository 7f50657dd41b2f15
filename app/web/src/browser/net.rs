//! Other pages of this site: going to them, and reading one without going there.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomParser, Element, Response, SupportedType};

use super::window;

/// The root element of another page of this site, read without its scripts, styles and pictures. `None` when it does not
/// come: no network, and not on the phone; or something else came, such as a page that wants a password first.
pub async fn page(address: &str) -> Option<Element> {
    let response: Response = JsFuture::from(window()?.fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    // A connection may break off in the middle of a page.
    let text = JsFuture::from(response.ok().then_some(response)?.text().ok()?).await.ok()?.as_string()?;
    DomParser::new().ok()?.parse_from_string(&text, SupportedType::TextHtml).ok()?.document_element()
}

/// The path of the address, as it stands there: percent signs and all.
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// Goes to another page.
pub fn visit(address: &str) {
    if let Some(window) = window() {
        let _ = window.location().assign(address);
    }
}

/// Loads this page again.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}

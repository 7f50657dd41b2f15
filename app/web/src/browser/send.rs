//! The ways a text leaves the page: the clipboard, the phone's own sharing, the message program.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement, ShareData};

use super::{Element, document, window};

/// Puts a text on the clipboard. `false` where the browser does not let us: an old one, or a page without TLS.
pub async fn copy(text: &str) -> bool {
    // Pages without TLS have no such thing at all, and asking it would throw.
    if let Some(navigator) = window().map(|window| window.navigator())
        && js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
        && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_as_before(text).unwrap_or(false)
}

/// The way before there was a clipboard for pages: a field that nobody sees.
fn copy_as_before(text: &str) -> Option<bool> {
    let document: web_sys::HtmlDocument = document()?.dyn_into().ok()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("off-screen");
    let focused = document.active_element();
    document.body()?.append_child(&field).ok()?;
    field.select();
    let is_copied = document.exec_command("copy").unwrap_or(false);
    field.remove();
    if let Some(focused) = focused.and_then(|focused| focused.dyn_into::<HtmlElement>().ok()) {
        let _ = focused.focus();
    }
    Some(is_copied)
}

/// Whether the phone has a way of its own to hand a text to other programs.
pub fn can_share() -> bool {
    window().is_some_and(|window| {
        js_sys::Reflect::get(&window.navigator(), &"share".into()).is_ok_and(|share| share.is_function())
    })
}

/// Hands a text to the phone's own sharing; whether somebody then sends it is not told.
pub async fn share(text: &str) {
    let Some(window) = window() else { return };
    let data = ShareData::new();
    data.set_text(text);
    let _ = JsFuture::from(window.navigator().share_with_data(&data)).await;
}

/// Whether this is an iPhone or iPad, whose message program wants another sign before the text (`&body=`).
pub fn is_apple_phone() -> bool {
    let agent = window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name))
}

/// A text as it stands in an address.
pub fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Fills in a field.
pub fn set_value(element: &Element, value: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>()
        && input.value() != value
    {
        input.set_value(value);
    }
}

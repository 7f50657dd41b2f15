//! The only place that names the browser's own interfaces: finding elements, attributes, history, marks.
//!
//! Nothing here panics: an element that is not there is `None`, and what needs it is left undone.

pub mod copy;
pub mod file;
pub mod keyboard;
pub mod net;
pub mod send;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
pub use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The document's root element.
pub fn root() -> Option<Element> {
    document()?.document_element()
}

/// The first element that a selector finds below another.
pub fn find(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok()?
}

/// Every element that a selector finds below another, in document order.
pub fn find_all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|position| found.item(position)?.dyn_into().ok()).collect()
}

/// An attribute; empty when it is not there.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Sets an attribute, unless it has that value already: each write would restart style and accessibility work.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // The only failure is an invalid name, and names are constants.
        let _ = element.set_attribute(name, value);
    }
}

/// Shows or hides an element.
pub fn set_hidden(element: &Element, hidden: bool) {
    if let Some(element) = element.dyn_ref::<HtmlElement>()
        && element.hidden() != hidden
    {
        element.set_hidden(hidden);
    }
}

/// The same for the first element that a selector finds below another, if there is one.
pub fn hide(within: &Element, selector: &str, hidden: bool) {
    if let Some(element) = find(within, selector) {
        set_hidden(&element, hidden);
    }
}

/// Replaces an element's text.
pub fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Writes into every place below an element that has this name for a value (`data-count`).
pub fn write(within: &Element, name: &str, value: &str) {
    for place in find_all(within, &["[data-count=", name, "]"].concat()) {
        set_text(&place, value);
    }
}

/// Of the elements below another that carry an attribute, shows those with this value and hides the others.
pub fn show_only(within: &Element, name: &str, value: &str) {
    for element in find_all(within, &["[", name, "]"].concat()) {
        set_hidden(&element, attribute(&element, name) != value);
    }
}

/// Moves an element to the end of another.
pub fn append(parent: &Element, child: &Element) {
    let _ = parent.append_child(child);
}

/// Moves an element to the place before another.
pub fn put_before(next: &Element, element: &Element) {
    if let Some(parent) = next.parent_element() {
        let _ = parent.insert_before(element, Some(next));
    }
}

/// Moves the keyboard and the reading voice to an element, and the view to the top.
pub fn focus(element: &Element) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// How many minutes the clock of this phone was ahead of UTC at a moment, in milliseconds since 1970 (UTC).
pub fn ahead(moment: u64) -> i32 {
    #[expect(clippy::cast_precision_loss, reason = "moments of today have 41 bits")]
    let date = js_sys::Date::new(&(moment as f64).into());
    // JavaScript says how far UTC is ahead, in whole minutes of at most a day.
    #[expect(clippy::cast_possible_truncation, reason = "a day has 1440 minutes")]
    let behind = date.get_timezone_offset() as i32;
    -behind
}

/// Offers to print this page.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// Calls back for every event of a kind below an element, for as long as the page lives.
pub fn listen(element: &Element, kind: &'static str, on_event: impl FnMut(&Event) + 'static) {
    EventListener::new_with_options(element, kind, EventListenerOptions::enable_prevent_default(), on_event).forget();
}

/// Calls back whenever the place in the history changes by the phone's own back button or a link to a fragment.
pub fn listen_to_history(mut on_change: impl FnMut() + 'static) {
    if let Some(window) = window() {
        EventListener::new(&window, "popstate", move |_| on_change()).forget();
    }
}

/// The element an event happened in, or the nearest around it that a selector finds.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// An input's checkedness; `false` for anything else.
pub fn is_checked(element: &Element) -> bool {
    element.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// Checks or unchecks an input.
pub fn set_checked(element: &Element, checked: bool) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.set_checked(checked);
    }
}

/// The fragment of the address without its `#`.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default().trim_start_matches('#').to_owned()
}

/// How many places of this page lie behind the present one in the history.
pub fn depth() -> f64 {
    let state = window().and_then(|window| window.history().ok()).and_then(|history| history.state().ok());
    state.and_then(|state| state.as_f64()).unwrap_or(0.0)
}

/// Goes on to a fragment of this page.
pub fn go_to(fragment: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::from_f64(depth() + 1.0), "", Some(&["#", fragment].concat()));
    }
}

/// Puts a fragment in place of the present one; an empty one takes the fragment away.
pub fn replace_with(fragment: &str) {
    let Some(window) = window() else { return };
    let Ok(history) = window.history() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let url = if fragment.is_empty() { path } else { [&path, "#", fragment].concat() };
    let _ = history.replace_state_with_url(&JsValue::from_f64(depth()), "", Some(&url));
}

/// Goes back one place, as the phone's own back button does.
pub fn go_back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Sets a performance mark, which benches and tests wait for.
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

/// Now by the phone's clock, in milliseconds since 1970 (UTC).
pub fn now() -> u64 {
    // Clocks before 1970 count as that; whole milliseconds fit 53 bits for some hundred thousand years.
    js_sys::Date::now().max(0.0) as u64
}

/// Eight bytes by chance; noughts where the browser has none, which only makes ids alike.
pub fn random() -> [u8; 8] {
    let mut bytes = [0; 8];
    if let Some(crypto) = window().and_then(|window| window.crypto().ok()) {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

/// Calls back whenever the page comes to the front again: from another tab, or out of the browser's memory.
pub fn listen_to_return(mut on_return: impl FnMut() + 'static) {
    if let Some(document) = document() {
        let shown = document.clone();
        EventListener::new(&document, "visibilitychange", move |_| {
            if !shown.hidden() {
                on_return();
            }
        })
        .forget();
    }
}

/// Host and port that the page was opened at.
pub fn host() -> String {
    window().and_then(|window| window.location().host().ok()).unwrap_or_default()
}

/// Lets the browser do what else there is to do: paint, and answer to touch.
pub async fn pause() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(turn).await;
}

//! A real keyboard, where there is one.

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// The key of an event, such as `7` or `Backspace`; `None` for shortcuts, which are the browser's own.
pub fn key(event: &Event) -> Option<String> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let shortcut = event.ctrl_key() || event.alt_key() || event.meta_key();
    (!shortcut).then(|| event.key())
}

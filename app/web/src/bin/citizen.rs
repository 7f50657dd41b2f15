//! What citizens download: wakes the procedure page that loaded it.

use wasm_bindgen::prelude::wasm_bindgen;

/// Wakes the page; called by `boot.js` once the module is instantiated. Gives back whether it did: a page of another
/// view version stays plain, which is complete.
#[wasm_bindgen]
pub fn wake() -> bool {
    web::wake::procedure()
}

fn main() {}

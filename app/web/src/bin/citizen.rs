//! What citizens download: wakes the page that loaded it.

use wasm_bindgen::prelude::wasm_bindgen;

/// Wakes the page; called by `boot.js` once the module is instantiated. Gives back the value of `data-store`, or
/// nothing when the page stays plain, which is complete.
#[wasm_bindgen]
pub async fn wake() -> Option<String> {
    web::wake::page().await.map(|keeping| keeping.name().to_owned())
}

// Nobody downloads a program with a fault of `make faults` in it.
const _: () = assert!(!domain::SEEDED);

fn main() {}

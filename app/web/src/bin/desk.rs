//! What clerks download: the desk. A binary of its own, so that a citizen never pays for it.

use wasm_bindgen::prelude::wasm_bindgen;

/// Wakes the page; called by `desk-boot.js` once the module is instantiated. Gives back the value of `data-store`, or
/// nothing when the page stays plain.
#[wasm_bindgen]
pub async fn wake() -> Option<String> {
    web::desk::wake::page().await.map(|keeping| keeping.name().to_owned())
}

// Nobody downloads a program with a fault of `make faults` in it.
const _: () = assert!(!domain::SEEDED);

fn main() {}

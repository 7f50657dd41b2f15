//! The pages as documents (feature `ssr`, native) and what wakes on them (feature `browser`, WebAssembly).
//!
//! A page is rendered once, at build time, with every word in it. In the browser nothing is rendered again: the wasm
//! reads the small rules that travel in the page, keeps the state in signals and sets attributes on elements that
//! are already there. `docs/waking.md` has the measurements behind that choice.
//!
//! # What does this crate not do?
//! It holds no Vietnamese (words are content, each under an id), decides nothing about procedures (that is `domain`)
//! and names the browser's interfaces in one module only, `browser`.

// A page is one type as deep as its elements; compiled from nothing, the deepest pass the compiler's usual 128.
#![recursion_limit = "256"]

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "ssr")]
pub mod components;
pub mod desk;
#[cfg(feature = "ssr")]
pub mod messages;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod rules_text;
#[cfg(feature = "browser")]
pub mod wake;

#[cfg(feature = "ssr")]
pub use messages::Messages;

/// What pages and wasm must agree on; see `build.rs`.
pub const VIEW_VERSION: &str = env!("VIEW_VERSION");

/// The same for the pages and the program of the clerk's desk.
pub const DESK_VERSION: &str = env!("DESK_VERSION");

//! The clerk's desk: what a clerk writes, reads out, pins up and counts. Pages and program of its own, so that a citizen
//! downloads nothing of it.
//!
//! [`pages`] are documents, as those of citizens are; [`wake`] is what comes alive on them. What needs neither page nor
//! browser stands here beside them.

#[cfg(feature = "ssr")]
mod frame;
pub mod many;
pub mod number;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod recent;
pub mod scanned;
pub mod settings;
pub mod square;
pub mod tally;
#[cfg(feature = "browser")]
pub mod wake;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub use frame::{Desk, DeskPage};
#[cfg(feature = "ssr")]
pub use words::{DeskWords, SaidWords};

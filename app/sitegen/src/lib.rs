//! The build tool: reads `content/`, tells editors what is wrong with it in their own language, and makes from it
//! everything that is served. Native only; nothing of it is ever shipped to a phone.
//!
//! # What does this crate not do?
//! It decides nothing about procedures: rules are evaluated by [`domain`], pages are drawn by `web`.
//!
//! # Reading order
//! [`schema`] is the file format as editors write it. [`content`] reads files into it; `check` looks at what a format
//! cannot say, `compile` turns it into [`domain::Site`]. A [`diagnostics::Problem`] is what an editor reads when one
//! of them is not content; [`lock`] keeps numbers that are out in the world.

mod check;
mod compile;
pub mod compress;
pub mod content;
pub mod diagnostics;
pub mod dist;
pub mod figures;
pub mod headers;
pub mod licences;
pub mod likeness;
pub mod lock;
pub mod manifest;
pub mod notices;
mod pictogram;
mod pipe;
pub mod pixels;
pub mod prerender;
pub mod preview;
#[cfg(test)]
mod promise;
pub mod release;
pub mod report;
pub mod schema;
#[cfg(test)]
mod scratch;
pub mod scripts;
pub mod serve;
pub mod sheet;
pub mod soak;
mod source;
pub mod spelling;
pub mod styles;

/// Whether this build has a fault in it on purpose; see [`domain::SEEDED`].
pub const SEEDED: bool = domain::SEEDED || cfg!(feature = "seeded");

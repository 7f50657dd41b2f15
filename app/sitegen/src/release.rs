//! A release: everything that phones keep of one published folder. It is derived from the files in the folder and
//! nothing else, so whoever changes a file calls this again: the worker gets its list of addresses and SHA-256, and what
//! travels together on a first visit is put into packs.
//!
//! A phone needs few round trips at first and few bytes later. So every text is in exactly one pack (the shell's, its
//! life event's), and a procedure's own pages are in a small pack besides, because together they are often what changes.

mod list;
mod pack;
#[cfg(test)]
mod tests;
mod worker;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::compress::{self, CompressError};
use crate::dist::{self, DistError};

pub use list::{Listed, Part, Plan};

/// Says which life event each procedure belongs to: one line each, the slug, a tab, the event's id. It lies in the
/// published folder, so that a copy of the folder is enough to make the next release; its name has no address.
pub const EVENTS: &str = ".events";

/// Where the packs lie.
pub const PACKS: &str = "/packs/";

/// The worker's address.
pub const WORKER: &str = "/sw.js";

/// What [`write`] made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Hash of everything in it, the worker's program included: what phones call the release.
    pub id: String,
    /// How many files a phone keeps.
    pub files: usize,
    /// How many packs there are.
    pub packs: usize,
}

/// The address of the pack that holds all pages of a procedure, and nothing else.
pub fn pack_of_procedure(slug: &str) -> String {
    pack::of_procedure(slug)
}

/// What a phone keeps of the folder, and how it gets it.
///
/// # Errors
/// [`ReleaseError::Dist`], [`ReleaseError::File`] when a file or [`EVENTS`] cannot be read.
pub fn plan(dist: &Path) -> Result<Plan, ReleaseError> {
    Plan::of(dist)
}

/// Writes packs and worker of the folder anew. The same files always give the same bytes.
///
/// # Errors
/// Those of [`plan`], and [`ReleaseError::Worker`] when `sw.js` has no place for the list.
pub fn write(dist: &Path) -> Result<Release, ReleaseError> {
    let plan = plan(dist)?;
    let file = |address: &str| dist.join(address.trim_start_matches('/'));
    let (packs, script) = (file(PACKS), file(WORKER));
    let template = fs::read_to_string(&script).map_err(|error| ReleaseError::File(script.clone(), error))?;
    let worker = worker::filled(&template, &plan).ok_or_else(|| ReleaseError::Worker(script.clone()))?;

    if packs.exists() {
        fs::remove_dir_all(&packs).map_err(|error| ReleaseError::File(packs, error))?;
    }
    let contents = pack::all(&plan);
    for (address, json) in &contents {
        let path = file(address);
        dist::write(&path, json.as_bytes()).map_err(|error| ReleaseError::File(path, error))?;
    }
    fs::write(&script, &worker.script).map_err(|error| ReleaseError::File(script, error))?;
    Ok(Release { id: worker.id, files: plan.files().count(), packs: contents.len() })
}

/// `sitegen release [--dist dist]`: everything that follows from the files of the folder, compressed twins included.
///
/// # Errors
/// Those of [`write`], [`ReleaseError::Compress`] and [`ReleaseError::Argument`].
pub fn run(arguments: &[String]) -> Result<Release, ReleaseError> {
    let dist = match arguments {
        [] => PathBuf::from("dist"),
        [name, dist] if name == "--dist" => dist.into(),
        [first, ..] => return Err(ReleaseError::Argument(first.clone())),
    };
    let release = write(&dist)?;
    compress::compress(&dist, None).map_err(ReleaseError::Compress)?;
    Ok(release)
}

/// Why a folder did not become a release.
#[derive(Debug)]
pub enum ReleaseError {
    /// The folder cannot be used.
    Dist(DistError),
    /// This file could not be read or written.
    File(PathBuf, io::Error),
    /// The worker does not say where the list belongs.
    Worker(PathBuf),
    /// The folder could not be compressed.
    Compress(CompressError),
    /// An argument that is not known, or lacks its value.
    Argument(String),
}

impl fmt::Display for ReleaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dist(error) => error.fmt(f),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Worker(path) => {
                write!(
                    f,
                    "{}: no place for the list, put `{} {{}} {}` there",
                    path.display(),
                    worker::MARKS.0,
                    worker::MARKS.1
                )
            }
            Self::Compress(error) => error.fmt(f),
            Self::Argument(argument) => write!(f, "cannot make sense of {argument}: release takes [--dist dist]"),
        }
    }
}

impl std::error::Error for ReleaseError {}

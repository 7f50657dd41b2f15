//! What can go wrong with storage, by what a caller can do about it; the browser's own names for it end here.

use std::fmt;

use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;

use crate::RecordError;

/// Why something was not stored or not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// There is no storage here, or the browser has taken it away: go on in memory and say so.
    Unavailable,
    /// Another page of the site has another version: close that one, or load this one anew.
    Blocked,
    /// No room left: delete something.
    Full,
    /// What is there is not ours or cannot be read any more.
    Corrupt,
    /// Anything else, in the browser's words; for a report, not for the screen.
    Other(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable => f.write_str("there is no storage here"),
            Self::Blocked => f.write_str("another page of the site has another version of the storage"),
            Self::Full => f.write_str("the storage is full"),
            Self::Corrupt => f.write_str("the storage cannot be read"),
            Self::Other(words) => write!(f, "the storage failed: {words}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl StoreError {
    /// Why a database did not open.
    pub(crate) fn opening(error: OpenDbError) -> Self {
        match error {
            OpenDbError::UnsupportedEnvironment | OpenDbError::NullFactory => Self::Unavailable,
            // Every refusal at the call itself is given this name, and our version is never zero.
            OpenDbError::VersionZero => Self::Unavailable,
            OpenDbError::Base(Error::DomException(exception)) => match exception.as_sys().name().as_str() {
                "VersionError" => Self::Blocked,
                "QuotaExceededError" => Self::Full,
                "AbortError" => Self::Other(said(&exception)),
                // Private windows, switched-off storage and broken profiles: each browser has its own names.
                _ => Self::Unavailable,
            },
            OpenDbError::Base(error) => Self::using(error),
        }
    }

    /// Why a transaction failed on a database that was open.
    pub(crate) fn using(error: Error) -> Self {
        let exception = match error {
            Error::DomException(exception) => exception,
            Error::Serialisation(_) => return Self::Corrupt,
            // Their own words can have any value in them, numbers too, and printing those is 4 KB of program.
            Error::MissingData(_) => return Self::Other("a value was not there".to_owned()),
            Error::Unknown(_) => return Self::Other("no reason was given".to_owned()),
        };
        match exception.as_sys().name().as_str() {
            "QuotaExceededError" => Self::Full,
            "NotFoundError" | "NotReadableError" => Self::Corrupt,
            // The connection was closed under us, as browsers do when somebody clears the site's data.
            "InvalidStateError" => Self::Unavailable,
            _ => Self::Other(said(&exception)),
        }
    }
}

fn said(exception: &DomException) -> String {
    format!("{}: {}", exception.as_sys().name(), exception.message())
}

/// Why a list was not changed. It is then as it was before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeError {
    /// There is no such list: it was deleted, perhaps by another page.
    Gone,
    /// The list is there and cannot be read; it stays as it is.
    Unreadable(RecordError),
    /// The change itself refused.
    Refused(RecordError),
    /// The storage failed.
    Store(StoreError),
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("there is no such list"),
            Self::Unreadable(error) => write!(f, "the list cannot be read: {error}"),
            Self::Refused(error) => write!(f, "the change was refused: {error}"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ChangeError {}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

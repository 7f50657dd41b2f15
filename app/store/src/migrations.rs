//! How the database came to be as it is: one step per version, each run by whoever has not had it yet.
//!
//! Records carry a version of their own ([`crate::Record`]); a step is needed only when the tables change. Steps are
//! never changed once published, only added.

use indexed_db_futures::Result;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::Build;

/// The version this program works with: the number of steps.
pub(crate) const VERSION: u32 = 1;

/// The table of lists: the bytes of a record by its id.
pub(crate) const LISTS: &str = "lists";

/// Brings a database from a version (0 when there was none) to [`VERSION`].
pub(crate) fn upgrade(database: &Database, from: f64) -> Result<()> {
    if from < 1.0 {
        database.create_object_store(LISTS).build()?;
    }
    Ok(())
}

//! What this phone remembers of its lists: in IndexedDB, or in memory for as long as the page lives where there is none.
//!
//! # What does this crate not do?
//! It shows nothing, decides nothing about papers and reads no clock: *now* is an argument. It names nobody either; see
//! [`Record`].
//!
//! # Reading order
//! [`Record`] is one list as it is remembered, in bytes that carry their own version; its [`Stage`] says how far it has
//! come. A [`Store`] keeps records; each of its methods is one transaction, and what depends on what is there already
//! goes through [`Store::change`], because the list may be open in another page too. [`StoreError`] and [`ChangeError`]
//! are what a caller can do something about. A [`Shelf`] keeps what the clerk's desk remembers, apart from all lists.
//!
//! # An example
//! ```
//! use domain::{Answers, Checklist, Date, Rules};
//! use store::{ItemState, ME, NewList, Record, Store};
//!
//! # let rules = Rules { procedure: 1, requirements: vec![domain::rules::RequirementRule {
//! #     number: 0, id: "can-cuoc".into(), need: domain::requirement::Need::Needed,
//! #     group: domain::requirement::Group::Bring, when: domain::Condition::Always, instead_of: None, from: None,
//! #     until: None, always_at_birth: true,
//! # }], ..Rules::default() };
//! # let answers = Answers::new();
//! # async fn remember(rules: &Rules, answers: &Answers) -> Result<(), Box<dyn std::error::Error>> {
//! let list = Checklist::of(rules, answers, Date::new(2026, 11, 23)?);
//! let new = NewList {
//!     id: "a1", slug: "khai-sinh", rules, list: &list, sensitive: false, content: "2026-11-23", now: 1_795_400_000_000,
//! };
//! let mut record = Record::from_answers(&new, answers)?;
//! record.set_item("can-cuoc", ItemState::Have, 1_795_400_060_000)?;
//!
//! let (store, trouble) = Store::open_or_memory("du-giay-to").await;
//! if let Some(trouble) = trouble {
//!     // What is saved now is gone with the page, and the person must be told.
//!     assert!(!store.is_durable(), "{trouble}");
//! }
//! store.save(&record).await?;
//! let changed = store.change("a1", |record| record.set_item("can-cuoc", ItemState::Missing, 1_795_400_120_000)).await?;
//! assert_eq!(store.load().await?.of_procedure(rules.procedure, ME, None), Some(changed));
//! # Ok(())
//! # }
//! # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
//! # let done = std::pin::pin!(remember(&rules, &answers)).poll(&mut context);
//! # assert!(matches!(done, std::task::Poll::Ready(Ok(()))), "{done:?}");
//! ```

#[cfg(test)]
mod at_once;
mod database;
mod error;
mod memory;
mod migrations;
mod record;
mod shelf;

pub use database::Database;
pub use error::{ChangeError, StoreError};
pub use memory::Memory;
pub use record::{ItemState, ME, NewList, Origin, Record, RecordError, Stage};
pub use shelf::{Shelf, Value};

/// Where the lists of this phone are kept. One is opened when the page wakes and lives as long as the page.
#[derive(Debug)]
pub enum Store {
    /// In IndexedDB: what is saved is still there tomorrow.
    Database(Database),
    /// In memory: gone with the page.
    Memory(Memory),
}

impl Store {
    /// Opens the database of this name, making or upgrading it first where that is needed.
    ///
    /// # Errors
    /// - [`StoreError::Unavailable`]: no IndexedDB here (private windows, old webviews, everything but a browser).
    /// - [`StoreError::Blocked`]: another page of the site does not let go of an older version, or has made a newer one.
    /// - [`StoreError::Corrupt`]: the database is not one of ours.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Database::open(name).await.map(Self::Database)
    }

    /// The same, but there is always a store afterwards: in memory, with what stood in the way, if it does not open.
    pub async fn open_or_memory(name: &str) -> (Self, Option<StoreError>) {
        match Self::open(name).await {
            Ok(store) => (store, None),
            Err(trouble) => (Self::Memory(Memory::default()), Some(trouble)),
        }
    }

    /// Whether what is saved outlives the page.
    #[must_use]
    pub fn is_durable(&self) -> bool {
        matches!(self, Self::Database(_))
    }

    /// Every list that can be read, by id, and what cannot. Nothing is changed.
    ///
    /// # Errors
    /// When nothing at all can be read.
    pub async fn load(&self) -> Result<Loaded, StoreError> {
        match self {
            Self::Database(database) => database.load().await,
            Self::Memory(memory) => Ok(memory.load()),
        }
    }

    /// Saves one list, in place of the one with its id. Done means written, not only handed over.
    ///
    /// # Errors
    /// [`StoreError::Full`] and others; what was saved before is then still there.
    pub async fn save(&self, record: &Record) -> Result<(), StoreError> {
        match self {
            Self::Database(database) => database.save(record).await,
            Self::Memory(memory) => {
                memory.save(record);
                Ok(())
            }
        }
    }

    /// Reads one list, changes it and writes it back, all in one transaction: what another page does at the same time
    /// comes before it or after it, and nothing of either is lost. Gives the list as it is now.
    ///
    /// # Errors
    /// [`ChangeError`]; nothing is changed then.
    pub async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Record) -> Result<(), RecordError>,
    ) -> Result<Record, ChangeError> {
        match self {
            Self::Database(database) => database.change(id, change).await,
            Self::Memory(memory) => memory.change(id, change),
        }
    }

    /// Deletes one list, also one that cannot be read. Deleting what is not there is no error.
    ///
    /// # Errors
    /// When nothing was deleted.
    pub async fn delete(&self, id: &str) -> Result<(), StoreError> {
        match self {
            Self::Database(database) => database.delete(id).await,
            Self::Memory(memory) => {
                memory.delete(id);
                Ok(())
            }
        }
    }

    /// Deletes everything, also what cannot be read.
    ///
    /// # Errors
    /// When nothing was deleted.
    pub async fn delete_all(&self) -> Result<(), StoreError> {
        match self {
            Self::Database(database) => database.delete_all().await,
            Self::Memory(memory) => {
                memory.delete_all();
                Ok(())
            }
        }
    }
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Those that can be read, by id.
    pub records: Vec<Record>,
    /// Those that cannot. They stay where they are: a later version of the site may be able to.
    pub unreadable: Vec<Unreadable>,
}

impl Loaded {
    /// Of the lists of one procedure (by its number) and person the one with this id, or else the one touched last.
    #[must_use]
    pub fn of_procedure(self, procedure: u16, person: &str, id: Option<&str>) -> Option<Record> {
        let own = self.records.into_iter();
        own.filter(|record| record.procedure() == procedure && record.person() == person)
            .max_by_key(|record| (id == Some(record.id()), record.touched(), record.created()))
    }
}

/// A stored list that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its id, for [`Store::delete`]; empty when it has none, which only [`Store::delete_all`] reaches.
    pub id: String,
    /// What is wrong with it.
    pub error: RecordError,
}

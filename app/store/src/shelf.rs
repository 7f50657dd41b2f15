//! What a clerk's computer keeps of the desk: a few values by key, in a database of its own.
//!
//! The store of citizens knows what a list is; a shelf does not know what lies on it. It only makes sure that a value is
//! whole: four bytes of check sum stand before each (the one of [`Record`](crate::Record)).

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::record::check_sum;
use crate::{Database, StoreError};

/// Bytes of check sum before a value.
const HEAD: usize = 4;

/// Values by key. One is opened when a page of the desk wakes, and lives as long as the page.
#[derive(Debug)]
pub enum Shelf {
    /// In IndexedDB: what is put there is still there tomorrow.
    Database(Database),
    /// In memory: gone with the page.
    Memory(RefCell<BTreeMap<String, Vec<u8>>>),
}

/// What lies under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// As it was put there.
    Whole(Vec<u8>),
    /// Something else than was put there. It stays until it is written over or deleted.
    Damaged,
}

impl Shelf {
    /// Opens the database of this name; in memory, with what stood in the way, if it does not open.
    pub async fn open_or_memory(name: &str) -> (Self, Option<StoreError>) {
        match Database::open(name).await {
            Ok(database) => (Self::Database(database), None),
            Err(trouble) => (Self::Memory(RefCell::default()), Some(trouble)),
        }
    }

    /// Whether what is put there outlives the page.
    #[must_use]
    pub fn is_durable(&self) -> bool {
        matches!(self, Self::Database(_))
    }

    /// What lies under a key.
    ///
    /// # Errors
    /// When nothing at all can be read.
    pub async fn get(&self, key: &str) -> Result<Option<Value>, StoreError> {
        let all = self.all().await?;
        Ok(all.into_iter().find(|(own, _)| own == key).map(|(_, value)| value))
    }

    /// Everything, by key.
    ///
    /// # Errors
    /// When nothing at all can be read.
    pub async fn all(&self) -> Result<Vec<(String, Value)>, StoreError> {
        let sealed = match self {
            Self::Database(database) => database.everything().await?,
            Self::Memory(values) => values.borrow().iter().map(|(key, value)| (key.clone(), value.clone())).collect(),
        };
        Ok(sealed.into_iter().map(|(key, sealed)| (key, opened(&sealed))).collect())
    }

    /// Puts a value in place of what lies under its key. Done means written, not only handed over.
    ///
    /// # Errors
    /// [`StoreError::Full`] and others; what lay there before is then still there.
    pub async fn put(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.change(key, |_| value.to_vec()).await.map(drop)
    }

    /// Reads what lies under a key and writes what is made of it, in one transaction: what another page does at the same time
    /// comes before it or after it. Gives what lies there now.
    ///
    /// # Errors
    /// When it was not written; nothing is changed then.
    pub async fn change(&self, key: &str, make: impl FnOnce(Option<Value>) -> Vec<u8>) -> Result<Vec<u8>, StoreError> {
        let mut made = Vec::new();
        let make = |before: Option<Vec<u8>>| {
            made = make(before.map(|sealed| opened(&sealed)));
            sealed(&made)
        };
        match self {
            Self::Database(database) => database.replace_bytes(key, make).await?,
            Self::Memory(values) => {
                let before = values.borrow().get(key).cloned();
                let now = make(before);
                values.borrow_mut().insert(key.to_owned(), now);
            }
        }
        Ok(made)
    }

    /// Takes a value away. Taking away what is not there is no error.
    ///
    /// # Errors
    /// When nothing was taken away.
    pub async fn delete(&self, key: &str) -> Result<(), StoreError> {
        match self {
            Self::Database(database) => database.delete(key).await,
            Self::Memory(values) => {
                values.borrow_mut().remove(key);
                Ok(())
            }
        }
    }
}

fn sealed(value: &[u8]) -> Vec<u8> {
    [&check_sum(value)[..], value].concat()
}

fn opened(sealed: &[u8]) -> Value {
    match sealed.split_at_checked(HEAD) {
        Some((sum, value)) if sum == check_sum(value) => Value::Whole(value.to_vec()),
        _ => Value::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at_once::at_once;

    #[test]
    fn outside_a_browser_values_stay_in_memory() {
        let (shelf, trouble) = at_once(Shelf::open_or_memory("any"));
        assert!(trouble.is_some() && !shelf.is_durable());
        assert_eq!(at_once(shelf.get("a")), Ok(None));
        at_once(shelf.put("b", &[1])).unwrap();
        at_once(shelf.put("a", &[])).unwrap();
        let longer = |before| match before {
            Some(Value::Whole(mut bytes)) => {
                bytes.push(2);
                bytes
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(at_once(shelf.change("b", longer)), Ok(vec![1, 2]));
        let all = [("a", vec![]), ("b", vec![1, 2])].map(|(key, value)| (key.to_owned(), Value::Whole(value)));
        assert_eq!(at_once(shelf.all()), Ok(all.into()));
        at_once(shelf.delete("a")).unwrap();
        at_once(shelf.delete("never-was")).unwrap();
        assert_eq!(at_once(shelf.get("a")), Ok(None));
    }

    #[test]
    fn every_damaged_byte_is_noticed() {
        let whole = sealed(b"day");
        assert_eq!(opened(&whole), Value::Whole(b"day".to_vec()));
        for position in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[position] ^= 1;
            assert_eq!(opened(&damaged), Value::Damaged);
            assert_eq!(opened(&whole[..position]), Value::Damaged);
        }
    }
}

//! What the phone keeps: the store as a page uses it, and what the page says when there is none.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use store::{ChangeError, ME, Record, RecordError, Store, StoreError};

use super::{Keeping, carried};
use crate::browser;

/// The name of the database; every release works with the same one.
const DATABASE: &str = "du-giay-to";

/// Stands before the id of a list in an address.
pub(super) const LIST: &str = "ds-";

/// The store of this page.
#[derive(Debug, Clone)]
pub(super) struct Kept(Rc<Store>);

impl Kept {
    /// Opens the database, or keeps in memory, which the page then says.
    pub(super) async fn open() -> Self {
        let (store, trouble) = Store::open_or_memory(DATABASE).await;
        if trouble.is_some() {
            forgets();
        }
        Self(Rc::new(store))
    }

    /// Where what is kept stays.
    pub(super) fn keeping(&self) -> Keeping {
        if self.0.is_durable() { Keeping::Database } else { Keeping::Memory }
    }

    /// The store itself, to read.
    pub(super) fn store(&self) -> &Store {
        &self.0
    }

    /// The list that a page of this procedure is about: the one that the address names (`#ds-<id>`), or the one touched
    /// last. To name one is to turn to it, so that it is the last for other pages too.
    pub(super) async fn list_of(&self, procedure: u16) -> Option<Record> {
        let fragment = browser::fragment();
        let named = carried(&fragment, LIST).next();
        let loaded = self.0.load().await.ok()?;
        let last = loaded.records.iter().map(Record::touched).max()?;
        let mut record = loaded.of_procedure(procedure, ME, named)?;
        if named.is_some() {
            // Also on a phone whose clock went back.
            let now = browser::now().max(last + 1);
            record.touch(now);
            let touch = move |stored: &mut Record| {
                stored.touch(now);
                Ok(())
            };
            self.change(record.clone(), Box::new(touch));
        }
        Some(record)
    }

    /// Saves a list that did not exist before.
    pub(super) fn save(&self, record: Record) {
        self.write(|store| async move { store.save(&record).await });
    }

    /// Changes a list that is kept. `record` is the list as this page shows it, changed already: should the kept one be
    /// deleted in another tab, or damaged since, what stands on this screen is worth more than nothing.
    pub(super) fn change(&self, record: Record, change: Change) {
        self.write(|store| async move {
            match store.change(record.id(), change).await {
                Ok(_) | Err(ChangeError::Refused(_)) => Ok(()),
                Err(ChangeError::Gone | ChangeError::Unreadable(_)) => store.save(&record).await,
                Err(ChangeError::Store(error)) => Err(error),
            }
        });
    }

    /// Deletes a list.
    pub(super) fn delete(&self, id: String) {
        self.write(|store| async move { store.delete(&id).await });
    }

    /// Writes without letting anybody wait. Writes that are begun in order are done in order, because each begins its
    /// transaction at once. What cannot be written is said on the page: it then forgets.
    pub(super) fn write<F>(&self, write: impl FnOnce(Rc<Store>) -> F)
    where
        F: Future<Output = Result<(), StoreError>> + 'static,
    {
        spawn(Box::pin(write(Rc::clone(&self.0))));
    }
}

/// What is done to a kept list. Boxed, as futures are below: each kind of change would bring the whole way of writing
/// once more, which was a twentieth of the program.
pub(super) type Change = Box<dyn FnOnce(&mut Record) -> Result<(), RecordError>>;

fn spawn(write: Pin<Box<dyn Future<Output = Result<(), StoreError>>>>) {
    any_spawner::Executor::spawn_local(async move {
        match write.await {
            Ok(()) => browser::mark("saved"),
            Err(_) => {
                forgets();
                if let Some(root) = browser::root() {
                    browser::set_attribute(&root, "data-store", Keeping::Memory.name());
                }
            }
        }
    });
}

/// Shows the sentence that this phone cannot remember.
fn forgets() {
    let sentences = browser::root().map(|root| browser::find_all(&root, "[data-memory]")).unwrap_or_default();
    for sentence in sentences {
        browser::set_hidden(&sentence, false);
    }
}

/// A new id: when, and a bit of chance, so that lists of two phones or of one moment can be told apart.
pub(super) fn new_id() -> String {
    [&browser::now().to_string(), "-", &u64::from_le_bytes(browser::random()).to_string()].concat()
}

//! Lists in IndexedDB. The only place that knows it.
//!
//! Values are bytes: a record's own form, which is the same in a backup, and which needs no second serialiser on the
//! phone. Each method is one transaction, with everything that can fail without the database done before it begins:
//! the browser commits as soon as a transaction has nothing to do.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use indexed_db_futures::database::Database as Connection;
use indexed_db_futures::error::{Error, UnexpectedDataError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::{Build, BuildPrimitive, QuerySource};
use indexed_db_futures::primitive::TryFromJs;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use indexed_db_futures::typed_array::{Uint8Array, Uint8ArraySlice};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::migrations::{self, LISTS};
use crate::{ChangeError, Loaded, Record, RecordError, StoreError, Unreadable};

/// An open database. Dropping it closes it, once what was begun is done.
#[derive(Debug)]
pub struct Database {
    connection: Connection,
    taken_over: Rc<Cell<bool>>,
    /// Only held: without it the browser would call what is no longer there.
    _on_version_change: Closure<dyn FnMut()>,
}

impl Database {
    pub(crate) async fn open(name: &str) -> Result<Self, StoreError> {
        Self::open_at(name, migrations::VERSION).await
    }

    async fn open_at(name: &str, version: u32) -> Result<Self, StoreError> {
        // Elsewhere there is no browser to ask, and asking would panic.
        if cfg!(not(target_arch = "wasm32")) {
            return Err(StoreError::Unavailable);
        }
        let blocked = Rc::new(Flag::default());
        let mut request = Connection::open(name)
            .with_version(version)
            .with_on_blocked({
                let blocked = Rc::clone(&blocked);
                move |_| {
                    blocked.raise();
                    Ok(())
                }
            })
            .with_on_upgrade_needed(|event, database| migrations::upgrade(&database, event.old_version()))
            .build()
            .map_err(StoreError::opening)?;
        let opened = poll_fn(|context| match Pin::new(&mut request).poll(context) {
            Poll::Pending if blocked.is_raised(context.waker()) => Poll::Ready(None),
            poll => poll.map(Some),
        });
        let Some(opened) = opened.await else {
            // It will open one day, when nobody waits for it any more; left open it would block the next version.
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(connection) = request.await {
                    connection.close();
                }
            });
            return Err(StoreError::Blocked);
        };
        let database = Self::holding(opened.map_err(StoreError::opening)?);
        if !database.connection.object_store_names().any(|table| table == LISTS) {
            return Err(StoreError::Corrupt);
        }
        Ok(database)
    }

    /// From now on the connection is closed as soon as another page needs another version, or wants to delete it all.
    fn holding(connection: Connection) -> Self {
        let taken_over = Rc::new(Cell::new(false));
        let on_version_change = Closure::new({
            let (connection, taken_over) = (connection.clone(), Rc::clone(&taken_over));
            move || {
                taken_over.set(true);
                connection.clone().close();
            }
        });
        connection.as_sys().set_onversionchange(Some(on_version_change.as_ref().unchecked_ref()));
        Self { connection, taken_over, _on_version_change: on_version_change }
    }

    pub(crate) async fn load(&self) -> Result<Loaded, StoreError> {
        let (keys, values) = self.read().await.map_err(|error| self.failed(error))?;
        let mut loaded = Loaded::default();
        for (key, value) in keys.into_iter().zip(values) {
            let id = key.as_string().unwrap_or_default();
            match read(&id, value) {
                Ok(record) => loaded.records.push(record),
                Err(error) => loaded.unreadable.push(Unreadable { id, error }),
            }
        }
        Ok(loaded)
    }

    async fn read(&self) -> Result<(Vec<JsValue>, Vec<JsValue>), Error> {
        let transaction = self.connection.transaction(LISTS).build()?;
        let lists = transaction.object_store(LISTS)?;
        // Both are asked before either is awaited: in between, the transaction would end.
        let (keys, values) = (lists.get_all_keys().primitive()?, lists.get_all().primitive()?);
        Ok((keys.await?.collect::<Result<_, _>>()?, values.await?.collect::<Result<_, _>>()?))
    }

    pub(crate) async fn save(&self, record: &Record) -> Result<(), StoreError> {
        let bytes = record.encode();
        self.write(|lists| {
            let put = lists.put(Uint8ArraySlice::new(&bytes)).with_key(record.id()).without_key_type();
            put.primitive().map(drop)
        })
        .await
    }

    pub(crate) async fn delete(&self, id: &str) -> Result<(), StoreError> {
        self.write(|lists| lists.delete::<&str, _>(id).primitive().map(drop)).await
    }

    pub(crate) async fn delete_all(&self) -> Result<(), StoreError> {
        self.write(|lists| lists.clear().map(drop)).await
    }

    /// One transaction that is on the disk when it is done.
    async fn write(&self, request: impl FnOnce(&ObjectStore<'_>) -> Result<(), Error>) -> Result<(), StoreError> {
        self.commit(request).await.map_err(|error| self.failed(error))
    }

    async fn commit(&self, request: impl FnOnce(&ObjectStore<'_>) -> Result<(), Error>) -> Result<(), Error> {
        let transaction = self.strict()?;
        request(&transaction.object_store(LISTS)?)?;
        done(transaction).await
    }

    /// A transaction whose end is on the disk.
    fn strict(&self) -> Result<Transaction<'_>, Error> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let transaction = self.connection.transaction(LISTS).with_mode(TransactionMode::Readwrite);
        transaction.with_options(strict).build()
    }

    pub(crate) async fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Record) -> Result<(), RecordError>,
    ) -> Result<Record, ChangeError> {
        self.replace(id, |value| {
            // What was given up here was never asked for, so that leaving the transaction loses nothing.
            let mut record = read(id, value.ok_or(ChangeError::Gone)?).map_err(ChangeError::Unreadable)?;
            change(&mut record).map_err(ChangeError::Refused)?;
            Ok(record)
        })
        .await
        .map_err(|error| self.failed(error))?
    }

    /// Reads a value and writes what is made of it. Nothing else may be awaited here: the transaction would end.
    async fn replace(
        &self,
        id: &str,
        make: impl FnOnce(Option<JsValue>) -> Result<Record, ChangeError>,
    ) -> Result<Result<Record, ChangeError>, Error> {
        let transaction = self.strict()?;
        let lists = transaction.object_store(LISTS)?;
        let record = match make(lists.get::<JsValue, _, _>(id).primitive()?.await?) {
            Ok(record) => record,
            refused => return Ok(refused),
        };
        let bytes = record.encode();
        let put = lists.put(Uint8ArraySlice::new(&bytes)).with_key(id).without_key_type();
        put.primitive().map(drop)?;
        drop(lists);
        done(transaction).await.map(|()| Ok(record))
    }

    /// Every value as it lies there, by key; what is no bytes is as good as none.
    pub(crate) async fn everything(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let (keys, values) = self.read().await.map_err(|error| self.failed(error))?;
        let bytes = |value| Uint8Array::from_js(value).map(|bytes| bytes.to_vec()).unwrap_or_default();
        let named = keys.into_iter().map(|key| key.as_string().unwrap_or_default());
        Ok(named.zip(values.into_iter().map(bytes)).collect())
    }

    /// Reads bytes and writes what is made of them, in one transaction.
    pub(crate) async fn replace_bytes(
        &self,
        key: &str,
        make: impl FnOnce(Option<Vec<u8>>) -> Vec<u8>,
    ) -> Result<(), StoreError> {
        self.rewrite(key, make).await.map_err(|error| self.failed(error))
    }

    /// Nothing else may be awaited between reading and writing: the transaction would end.
    async fn rewrite(&self, key: &str, make: impl FnOnce(Option<Vec<u8>>) -> Vec<u8>) -> Result<(), Error> {
        let transaction = self.strict()?;
        let table = transaction.object_store(LISTS)?;
        let before = table.get::<JsValue, _, _>(key).primitive()?.await?;
        let before = before.map(|value| Uint8Array::from_js(value).map(|bytes| bytes.to_vec()).unwrap_or_default());
        let bytes = make(before);
        let put = table.put(Uint8ArraySlice::new(&bytes)).with_key(key).without_key_type();
        put.primitive().map(drop)?;
        drop(table);
        done(transaction).await
    }

    fn failed(&self, error: Error) -> StoreError {
        let error = match error {
            Error::MissingData(UnexpectedDataError::TransactionAborted) => StoreError::Unavailable,
            error => StoreError::using(error),
        };
        if error == StoreError::Unavailable && self.taken_over.get() { StoreError::Blocked } else { error }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.connection.as_sys().set_onversionchange(None);
        self.connection.clone().close();
    }
}

/// Waits until a transaction is on the disk.
async fn done(transaction: Transaction<'_>) -> Result<(), Error> {
    let itself = transaction.as_sys().clone();
    // A disk that turns out to be full only now says so on the transaction, not in the event.
    transaction.commit().await.map_err(|error| itself.error().map_or(error, Error::from))
}

/// One stored value; it must be the record of its key.
fn read(id: &str, value: JsValue) -> Result<Record, RecordError> {
    let bytes = Uint8Array::from_js(value).map_err(|_| RecordError::Damaged)?;
    let record = Record::decode(&bytes)?;
    if record.id() == id { Ok(record) } else { Err(RecordError::Damaged) }
}

/// Something that happens at most once, and wakes who waits for it.
#[derive(Debug, Default)]
struct Flag {
    raised: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Flag {
    fn raise(&self) {
        self.raised.set(true);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    fn is_raised(&self, waker: &Waker) -> bool {
        self.waker.replace(Some(waker.clone()));
        self.raised.get()
    }
}

#[cfg(test)]
#[cfg(target_arch = "wasm32")]
mod tests;

//! Where there is no database: the same store for as long as the page lives.

use std::cell::RefCell;

use crate::{ChangeError, Loaded, Record, RecordError};

/// Lists by id. There are a handful, and a vector is less to download than a map.
#[derive(Debug, Default)]
pub struct Memory(RefCell<Vec<Record>>);

impl Memory {
    pub(crate) fn load(&self) -> Loaded {
        Loaded { records: self.0.borrow().clone(), unreadable: Vec::new() }
    }

    pub(crate) fn save(&self, record: &Record) {
        let mut records = self.0.borrow_mut();
        match records.binary_search_by(|other| other.id().cmp(record.id())) {
            Ok(position) => records[position] = record.clone(),
            Err(position) => records.insert(position, record.clone()),
        }
    }

    pub(crate) fn change(
        &self,
        id: &str,
        change: impl FnOnce(&mut Record) -> Result<(), RecordError>,
    ) -> Result<Record, ChangeError> {
        let found = self.0.borrow().iter().find(|record| record.id() == id).cloned();
        let mut record = found.ok_or(ChangeError::Gone)?;
        change(&mut record).map_err(ChangeError::Refused)?;
        self.save(&record);
        Ok(record)
    }

    pub(crate) fn delete(&self, id: &str) {
        self.0.borrow_mut().retain(|record| record.id() != id);
    }

    pub(crate) fn delete_all(&self) {
        self.0.borrow_mut().clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::at_once::at_once;
    use crate::record::sample::{birth, code, record};
    use crate::{ChangeError, ItemState, ME, RecordError, Store, StoreError};

    fn memory() -> Store {
        let (store, trouble) = at_once(Store::open_or_memory("any"));
        assert_eq!(trouble, Some(StoreError::Unavailable));
        assert!(!store.is_durable());
        store
    }

    #[test]
    fn outside_a_browser_lists_stay_in_memory() {
        let store = memory();
        let mut record = record("b");
        at_once(store.save(&record)).unwrap();
        at_once(store.save(&crate::record::sample::record("a"))).unwrap();
        record.set_item("to-khai", ItemState::Have, 9).unwrap();
        at_once(store.save(&record)).unwrap();
        let loaded = at_once(store.load()).unwrap();
        assert_eq!(loaded.records.iter().map(|record| record.id()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(loaded.records[1], record);
        assert!(loaded.unreadable.is_empty());
    }

    #[test]
    fn what_is_deleted_is_gone() {
        let store = memory();
        for id in ["a", "b", "c"] {
            at_once(store.save(&record(id))).unwrap();
        }
        at_once(store.delete("b")).unwrap();
        at_once(store.delete("never-was")).unwrap();
        assert_eq!(at_once(store.load()).unwrap().records, [record("a"), record("c")]);
        at_once(store.delete_all()).unwrap();
        assert!(at_once(store.load()).unwrap().records.is_empty());
    }

    #[test]
    fn a_change_is_made_whole_or_not_at_all() {
        let store = memory();
        at_once(store.save(&record("a"))).unwrap();
        let changed = at_once(store.change("a", |record| record.set_item("to-khai", ItemState::Have, 9))).unwrap();
        assert_eq!(changed.item("to-khai"), Some(ItemState::Have));

        let refused = at_once(store.change("a", |record| {
            record.set_kept(true, 10);
            record.set_person("Giàng A Páo", 10)
        }));
        assert_eq!(refused, Err(ChangeError::Refused(RecordError::NotAnId)));
        assert_eq!(at_once(store.change("b", |_| panic!("there is none"))), Err(ChangeError::Gone));
        assert_eq!(at_once(store.load()).unwrap().records, [changed]);
    }

    #[test]
    fn of_a_procedure_the_list_touched_last_is_found() {
        let store = memory();
        let found = |procedure, person| {
            let found = at_once(store.load()).unwrap().of_procedure(procedure, person, None);
            found.map(|record| record.id().to_owned())
        };
        assert_eq!(found(1, ME), None);
        for id in ["a", "b", "c", "d"] {
            at_once(store.save(&record(id))).unwrap();
        }
        at_once(store.change("b", |record| record.set_item("to-khai", ItemState::Have, 30))).unwrap();
        at_once(store.change("c", |record| record.set_item("to-khai", ItemState::Have, 20))).unwrap();
        at_once(store.change("d", |record| record.set_person("nguoi-2", 40))).unwrap();
        let mut rules = birth();
        rules.procedure = 2;
        at_once(store.save(&code("e", &rules))).unwrap();
        assert_eq!(found(1, ME).as_deref(), Some("b"));
        assert_eq!(found(1, "nguoi-2").as_deref(), Some("d"));
        assert_eq!(found(2, ME).as_deref(), Some("e"));
        assert_eq!(found(3, ME), None);

        let named = |id| {
            let found = at_once(store.load()).unwrap().of_procedure(1, ME, Some(id));
            found.map(|record| record.id().to_owned())
        };
        assert_eq!(named("a").as_deref(), Some("a"), "another family's list of the same procedure");
        assert_eq!(named("e").as_deref(), Some("b"), "a list of another procedure is not this one's");
        assert_eq!(named("gone").as_deref(), Some("b"));
    }
}

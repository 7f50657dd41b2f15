//! In real browsers, each test with a database of its own.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use super::*;
use crate::migrations::VERSION;
use crate::record::sample::{birth, code, record};
use crate::{ItemState, ME, Stage, Store};

wasm_bindgen_test_configure!(run_in_browser);

fn fresh_name() -> String {
    format!("test-{}", js_sys::Math::random())
}

async fn open(name: &str) -> Store {
    Store::open(name).await.unwrap()
}

/// Opens without listening to anybody, as a broken page would.
async fn deaf(name: &str, version: u32) -> Connection {
    Connection::open(name)
        .with_version(version)
        .with_on_upgrade_needed(|event, database| migrations::upgrade(&database, event.old_version()))
        .await
        .unwrap()
}

/// Puts anything in, as another program would.
async fn put(name: &str, key: &str, value: impl Into<JsValue>) {
    let connection = deaf(name, VERSION).await;
    let transaction = connection.transaction(LISTS).with_mode(TransactionMode::Readwrite).build().unwrap();
    let request = transaction.object_store(LISTS).unwrap().put(value.into()).with_key(JsValue::from(key)).primitive();
    drop(request.unwrap());
    transaction.commit().await.unwrap();
    connection.close();
}

fn bytes(bytes: &[u8]) -> js_sys::Uint8Array {
    bytes.into()
}

/// Runs a script in the page.
fn script(text: &str) -> JsValue {
    js_sys::Function::new_no_args(text).call0(&JsValue::NULL).unwrap()
}

#[wasm_bindgen_test]
async fn what_is_saved_is_there_after_opening_again() {
    let name = fresh_name();
    let store = open(&name).await;
    assert!(store.is_durable());
    assert_eq!(store.load().await, Ok(Loaded::default()));
    let (mut first, second) = (record("b"), code("a", &birth()));
    store.save(&first).await.unwrap();
    store.save(&second).await.unwrap();
    first.set_item("can-cuoc", ItemState::Have, 8).unwrap();
    store.save(&first).await.unwrap();
    drop(store);

    let loaded = open(&name).await.load().await.unwrap();
    assert_eq!(loaded, Loaded { records: vec![second, first], unreadable: vec![] });
}

#[wasm_bindgen_test]
async fn deleting_one_list_leaves_the_others() {
    let name = fresh_name();
    let store = open(&name).await;
    for id in ["a", "b", "c"] {
        store.save(&record(id)).await.unwrap();
    }
    store.delete("b").await.unwrap();
    store.delete("never-was").await.unwrap();
    drop(store);
    assert_eq!(open(&name).await.load().await.unwrap().records, [record("a"), record("c")]);
}

#[wasm_bindgen_test]
async fn deleting_all_leaves_nothing() {
    let name = fresh_name();
    put(&name, "damaged", "no bytes").await;
    let store = open(&name).await;
    store.save(&record("a")).await.unwrap();
    store.delete_all().await.unwrap();
    drop(store);
    assert_eq!(open(&name).await.load().await, Ok(Loaded::default()));
}

#[wasm_bindgen_test]
async fn every_change_is_one_strict_transaction() {
    let name = fresh_name();
    let store = open(&name).await;
    script(
        "const own = globalThis.own = IDBDatabase.prototype.transaction;
         globalThis.seen = [];
         IDBDatabase.prototype.transaction = function (names, mode, options) {
           seen.push(`${names} ${mode} ${options?.durability}`);
           return own.apply(this, arguments);
         }",
    );
    let all = async {
        store.save(&record("a")).await?;
        store.change("a", |record| record.set_item("to-khai", ItemState::Have, 9)).await.unwrap();
        store.delete("a").await?;
        store.delete_all().await
    };
    let result = all.await;
    let seen = script("IDBDatabase.prototype.transaction = own; return seen.join()");
    result.unwrap();
    assert_eq!(seen.as_string().unwrap(), ["lists readwrite strict"; 4].join(","));
}

#[wasm_bindgen_test]
async fn ticks_made_in_two_pages_at_once_are_both_kept() {
    let name = fresh_name();
    let (one, other) = (open(&name).await, open(&name).await);
    one.save(&record("a")).await.unwrap();
    let papers = ["to-khai", "can-cuoc", "giay-cam-doan", "giay-chung-sinh"];
    let mut changes: Vec<_> = papers
        .iter()
        .zip([&one, &other, &one, &other])
        .map(|(paper, page)| Box::pin(page.change("a", |record| record.set_item(paper, ItemState::Have, 9))))
        .collect();
    // All of them go out before any is done.
    let first = poll_fn(|context| {
        let polls = changes.iter_mut().map(|change| change.as_mut().poll(context).is_pending());
        Poll::Ready(polls.collect::<Vec<_>>())
    });
    assert_eq!(first.await, [true; 4]);
    for change in changes {
        change.await.unwrap();
    }
    let kept = one.load().await.unwrap().records.remove(0);
    for paper in papers {
        assert_eq!(kept.item(paper), Some(ItemState::Have), "{paper}");
    }
}

#[wasm_bindgen_test]
async fn a_change_gives_what_is_there_now() {
    let name = fresh_name();
    let store = open(&name).await;
    store.save(&record("a")).await.unwrap();
    let on = domain::Date::new(2026, 11, 23).unwrap();
    let handed_in = Stage::HandedIn { on, when: domain::calendar::HandedIn::By15, come_back: Some(on) };
    let changed = store.change("a", |record| record.set_stage(handed_in, 9)).await.unwrap();
    assert_eq!((changed.stage(), changed.touched()), (handed_in, 9));
    drop(store);
    assert_eq!(open(&name).await.load().await.unwrap().records, [changed]);
}

#[wasm_bindgen_test]
async fn a_change_that_cannot_be_made_loses_nothing() {
    let name = fresh_name();
    let store = open(&name).await;
    store.save(&record("a")).await.unwrap();
    let broken = record("m").encode();
    put(&name, "m", bytes(&broken[1..])).await;
    put(&name, "n", "no bytes").await;
    let before = store.load().await.unwrap();

    let refused = store.change("a", |record| {
        record.set_kept(true, 9);
        record.set_person("Giàng A Páo", 9)
    });
    assert_eq!(refused.await, Err(ChangeError::Refused(RecordError::NotAnId)));
    assert_eq!(store.change("never-was", |_| panic!("there is none")).await, Err(ChangeError::Gone));
    let unreadable = store.change("m", |_| panic!("it cannot be read")).await;
    assert_eq!(unreadable, Err(ChangeError::Unreadable(RecordError::UnknownVersion(broken[1]))));
    let unreadable = store.change("n", |_| panic!("it cannot be read")).await;
    assert_eq!(unreadable, Err(ChangeError::Unreadable(RecordError::Damaged)));
    assert_eq!(store.load().await, Ok(before));
}

#[wasm_bindgen_test]
async fn a_full_disk_refuses_a_change_and_keeps_what_was_there() {
    let store = open(&fresh_name()).await;
    store.save(&record("a")).await.unwrap();
    script(
        "globalThis.own = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }",
    );
    let changed = store.change("a", |record| record.set_item("to-khai", ItemState::Have, 9)).await;
    script("IDBObjectStore.prototype.put = own");
    assert_eq!(changed, Err(ChangeError::Store(StoreError::Full)));
    assert_eq!(store.load().await.unwrap().records, [record("a")]);
}

#[wasm_bindgen_test]
async fn the_list_of_a_procedure_is_found_beside_one_that_cannot_be_read() {
    let name = fresh_name();
    let store = open(&name).await;
    for id in ["a", "b", "c"] {
        store.save(&record(id)).await.unwrap();
    }
    let touched = store.change("b", |record| record.set_item("to-khai", ItemState::Have, 9)).await.unwrap();
    put(&name, "z", "no bytes").await;
    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.unreadable.len(), 1);
    assert_eq!(loaded.clone().of_procedure(1, ME, None), Some(touched));
    assert_eq!(loaded.clone().of_procedure(2, ME, None), None);
    assert_eq!(loaded.of_procedure(1, "nguoi-2", None), None);
}

#[wasm_bindgen_test]
async fn unreadable_lists_are_reported_and_lose_no_other() {
    let name = fresh_name();
    let store = open(&name).await;
    store.save(&record("a")).await.unwrap();
    store.save(&record("z")).await.unwrap();
    let whole = record("m").encode();
    let newer = [&[2], &whole[1..]].concat();
    put(&name, "m1", bytes(&whole[..whole.len() - 1])).await;
    put(&name, "m2", bytes(&newer)).await;
    put(&name, "m3", bytes(&[])).await;
    put(&name, "m4", "no bytes").await;
    put(&name, "m5", JsValue::NULL).await;
    // Whole, but another list's.
    put(&name, "m6", bytes(&whole)).await;

    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.records, [record("a"), record("z")]);
    let expected = [
        ("m1", RecordError::Damaged),
        ("m2", RecordError::UnknownVersion(2)),
        ("m3", RecordError::Damaged),
        ("m4", RecordError::Damaged),
        ("m5", RecordError::Damaged),
        ("m6", RecordError::Damaged),
    ];
    assert_eq!(loaded.unreadable, expected.map(|(id, error)| Unreadable { id: id.to_owned(), error }));

    // They stay until somebody says otherwise, and can be deleted by what they are reported as.
    store.save(&record("b")).await.unwrap();
    for id in ["m1", "m3", "m4", "m5", "m6"] {
        store.delete(id).await.unwrap();
    }
    let loaded = store.load().await.unwrap();
    assert_eq!(loaded.records, [record("a"), record("b"), record("z")]);
    assert_eq!(loaded.unreadable.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["m2"]);
}

#[wasm_bindgen_test]
async fn two_pages_of_one_version_share_the_lists() {
    let name = fresh_name();
    let (one, other) = (open(&name).await, open(&name).await);
    one.save(&record("a")).await.unwrap();
    other.save(&record("b")).await.unwrap();
    assert_eq!(one.load().await.unwrap().records, [record("a"), record("b")]);
    assert_eq!(one.load().await, other.load().await);
}

#[wasm_bindgen_test]
async fn an_old_page_lets_go_when_a_new_version_comes() {
    let name = fresh_name();
    let old = open(&name).await;
    old.save(&record("a")).await.unwrap();

    let new = Database::open_at(&name, VERSION + 1).await.expect("the old page does not block it");
    assert_eq!(new.load().await.unwrap().records, [record("a")]);
    assert_eq!(old.save(&record("b")).await, Err(StoreError::Blocked));
    assert_eq!(old.load().await, Err(StoreError::Blocked));
    assert_eq!(old.delete_all().await, Err(StoreError::Blocked));
    let changed = old.change("a", |record| record.set_item("to-khai", ItemState::Have, 9)).await;
    assert_eq!(changed, Err(ChangeError::Store(StoreError::Blocked)));
    new.save(&record("c")).await.unwrap();
    assert_eq!(new.load().await.unwrap().records, [record("a"), record("c")]);
}

#[wasm_bindgen_test]
async fn what_was_begun_is_saved_before_an_old_page_lets_go() {
    let name = fresh_name();
    let old = open(&name).await;
    let (record, newer) = (record("a"), Cell::new(None));
    let mut saving = Box::pin(old.save(&record));
    let mut opening = Box::pin(async { newer.set(Some(Database::open_at(&name, VERSION + 1).await)) });
    // Both go out before either is done.
    let first = poll_fn(|context| Poll::Ready((saving.as_mut().poll(context), opening.as_mut().poll(context)))).await;
    assert_eq!(first, (Poll::Pending, Poll::Pending));
    saving.await.unwrap();
    opening.await;
    let new = match newer.take().unwrap() {
        // A browser may count the page that is still writing as one that does not let go.
        Err(StoreError::Blocked) => Database::open_at(&name, VERSION + 1).await.unwrap(),
        opened => opened.unwrap(),
    };
    assert_eq!(new.load().await.unwrap().records, [record]);
}

#[wasm_bindgen_test]
async fn an_old_page_cannot_open_what_a_new_version_made() {
    let name = fresh_name();
    drop(Database::open_at(&name, VERSION + 1).await.unwrap());
    assert_eq!(Store::open(&name).await.err(), Some(StoreError::Blocked));
    let (store, trouble) = Store::open_or_memory(&name).await;
    assert_eq!((store.is_durable(), trouble), (false, Some(StoreError::Blocked)));
}

#[wasm_bindgen_test]
async fn a_page_that_does_not_let_go_is_noticed_and_not_waited_for() {
    let name = fresh_name();
    let deaf = deaf(&name, VERSION).await;
    assert_eq!(Database::open_at(&name, VERSION + 1).await.err(), Some(StoreError::Blocked));
    // As soon as it is closed there is nothing in the way, not even what was given up.
    deaf.close();
    let new = Database::open_at(&name, VERSION + 1).await.unwrap();
    new.save(&record("a")).await.unwrap();
    drop(new);
    Database::open_at(&name, VERSION + 2).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_dropped_store_blocks_nobody() {
    let name = fresh_name();
    let store = open(&name).await;
    store.save(&record("a")).await.unwrap();
    drop(store);
    let new = Database::open_at(&name, VERSION + 1).await.unwrap();
    assert_eq!(new.load().await.unwrap().records, [record("a")]);
}

#[wasm_bindgen_test]
async fn without_a_database_lists_stay_in_memory() {
    for getter in ["return undefined", "return null", "throw new DOMException('', 'SecurityError')"] {
        script(&format!(
            "globalThis.own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
             Object.defineProperty(globalThis, 'indexedDB', {{ configurable: true, get() {{ {getter} }} }})"
        ));
        let (store, trouble) = Store::open_or_memory(&fresh_name()).await;
        script("delete globalThis.indexedDB; if (own) Object.defineProperty(globalThis, 'indexedDB', own)");
        assert_eq!((store.is_durable(), trouble), (false, Some(StoreError::Unavailable)), "{getter}");
        store.save(&record("a")).await.unwrap();
        assert_eq!(store.load().await.unwrap().records, [record("a")]);
    }
    assert!(open(&fresh_name()).await.is_durable(), "the browser is as before");
}

#[wasm_bindgen_test]
async fn a_refused_opening_leaves_a_store_in_memory() {
    for (how, expected) in [
        ("throw new DOMException('', 'SecurityError')", StoreError::Unavailable),
        ("throw new DOMException('', 'InvalidStateError')", StoreError::Unavailable),
    ] {
        script(&format!("globalThis.own = IDBFactory.prototype.open; IDBFactory.prototype.open = () => {{ {how} }}"));
        let (store, trouble) = Store::open_or_memory(&fresh_name()).await;
        script("IDBFactory.prototype.open = own");
        assert_eq!((store.is_durable(), trouble), (false, Some(expected)), "{how}");
    }
}

#[wasm_bindgen_test]
async fn somebody_elses_database_is_left_alone() {
    let name = fresh_name();
    Connection::open(&*name).with_version(VERSION).await.unwrap().close();
    let (store, trouble) = Store::open_or_memory(&name).await;
    assert_eq!((store.is_durable(), trouble), (false, Some(StoreError::Corrupt)));
}

#[wasm_bindgen_test]
async fn a_full_disk_is_said_and_keeps_what_was_there() {
    let name = fresh_name();
    let store = open(&name).await;
    store.save(&record("a")).await.unwrap();
    let mut changed = record("a");
    changed.set_kept(true, 9);

    // Some browsers notice at the request …
    script(
        "globalThis.own = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }",
    );
    let saved = store.save(&changed).await;
    script("IDBObjectStore.prototype.put = own");
    assert_eq!(saved, Err(StoreError::Full));

    // … others when the transaction ends.
    script(
        "const proto = IDBTransaction.prototype;
         globalThis.own = [proto.commit, Object.getOwnPropertyDescriptor(proto, 'error')];
         proto.commit = proto.abort;
         Object.defineProperty(proto, 'error', { configurable: true, get: () => new DOMException('', 'QuotaExceededError') })",
    );
    let saved = store.save(&changed).await;
    script(
        "const proto = IDBTransaction.prototype;
         proto.commit = own[0];
         Object.defineProperty(proto, 'error', own[1])",
    );
    assert_eq!(saved, Err(StoreError::Full));
    assert_eq!(store.load().await.unwrap().records, [record("a")]);
}

#[wasm_bindgen_test]
async fn a_transaction_the_browser_ends_is_an_error() {
    let store = open(&fresh_name()).await;
    script("const proto = IDBTransaction.prototype; globalThis.own = proto.commit; proto.commit = proto.abort");
    let saved = store.save(&record("a")).await;
    script("IDBTransaction.prototype.commit = own");
    assert_eq!(saved, Err(StoreError::Unavailable));
    assert_eq!(store.load().await, Ok(Loaded::default()));
}

#[wasm_bindgen_test]
async fn a_shelf_keeps_values_and_says_which_are_damaged() {
    use crate::{Shelf, Value};

    let name = fresh_name();
    let (shelf, trouble) = Shelf::open_or_memory(&name).await;
    assert!(trouble.is_none() && shelf.is_durable());
    shelf.put("settings", &[1, 2]).await.unwrap();
    let counted = |before: Option<Value>| match before {
        Some(Value::Whole(bytes)) => vec![bytes[0] + 1],
        _ => vec![1],
    };
    assert_eq!(shelf.change("day-2026-11-24", counted).await, Ok(vec![1]));
    assert_eq!(shelf.change("day-2026-11-24", counted).await, Ok(vec![2]));
    drop(shelf);

    put(&name, "strange", bytes(&[9, 9, 9, 9, 9])).await;
    put(&name, "text", "no bytes").await;
    let (shelf, _) = Shelf::open_or_memory(&name).await;
    let all = shelf.all().await.unwrap();
    let is = |key: &str| all.iter().find(|(own, _)| own == key).map(|(_, value)| value.clone());
    assert_eq!(is("settings"), Some(Value::Whole(vec![1, 2])));
    assert_eq!(is("day-2026-11-24"), Some(Value::Whole(vec![2])));
    assert_eq!(is("strange"), Some(Value::Damaged));
    assert_eq!(is("text"), Some(Value::Damaged));
    // What is damaged can be written over.
    assert_eq!(shelf.change("strange", counted).await, Ok(vec![1]));
    shelf.delete("settings").await.unwrap();
    assert_eq!(shelf.get("settings").await, Ok(None));
}

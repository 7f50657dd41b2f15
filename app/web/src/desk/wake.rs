//! What comes alive on the desk's pages: one module per kind of page, chosen by `data-page`.
//!
//! As on citizens' pages nothing is rendered: elements that are there are shown, hidden and filled in. Words come from the
//! page, except what a clerk types, which only ever becomes text.

mod home;
mod many;
mod message;
mod outbox;
mod paper;
mod rows;
mod scan;
mod tally;

use std::pin::Pin;

use domain::message::Sentences;

use store::{Shelf, Value};

use super::settings::{self, Settings};
use crate::browser::{self, Element};
pub use crate::wake::Keeping;

/// The database of the desk; citizens' lists have their own.
pub const DATABASE: &str = "du-giay-to-can-bo";

/// Wakes the page that is open. `None` when there is nothing here to wake, or when the page was made for another version of
/// this program: it then stays plain, and says that it waits for its program.
pub fn page() -> Pin<Box<dyn Future<Output = Option<Keeping>>>> {
    Box::pin(open_page())
}

async fn open_page() -> Option<Keeping> {
    let root = browser::root()?;
    if browser::attribute(&root, "data-view") != crate::DESK_VERSION {
        return None;
    }
    let main = browser::find(&root, "main[data-alive]")?;
    let keeping = match browser::attribute(&main, "data-page").as_str() {
        "desk" => home::wake(&main).await,
        "desk-procedure" => message::wake(main.clone()).await,
        "desk-many" => many::wake(main.clone()).await,
        "desk-scan" => scan::wake(main.clone()),
        "desk-tally" => tally::wake(&root, main.clone()).await,
        "desk-paper" => Some(paper::wake(&main)),
        _ => None,
    }?;
    browser::hide(&main, "[data-plain]", true);
    Some(keeping)
}

/// Opens what the desk remembers, and says where that is.
async fn shelf() -> (Shelf, Keeping) {
    let (shelf, _) = Shelf::open_or_memory(DATABASE).await;
    let keeping = if shelf.is_durable() { Keeping::Database } else { Keeping::Memory };
    (shelf, keeping)
}

/// What lies under a key; what is damaged is as good as nothing, because it can be typed again.
async fn kept(shelf: &Shelf, key: &str) -> Vec<u8> {
    match shelf.get(key).await {
        Ok(Some(Value::Whole(bytes))) => bytes,
        _ => Vec::new(),
    }
}

/// What a clerk has typed once.
async fn settings(shelf: &Shelf) -> Settings {
    Settings::from_bytes(&kept(shelf, settings::KEY).await).unwrap_or_default()
}

/// The sentences that messages are made of, as they stand in the page.
fn sentences(main: &Element) -> Option<Sentences> {
    let place = browser::find(main, "[data-sentences]")?;
    let sentence = |name: &str| browser::attribute(&place, &["data-", name].concat());
    Some(Sentences {
        lead: sentence("lead"),
        missing: sentence("missing"),
        again: sentence("again"),
        blurred: sentence("blurred"),
        wrong_name: sentence("wrong-name"),
        expired: sentence("expired"),
        unsigned: sentence("unsigned"),
        when: sentence("when"),
        ask: sentence("ask"),
        trust: sentence("trust"),
    })
}

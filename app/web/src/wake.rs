//! What comes alive on a page: one module per kind of page, chosen by `data-page`.
//!
//! The page is already there, complete. Waking reads the rules from it, keeps a little state in signals and derives
//! everything else; what is derived is written to attributes of elements that exist. Hardly an element is made here and
//! no word is written: that is what keeps this small, and a page right before it wakes.

mod after;
mod asked;
mod basis;
mod check;
mod elsewhere;
mod kept;
mod leaf;
mod listed;
mod mine;
mod number;
mod procedure;

use std::pin::Pin;

use domain::Date;

use crate::browser::{self, Element};

/// Where the page that woke keeps what it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// In the phone's database.
    Database,
    /// In memory: gone with the page.
    Memory,
    /// It keeps nothing.
    Nothing,
}

impl Keeping {
    /// The value of `data-store`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Database => "idb",
            Self::Memory => "memory",
            Self::Nothing => "",
        }
    }
}

/// Wakes the page that is open. `None` when there is nothing here to wake, or when the page was made for another
/// version of this program: it then stays as it is, complete and plain.
///
/// Boxed here, so that all that it awaits is compiled once, with this crate, and not again with the program that calls it.
pub fn page() -> Pin<Box<dyn Future<Output = Option<Keeping>>>> {
    Box::pin(open_page())
}

async fn open_page() -> Option<Keeping> {
    let root = browser::root()?;
    if browser::attribute(&root, "data-view") != crate::VIEW_VERSION {
        return None;
    }
    let main = browser::find(&root, "main[data-alive]")?;
    // Without an executor no effect would ever run again; a second initialisation only says that there is one.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    match browser::attribute(&main, "data-page").as_str() {
        "procedure" => procedure::wake(&root, main).await,
        "after" => after::wake(&root, main).await,
        "asked" => Some(asked::wake(&root, &main)),
        "mine" => mine::wake(&root, main).await,
        "basis" => basis::wake(&root, &main).await,
        "number" => number::wake(&root, main),
        "check" => check::wake(&root, main).await,
        _ => None,
    }
}

/// Stands in addresses before the id of a paper that a clerk asked for besides a list.
const ASKED: &str = "them-";

/// What a fragment carries under a name. Its parts stand between `+`: digits of a list (`k-`), papers that a clerk asked for
/// besides ([`ASKED`]), the list itself (`kept::LIST`), how it stands with it (`s-`).
fn carried<'a>(fragment: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    fragment.split('+').filter_map(move |part| part.strip_prefix(name))
}

/// Today, as `boot.js` has found it: the phone's clock, but not earlier than the content. Without it, the oldest day:
/// nothing then counts as outdated.
fn today(root: &Element) -> Date {
    browser::attribute(root, "data-today").parse().unwrap_or(Date::MIN)
}

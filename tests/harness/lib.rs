//! What the journeys share: a server and a browser per test, and pages with actions named as people would name them.
//!
//! # What does this crate not do?
//! It knows no rule of any procedure; what a family should find on its list stands in the journeys. It never sleeps for
//! a fixed time and never tries again: it waits for a state, and says which one when that does not come.
//!
//! # Reading order
//! [`journey`] is one test from start to end; [`Browser`] is what it does things with; [`ProcedurePage`] is the page
//! nearly all journeys go through; [`every_screen`] walks past all pages and steps.

mod browser;
mod devtools;
mod driver;
pub mod eye;
mod faults;
pub mod gate;
pub mod http;
mod old_driver;
mod port;
mod procedure_page;
mod process;
mod release;
mod screen;
mod setting;
mod site;
mod tab;
mod walk;

use std::sync::{Condvar, Mutex, PoisonError};

pub use browser::Browser;
pub use driver::Engine;
pub use fantoccini::key::Key;
pub use faults::Faults;
pub use procedure_page::{ProcedurePage, ids};
pub use process::Scratch;
pub use release::Release;
pub use screen::{PHONE, SCREENS, Size};
pub use setting::{Ability, Clock, Setting};
pub use site::{Site, root};
pub use tab::Tab;
pub use walk::{
    DESK, EVERY_KIND, every_kind_of_page, every_kind_of_screen, every_screen, name_of, pages, pages_alike, procedures,
};

/// Runs one journey in one browser: a fresh server, a fresh profile, and nothing left behind but what it gives back.
///
/// # Panics
/// When the journey does.
pub fn journey<T>(engine: Engine, setting: Setting, steps: impl AsyncFnOnce(&Browser) -> T) -> T {
    let _turn = Turn::wait();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime can be made");
    runtime.block_on(async {
        let browser = Browser::start(engine, setting).await;
        // It is not asked to close, which takes a while, but ended with everything it has written.
        steps(&browser).await
    })
}

/// Makes one test per browser: `name::chromium` and `name::firefox`.
///
/// The body is an async closure over a [`Browser`]; a [`Setting`] may stand before it.
#[macro_export]
macro_rules! in_both_browsers {
    ($name:ident, $steps:expr) => {
        $crate::in_both_browsers!($name, $crate::Setting::USUAL, $steps);
    };
    ($name:ident, $setting:expr, $steps:expr) => {
        mod $name {
            use super::*;

            #[test]
            fn chromium() {
                $crate::journey($crate::Engine::Chromium, $setting, $steps);
            }

            #[test]
            fn firefox() {
                $crate::journey($crate::Engine::Firefox, $setting, $steps);
            }
        }
    };
}

/// Leave to run a browser. Two at a time: more only wait for each other on the machines we know.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= 2 {
            running = ENDED.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

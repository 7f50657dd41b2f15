//! Counting: each touch is one transaction on the day's tally, so that two open pages lose nothing.

mod month;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::Date;
use domain::tally::{Face, Tally, Tap};
use store::{Shelf, Value};
use wasm_bindgen_futures::spawn_local;

use super::{Keeping, home};
use crate::browser::{self, Element, file};
use crate::desk::tally;

/// The page, and what is kept of all days.
pub(super) struct Book {
    root: Element,
    main: Element,
    shelf: Shelf,
    days: RefCell<BTreeMap<Date, Tally>>,
    /// Days whose tally cannot be read any more.
    damaged: Cell<usize>,
    /// What was touched on this page, the last one last: each file with what was missing in it.
    touched: RefCell<Vec<(Date, Tap)>>,
    /// Any day of the month that is shown.
    month: Cell<Date>,
}

/// Wakes the page.
pub(super) async fn wake(root: &Element, main: Element) -> Option<Keeping> {
    let (shelf, keeping) = super::shelf().await;
    let today: Date = browser::attribute(root, "data-today").parse().ok()?;
    let book = Rc::new(Book {
        root: root.clone(),
        shelf,
        days: RefCell::default(),
        damaged: Cell::new(0),
        touched: RefCell::default(),
        month: Cell::new(today),
        main,
    });
    book.read().await;
    book.show();
    let here = Rc::clone(&book);
    browser::listen(&book.main, "click", move |event| here.clicked(event));
    let main = book.main.clone();
    browser::listen(&book.main, "input", move |event| {
        let Some(field) = browser::closest(event, "[data-search]") else { return };
        if let Some(list) = browser::find(&main, "[data-choices]") {
            home::sort(&list, &browser::find_all(&list, "[data-choice]"), &file::value(&field));
        }
    });
    let here = Rc::clone(&book);
    // Another page of the desk may have counted, and it may be tomorrow.
    browser::listen_to_return(move || {
        let here = Rc::clone(&here);
        spawn_local(async move {
            here.read().await;
            here.show();
        });
    });
    Some(keeping)
}

impl Book {
    fn today(&self) -> Date {
        browser::attribute(&self.root, "data-today").parse().unwrap_or(self.month.get())
    }

    async fn read(&self) {
        let (mut days, mut damaged) = (BTreeMap::new(), 0);
        for (key, value) in self.shelf.all().await.unwrap_or_default() {
            let Some(day) = tally::day_of(&key) else { continue };
            match value {
                Value::Whole(bytes) if tally::from_bytes(&bytes).is_some() => {
                    days.extend(tally::from_bytes(&bytes).map(|tally| (day, tally)));
                }
                _ => damaged += 1,
            }
        }
        self.days.replace(days);
        self.damaged.set(damaged);
    }

    fn clicked(self: &Rc<Self>, event: &browser::Event) {
        let pressed = |selector: &str| browser::closest(event, selector);
        if let Some(button) = pressed("[data-tap]") {
            let is_home = browser::attribute(&button, "data-tap") == "sent-home";
            self.count(if is_home { Tap::SentHome } else { Tap::Enough });
            self.ask_what(is_home);
        } else if let Some(button) = pressed("[data-procedure]") {
            let slug = browser::attribute(&button, "data-procedure");
            browser::hide(&self.main, "[data-which]", true);
            browser::show_only(&self.main, "data-of", &slug);
        } else if let Some(button) = pressed("button[data-missing]") {
            // Once for each file: a second touch of the same thing takes it back.
            let tap = Tap::Missing(browser::attribute(&button, "data-missing"));
            let was = browser::attribute(&button, "aria-pressed") == "true";
            browser::set_attribute(&button, "aria-pressed", if was { "false" } else { "true" });
            if was { self.take_back(|touched| *touched == tap) } else { self.count(tap) }
        } else if let Some(button) = pressed("[data-face]") {
            let face = match browser::attribute(&button, "data-face").as_str() {
                "glad" => Face::Glad,
                "fair" => Face::Fair,
                _ => Face::Sad,
            };
            self.count(Tap::Face(face));
            self.thank(true);
        } else if let Some(button) = pressed("button[data-action]") {
            self.act(&browser::attribute(&button, "data-action"));
        }
    }

    fn act(self: &Rc<Self>, action: &str) {
        match action {
            "done" => self.ask_what(false),
            "undo" => {
                self.ask_what(false);
                self.take_back(|tap| !matches!(tap, Tap::Missing(_)));
            }
            "ask-people" => {
                // What is touched after a face belongs to no file any more.
                self.ask_what(false);
                self.thank(false);
                browser::hide(&self.main, "[data-faces]", false);
                if let Some(title) = browser::find(&self.main, "[data-faces] h2") {
                    browser::focus(&title);
                }
            }
            "next-person" => self.thank(false),
            "close-faces" => browser::hide(&self.main, "[data-faces]", true),
            "month-before" => self.turn(-1),
            "month-after" => self.turn(1),
            "print" => browser::print(),
            "delete-all" => browser::hide(&self.main, "[data-sure]", false),
            "delete-not" => browser::hide(&self.main, "[data-sure]", true),
            "delete-now" => self.delete_all(),
            _ => {}
        }
    }

    /// Counts a touch, and says so once it is written.
    fn count(self: &Rc<Self>, tap: Tap) {
        let day = self.today();
        self.touched.borrow_mut().push((day, tap.clone()));
        self.change(day, move |tally| tally.add(&tap));
    }

    /// Takes back the last file with everything that was missing in it, or the last face.
    fn take_back(self: &Rc<Self>, is_meant: impl Fn(&Tap) -> bool) {
        let gone = {
            let mut touched = self.touched.borrow_mut();
            let Some(position) = touched.iter().rposition(|(_, tap)| is_meant(tap)) else { return };
            // What was missing belongs to the file before it.
            let is_file = !matches!(touched[position].1, Tap::Missing(_));
            let rest = touched[position + 1..].iter().take_while(|(_, tap)| is_file && matches!(tap, Tap::Missing(_)));
            let end = position + 1 + rest.count();
            touched.drain(position..end).collect::<Vec<_>>()
        };
        for (day, tap) in gone {
            self.change(day, move |tally| tally.take_back(&tap));
        }
    }

    fn change(self: &Rc<Self>, day: Date, change: impl Fn(&mut Tally) + 'static) {
        let book = Rc::clone(self);
        spawn_local(async move {
            let key = [tally::KEY, &day.iso()].concat();
            let made = |before: Option<Value>| {
                let mut own = match before {
                    Some(Value::Whole(bytes)) => tally::from_bytes(&bytes).unwrap_or_default(),
                    _ => Tally::default(),
                };
                change(&mut own);
                tally::to_bytes(&own)
            };
            match book.shelf.change(&key, made).await {
                Ok(bytes) => {
                    if let Some(own) = tally::from_bytes(&bytes) {
                        book.days.borrow_mut().insert(day, own);
                    }
                    browser::hide(&book.main, "[data-lost]", book.shelf.is_durable());
                    browser::mark("saved");
                }
                Err(_) => browser::hide(&book.main, "[data-lost]", false),
            }
            book.show();
        });
    }

    fn delete_all(self: &Rc<Self>) {
        let book = Rc::clone(self);
        spawn_local(async move {
            for (key, _) in book.shelf.all().await.unwrap_or_default() {
                if key.starts_with(tally::KEY) {
                    let _ = book.shelf.delete(&key).await;
                }
            }
            book.touched.borrow_mut().clear();
            book.read().await;
            browser::hide(&book.main, "[data-sure]", true);
            browser::mark("saved");
            book.show();
        });
    }

    /// Opens or closes the question what was missing.
    fn ask_what(&self, is_open: bool) {
        browser::hide(&self.main, "[data-missing-panel]", !is_open);
        browser::hide(&self.main, "[data-which]", false);
        browser::show_only(&self.main, "data-of", "");
        for pressed in browser::find_all(&self.main, "button[data-missing][aria-pressed=true]") {
            browser::set_attribute(&pressed, "aria-pressed", "false");
        }
    }

    /// After an answer the faces are gone until the next person: nobody presses twice.
    fn thank(&self, is_answered: bool) {
        browser::hide(&self.main, "[data-ask]", is_answered);
        browser::hide(&self.main, "[data-thanks]", !is_answered);
    }

    fn show(&self) {
        let today = self.days.borrow().get(&self.today()).cloned().unwrap_or_default();
        let faces: u32 = today.faces.iter().sum();
        for (name, number) in [("enough", today.enough), ("sent-home", today.sent_home), ("faces", faces)] {
            browser::write(&self.main, name, &number.to_string());
        }
        browser::hide(&self.main, "[data-action=undo]", self.touched.borrow().is_empty());
        self.show_month();
    }
}

//! Counting: each touch is one transaction on the day's tally, so that two open pages lose nothing.

mod month;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use domain::Date;
use domain::tally::{Face, Tally, Tap, sum};
use store::{Shelf, StoreError, Value};
use wasm_bindgen_futures::spawn_local;

use super::{Keeping, home};
use crate::browser::{self, Element, file, keyboard, send};
use crate::desk::{recent, tally};

/// The page, and what is kept of all days.
pub(super) struct Book {
    root: Element,
    main: Element,
    shelf: Shelf,
    /// The procedures to choose from: those that were chosen last come first.
    choices: RefCell<Vec<Element>>,
    /// The commune as this desk calls it.
    place: String,
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
    let settings = super::settings(&shelf).await;
    let book = Rc::new(Book {
        root: root.clone(),
        choices: RefCell::new(browser::find_all(&main, "[data-choice]")),
        place: settings.office(browser::attribute(&main, "data-office")),
        days: RefCell::default(),
        damaged: Cell::new(0),
        touched: RefCell::default(),
        month: Cell::new(today),
        main,
        shelf,
    });
    for slug in recent::read(&super::kept(&book.shelf, recent::KEY).await).iter().rev() {
        book.put_first(slug);
    }
    book.look().await;
    let here = Rc::clone(&book);
    browser::listen(&book.main, "click", move |event| here.clicked(event));
    let here = Rc::clone(&book);
    browser::listen(root, "keydown", move |event| {
        let is_asked = browser::find(&here.main, "[data-faces]:not([hidden])").is_some();
        if is_asked && keyboard::key(event).as_deref() == Some("Escape") {
            here.ask_people(false);
        }
    });
    let here = Rc::clone(&book);
    browser::listen(&book.main, "input", move |event| {
        if browser::closest(event, "[data-search]").is_some() {
            here.search();
        }
    });
    // Another page of the desk may have counted, and it may be tomorrow.
    let look = {
        let book = Rc::clone(&book);
        move || {
            let here = Rc::clone(&book);
            spawn_local(async move { here.look().await });
        }
    };
    browser::listen_to_return(look.clone());
    browser::listen(root, "day", move |_| look());
    Some(keeping)
}

impl Book {
    fn today(&self) -> Date {
        browser::attribute(&self.root, "data-today").parse().unwrap_or(self.month.get())
    }

    /// Reads all days and shows them. When they cannot be read, what is shown stays, and that is said.
    async fn look(&self) {
        let Ok(all) = self.shelf.all().await else {
            self.say("unread");
            return;
        };
        let (mut days, mut damaged) = (BTreeMap::<Date, Tally>::new(), 0);
        for (key, value) in all {
            let Some(day) = tally::day_of(&key) else { continue };
            match own(Some(value)) {
                Some(tally) => days.entry(day).or_default().merge(&tally),
                None => damaged += 1,
            }
        }
        self.days.replace(days);
        self.damaged.set(damaged);
        self.say_kept();
        self.show();
    }

    /// Says what went wrong, above what is touched.
    fn say(&self, trouble: &str) {
        browser::show_only(&self.main, "data-trouble", trouble);
    }

    /// Says nothing, or that what is counted goes with the page.
    fn say_kept(&self) {
        self.say(if self.shelf.is_durable() { "" } else { "lost" });
    }

    fn clicked(self: &Rc<Self>, event: &browser::Event) {
        let pressed = |selector: &str| browser::closest(event, selector);
        if let Some(button) = pressed("[data-tap]") {
            let is_home = browser::attribute(&button, "data-tap") == "sent-home";
            let tap = if is_home { Tap::SentHome } else { Tap::Enough };
            self.count(tap, move |book, is_counted| {
                if is_counted {
                    book.ask_what(is_home);
                }
            });
        } else if let Some(button) = pressed("[data-procedure]") {
            let slug = browser::attribute(&button, "data-procedure");
            self.put_first(&slug);
            browser::hide(&self.main, "[data-which]", true);
            browser::hide(&self.main, "[data-action=other-procedure]", false);
            browser::show_only(&self.main, "data-of", &slug);
        } else if let Some(button) = pressed("button[data-missing]") {
            // Once for each file: a second touch of the same thing takes it back.
            let tap = Tap::Missing(browser::attribute(&button, "data-missing"));
            let was = browser::attribute(&button, "aria-pressed") == "true";
            press(&button, !was);
            let then = move |_: &Self, is_done: bool| {
                if !is_done {
                    press(&button, was);
                }
            };
            if was { self.take_back(|touched| *touched == tap, then) } else { self.count(tap, then) }
        } else if let Some(button) = pressed("[data-face]") {
            let face = match browser::attribute(&button, "data-face").as_str() {
                "glad" => Face::Glad,
                "fair" => Face::Fair,
                _ => Face::Sad,
            };
            // Whoever answered is thanked; that nothing can be kept is for the clerk to see.
            self.count(Tap::Face(face), |_, _| {});
            self.thank(true);
        } else if let Some(button) = pressed("button[data-action]") {
            self.act(&browser::attribute(&button, "data-action"));
        }
    }

    fn act(self: &Rc<Self>, action: &str) {
        match action {
            "done" => self.ask_what(false),
            "other-procedure" => self.ask_which(),
            "undo" => {
                self.ask_what(false);
                self.take_back(|tap| !matches!(tap, Tap::Missing(_)), |_, _| {});
            }
            "ask-people" => {
                // What is touched after a face belongs to no file any more.
                self.ask_what(false);
                self.ask_people(true);
            }
            "next-person" => self.thank(false),
            "close-faces" => self.ask_people(false),
            "month-before" => self.turn(-1),
            "month-after" => self.turn(1),
            "print" => browser::print(),
            "delete-all" => browser::hide(&self.main, "[data-sure]", false),
            "delete-not" => browser::hide(&self.main, "[data-sure]", true),
            "delete-now" => self.delete_all(),
            _ => {}
        }
    }

    /// Counts a touch. Whether it is written is known afterwards; until then it is no touch that can be taken back.
    fn count(self: &Rc<Self>, tap: Tap, then: impl FnOnce(&Self, bool) + 'static) {
        let (book, day) = (Rc::clone(self), self.today());
        spawn_local(async move {
            let is_counted = book.change(day, |tally| tally.add(&tap)).await;
            if is_counted {
                book.touched.borrow_mut().push((day, tap));
            }
            then(&book, is_counted);
            book.show();
        });
    }

    /// Takes back the last file with everything that was missing in it, the last face, or one thing that was missing.
    fn take_back(self: &Rc<Self>, is_meant: impl Fn(&Tap) -> bool, then: impl FnOnce(&Self, bool) + 'static) {
        let gone: Vec<_> = {
            let mut touched = self.touched.borrow_mut();
            let Some(position) = touched.iter().rposition(|(_, tap)| is_meant(tap)) else { return };
            // What was missing belongs to the file before it.
            let is_file = !matches!(touched[position].1, Tap::Missing(_));
            let rest = touched[position + 1..].iter().take_while(|(_, tap)| is_file && matches!(tap, Tap::Missing(_)));
            let end = position + 1 + rest.count();
            touched.drain(position..end).collect()
        };
        let book = Rc::clone(self);
        spawn_local(async move {
            let mut left = gone.into_iter();
            while let Some((day, tap)) = left.next() {
                if !book.change(day, |tally| tally.take_back(&tap)).await {
                    // It is still counted, and can still be taken back.
                    book.touched.borrow_mut().extend([(day, tap)].into_iter().chain(left.by_ref()));
                    then(&book, false);
                    book.show();
                    return;
                }
            }
            then(&book, true);
            book.show();
        });
    }

    /// Changes what is kept of a day. Says whether it is written; if not, that stands on the page.
    async fn change(&self, day: Date, change: impl FnOnce(&mut Tally)) -> bool {
        match self.changed(day, change).await {
            Ok(tally) => {
                self.days.borrow_mut().insert(day, tally);
                self.say_kept();
                browser::mark("saved");
                true
            }
            Err(_) => {
                self.say("not-counted");
                false
            }
        }
    }

    /// The whole day, after the change.
    async fn changed(&self, day: Date, change: impl FnOnce(&mut Tally)) -> Result<Tally, StoreError> {
        let all: BTreeMap<_, _> = self.shelf.all().await?.into_iter().collect();
        let is_unreadable = |key: &String| all.get(key).is_some_and(|value| own(Some(value.clone())).is_none());
        // What cannot be read, or is of a later release, is left as it is.
        let mut place = 0;
        while is_unreadable(&tally::key_of(day, place)) {
            place += 1;
        }
        let key = tally::key_of(day, place);
        let others = all.into_iter().filter(|(other, _)| *other != key && tally::day_of(other) == Some(day));
        let others: Vec<_> = others.filter_map(|(_, value)| own(Some(value))).collect();
        let bytes = self.shelf.change(&key, |before| {
            let mut tally = own(before).unwrap_or_default();
            change(&mut tally);
            tally::to_bytes(&tally)
        });
        let mut whole = tally::from_bytes(&bytes.await?).unwrap_or_default();
        whole.merge(&sum(&others));
        Ok(whole)
    }

    fn delete_all(self: &Rc<Self>) {
        let book = Rc::clone(self);
        spawn_local(async move {
            let is_deleted = book.deleted().await.is_ok();
            book.touched.borrow_mut().clear();
            book.look().await;
            if is_deleted {
                browser::hide(&book.main, "[data-sure]", true);
                browser::mark("saved");
            } else {
                book.say("not-deleted");
            }
        });
    }

    async fn deleted(&self) -> Result<(), StoreError> {
        for (key, _) in self.shelf.all().await? {
            if key.starts_with(tally::KEY) {
                self.shelf.delete(&key).await?;
            }
        }
        Ok(())
    }

    /// Opens or closes the question what was missing.
    fn ask_what(&self, is_open: bool) {
        browser::hide(&self.main, "[data-missing-panel]", !is_open);
        self.ask_which();
        for pressed in browser::find_all(&self.main, "button[data-missing][aria-pressed=true]") {
            press(&pressed, false);
        }
    }

    /// Asks which procedure it was, of all of them.
    fn ask_which(&self) {
        browser::hide(&self.main, "[data-which]", false);
        browser::hide(&self.main, "[data-action=other-procedure]", true);
        browser::show_only(&self.main, "data-of", "");
        if let Some(field) = browser::find(&self.main, "[data-search]") {
            send::set_value(&field, "");
        }
        self.search();
    }

    /// Shows the procedures that answer what is typed.
    fn search(&self) {
        let (Some(field), Some(list)) =
            (browser::find(&self.main, "[data-search]"), browser::find(&self.main, "[data-choices]"))
        else {
            return;
        };
        let found = home::sort(&list, &self.choices.borrow(), &file::value(&field));
        browser::hide(&self.main, "[data-not-found]", found > 0);
    }

    /// Lets a procedure come first from now on.
    fn put_first(&self, slug: &str) {
        let mut choices = self.choices.borrow_mut();
        if let Some(position) = choices.iter().position(|choice| browser::attribute(choice, "data-choice") == slug) {
            choices[..=position].rotate_right(1);
        }
    }

    /// Lays the faces over the whole page, or takes them away: meanwhile nothing behind them can be touched or reached.
    fn ask_people(&self, is_asked: bool) {
        browser::hide(&self.main, "[data-faces]", !is_asked);
        for behind in browser::find_all(&self.root, "body > :not(main), main > :not([data-faces])") {
            if is_asked {
                browser::set_attribute(&behind, "inert", "");
            } else {
                let _ = behind.remove_attribute("inert");
            }
        }
        if is_asked {
            self.thank(false);
        } else if let Some(button) = browser::find(&self.main, "[data-action=ask-people]") {
            browser::focus(&button);
        }
    }

    /// After an answer the faces are gone until the next person: nobody presses twice.
    fn thank(&self, is_answered: bool) {
        browser::hide(&self.main, "[data-ask]", is_answered);
        browser::hide(&self.main, "[data-thanks]", !is_answered);
        let says = if is_answered { "[data-thanks] p" } else { "[data-ask] h2" };
        if let Some(says) = browser::find(&self.main, says) {
            browser::focus(&says);
        }
    }

    fn show(&self) {
        let today = self.days.borrow().get(&self.today()).cloned().unwrap_or_default();
        let faces: u32 = today.faces.iter().sum();
        for (name, number) in [("enough", today.enough), ("sent-home", today.sent_home), ("faces", faces)] {
            browser::write(&self.main, name, &number.to_string());
        }
        browser::hide(&self.main, "[data-action=undo]", self.touched.borrow().is_empty());
        browser::write(&self.main, "place", &self.place);
        browser::write(&self.main, "printed", &self.today().dd_mm_yyyy());
        self.show_month();
    }
}

/// What was kept, if it can be read.
fn own(value: Option<Value>) -> Option<Tally> {
    match value? {
        Value::Whole(bytes) => tally::from_bytes(&bytes),
        Value::Damaged => None,
    }
}

fn press(button: &Element, is_pressed: bool) {
    browser::set_attribute(button, "aria-pressed", if is_pressed { "true" } else { "false" });
}

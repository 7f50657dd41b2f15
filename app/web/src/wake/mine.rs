//! The lists on this phone as cards: how far each is, where it goes on, and how it is deleted.
//!
//! What a list still lacks follows from the rules of its procedure, which stand in that procedure's page: they are
//! fetched from there once the cards are shown. A list that cannot be read has a card too, and harms no other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use domain::Date;
use domain::checklist::Enough;
use store::{Loaded, Record, Stage};

use super::Keeping;
use super::elsewhere;
use super::kept::{self, Kept};
use super::leaf::Weekdays;
use super::listed;
use crate::browser::{self, Element, Event, copy};

/// How many lists are shown before somebody asks for more.
const AT_FIRST: usize = 7;

/// What the page knows while it is open.
struct Mine {
    root: Element,
    main: Element,
    lists: Element,
    /// What each list's card is made from.
    card: Element,
    weekdays: Weekdays,
    kept: Kept,
    loaded: RefCell<Loaded>,
    all: Cell<bool>,
}

/// Wakes the page. `None` when it has no place for lists.
pub(super) async fn wake(root: &Element, main: Element) -> Option<Keeping> {
    let kept = Kept::open().await;
    let keeping = kept.keeping();
    let page = Rc::new(Mine {
        root: root.clone(),
        lists: browser::find(&main, "[data-lists]")?,
        card: browser::find(&main, "[data-card] > li")?,
        weekdays: Weekdays::of(&main),
        main,
        kept,
        loaded: RefCell::new(Loaded::default()),
        all: Cell::new(false),
    });
    page.refresh().await;
    let clicked = Rc::clone(&page);
    browser::listen(root, "click", move |event| clicked.click(event));
    let returned = Rc::clone(&page);
    browser::listen_to_return(move || {
        let page = Rc::clone(&returned);
        Executor::spawn_local(async move { page.refresh().await });
    });
    Some(keeping)
}

impl Mine {
    /// Shows what is kept now, and finds out what each list still lacks without letting anybody wait.
    async fn refresh(self: &Rc<Self>) {
        if let Ok(mut loaded) = self.kept.store().load().await {
            sort(&mut loaded.records);
            *self.loaded.borrow_mut() = loaded;
        }
        self.show();
        let page = Rc::clone(self);
        Executor::spawn_local(async move { page.count().await });
    }

    fn show(&self) {
        browser::set_text(&self.lists, "");
        let loaded = self.loaded.borrow();
        let total = loaded.records.len() + loaded.unreadable.len();
        let mut room = if self.all.get() { total } else { AT_FIRST };
        for record in loaded.records.iter().take(room) {
            self.show_record(record);
        }
        room = room.saturating_sub(loaded.records.len());
        for unreadable in loaded.unreadable.iter().take(room) {
            self.show_unreadable(&unreadable.id);
        }
        self.shown("[data-plain]", false);
        self.shown("[data-empty]", total == 0);
        self.shown("[data-all]", total > 0);
        self.shown("[data-action=more]", total > AT_FIRST && !self.all.get());
    }

    fn shown(&self, selector: &str, shown: bool) {
        if let Some(element) = browser::find(&self.main, selector) {
            browser::set_hidden(&element, !shown);
        }
    }

    fn show_record(&self, record: &Record) {
        let number = record.procedure().to_string();
        let entry = browser::find(&self.main, &["[data-procedure][data-number=\"", &number, "\"]"].concat());
        let stage = record.stage();
        let (name, line, day, place) = match stage {
            Stage::Gathering => ("gathering", "gathering", None, "#"),
            Stage::HandedIn { come_back: None, .. } => ("handed-in", "slip", None, "da-nop/#"),
            Stage::HandedIn { come_back: Some(day), .. } if self.today() < day => {
                ("handed-in", "handed-in", Some(day), "da-nop/#")
            }
            Stage::HandedIn { come_back, .. } => ("handed-in", "due", come_back, "da-nop/#"),
            Stage::Collected { on } => ("collected", "collected", Some(on), "da-nop/#"),
        };
        // Under its number: an address may change. A procedure that is no longer here leads nowhere.
        let href = entry.as_ref().map(|entry| {
            ["/", &browser::attribute(entry, "data-procedure"), "/", place, kept::LIST, record.id()].concat()
        });
        let Some(card) = self.add(record.id(), name, entry, href) else { return };
        if let Some(day) = day {
            browser::write(&card, "day", &self.weekdays.spell(day));
        }
        // Two families with the same paper are told apart by when each began.
        browser::write(&card, "begun", &spell(record.created()));
        show_line(&card, line);
    }

    fn show_unreadable(&self, id: &str) {
        let Some(card) = self.add(id, "unreadable", None, None) else { return };
        // One without an id can only go with all the others.
        if let Some(delete) = browser::find(&card, "[data-action=delete]").filter(|_| id.is_empty()) {
            browser::set_hidden(&delete, true);
        }
        show_line(&card, "unreadable");
    }

    /// Adds a card with picture and name.
    fn add(&self, id: &str, stage: &str, entry: Option<Element>, href: Option<String>) -> Option<Element> {
        let card = copy::of(&self.card)?;
        browser::set_attribute(&card, "data-kept", id);
        browser::set_attribute(&card, "data-stage", stage);
        let name = browser::find(&card, "[data-name]")?;
        let entry = entry.or_else(|| browser::find(&self.main, "[data-unnamed]"))?;
        for part in browser::find_all(&entry, ":scope > *") {
            browser::append(&name, &copy::of(&part)?);
        }
        if let Some(href) = href {
            browser::set_attribute(&browser::find(&card, "a")?, "href", &href);
        }
        browser::append(&self.lists, &card);
        Some(card)
    }

    fn today(&self) -> Date {
        super::today(&self.root)
    }

    fn card_of(&self, id: &str) -> Option<Element> {
        browser::find(&self.lists, &["[data-kept=\"", id, "\"]"].concat())
    }

    /// Says of each list that is being gathered what it still lacks.
    async fn count(&self) {
        let gathering = |record: &&Record| record.stage() == Stage::Gathering;
        let records: Vec<Record> = self.loaded.borrow().records.iter().filter(gathering).cloned().collect();
        for record in records {
            let Some(card) = self.card_of(record.id()) else { continue };
            let slug = browser::find(&card, "a").map(|link| browser::attribute(&link, "href")).unwrap_or_default();
            let Some(slug) = slug.trim_start_matches('/').split('/').next().filter(|slug| !slug.is_empty()) else {
                continue;
            };
            let Some(rules) = elsewhere::rules_of(slug).await else { continue };
            if rules.procedure != record.procedure() {
                continue;
            }
            // A clock that is before the day the list was made is wrong.
            let made = record.content().parse().unwrap_or(Date::MIN);
            let checklist = listed::checklist(&record, &rules, self.today().max(made));
            let asked = record.asked().filter(|(_, have)| !have).count();
            match checklist.enough(|position| listed::has(&record, &rules, position)).and_missing(asked) {
                Enough::Complete => show_line(&card, "enough"),
                Enough::AlmostComplete => show_line(&card, "almost"),
                Enough::Missing(missing) => {
                    browser::write(&card, "missing", &missing.to_string());
                    show_line(&card, "missing");
                }
            }
        }
    }

    fn click(self: &Rc<Self>, event: &Event) {
        if browser::closest(event, "[data-action=more]").is_some() {
            self.all.set(true);
            self.show();
            let page = Rc::clone(self);
            Executor::spawn_local(async move { page.count().await });
            return;
        }
        let Some(button) = browser::closest(event, "[data-action]") else { return };
        let Some(place) = browser::closest(event, "[data-kept], [data-all]") else { return };
        let action = browser::attribute(&button, "data-action");
        match (action.as_str(), button.has_attribute("data-second")) {
            ("delete" | "delete-all", false) => ask(&place, true),
            ("leave", _) => ask(&place, false),
            ("delete", true) => {
                let id = browser::attribute(&place, "data-kept");
                self.forget(|loaded| {
                    loaded.records.retain(|record| record.id() != id);
                    loaded.unreadable.retain(|unreadable| unreadable.id != id);
                });
                self.kept.delete(id);
            }
            ("delete-all", true) => {
                self.forget(|loaded| *loaded = Loaded::default());
                ask(&place, false);
                self.kept.write(|store| async move { store.delete_all().await });
            }
            _ => {}
        }
    }

    fn forget(self: &Rc<Self>, forget: impl FnOnce(&mut Loaded)) {
        forget(&mut self.loaded.borrow_mut());
        self.show();
        if let Some(title) = browser::find(&self.main, "h1") {
            browser::focus(&title);
        }
        let page = Rc::clone(self);
        Executor::spawn_local(async move { page.count().await });
    }
}

/// By [`in_order`], one after the other: for the few lists of a phone the sort of the standard library, 3 KB of program,
/// is no faster.
fn sort(records: &mut Vec<Record>) {
    for record in std::mem::take(records) {
        let key = in_order(&record);
        let place = records.iter().position(|other| in_order(other) > key).unwrap_or(records.len());
        records.insert(place, record);
    }
}

/// What was handed in by the day to come back, where the slip alone knows it first; then what was touched last; what is
/// done last.
fn in_order(record: &Record) -> (u8, i64, i64) {
    let day = |day: Date| i64::from(day.days_since_epoch());
    let latest_first = i64::try_from(record.touched()).map_or(i64::MIN, |touched| -touched);
    match record.stage() {
        Stage::HandedIn { come_back, .. } => (0, come_back.map_or(i64::MIN, day), latest_first),
        Stage::Gathering => (1, 0, latest_first),
        Stage::Collected { on } => (2, -day(on), latest_first),
    }
}

/// A moment by the clock of this phone: "14:05, 23/11".
fn spell(moment: u64) -> String {
    let minutes = i64::try_from(moment / 60_000).unwrap_or_default() + i64::from(browser::ahead(moment));
    let (hour, minute) = (minutes / 60 % 24, minutes % 60);
    let day = Date::MIN.plus_days(i32::try_from(minutes / 1440).unwrap_or_default() - Date::MIN.days_since_epoch());
    let day = day.dd_mm_yyyy();
    let tens = if minute < 10 { ":0" } else { ":" };
    [&hour.to_string(), tens, &minute.to_string(), ", ", day.get(..5).unwrap_or_default()].concat()
}

/// Asks whether it shall really be deleted, or no longer.
fn ask(place: &Element, asked: bool) {
    for (selector, hidden) in
        [("[data-action]:not([data-second], [data-action=leave])", asked), ("[data-sure]", !asked)]
    {
        if let Some(element) = browser::find(place, selector) {
            browser::set_hidden(&element, hidden);
        }
    }
}

/// Of all that can be said of a stage, shows one.
fn show_line(card: &Element, name: &str) {
    browser::show_only(card, "data-shown", name);
}

//! After the counter: on which day and at what hour it was handed in, and so which day to come back. Kept with the
//! list of this procedure, so that the day is there when the page is opened again.
//!
//! Who does not know the hour counts as late: a day too late is safe, a day too early is a walk for nothing. Every step
//! can be taken back, because a thumb is easily on the wrong button.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use any_spawner::Executor;
use domain::calendar::{HandedIn, is_working_day};
use domain::come_back::{AfterRules, ComeBack};
use domain::{Answers, Checklist, Date};
use store::{ItemState, NewList, Record, RecordError, Stage};

use super::Keeping;
use super::elsewhere;
use super::kept::{self, Kept};
use super::leaf::Weekdays;
use super::listed;
use crate::browser::{self, Element, Event};
use crate::rules_text;

/// What the page knows while it is open.
struct After {
    root: Element,
    main: Element,
    rules: AfterRules,
    weekdays: Weekdays,
    kept: Kept,
    /// As it was last read or written here; another tab may know more.
    record: RefCell<Option<Record>>,
    /// The day it was handed in, while the hour is still asked.
    day: Cell<Option<Date>>,
}

/// Which part of the place where the day is found is shown.
enum Part {
    Day,
    Hour,
    Leaf(ComeBack),
    Slip,
    Collected(Date),
}

/// Wakes the page. `None` when its rules cannot be read, or what asks for the day cannot be had: it then stays as it is,
/// complete and plain.
pub(super) async fn wake(root: &Element, main: Element) -> Option<Keeping> {
    let rules = rules_text::decode(&browser::attribute(&main, "data-rules"))?;
    elsewhere::bring_parts("come-back", &browser::find(&main, ".come-back")?).await?;
    let weekdays = Weekdays::of(&main);
    let kept = Kept::open().await;
    let keeping = kept.keeping();
    let page = Rc::new(After {
        root: root.clone(),
        main,
        rules,
        weekdays,
        kept,
        record: RefCell::new(None),
        day: Cell::new(None),
    });
    page.read().await;
    if super::carried(&browser::fragment(), kept::LIST).next().is_some() {
        // It is the one touched last now; named still, every return to this page would write that once more.
        browser::replace_with("");
    }
    page.show();
    page.show_what_to_bring();
    page.write_days();
    listen(&page);
    Some(keeping)
}

fn listen(page: &Rc<After>) {
    let clicked = Rc::clone(page);
    browser::listen(&page.root, "click", move |event| clicked.click(event));
    let changed = Rc::clone(page);
    browser::listen(&page.root, "change", move |event| changed.tick(event));
    let returned = Rc::clone(page);
    // Another tab may have changed the list, and another day may have come.
    browser::listen_to_return(move || {
        let page = Rc::clone(&returned);
        Executor::spawn_local(async move {
            page.read().await;
            page.show();
            page.write_days();
        });
    });
}

impl After {
    fn today(&self) -> Date {
        super::today(&self.root)
    }

    /// The days that the question offers, by the name of the option.
    fn day_of(&self, option: &str) -> Option<Date> {
        let ago = match option {
            "today" => 0,
            "yesterday" => 1,
            "before-yesterday" => 2,
            _ => return None,
        };
        Some(self.today().plus_days(-ago))
    }

    async fn read(&self) {
        // What cannot be read is left where it is.
        if let Some(record) = self.kept.list_of(self.rules.rules.procedure).await {
            *self.record.borrow_mut() = Some(record);
        }
    }

    fn answers(&self) -> Answers {
        self.record.borrow().as_ref().map(|record| listed::answers(record, &self.rules.rules)).unwrap_or_default()
    }

    fn stage(&self) -> Stage {
        self.record.borrow().as_ref().map_or(Stage::Gathering, Record::stage)
    }

    fn part(&self) -> Part {
        match self.stage() {
            Stage::Gathering if self.day.get().is_some() => Part::Hour,
            Stage::Gathering => Part::Day,
            Stage::HandedIn { come_back: None, .. } => Part::Slip,
            // Counted anew: since then a calendar of days off may have come out.
            Stage::HandedIn { on, when, come_back: Some(day) } => Part::Leaf(
                self.rules.days_to_tell(&self.answers(), on, when).unwrap_or(ComeBack { earliest: day, latest: day }),
            ),
            Stage::Collected { on } => Part::Collected(on),
        }
    }

    /// Shows the part that follows from what is known, and gives it back.
    fn show(&self) -> Option<Element> {
        let part = self.part();
        let name = match &part {
            Part::Day => "day",
            Part::Hour => "hour",
            Part::Leaf(days) => {
                self.show_leaf(*days);
                "leaf"
            }
            Part::Slip => "slip",
            Part::Collected(on) => {
                browser::write(&self.main, "collected", &self.weekdays.spell(*on));
                "collected"
            }
        };
        let place = browser::find(&self.main, ".come-back")?;
        browser::set_attribute(&place, "data-part", name);
        browser::show_only(&place, "data-shown", name);
        browser::find_all(&place, &["[data-shown=", name, "]"].concat()).pop()
    }

    fn show_leaf(&self, ComeBack { earliest, latest }: ComeBack) {
        let Some(leaf) = browser::find(&self.main, "[data-come-back]") else { return };
        browser::set_attribute(&leaf, "data-day", &earliest.iso());
        browser::set_attribute(&leaf, "data-latest", &latest.iso());
        self.weekdays.write(&leaf, earliest);
        browser::write(&self.main, "latest", &self.weekdays.spell(latest));
        if let Some(later) = browser::find(&leaf, "[data-later]") {
            browser::set_hidden(&later, earliest == latest);
        }
        let today = self.today();
        let when = match () {
            () if today < earliest => "wait",
            () if today < latest => "ask",
            // A year whose days off are not known says nothing against going.
            () if is_working_day(&self.rules.calendars, today) == Ok(false) => "closed",
            () => "today",
        };
        browser::write(&self.main, "left", &(earliest.days_since_epoch() - today.days_since_epoch()).to_string());
        browser::show_only(&leaf, "data-when", when);
    }

    /// Writes their dates on the leaves of the first question.
    fn write_days(&self) {
        for option in browser::find_all(&self.main, "[data-question=day] [data-option]") {
            if let Some(day) = self.day_of(&browser::attribute(&option, "data-option")) {
                self.weekdays.write(&option, day);
            }
        }
    }

    /// Leaves of what is to be brought on collecting that which this list has, ticked as it was.
    fn show_what_to_bring(&self) {
        let record = self.record.borrow();
        let Some(record) = record.as_ref() else { return };
        let rules = &self.rules.rules;
        let checklist = listed::checklist(record, rules, self.today());
        for (position, rule) in rules.requirements.iter().enumerate() {
            let Some(card) = browser::find(&self.main, &["[data-requirement=\"", &rule.id, "\"]"].concat()) else {
                continue;
            };
            browser::set_hidden(&card, checklist.item(position).is_none());
            if let Some(tick) = browser::find(&card, "input") {
                // A tick from before the page woke is kept.
                let ticked = browser::is_checked(&tick);
                browser::set_checked(&tick, ticked || listed::has(record, rules, position));
            }
        }
    }

    fn click(self: &Rc<Self>, event: &Event) {
        if let Some(option) = browser::closest(event, "[data-question=day] [data-option]") {
            match self.day_of(&browser::attribute(&option, "data-option")) {
                Some(day) => self.day.set(Some(day)),
                // Three days ago at the latest; which day to come back stands on the slip only.
                None => self.hand_in(self.today().plus_days(-3), HandedIn::After15, None),
            }
        } else if let Some(option) = browser::closest(event, "[data-question=hour] [data-option]") {
            let Some(on) = self.day.take() else { return };
            let when = match browser::attribute(&option, "data-option").as_str() {
                "before-15" => HandedIn::By15,
                _ => HandedIn::After15,
            };
            let come_back = self.rules.days_to_tell(&self.answers(), on, when).ok();
            self.hand_in(on, when, come_back.map(|days| days.earliest));
        } else if browser::closest(event, "[data-action=collected]").is_some() {
            self.set_stage(Stage::Collected { on: self.today() });
        } else if browser::closest(event, "[data-action=not-collected]").is_some() {
            let before = self.record.borrow().as_ref().and_then(Record::handed_in);
            self.set_stage(before.unwrap_or(Stage::Gathering));
        } else if browser::closest(event, "[data-action=not-handed-in]").is_some() {
            self.set_stage(Stage::Gathering);
        } else if browser::closest(event, "[data-control=back]").is_some() && self.day.take().is_some() {
            event.prevent_default();
        } else {
            return;
        }
        if let Some(part) = self.show() {
            browser::focus(&browser::find(&part, "h2[tabindex]").unwrap_or(part));
        }
    }

    /// A paper for collecting was ticked. Without a list there is nothing it could be kept with.
    fn tick(self: &Rc<Self>, event: &Event) {
        let Some(card) = browser::closest(event, "[data-requirement]") else { return };
        let Some(tick) = browser::find(&card, "input") else { return };
        let state = if browser::is_checked(&tick) { ItemState::Have } else { ItemState::Missing };
        let id = browser::attribute(&card, "data-requirement");
        if self.record.borrow().is_some() {
            self.change(move |record| record.set_item(&id, state, browser::now()));
        }
    }

    fn hand_in(self: &Rc<Self>, on: Date, when: HandedIn, come_back: Option<Date>) {
        self.set_stage(Stage::HandedIn { on, when, come_back });
    }

    fn set_stage(self: &Rc<Self>, stage: Stage) {
        self.change(move |record| record.set_stage(stage, browser::now()));
    }

    /// Changes the list that is kept, or begins one, so that the day is not lost. What may not be written down is known
    /// for as long as the page is open.
    fn change(&self, change: impl Fn(&mut Record) -> Result<(), RecordError> + 'static) {
        let before = self.record.borrow().clone();
        let new = before.is_none();
        // Ids are checked when the content is built; a page that breaks that keeps nothing.
        let Ok(mut record) = before.map_or_else(|| self.new_record(), Ok) else { return };
        if change(&mut record).is_err() {
            return;
        }
        *self.record.borrow_mut() = Some(record.clone());
        if self.main.has_attribute("data-sensitive") && !record.is_kept() {
            return;
        }
        if new {
            self.kept.save(record);
        } else {
            self.kept.change(record, Box::new(change));
        }
    }

    fn new_record(&self) -> Result<Record, RecordError> {
        let answers = Answers::new();
        let rules = &self.rules.rules;
        let list = NewList {
            id: &kept::new_id(),
            slug: &browser::attribute(&self.main, "data-procedure"),
            rules,
            list: &Checklist::of(rules, &answers, self.today()),
            sensitive: self.main.has_attribute("data-sensitive"),
            content: &browser::attribute(&self.main, "data-made"),
            now: browser::now(),
        };
        Record::from_answers(&list, &answers)
    }
}

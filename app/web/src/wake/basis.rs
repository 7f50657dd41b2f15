//! What the clerk is shown, for one list: the number in the address says which lines are on it. And for whoever helps,
//! the day to come back from any day of handing in, as a file for a calendar.

use std::rc::Rc;

use domain::calendar::HandedIn;
use domain::come_back::{AfterRules, ComeBack, ComeBackError};
use domain::ics::Reminder;
use domain::list_number::{ListNumber, births, in_threes};
use domain::{Answers, Date};

use super::Keeping;
use super::elsewhere;
use super::kept;
use super::leaf::Weekdays;
use crate::browser::{self, Element, file};

/// The tool, which is one section of the page.
struct Tool {
    section: Element,
    rules: AfterRules,
    weekdays: Weekdays,
}

/// Wakes the page. Where its rules cannot be had the tool is not offered, and every line stays.
pub(super) async fn wake(root: &Element, main: &Element) -> Option<Keeping> {
    alive(root, main).await;
    Some(Keeping::Nothing)
}

async fn alive(root: &Element, main: &Element) -> Option<()> {
    browser::listen(main, "click", |event| {
        if browser::closest(event, "[data-action=print]").is_some() {
            browser::print();
        }
    });
    carry_on(main);
    // No rules stand anywhere twice: those to count with are in the page of what comes after the counter.
    let after = ["/", &browser::attribute(main, "data-procedure"), "/da-nop/"].concat();
    let rules = elsewhere::decoded(&after).await.ok()?;
    show_list(main, &rules, super::today(root));
    elsewhere::bring_parts("tool", main).await?;
    let section = browser::find(main, "[data-tool]")?;
    browser::set_attribute(
        &browser::find(&section, "[data-action=ics]")?,
        "data-summary",
        &browser::attribute(main, "data-summary"),
    );
    let tool = Rc::new(Tool { weekdays: Weekdays::of(main), rules, section });
    // A browser that goes back to a page may have filled the fields in again.
    tool.count();
    browser::set_hidden(&tool.section, false);
    let counting = Rc::clone(&tool);
    browser::listen(&tool.section, "input", move |_| counting.count());
    let (main, root) = (main.clone(), root.clone());
    browser::listen_to_history(move || {
        carry_on(&main);
        show_list(&main, &tool.rules, super::today(&root));
    });
    Some(())
}

/// Lets the way to more papers carry this list, so that one which is kept nowhere is there again after it.
fn carry_on(main: &Element) {
    let Some(link) = browser::find(main, "[data-action=more-papers]") else { return };
    let address = browser::attribute(&link, "href");
    let to = address.split('+').next().unwrap_or_default();
    browser::set_attribute(&link, "href", &[to, "+", &browser::fragment()].concat());
}

/// Leaves the lines of the list whose digits the address carries; all of them when it carries none.
fn show_list(main: &Element, AfterRules { rules, .. }: &AfterRules, today: Date) {
    let fragment = browser::fragment();
    let digits = super::carried(&fragment, "k-").next().unwrap_or_default();
    let number = ListNumber::decode(digits, births(rules)).ok();
    let Some(list) = number.and_then(|number| number.checklist(rules, today)) else { return };
    // How it stands with each: a letter for each requirement (`wake/procedure/show`). A number alone does not say it.
    let mut letters = super::carried(&fragment, "s-").next().unwrap_or_default().bytes();
    for (position, rule) in rules.requirements.iter().enumerate() {
        let state = match (letters.next(), list.item(position)) {
            (Some(b'-'), _) | (None, None) => None,
            (Some(b'h'), _) => Some("have"),
            (Some(b'm'), _) => Some("missing"),
            (Some(b'u'), _) => Some("unknown"),
            _ => Some("open"),
        };
        if let Some(line) = browser::find(main, &["[data-requirement=\"", &rule.id, "\"]"].concat()) {
            browser::set_hidden(&line, state.is_none());
            browser::set_attribute(&line, "data-state", state.unwrap_or_default());
        }
    }
    for group in browser::find_all(main, "[data-group]") {
        let is_empty = browser::find(&group, "[data-requirement]:not([hidden])").is_none();
        browser::set_hidden(&group, is_empty);
    }
    browser::set_attribute(main, "data-mine", "");
    if let Some(number) = browser::find(main, ".card__number") {
        browser::set_hidden(&number, false);
    }
    if let Some(place) = browser::find(main, "[data-digits]") {
        browser::set_text(&place, &in_threes(digits));
    }
}

impl Tool {
    /// Counts from what the fields say, and shows one of: nothing yet, the day, why there is none.
    fn count(&self) {
        let part = match self.on().map(|on| self.rules.days_to_tell(&Answers::new(), on, self.handed_in())) {
            None => "",
            Some(Ok(days)) => {
                self.show(days);
                "day"
            }
            Some(Err(ComeBackError::Ask)) => "ask",
            Some(Err(ComeBackError::NotKnown(_))) => "unknown-year",
        };
        browser::show_only(&self.section, "data-shown", part);
    }

    fn on(&self) -> Option<Date> {
        file::value(&browser::find(&self.section, "input[type=date]")?).parse().ok()
    }

    /// Late unless somebody says that it was not.
    fn handed_in(&self) -> HandedIn {
        let early = browser::find(&self.section, "input[value=before-15]");
        if early.is_some_and(|early| browser::is_checked(&early)) { HandedIn::By15 } else { HandedIn::After15 }
    }

    fn show(&self, ComeBack { earliest, latest }: ComeBack) {
        let Some(result) = browser::find(&self.section, "[data-come-back]") else { return };
        browser::set_attribute(&result, "data-day", &earliest.iso());
        browser::set_attribute(&result, "data-latest", &latest.iso());
        for (name, day) in [("day", earliest), ("latest", latest)] {
            browser::write(&result, name, &self.weekdays.spell(day));
        }
        if let Some(later) = browser::find(&result, "[data-later]") {
            browser::set_hidden(&later, earliest == latest);
        }
        // The later day is safe; the earlier one may be a walk for nothing.
        self.offer(&result, latest);
    }

    /// Lets the link hold the day as a file for a calendar.
    fn offer(&self, result: &Element, day: Date) {
        let Some(link) = browser::find(result, "[data-action=ics]") else { return };
        let reminder = Reminder {
            id: &[&kept::new_id(), "@du-giay-to"].concat(),
            day,
            summary: &browser::attribute(&link, "data-summary"),
            description: &browser::attribute(&link, "data-note"),
            made: browser::now(),
        };
        let name = ["quay-lai-", &day.iso(), ".ics"].concat();
        let held = file::hold_file(&link, &name, "text/calendar;charset=utf-8", &reminder.to_ics());
        browser::set_hidden(&link, !held);
    }
}

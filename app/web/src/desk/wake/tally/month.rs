//! What a month comes to, against the weeks before it.

use std::collections::BTreeMap;

use domain::Date;
use domain::tally::{Tally, monday_of, sum, weeks};

use super::super::rows;
use super::Book;
use crate::browser::{self, file};
use crate::desk::tally;

/// How many days before a month still stand beside it: four weeks.
const BEFORE: i32 = 28;

/// How many of the things that were missing are named.
const MOST: usize = 5;

impl Book {
    /// Shows the month before or after the one that is shown.
    pub(super) fn turn(&self, months: i32) {
        let first = first_of(self.month.get());
        // From the first of a month 31 days on lie in the next one, and a day before in the one before.
        let other = if months < 0 { first.plus_days(-1) } else { first.plus_days(31) };
        if first_of(other) <= self.today() {
            self.month.set(other);
            self.show();
        }
    }

    pub(super) fn show_month(&self) {
        let first = first_of(self.month.get());
        let next = first_of(first.plus_days(31));
        let days = self.days.borrow();
        let own: BTreeMap<Date, Tally> = days.range(first..next).map(|(day, tally)| (*day, tally.clone())).collect();
        let total = sum(own.values());
        let name = [&first.month().to_string(), "/", &first.year().to_string()].concat();
        browser::write(&self.main, "month", &name);
        let is_empty = total == Tally::default();
        browser::hide(&self.main, "[data-month] [data-none]", !is_empty);
        browser::hide(&self.main, "[data-some]", is_empty);
        browser::hide(&self.main, "[data-action=month-after]", next > self.today());
        browser::hide(&self.main, "[data-damaged]", self.damaged.get() == 0);
        browser::write(&self.main, "damaged", &self.damaged.get().to_string());
        browser::write(&self.main, "first-visit", &percent(&total));
        browser::write(&self.main, "month-enough", &total.enough.to_string());
        browser::write(&self.main, "month-sent-home", &total.sent_home.to_string());
        for (face, count) in ["glad", "fair", "sad"].into_iter().zip(total.faces) {
            browser::write(&self.main, face, &count.to_string());
        }
        // Whole weeks: each has one figure, whichever month's sheet it stands on.
        let weeks_near = monday_of(first.plus_days(-BEFORE))..monday_of(next.plus_days(-1)).plus_days(7);
        let near = days.range(weeks_near).map(|(day, tally)| (*day, tally.clone())).collect();
        self.show_weeks(&weeks(&near), first);
        self.show_most(&total);
        self.offer(&days);
    }

    fn show_weeks(&self, weeks: &[(Date, Tally)], first: Date) {
        let Some(list) = browser::find(&self.main, "[data-weeks]") else { return };
        rows::fill(&list, weeks, |row, (monday, week)| {
            // A week that ends in the month belongs to it.
            let is_before = monday.plus_days(6) < first;
            browser::set_attribute(row, "data-week", &monday.iso());
            browser::set_attribute(row, "data-is", if is_before { "before" } else { "own" });
            browser::hide(row, "[data-before]", !is_before);
            browser::write(row, "monday", &monday.dd_mm_yyyy());
            browser::write(row, "percent", &percent(week));
            if let Some(bar) = browser::find(row, "progress") {
                browser::set_attribute(&bar, "value", &week.first_visit().unwrap_or_default().to_string());
            }
        });
    }

    fn show_most(&self, total: &Tally) {
        let Some(list) = browser::find(&self.main, "[data-most]") else { return };
        rows::fill(&list, total.most_missed(MOST), |row, (what, times)| {
            browser::set_attribute(row, "data-what", what);
            browser::write(row, "what", &self.name(what));
            browser::write(row, "times", &times.to_string());
        });
    }

    /// What is called so in the tally, in words; its id when no release knows it any more.
    fn name(&self, what: &str) -> String {
        let buttons = browser::find_all(&self.main, "button[data-missing]");
        let own = buttons.iter().find(|button| browser::attribute(button, "data-missing") == what);
        own.map_or_else(|| what.to_owned(), |button| browser::attribute(button, "data-name"))
    }

    /// Lets the link hold all days.
    fn offer(&self, days: &BTreeMap<Date, Tally>) {
        let Some(link) = browser::find(&self.main, "[data-action=csv]") else { return };
        browser::set_hidden(&link, days.is_empty());
        let text = tally::csv(&browser::attribute(&self.main, "data-heading"), days, |what| self.name(what));
        file::hold_file(&link, "so-dem.csv", "text/csv;charset=utf-8", &text);
    }
}

fn first_of(day: Date) -> Date {
    day.plus_days(1 - i32::from(day.day()))
}

/// "80 %", with how many files that is of; a dash where nobody came.
fn percent(tally: &Tally) -> String {
    match tally.first_visit() {
        Some(percent) => {
            [&percent.to_string(), "% (", &tally.enough.to_string(), "/", &tally.files().to_string(), ")"].concat()
        }
        None => "–".to_owned(),
    }
}

//! Days as people read them: written into the leaves of a calendar and into sentences, with the page's own names for
//! the days of the week.

use domain::Date;

use crate::browser::{self, Element};

/// How the days of the week are called on this page, from Monday on.
#[derive(Debug, Default)]
pub(super) struct Weekdays(Vec<String>);

impl Weekdays {
    /// Takes them from the page.
    pub(super) fn of(main: &Element) -> Self {
        let days = browser::find_all(main, "[data-weekdays] li");
        Self(days.iter().map(|day| day.text_content().unwrap_or_default().trim().to_owned()).collect())
    }

    fn name(&self, day: Date) -> &str {
        self.0.get(day.weekday() as usize).map_or("", String::as_str)
    }

    /// A day within a sentence: name, then date.
    pub(super) fn spell(&self, day: Date) -> String {
        [self.name(day), ", ", &day.dd_mm_yyyy()].concat()
    }

    /// Writes a day into the leaf that is found below an element.
    pub(super) fn write(&self, within: &Element, day: Date) {
        let Some(leaf) = browser::find(within, "[data-leaf]") else { return };
        let date = day.dd_mm_yyyy();
        // Day, month and year are 2, 2 and at least 4 digits with a stroke between them.
        let (of_the_month, month) = date.split_at_checked(2).unwrap_or((&date, ""));
        let month = month.trim_start_matches('/');
        let write = |selector: &str, text: &str| {
            if let Some(element) = browser::find(&leaf, selector) {
                browser::set_text(&element, text);
            }
        };
        write("[data-weekday]", self.name(day));
        write("[data-day-of-month]", of_the_month);
        write("[data-count=month]", month);
    }
}

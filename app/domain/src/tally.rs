//! Whether it helps: how many files were complete at the first visit, which papers were missing, and what people say of it
//! themselves. Numbers of days, weeks and months; nobody in them can be told from anybody else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Date;

/// What somebody answers to "did you have to go home for more papers today?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Face {
    /// No.
    Glad,
    /// Once.
    Fair,
    /// More than once.
    Sad,
}

impl Face {
    /// In the order they stand in.
    pub const ALL: [Self; 3] = [Self::Glad, Self::Fair, Self::Sad];
}

/// One touch at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tap {
    /// A file that was complete at once.
    Enough,
    /// Somebody who has to come again.
    SentHome,
    /// What was missing in such a file: `procedure/requirement`, never a word that somebody typed.
    Missing(String),
    /// A face.
    Face(Face),
}

/// What was counted, on a day or over many.
///
/// ```
/// use domain::tally::{Tally, Tap};
///
/// let mut day = Tally::default();
/// for tap in [Tap::Enough, Tap::Enough, Tap::Enough, Tap::SentHome, Tap::Missing("khai-sinh/can-cuoc".into())] {
///     day.add(&tap);
/// }
/// assert_eq!(day.first_visit(), Some(75));
/// assert_eq!(day.most_missed(5), [("khai-sinh/can-cuoc", 1)]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Files that were complete at once.
    pub enough: u32,
    /// Files for which somebody has to come again.
    pub sent_home: u32,
    /// How often each thing was missing, by `procedure/requirement`.
    pub missing: BTreeMap<String, u32>,
    /// How often each [`Face`] was pressed, in their order.
    pub faces: [u32; 3],
}

impl Tally {
    /// Counts one touch.
    pub fn add(&mut self, tap: &Tap) {
        let count = self.count_of(tap);
        *count = count.saturating_add(1);
    }

    /// Takes one touch back; one that was never counted changes nothing.
    pub fn take_back(&mut self, tap: &Tap) {
        let count = self.count_of(tap);
        *count = count.saturating_sub(1);
        self.missing.retain(|_, count| *count > 0);
    }

    fn count_of(&mut self, tap: &Tap) -> &mut u32 {
        match tap {
            Tap::Enough => &mut self.enough,
            Tap::SentHome => &mut self.sent_home,
            Tap::Missing(what) => self.missing.entry(what.clone()).or_default(),
            Tap::Face(face) => &mut self.faces[*face as usize],
        }
    }

    /// Counts all of another one too.
    pub fn merge(&mut self, other: &Self) {
        self.enough = self.enough.saturating_add(other.enough);
        self.sent_home = self.sent_home.saturating_add(other.sent_home);
        for (what, count) in &other.missing {
            let own = self.missing.entry(what.clone()).or_default();
            *own = own.saturating_add(*count);
        }
        for (own, count) in self.faces.iter_mut().zip(other.faces) {
            *own = own.saturating_add(count);
        }
    }

    /// How many files.
    #[must_use]
    pub fn files(&self) -> u32 {
        self.enough.saturating_add(self.sent_home)
    }

    /// How many of a hundred files were complete at the first visit, rounded to the nearest; `None` without files. 100 means
    /// all of them and 0 none: nobody who was sent home is rounded away.
    #[must_use]
    pub fn first_visit(&self) -> Option<u32> {
        let files = u64::from(self.enough) + u64::from(self.sent_home);
        // At most 100.
        let nearest = || ((u64::from(self.enough) * 200 + files) / (files * 2)) as u32;
        let (least, most) = (u32::from(self.enough > 0), 100 - u32::from(self.sent_home > 0));
        (files > 0).then(|| nearest().clamp(least, most))
    }

    /// What was missing most, the most frequent first; among equals by name, so that two prints are alike.
    #[must_use]
    pub fn most_missed(&self, most: usize) -> Vec<(&str, u32)> {
        let mut all: Vec<_> = self.missing.iter().map(|(what, count)| (what.as_str(), *count)).collect();
        all.sort_by_key(|(what, count)| (std::cmp::Reverse(*count), *what));
        all.truncate(most);
        all
    }
}

/// All of these days together.
#[must_use]
pub fn sum<'a>(days: impl IntoIterator<Item = &'a Tally>) -> Tally {
    days.into_iter().fold(Tally::default(), |mut sum, day| {
        sum.merge(day);
        sum
    })
}

/// The Monday of the week that a day is in.
#[must_use]
pub fn monday_of(day: Date) -> Date {
    // The first of January 1970 was a Thursday.
    day.plus_days(-(day.days_since_epoch() + 3).rem_euclid(7))
}

/// Weeks by their Monday, from the first to the last that has a day here; those between are there even when nothing was
/// counted in them.
#[must_use]
pub fn weeks(days: &BTreeMap<Date, Tally>) -> Vec<(Date, Tally)> {
    let (Some(first), Some(last)) = (days.keys().next(), days.keys().next_back()) else { return Vec::new() };
    let (mut monday, last) = (monday_of(*first), monday_of(*last));
    let mut weeks = Vec::new();
    while monday <= last {
        let own = days.range(monday..monday.plus_days(7)).map(|(_, day)| day);
        weeks.push((monday, sum(own)));
        monday = monday.plus_days(7);
    }
    weeks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn tap() -> impl Strategy<Value = Tap> {
        prop_oneof![
            Just(Tap::Enough),
            Just(Tap::SentHome),
            "[a-c]/[a-c]".prop_map(Tap::Missing),
            (0..3_usize).prop_map(|face| Tap::Face(Face::ALL[face])),
        ]
    }

    fn tally(taps: &[Tap]) -> Tally {
        let mut tally = Tally::default();
        taps.iter().for_each(|tap| tally.add(tap));
        tally
    }

    #[test]
    fn success_is_rounded_to_the_nearest_and_unknown_without_files() {
        let of = |enough, sent_home| Tally { enough, sent_home, ..Tally::default() }.first_visit();
        assert_eq!(of(0, 0), None);
        assert_eq!((of(0, 4), of(4, 0)), (Some(0), Some(100)));
        assert_eq!((of(1, 2), of(2, 1), of(1, 7)), (Some(33), Some(67), Some(13)));
        assert_eq!((of(199, 1), of(1, 999)), (Some(99), Some(1)), "one is not none");
        assert_eq!(of(u32::MAX, u32::MAX), Some(50));
    }

    #[test]
    fn what_is_missed_most_comes_first() {
        let missing = |what: &str| Tap::Missing(what.into());
        let tally = tally(&[missing("b/x"), missing("a/x"), missing("c/x"), missing("c/x")]);
        assert_eq!(tally.most_missed(2), [("c/x", 2), ("a/x", 1)]);
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday_of(day("2026-11-23")), day("2026-11-23"));
        assert_eq!(monday_of(day("2026-11-29")), day("2026-11-23"));
        assert_eq!(monday_of(day("1969-12-31")), day("1969-12-29"));
    }

    #[test]
    fn a_week_in_which_nobody_came_is_a_week() {
        let one = tally(&[Tap::Enough]);
        let days = [("2026-11-02", &one), ("2026-11-08", &one), ("2026-11-16", &one)];
        let days: BTreeMap<_, _> = days.into_iter().map(|(text, tally)| (day(text), tally.clone())).collect();
        let weeks: Vec<_> = weeks(&days).into_iter().map(|(monday, week)| (monday.iso(), week.enough)).collect();
        assert_eq!(weeks, [("2026-11-02".into(), 2), ("2026-11-09".into(), 0), ("2026-11-16".into(), 1)]);
        assert_eq!(super::weeks(&BTreeMap::new()), []);
    }

    proptest! {
        #[test]
        fn what_is_taken_back_was_never_counted(before in prop::collection::vec(tap(), 0..20), last in tap()) {
            let counted = tally(&before);
            let mut again = counted.clone();
            again.add(&last);
            prop_assert_ne!(&again, &counted);
            again.take_back(&last);
            prop_assert_eq!(again, counted);
        }

        #[test]
        fn days_together_are_their_taps_together(one in prop::collection::vec(tap(), 0..20), two in prop::collection::vec(tap(), 0..20)) {
            let together = sum([&tally(&one), &tally(&two)]);
            prop_assert_eq!(&together, &tally(&[one, two].concat()));
            prop_assert!(together.first_visit().is_none_or(|percent| percent <= 100));
        }

        #[test]
        fn no_day_is_lost_in_weeks(days in prop::collection::btree_map(19_000..22_000_i32, prop::collection::vec(tap(), 0..5), 0..10)) {
            let days: BTreeMap<Date, Tally> = days
                .iter()
                .map(|(day, taps)| (Date::from_days_since_epoch(*day).expect("a day"), tally(taps)))
                .collect();
            let weeks = weeks(&days);
            prop_assert_eq!(sum(weeks.iter().map(|(_, week)| week)), sum(days.values()));
            prop_assert!(weeks.windows(2).all(|two| two[0].0.plus_days(7) == two[1].0));
        }
    }
}

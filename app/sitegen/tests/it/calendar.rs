//! The published calendars of days off, against what the texts say of them in other words.

use domain::calendar::{Date, is_working_day, working_days_after};
use domain::{Holidays, Site};

use crate::published::published;

fn site() -> Site {
    published().0.expect("the content is right")
}

fn calendars() -> Vec<Holidays> {
    site().holidays
}

fn date(text: &str) -> Date {
    text.parse().expect("a date in a test")
}

/// Every day from one to another, both included.
fn from_to(first: &str, last: &str) -> impl Iterator<Item = Date> {
    let last = date(last);
    std::iter::successors(Some(date(first)), |day| Some(day.plus_days(1))).take_while(move |day| *day <= last)
}

fn is_open(calendars: &[Holidays], day: Date) -> bool {
    is_working_day(calendars, day).expect("a published day")
}

#[test]
fn the_calendars_follow_each_other_without_gap_or_overlap() {
    let site = site();
    let mut calendars = site.holidays.clone();
    calendars.sort_by_key(|calendar| calendar.from);
    for pair in calendars.windows(2) {
        assert_eq!(pair[0].until.plus_days(1), pair[1].from);
    }
    for procedure in &site.procedures {
        assert!(calendars.iter().any(|calendar| calendar.covers(procedure.checked)), "{}", procedure.slug);
    }
}

#[test]
fn the_feasts_are_as_long_as_they_were_announced() {
    let calendars = calendars();
    for (first, last) in [
        // Four days of the new year, nine of Tet, five of National Day: the second of January and the last of August
        // are swapped for Saturdays.
        ("2026-01-01", "2026-01-04"),
        ("2026-02-14", "2026-02-22"),
        ("2026-04-25", "2026-04-27"),
        ("2026-04-30", "2026-05-03"),
        ("2026-08-29", "2026-09-02"),
        ("2026-11-24", "2026-11-24"),
        // In 2027 six feasts with their weekends, 22 days.
        ("2027-01-01", "2027-01-03"),
        ("2027-02-04", "2027-02-10"),
        ("2027-04-16", "2027-04-18"),
        ("2027-04-30", "2027-05-03"),
        ("2027-09-02", "2027-09-05"),
        ("2027-11-24", "2027-11-24"),
    ] {
        assert!(from_to(first, last).all(|day| !is_open(&calendars, day)), "{first} to {last}");
        assert!(is_open(&calendars, date(last).plus_days(1)), "open again after {last}");
        let before = date(first).plus_days(-1);
        assert!(!calendars.iter().any(|one| one.covers(before)) || is_open(&calendars, before), "open before {first}");
    }
    for worked in ["2026-01-10", "2026-08-22"] {
        assert!(is_open(&calendars, date(worked)), "{worked} is worked in exchange");
    }
}

#[test]
fn a_year_has_the_working_days_it_has() {
    let calendars = calendars();
    let open = |first, last| from_to(first, last).filter(|day| is_open(&calendars, *day)).count();
    // 261 weekdays each. 2026: two off for the new year, five for Tet, three in spring, three for National Day and
    // Culture Day; two Saturdays worked. 2027: one, five, three, two and one.
    assert_eq!(open("2026-01-01", "2026-12-31"), 261 - 14 + 2);
    assert_eq!(open("2027-01-01", "2027-12-31"), 261 - 12);
}

#[test]
fn a_file_handed_in_before_tet_is_ready_after_it() {
    let calendars = calendars();
    assert_eq!(working_days_after(&calendars, date("2027-02-03"), 1), Ok(date("2027-02-11")));
    assert_eq!(working_days_after(&calendars, date("2026-11-23"), 1), Ok(date("2026-11-25")));
    assert!(working_days_after(&calendars, date("2027-12-31"), 1).is_err(), "2028 is not published");
}

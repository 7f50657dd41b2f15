use proptest::prelude::*;

use super::*;
use crate::sample::date;

/// A year as it is published: a long feast, a Saturday worked in exchange, a day off in the middle of a week.
fn year_2026() -> Holidays {
    Holidays {
        from: date("2026-01-01"),
        until: date("2026-12-31"),
        days_off: ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-09-02"]
            .map(date)
            .to_vec(),
        worked: vec![date("2026-02-28")],
    }
}

fn year_2027() -> Holidays {
    Holidays {
        from: date("2027-01-01"),
        until: date("2027-12-31"),
        days_off: vec![date("2027-01-01")],
        worked: Vec::new(),
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    (FIRST..=LAST).prop_map(|days| Date { days })
}

#[test]
fn a_date_reads_and_writes_as_people_and_machines_do() {
    let date = Date::new(2026, 11, 23).expect("a day");
    assert_eq!(date.to_string(), "2026-11-23");
    assert_eq!(date.dd_mm_yyyy(), "23/11/2026");
    assert_eq!("2026-11-23".parse(), Ok(date));
    assert_eq!(format!("{date:>12}"), "  2026-11-23");
    assert_eq!(Date::MIN.to_string(), "0001-01-01");
    assert_eq!(Date::MAX.to_string(), "9999-12-31");
}

#[test]
fn the_calendar_knows_its_landmarks() {
    assert_eq!(Date::new(1970, 1, 1).map(Date::days_since_epoch), Ok(0));
    assert_eq!(Date::new(2000, 3, 1).map(Date::days_since_epoch), Ok(11_017));
    assert_eq!(Date::new(1, 1, 1), Ok(Date::MIN));
    assert_eq!(Date::new(9999, 12, 31), Ok(Date::MAX));
    assert_eq!(date("2026-11-23").weekday(), Weekday::Monday);
    assert_eq!(date("1945-09-02").weekday(), Weekday::Sunday);
}

#[test]
fn leap_days_exist_every_fourth_year_but_not_every_century() {
    for year in [4, 400, 2000, 2024, 2400] {
        assert!(Date::new(year, 2, 29).is_ok(), "{year}");
    }
    for year in [1, 100, 1900, 2023, 2026, 2100] {
        assert_eq!(Date::new(year, 2, 29), Err(DateError::NoSuchDay), "{year}");
    }
}

#[test]
fn every_day_of_four_centuries_has_one_name() {
    // The calendar repeats after 400 years; the day that goes wrong is one in a century.
    let mut day = date("1899-12-31");
    for _ in 0..146_097 {
        let next = day.plus_days(1);
        let follows = next.day() == day.day() + 1
            || (next.day() == 1 && next.month() == day.month() + 1)
            || (next.day() == 1 && next.month() == 1 && next.year() == day.year() + 1);
        assert!(follows, "{next} after {day}");
        assert_eq!(Date::new(next.year(), next.month(), next.day()), Ok(next));
        day = next;
    }
    assert_eq!(day, date("2299-12-31"));
}

#[test]
fn what_is_no_day_is_refused() {
    for (year, month, day) in [(2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31), (0, 1, 1)] {
        assert_eq!(Date::new(year, month, day), Err(DateError::NoSuchDay), "{year} {month} {day}");
    }
    assert_eq!(Date::new(-1, 1, 1), Err(DateError::NoSuchDay));
    assert_eq!(Date::new(10_000, 1, 1), Err(DateError::NoSuchDay));
    for days in [FIRST - 1, LAST + 1, i32::MIN, i32::MAX] {
        assert_eq!(Date::from_days_since_epoch(days), Err(DateError::NoSuchDay));
    }
}

#[test]
fn only_the_one_shape_of_text_is_a_date() {
    for text in
        ["", "2026-1-23", "2026-11-23 ", "23/11/2026", "2026-11-2x", "+026-11-23", "２０２６-11-23", "2026‑11‑23"]
    {
        assert_eq!(text.parse::<Date>(), Err(DateError::NotIso), "{text}");
    }
    assert_eq!("2026-02-30".parse::<Date>(), Err(DateError::NoSuchDay));
    assert_eq!("0000-01-01".parse::<Date>(), Err(DateError::NoSuchDay));
}

#[test]
fn dates_travel_as_one_small_integer_and_are_checked_on_arrival() {
    let bytes = postcard::to_allocvec(&date("2026-11-23")).expect("serialisable");
    assert_eq!(bytes.len(), 3);
    assert_eq!(postcard::from_bytes(&bytes), Ok(date("2026-11-23")));
    let bytes = postcard::to_allocvec(&i32::MAX).expect("serialisable");
    assert!(postcard::from_bytes::<Date>(&bytes).is_err());
}

#[test]
fn adding_days_stops_at_the_ends_of_the_calendar() {
    assert_eq!(Date::MAX.plus_days(1), Date::MAX);
    assert_eq!(Date::MIN.plus_days(i32::MIN), Date::MIN);
    assert_eq!(date("2026-11-23").plus_days(i32::MAX), Date::MAX);
}

#[test]
fn weekends_and_days_off_are_free_except_where_they_are_worked() {
    let year = year_2026();
    let open = |text: &str| year.is_working_day(date(text));
    assert_eq!(open("2026-02-13"), Ok(true), "a Friday");
    assert_eq!(open("2026-02-14"), Ok(false), "a Saturday");
    assert_eq!(open("2026-02-16"), Ok(false), "a day off");
    assert_eq!(open("2026-02-28"), Ok(true), "a Saturday worked in exchange");
    assert_eq!(open("2026-03-01"), Ok(false), "a Sunday");
}

#[test]
fn the_first_day_is_not_counted() {
    let year = year_2026();
    let after = |text: &str, count| year.working_days_after(date(text), count);
    assert_eq!(after("2026-11-23", 0), Ok(date("2026-11-23")));
    assert_eq!(after("2026-11-23", 1), Ok(date("2026-11-24")));
    assert_eq!(after("2026-11-20", 1), Ok(date("2026-11-23")), "over a weekend");
    assert_eq!(after("2026-02-13", 1), Ok(date("2026-02-23")), "over a feast");
    assert_eq!(after("2026-02-27", 1), Ok(date("2026-02-28")), "onto a worked Saturday");
}

#[test]
fn two_years_count_through() {
    let years = [year_2026(), year_2027()];
    let eve = date("2026-12-31");
    assert_eq!(working_days_after(&years, eve, 1), Ok(date("2027-01-04")));
    assert_eq!(working_days_before(&years, date("2027-01-04"), 1), Ok(eve));
    assert_eq!(years[0].working_days_after(eve, 1), Err(CalendarError::NotKnown(date("2027-01-01"))));
}

#[test]
fn nothing_is_guessed_about_days_no_calendar_speaks_for() {
    let year = year_2026();
    let phone = date("2015-01-01");
    assert_eq!(year.is_working_day(phone), Err(CalendarError::NotKnown(phone)));
    assert_eq!(year.working_days_after(phone, 3), Err(CalendarError::NotKnown(date("2015-01-02"))));
    assert_eq!(year.working_days_before(date("2026-01-01"), 1), Err(CalendarError::NotKnown(date("2025-12-31"))));
    assert_eq!(working_days_after(&[], date("2026-11-23"), 1), Err(CalendarError::NotKnown(date("2026-11-24"))));
}

#[test]
fn counting_ends_at_the_end_of_all_calendars() {
    let forever = Holidays { from: Date::MIN, until: Date::MAX, days_off: Vec::new(), worked: Vec::new() };
    assert_eq!(forever.working_days_after(Date::MAX, 1), Err(CalendarError::NotKnown(Date::MAX)));
    assert_eq!(forever.working_days_before(Date::MIN, 1), Err(CalendarError::NotKnown(Date::MIN)));
}

#[test]
fn after_three_o_clock_the_office_counts_from_the_next_working_day() {
    let years = [year_2026()];
    let from = |text: &str, handed_in| counting_from(&years, date(text), handed_in);
    assert_eq!(from("2026-11-23", HandedIn::By15), Ok(date("2026-11-23")));
    assert_eq!(from("2026-11-23", HandedIn::After15), Ok(date("2026-11-24")));
    assert_eq!(from("2026-11-20", HandedIn::After15), Ok(date("2026-11-23")));
    assert_eq!(from("2026-11-21", HandedIn::By15), Ok(date("2026-11-23")), "sent in on a Saturday");
    assert_eq!(from("2026-11-21", HandedIn::After15), Ok(date("2026-11-23")));
    assert_eq!(from("2015-01-01", HandedIn::By15), Err(CalendarError::NotKnown(date("2015-01-01"))));
}

#[test]
fn errors_say_what_was_wrong() {
    assert_eq!(DateError::NotIso.to_string(), "not a date of the form 2026-11-23");
    assert_eq!(DateError::NoSuchDay.to_string(), "no such day between 0001-01-01 and 9999-12-31");
    let error = CalendarError::NotKnown(date("2028-01-01"));
    assert_eq!(error.to_string(), "no calendar of days off covers 2028-01-01");
}

proptest! {
    #[test]
    fn every_day_has_one_name(date in any_date()) {
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Ok(date));
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        prop_assert_eq!(Date::from_days_since_epoch(date.days_since_epoch()), Ok(date));
    }

    #[test]
    fn days_follow_each_other(date in any_date()) {
        let next = date.plus_days(1);
        prop_assume!(next != date);
        prop_assert!(date < next && date.to_string() < next.to_string());
        prop_assert!(next.day() == date.day() + 1 || next.day() == 1);
        prop_assert_ne!(next.weekday(), date.weekday());
    }

    #[test]
    fn taking_days_away_undoes_adding_them(date in any_date(), days in -100_000..100_000i32) {
        let there = date.plus_days(days);
        prop_assume!(there != Date::MIN && there != Date::MAX);
        prop_assert_eq!(there.plus_days(-days), date);
    }

    #[test]
    fn counting_back_undoes_counting_on(day in 0..365i32, count in 0..150u16) {
        let years = [year_2026(), year_2027()];
        let date = date("2026-01-01").plus_days(day);
        prop_assume!(is_working_day(&years, date) == Ok(true));
        let end = working_days_after(&years, date, count).expect("within two years");
        prop_assert_eq!(is_working_day(&years, end), Ok(true));
        prop_assert_eq!(working_days_before(&years, end, count), Ok(date));
    }

    #[test]
    fn no_text_and_no_number_panics(text in ".{0,12}", year: i16, month: u8, day: u8, days: i32, more: i32) {
        let _ = text.parse::<Date>();
        let _ = Date::new(year, month, day);
        if let Ok(date) = Date::from_days_since_epoch(days) {
            let _ = date.plus_days(more);
        }
    }
}

//! Days, and counting them the way offices do.
//!
//! There is no clock here: *today* is an argument, and a telephone that believes it is 2015 is legal input. What lies
//! outside the published calendars of days off is refused, never guessed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

const FIRST: i32 = -719_162;
const LAST: i32 = 2_932_896;

/// A day of the Gregorian calendar, 0001-01-01 to 9999-12-31. Serialised as one integer, the days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Date {
    days: i32,
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weekday {
    /// Thứ hai.
    Monday,
    /// Thứ ba.
    Tuesday,
    /// Thứ tư.
    Wednesday,
    /// Thứ năm.
    Thursday,
    /// Thứ sáu.
    Friday,
    /// Thứ bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

impl Date {
    /// The earliest day, 0001-01-01.
    pub const MIN: Self = Self { days: FIRST };
    /// The latest day, 9999-12-31.
    pub const MAX: Self = Self { days: LAST };

    /// A day by year (1 to 9999), month (1 to 12) and day of the month.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] when the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Result<Self, DateError> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
            return Err(DateError::NoSuchDay);
        }
        Ok(Self { days: days_from_civil(i32::from(year), i32::from(month), i32::from(day)) })
    }

    /// A day by its distance from 1970-01-01.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] outside [`Date::MIN`] to [`Date::MAX`].
    pub fn from_days_since_epoch(days: i32) -> Result<Self, DateError> {
        if (FIRST..=LAST).contains(&days) { Ok(Self { days }) } else { Err(DateError::NoSuchDay) }
    }

    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub fn days_since_epoch(self) -> i32 {
        self.days
    }

    /// 1 to 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        self.civil().0
    }

    /// 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.civil().1
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.civil().2
    }

    /// Day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match (self.days + 3).rem_euclid(7) {
            0 => Weekday::Monday,
            1 => Weekday::Tuesday,
            2 => Weekday::Wednesday,
            3 => Weekday::Thursday,
            4 => Weekday::Friday,
            5 => Weekday::Saturday,
            _ => Weekday::Sunday,
        }
    }

    /// So many calendar days later, or earlier when negative; stops at [`Date::MIN`] and [`Date::MAX`].
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self { days: self.days.saturating_add(days).clamp(FIRST, LAST) }
    }

    /// As people here write it: `23/11/2026`.
    #[must_use]
    pub fn dd_mm_yyyy(self) -> String {
        let (year, month, day) = self.civil();
        let mut text = String::with_capacity(10);
        push_digits(&mut text, i32::from(day), 10);
        text.push('/');
        push_digits(&mut text, i32::from(month), 10);
        text.push('/');
        push_digits(&mut text, i32::from(year), 1000);
        text
    }

    /// As machines write it: `2026-11-23`.
    #[must_use]
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        let mut text = String::with_capacity(10);
        push_digits(&mut text, i32::from(year), 1000);
        text.push('-');
        push_digits(&mut text, i32::from(month), 10);
        text.push('-');
        push_digits(&mut text, i32::from(day), 10);
        text
    }

    /// Year, month and day, after Howard Hinnant's `civil_from_days`: years begin in March, so that the leap day is
    /// the last of the year.
    fn civil(self) -> (i16, u8, u8) {
        let days = self.days + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year as i16, month as u8, day as u8)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.iso())
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads `2026-11-23` and nothing else: four digits, two digits, two digits.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(DateError::NotIso) };
        let year = number(&[y1, y2, y3, y4])?;
        let month = number(&[m1, m2])?;
        let day = number(&[d1, d2])?;
        // Two digits always fit.
        Self::new(year, month as u8, day as u8)
    }
}

impl From<Date> for i32 {
    fn from(date: Date) -> Self {
        date.days
    }
}

impl TryFrom<i32> for Date {
    type Error = DateError;

    fn try_from(days: i32) -> Result<Self, DateError> {
        Self::from_days_since_epoch(days)
    }
}

/// Why something is not a [`Date`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// The calendar has no such day, or it lies outside the years 1 to 9999.
    NoSuchDay,
    /// The text is not of the shape `2026-11-23`.
    NotIso,
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchDay => "no such day between 0001-01-01 and 9999-12-31",
            Self::NotIso => "not a date of the form 2026-11-23",
        })
    }
}

impl std::error::Error for DateError {}

/// One published calendar of days off, usually of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holidays {
    /// First day it speaks for.
    pub from: Date,
    /// Last day it speaks for.
    pub until: Date,
    /// Days off besides Saturdays and Sundays.
    pub days_off: Vec<Date>,
    /// Saturdays or Sundays that are worked in exchange for a day off.
    pub worked: Vec<Date>,
}

impl Holidays {
    /// Whether this calendar speaks for a day.
    #[must_use]
    pub fn covers(&self, date: Date) -> bool {
        self.from <= date && date <= self.until
    }

    /// [`is_working_day`] with this calendar alone.
    ///
    /// # Errors
    /// As there.
    pub fn is_working_day(&self, date: Date) -> Result<bool, CalendarError> {
        is_working_day(std::slice::from_ref(self), date)
    }

    /// [`working_days_after`] with this calendar alone.
    ///
    /// # Errors
    /// As there.
    pub fn working_days_after(&self, date: Date, count: u16) -> Result<Date, CalendarError> {
        working_days_after(std::slice::from_ref(self), date, count)
    }

    /// [`working_days_before`] with this calendar alone.
    ///
    /// # Errors
    /// As there.
    pub fn working_days_before(&self, date: Date, count: u16) -> Result<Date, CalendarError> {
        working_days_before(std::slice::from_ref(self), date, count)
    }
}

/// Whether offices are open: Monday to Friday without days off, and weekend days worked in exchange. Where two
/// calendars speak for the same day the first one decides.
///
/// # Errors
/// [`CalendarError::NotKnown`] when no calendar speaks for the day.
pub fn is_working_day(calendars: &[Holidays], date: Date) -> Result<bool, CalendarError> {
    let calendar = calendars.iter().find(|calendar| calendar.covers(date)).ok_or(CalendarError::NotKnown(date))?;
    let weekend = matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday);
    let is_off = calendar.days_off.contains(&date) && !cfg!(feature = "fault-work-on-days-off");
    Ok(if weekend { calendar.worked.contains(&date) } else { !is_off })
}

/// The last of so many working days. The first day is not counted (Bộ luật Dân sự 2015, Điều 147), so that one day
/// after a Friday is the Monday; none leaves the date as it is.
///
/// # Errors
/// [`CalendarError::NotKnown`] with the first day on the way that no calendar speaks for.
pub fn working_days_after(calendars: &[Holidays], date: Date, count: u16) -> Result<Date, CalendarError> {
    let count = if cfg!(feature = "fault-count-first-day") { count.saturating_sub(1) } else { count };
    count_working_days(calendars, date, count, 1)
}

/// The way back of [`working_days_after`]: the latest day from which so many working days end on `date`.
///
/// # Errors
/// [`CalendarError::NotKnown`] with the first day on the way that no calendar speaks for.
pub fn working_days_before(calendars: &[Holidays], date: Date, count: u16) -> Result<Date, CalendarError> {
    count_working_days(calendars, date, count, -1)
}

/// That day, or the next working day after it when nobody works then: where a term of calendar days ends whose last day
/// is a day off (Bộ luật Dân sự 2015, Điều 148 khoản 5).
///
/// # Errors
/// [`CalendarError::NotKnown`] with the first day on the way that no calendar speaks for.
pub fn working_day_from(calendars: &[Holidays], date: Date) -> Result<Date, CalendarError> {
    if is_working_day(calendars, date)? { Ok(date) } else { working_days_after(calendars, date, 1) }
}

fn count_working_days(calendars: &[Holidays], date: Date, count: u16, step: i32) -> Result<Date, CalendarError> {
    let mut day = date;
    let mut left = count;
    while left > 0 {
        let next = day.plus_days(step);
        // `plus_days` stands still at the ends of the calendar, which would never let the loop end.
        if next == day {
            return Err(CalendarError::NotKnown(day));
        }
        day = next;
        left -= u16::from(is_working_day(calendars, day)?);
    }
    Ok(day)
}

/// When during the day a file was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedIn {
    /// Until 15:00.
    By15,
    /// After 15:00: it moves on at the start of the next working day.
    After15,
}

/// The day an office counts from, which for what is done "the same day" is also the day to come back: the day of
/// receipt or, after 15:00, the next working day (Nghị định 118/2025/NĐ-CP, Điều 18 khoản 2, as amended by Nghị định
/// 309/2026/NĐ-CP, Điều 9). A day on which nobody works counts as the next working day.
///
/// # Errors
/// [`CalendarError::NotKnown`] with the first day on the way that no calendar speaks for.
pub fn counting_from(calendars: &[Holidays], date: Date, handed_in: HandedIn) -> Result<Date, CalendarError> {
    match handed_in {
        HandedIn::By15 => working_day_from(calendars, date),
        HandedIn::After15 => working_days_after(calendars, date, 1),
    }
}

/// Why working days could not be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarError {
    /// No calendar of days off speaks for this day.
    NotKnown(Date),
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotKnown(date) => {
                f.write_str("no calendar of days off covers ")?;
                f.write_str(&date.iso())
            }
        }
    }
}

impl std::error::Error for CalendarError {}

fn days_in_month(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01, the way back of [`Date::civil`].
fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn push_digits(text: &mut String, value: i32, highest: i32) {
    let mut place = highest;
    while place > 0 {
        // One decimal digit, 0 to 9.
        text.push(char::from(b'0' + (value / place % 10) as u8));
        place /= 10;
    }
}

fn number(digits: &[u8]) -> Result<i16, DateError> {
    digits.iter().try_fold(0, |so_far: i16, digit| {
        if digit.is_ascii_digit() { Ok(so_far * 10 + i16::from(digit - b'0')) } else { Err(DateError::NotIso) }
    })
}

#[cfg(test)]
mod tests;

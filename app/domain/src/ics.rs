//! One day as a calendar file (iCalendar, RFC 5545), so that the telephone or computer of somebody who helps reminds
//! them of it. Nobody is named in it: the words are the page's, the id is chance.

use crate::calendar::Date;

/// No line is longer, in bytes without its end (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// A day to be reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder<'a> {
    /// Unique in the world and made by chance, so that it tells nothing about anybody (RFC 7986, 5.3).
    pub id: &'a str,
    /// Which day.
    pub day: Date,
    /// What it is about, in a line.
    pub summary: &'a str,
    /// What else is to be known; left out when empty.
    pub description: &'a str,
    /// When the file was made, in milliseconds since 1970 (UTC).
    pub made: u64,
}

impl Reminder<'_> {
    /// The file's text: one event that takes the whole day and blocks no time, with a reminder the day before at nine.
    ///
    /// Any words may be in it: what has a meaning in such files is escaped (3.3.11), control characters are left out,
    /// and lines are folded between letters, never within one (3.1).
    #[must_use]
    pub fn to_ics(&self) -> String {
        let mut file = String::new();
        line(&mut file, "BEGIN:VCALENDAR");
        line(&mut file, "VERSION:2.0");
        line(&mut file, "PRODID:-//Du Giay To//come back//VI");
        line(&mut file, "CALSCALE:GREGORIAN");
        line(&mut file, "BEGIN:VEVENT");
        line(&mut file, &["UID:", &text(self.id)].concat());
        line(&mut file, &["DTSTAMP:", &moment(self.made)].concat());
        line(&mut file, &["DTSTART;VALUE=DATE:", &basic(self.day)].concat());
        // The end is not part of the event (3.6.1).
        line(&mut file, &["DTEND;VALUE=DATE:", &basic(self.day.plus_days(1))].concat());
        line(&mut file, "TRANSP:TRANSPARENT");
        line(&mut file, &["SUMMARY:", &text(self.summary)].concat());
        if !self.description.is_empty() {
            line(&mut file, &["DESCRIPTION:", &text(self.description)].concat());
        }
        line(&mut file, "BEGIN:VALARM");
        line(&mut file, "ACTION:DISPLAY");
        line(&mut file, &["DESCRIPTION:", &text(self.summary)].concat());
        // A whole day begins at midnight; a full day before that would ring at midnight too.
        line(&mut file, "TRIGGER:-PT15H");
        line(&mut file, "END:VALARM");
        line(&mut file, "END:VEVENT");
        line(&mut file, "END:VCALENDAR");
        file
    }
}

/// Adds a line and its end, folded where it is too long: what goes on begins with a space, which counts.
fn line(file: &mut String, content: &str) {
    let mut length = 0;
    for letter in content.chars() {
        if length + letter.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(letter);
        length += letter.len_utf8();
    }
    file.push_str("\r\n");
}

/// Words as a value of the type TEXT (3.3.11).
fn text(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(letter),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A day as `20261124` (3.3.4).
fn basic(day: Date) -> String {
    day.iso().replace('-', "")
}

/// A moment in UTC as `20261123T082700Z` (3.3.5).
fn moment(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    let day = i32::try_from(seconds / 86_400).ok().and_then(|days| Date::from_days_since_epoch(days).ok());
    let mut moment = basic(day.unwrap_or(Date::MAX));
    let of_the_day = seconds % 86_400;
    moment.push('T');
    for part in [of_the_day / 3600, of_the_day / 60 % 60, of_the_day % 60] {
        // Two decimal digits, 00 to 59.
        moment.extend([part / 10, part % 10].map(|digit| char::from(b'0' + digit as u8)));
    }
    moment.push('Z');
    moment
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_LINE, Reminder, basic, moment};
    use crate::calendar::Date;

    fn reminder<'a>(summary: &'a str, description: &'a str) -> Reminder<'a> {
        Reminder {
            id: "k3v9-0a@du-giay-to",
            day: Date::new(2026, 11, 30).expect("a day"),
            summary,
            description,
            made: 1_795_422_420_000,
        }
    }

    /// Reads a file as calendars do: unfolds it, then takes the value of a line.
    fn value(file: &str, name: &str) -> String {
        let unfolded = file.replace("\r\n ", "");
        let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_else(|| panic!("no {name} in {file}")).to_owned()
    }

    #[test]
    fn a_day_becomes_a_file() {
        let file = reminder("Đi lấy giấy", "").to_ics();
        let expected = "BEGIN:VCALENDAR\r\n\
            VERSION:2.0\r\n\
            PRODID:-//Du Giay To//come back//VI\r\n\
            CALSCALE:GREGORIAN\r\n\
            BEGIN:VEVENT\r\n\
            UID:k3v9-0a@du-giay-to\r\n\
            DTSTAMP:20261123T082700Z\r\n\
            DTSTART;VALUE=DATE:20261130\r\n\
            DTEND;VALUE=DATE:20261201\r\n\
            TRANSP:TRANSPARENT\r\n\
            SUMMARY:Đi lấy giấy\r\n\
            BEGIN:VALARM\r\n\
            ACTION:DISPLAY\r\n\
            DESCRIPTION:Đi lấy giấy\r\n\
            TRIGGER:-PT15H\r\n\
            END:VALARM\r\n\
            END:VEVENT\r\n\
            END:VCALENDAR\r\n";
        assert_eq!(file, expected);
    }

    #[test]
    fn what_means_something_in_such_files_is_escaped() {
        let file = reminder("a;b,c\\d", "một\r\nhai\nba\rbốn\u{7}\tnăm: \"sáu\"").to_ics();
        assert_eq!(value(&file, "SUMMARY"), "a\\;b\\,c\\\\d");
        assert_eq!(value(&file, "DESCRIPTION"), "một\\nhai\\nba\\nbốn\tnăm: \"sáu\"");
    }

    #[test]
    fn nobody_can_smuggle_in_a_line() {
        let file = reminder("x\r\nBEGIN:VALARM", "y\nEND:VCALENDAR").to_ics();
        assert_eq!(file.matches("\r\nBEGIN:VALARM\r\n").count(), 1);
        assert_eq!(file.matches("\r\nEND:VCALENDAR\r\n").count(), 1);
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        // Letters of one, two, three and four bytes, so that the fold falls within each of them once.
        for letters in ["a", "đ", "ế", "𝄞", "aế", "đế"] {
            for before in 0..8 {
                let words = format!("{}{}", "x".repeat(before), letters.repeat(120));
                let file = reminder(&words, "").to_ics();
                assert!(file.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{file}");
                assert!(!file.contains('\n') || !file.replace("\r\n", "").contains(['\r', '\n']), "{file}");
                assert_eq!(value(&file, "SUMMARY"), words);
            }
        }
    }

    #[test]
    fn a_line_of_just_the_length_is_not_folded() {
        let words = "x".repeat(LONGEST_LINE - "SUMMARY:".len());
        let file = reminder(&words, "").to_ics();
        assert!(file.contains(&format!("SUMMARY:{words}\r\n")));
        assert!(reminder(&format!("{words}x"), "").to_ics().contains(&format!("SUMMARY:{words}\r\n x\r\n")));
    }

    #[test]
    fn moments_are_utc() {
        assert_eq!(moment(0), "19700101T000000Z");
        assert_eq!(moment(86_399_999), "19700101T235959Z");
        assert_eq!(moment(1_709_164_800_000), "20240229T000000Z");
        assert_eq!(moment(u64::MAX).get(..9), Some("99991231T"), "a clock gone wild breaks nothing");
    }

    #[test]
    fn days_are_digits() {
        assert_eq!(basic(Date::new(2027, 2, 5).expect("a day")), "20270205");
        assert_eq!(basic(Date::MIN), "00010101");
    }
}

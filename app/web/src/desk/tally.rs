//! A day's tally as it is kept, and all days as a table for a spreadsheet.

use std::collections::BTreeMap;

use domain::Date;
use domain::tally::Tally;

/// The key of a day begins so; the day follows as `YYYY-MM-DD`.
pub const KEY: &str = "day-";

/// The form of the bytes. A later one gets the next number, and this one is still read.
const VERSION: u8 = 1;

/// The bytes that are kept.
#[must_use]
pub fn to_bytes(tally: &Tally) -> Vec<u8> {
    postcard::to_extend(tally, vec![VERSION]).unwrap_or_default()
}

/// Reads what was kept; `None` for anything else, and for more than that.
#[must_use]
pub fn from_bytes(bytes: &[u8]) -> Option<Tally> {
    match bytes.split_first()? {
        (&VERSION, rest) => {
            let (tally, more) = postcard::take_from_bytes(rest).ok()?;
            more.is_empty().then_some(tally)
        }
        _ => None,
    }
}

/// Where a day is kept. What lies at one place and cannot be read stays there, and the day is counted on at the next.
#[must_use]
pub fn key_of(day: Date, place: u32) -> String {
    match place {
        0 => [KEY, &day.iso()].concat(),
        _ => [KEY, &day.iso(), "/", &place.to_string()].concat(),
    }
}

/// The day of a key; `None` for keys of other things.
#[must_use]
pub fn day_of(key: &str) -> Option<Date> {
    let day = key.strip_prefix(KEY)?;
    day.split_once('/').map_or(day, |(day, _)| day).parse().ok()
}

/// The days as comma-separated values (RFC 4180), under this heading. `name` says what a missing thing is called.
///
/// The mark at the beginning is what spreadsheets know UTF-8 by. No cell begins with a sign that they would run: names of
/// things are content, and everything else is a number or a day.
#[must_use]
pub fn csv(heading: &str, days: &BTreeMap<Date, Tally>, name: impl Fn(&str) -> String) -> String {
    let mut text = ["\u{feff}", heading, "\r\n"].concat();
    for (day, tally) in days {
        let [glad, fair, sad] = tally.faces;
        let numbers = [tally.enough, tally.sent_home, glad, fair, sad].map(|number| number.to_string());
        let missing = tally.most_missed(usize::MAX).into_iter();
        let missing: Vec<_> = missing.map(|(what, count)| [&name(what), " ", &count.to_string()].concat()).collect();
        let missing = missing.join("; ").replace('"', "\"\"");
        text.push_str(&[&day.iso(), ",", &numbers.join(","), ",\"", &missing, "\"\r\n"].concat());
    }
    text
}

#[cfg(test)]
mod tests {
    use domain::tally::Tap;

    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let mut tally = Tally::default();
        tally.add(&Tap::Missing("khai-sinh/can-cuoc".into()));
        assert_eq!(from_bytes(&[to_bytes(&tally), vec![0]].concat()), None);
        assert_eq!(from_bytes(&to_bytes(&tally)), Some(tally));
        assert_eq!(from_bytes(&[]), None);
        assert_eq!(from_bytes(&[2, 0, 0]), None);
        assert_eq!(from_bytes(&[VERSION, 255]), None);
        let day: Date = "2026-11-24".parse().expect("a day");
        assert_eq!([0, 1].map(|place| key_of(day, place)), ["day-2026-11-24", "day-2026-11-24/1"]);
        assert_eq!([0, 1].map(|place| day_of(&key_of(day, place))), [Some(day); 2]);
        assert_eq!(day_of("settings").or(day_of("day-")).or(day_of("day-2026-02-30")), None);
    }

    #[test]
    fn a_day_is_a_row() {
        let mut tally = Tally::default();
        let missing = ["a/x", "a/x", "a/y"].map(|what| Tap::Missing(what.into()));
        [Tap::Enough, Tap::SentHome].iter().chain(&missing).for_each(|tap| tally.add(tap));
        let days = [("2026-11-24".parse().expect("a day"), tally)].into();
        let text = csv("day,…", &days, |what| format!("\"{what}\""));
        assert_eq!(text, "\u{feff}day,…\r\n2026-11-24,1,1,0,0,0,\"\"\"a/x\"\" 2; \"\"a/y\"\" 1\"\r\n");
    }
}

//! Days: that they exist, and that what begins does not end before.
//!
//! Found by looking at every value, not field by field, so that the next field with a day cannot be forgotten.

use domain::Date;
use domain::calendar::Weekday;
use serde_json::{Map, Value};

use crate::compile;
use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{Day, Holidays};
use crate::source::Place;

/// Keys of which the first must not be later than the second.
const ORDERED: [(&str, &str); 2] = [("from", "until"), ("checked", "review_by")];

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    draft.procedures.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, problems));
    draft.communes.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, problems));
    draft.notices.iter().for_each(|parsed| look(parsed, &Place::root(), &parsed.json, problems));
    for parsed in &draft.holidays {
        look(parsed, &Place::root(), &parsed.json, problems);
        within_year(parsed, problems);
    }
}

fn look<T>(parsed: &Parsed<T>, place: &Place, value: &Value, problems: &mut Vec<Problem>) {
    match value {
        Value::String(text) if looks_like_day(text) && text.parse::<Date>().is_err() => {
            problems.push(parsed.problem(
                ProblemKind::NotADay,
                place,
                Explanation {
                    message: format!("lịch không có ngày {text}"),
                    expected: "cần một ngày có thật".to_owned(),
                    advice: "xem lại tháng đó có bao nhiêu ngày; viết năm-tháng-ngày, ví dụ `2026-11-23`".to_owned(),
                },
            ));
        }
        Value::Array(values) => {
            for (position, value) in values.iter().enumerate() {
                look(parsed, &place.at(position), value, problems);
            }
        }
        Value::Object(table) => {
            in_order(parsed, place, table, problems);
            for (key, value) in table {
                look(parsed, &place.key(key), value, problems);
            }
        }
        _ => {}
    }
}

fn looks_like_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
}

fn in_order<T>(parsed: &Parsed<T>, place: &Place, table: &Map<String, Value>, problems: &mut Vec<Problem>) {
    for (first, last) in ORDERED {
        let day = |key: &str| table.get(key)?.as_str()?.parse::<Date>().ok();
        if let (Some(from), Some(until)) = (day(first), day(last))
            && from > until
        {
            problems.push(parsed.problem(
                ProblemKind::DaysReversed,
                &place.key(last),
                Explanation {
                    message: format!("`{last}` ({}) trước `{first}` ({})", until.dd_mm_yyyy(), from.dd_mm_yyyy()),
                    expected: format!("không được trước {}", from.dd_mm_yyyy()),
                    advice: format!("đổi chỗ hai ngày, hoặc sửa năm ở `{last}`"),
                },
            ));
        }
    }
}

fn within_year(parsed: &Parsed<Holidays>, problems: &mut Vec<Problem>) {
    let year = &parsed.data;
    let (Some(from), Some(until)) = (compile::date(&year.from), compile::date(&year.until)) else { return };
    let outside = |day: Date| {
        (day < from || day > until).then(|| format!("cần từ {} đến {}", from.dd_mm_yyyy(), until.dd_mm_yyyy()))
    };
    let not_worked = |day: Date| {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        outside(day).or((!is_weekend).then(|| "làm bù chỉ vào thứ bảy hoặc chủ nhật".to_owned()))
    };
    let mut seen = Vec::new();
    for (text, (days_off, worked, _)) in year.by_text().enumerate() {
        // The first text stands at the top of the file, the others below `also`.
        let place = text.checked_sub(1).map_or_else(Place::root, |more| Place::root().key("also").at(more));
        listed(parsed, &place.key("days_off"), days_off, &mut seen, outside, problems);
        listed(parsed, &place.key("worked"), worked, &mut seen, not_worked, problems);
    }
}

/// Reports the days of one list that cannot be in it, or that another text has already; `is_wrong` says what is needed
/// instead.
fn listed(
    parsed: &Parsed<Holidays>,
    place: &Place,
    days: &[Day],
    seen: &mut Vec<Date>,
    is_wrong: impl Fn(Date) -> Option<String>,
    problems: &mut Vec<Problem>,
) {
    for (position, day) in days.iter().enumerate() {
        let Some(date) = compile::date(day) else { continue };
        let twice = seen.contains(&date).then(|| "mỗi ngày chỉ ghi một lần trong tệp".to_owned());
        seen.push(date);
        if let Some(expected) = is_wrong(date).or(twice) {
            problems.push(parsed.problem(
                ProblemKind::DayOutside,
                &place.at(position),
                Explanation {
                    message: format!("ngày {day} không thể ở trong `{}`", place.last()),
                    expected,
                    advice: "sửa ngày, bỏ ngày ghi lặp, hoặc chuyển sang tệp của năm đó".to_owned(),
                },
            ));
        }
    }
}

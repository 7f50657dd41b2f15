//! From the file format to [`domain`]: every sentence gets its stable id here, every name becomes what it refers to.
//!
//! Nothing is reported here: what cannot be resolved makes the result `None`, and [`crate::check`] has said why.

use std::collections::BTreeMap;

use domain::{Date, Words};

use crate::content::{Draft, Parsed};
use crate::schema;

mod condition;
mod document;
mod office;
mod procedure;
mod requirement;
mod term;
mod vocabulary;

pub(crate) use office::commune;
pub(crate) use procedure::procedure;
pub(crate) use requirement::group;

/// The whole site. `None` when something is missing or cannot be resolved.
pub(crate) fn site(draft: &Draft) -> Option<domain::Site> {
    let site = &draft.site.as_ref()?.data;
    let documents = documents(draft);
    let mut procedures =
        draft.procedures.iter().map(|parsed| procedure(parsed, &documents)).collect::<Option<Vec<_>>>()?;
    procedures.sort_by_key(|procedure| procedure.number);
    Some(domain::Site {
        host: site.host.clone(),
        report: Words::new("site.report", &site.report),
        report_phone: site.report_phone.clone(),
        report_email: site.report_email.clone(),
        commune: commune(draft.default_commune()?)?,
        events: draft.events.as_ref()?.data.events.iter().map(event).collect(),
        procedures,
        documents,
        asked_for: site.asked_for.clone(),
        notices: draft.notices.iter().map(notice).collect::<Option<_>>()?,
        holidays: draft.holidays.iter().map(holidays).collect::<Option<_>>()?,
        messages: messages("ui", draft.messages.as_ref()?),
        desk: messages("desk", draft.for_clerks.as_ref()?),
        said: messages("said", draft.from_clerks.as_ref()?),
        numbers: numbers(&draft.lock.as_ref()?.data),
    })
}

/// All documents that could be read, by id.
pub(crate) fn documents(draft: &Draft) -> BTreeMap<String, domain::Document> {
    draft.documents.iter().map(|parsed| (parsed.id.clone(), document::document(parsed))).collect()
}

/// A day; `None` when the calendar has no such day.
pub(crate) fn date(day: &schema::Day) -> Option<Date> {
    day.0.parse().ok()
}

/// A day that may be left out. The outer `None` is a day that the calendar does not have.
fn date_or_none(day: Option<&schema::Day>) -> Option<Option<Date>> {
    day.map_or(Some(None), |day| date(day).map(Some))
}

/// A sentence that may be left out.
fn words_or_none(id: String, text: Option<&String>) -> Option<Words> {
    text.map(|text| Words::new(id, text))
}

/// Sentences in their order, each under its own key.
fn sentences(prefix: &str, strings: &schema::Strings) -> Vec<Words> {
    strings.0.iter().map(|(key, text)| Words::new(format!("{prefix}.{key}"), text)).collect()
}

/// Requirement numbers by procedure number, as the lock file froze them: also of what is gone, because a list's
/// number says how many there were when it was made.
fn numbers(lock: &schema::Lock) -> BTreeMap<u16, BTreeMap<u8, bool>> {
    let of_one = |locked: &schema::LockedProcedure| {
        locked.requirements.0.values().map(|requirement| (requirement.number, requirement.always)).collect()
    };
    lock.procedures.values().map(|locked| (locked.number, of_one(locked))).collect()
}

fn event(event: &schema::Event) -> domain::site::Event {
    domain::site::Event {
        id: event.id.clone(),
        words: Words::new(format!("event.{}", event.id), &event.words),
        picture: event.picture.clone(),
    }
}

/// An urgent notice. `None` when the calendar does not have its days.
pub(crate) fn notice(parsed: &Parsed<schema::Notice>) -> Option<domain::site::Notice> {
    let notice = &parsed.data;
    let for_all = notice.procedures.iter().any(|slug| slug == schema::ALL_PROCEDURES);
    Some(domain::site::Notice {
        id: parsed.id.clone(),
        procedures: if for_all { Vec::new() } else { notice.procedures.clone() },
        from: date(&notice.from)?,
        until: date(&notice.until)?,
        words: Words::new(format!("notice.{}", parsed.id), &notice.words),
        stops_the_list: notice.kind == schema::NoticeKind::StopTheList,
    })
}

fn holidays(parsed: &Parsed<schema::Holidays>) -> Option<domain::Holidays> {
    let year = &parsed.data;
    let mut days_off = year.by_text().flat_map(|(days, _, _)| days).map(date).collect::<Option<Vec<_>>>()?;
    let mut worked = year.by_text().flat_map(|(_, days, _)| days).map(date).collect::<Option<Vec<_>>>()?;
    days_off.sort();
    worked.sort();
    Some(domain::Holidays { from: date(&year.from)?, until: date(&year.until)?, days_off, worked })
}

/// Words by key, each under an id that begins so.
fn messages(prefix: &str, parsed: &Parsed<schema::Messages>) -> BTreeMap<String, Words> {
    let words = |(key, text): (&String, &String)| (key.clone(), Words::new(format!("{prefix}.{key}"), text));
    parsed.data.0.iter().map(words).collect()
}

//! The list that this phone keeps of this procedure: found when the page wakes, written whenever it changes.
//!
//! What a hand has done meanwhile wins over what is found. A list whose procedure is sensitive is written only when
//! somebody asks for it, and an answer that is sensitive never: then the list itself is kept, without answers.

use domain::list_number::{self, ListNumber};
use domain::{Answers, Rules};
use leptos::prelude::*;
use store::{ItemState, NewList, Record, RecordError, Stage};

use super::asked;
use super::elements::Elements;
use super::step::Step;
use super::{Keeping, Live};
use crate::browser::{self, Element};
use crate::wake::kept::{self, Kept};
use crate::wake::listed;
use crate::wake::{ASKED, carried};

/// What the page knows of what is kept.
#[derive(Debug, Default)]
pub(super) struct Memory {
    kept: Option<Kept>,
    /// As it was last read or written here; another tab may know more.
    record: Option<Record>,
    slug: String,
    /// The day the content was made from, as the list's version of it.
    content: String,
    /// Whether the procedure itself is.
    sensitive: bool,
    /// Whether somebody else is helped: then nothing is kept unless somebody asks for it, and what is kept is another
    /// family's.
    helping: bool,
}

impl Memory {
    pub(super) fn new(main: &Element) -> Self {
        Self {
            slug: browser::attribute(main, "data-procedure"),
            content: browser::attribute(main, "data-made"),
            sensitive: main.has_attribute("data-sensitive"),
            helping: browser::root().is_some_and(|root| browser::attribute(&root, "data-helper") == "yes"),
            ..Self::default()
        }
    }

    /// Whether changes are written: not those of a sensitive list, or of somebody who is helped, that nobody asked to keep.
    fn is_written(&self) -> bool {
        !(self.sensitive || self.helping) || self.record.as_ref().is_some_and(Record::is_kept)
    }
}

/// Opens the database and shows what it has; gives back where this page keeps things.
pub(super) async fn begin(live: Live, elements: &Elements) -> Keeping {
    let kept = Kept::open().await;
    // Who is helped begins with nothing; a list that is kept is opened by its own link.
    let is_new = live.memory.with_value(|memory| memory.helping) && browser::fragment().is_empty();
    let found = if is_new { None } else { read(live, &kept).await };
    live.memory.update_value(|memory| {
        memory.kept = Some(kept.clone());
        memory.record.clone_from(&found);
    });
    let answered = !live.answers.read_untracked().is_empty();
    let ticked_before = ticked(live);
    if let Some(record) = &found {
        show(live, elements, record, &ticked_before, answered);
    }
    let fragment = browser::fragment();
    take_number(live, elements, &fragment);
    asked::take(live, elements, &fragment);
    if [kept::LIST, ASKED].iter().any(|name| carried(&fragment, name).next().is_some()) {
        browser::replace_with(&live.rules.with_value(|rules| Step::List.fragment(rules)));
    }
    // What was done before the database was open is written now.
    if answered {
        answers(live, elements);
    }
    for position in ticked_before {
        // A number in the address may have taken it back.
        let ticked = live.ticks.read_untracked().get(position).copied().unwrap_or(false);
        tick(live, elements, position, ticked);
    }
    asked::show(live, elements).await;
    live.step.set(live.step_of_address());
    kept.keeping()
}

/// Shows what another tab has changed meanwhile.
pub(super) async fn refresh(live: Live, elements: &Elements) {
    let kept = live.memory.with_value(|memory| memory.kept.clone());
    let Some(kept) = kept else { return };
    if live.memory.with_value(|memory| memory.helping && memory.record.is_none()) {
        return;
    }
    let Some(record) = read(live, &kept).await else { return };
    let newer = live.memory.try_update_value(|memory| {
        let newer = memory.record.as_ref() != Some(&record);
        memory.record = Some(record.clone());
        newer
    });
    if newer == Some(true) {
        show(live, elements, &record, &[], false);
        asked::show(live, elements).await;
        live.step.set(live.step_of_address());
    }
}

/// The list of this procedure that is not done with. What cannot be read is left where it is.
async fn read(live: Live, kept: &Kept) -> Option<Record> {
    let procedure = live.rules.with_value(|rules| rules.procedure);
    let record = kept.list_of(procedure).await?;
    (!matches!(record.stage(), Stage::Collected { .. })).then_some(record)
}

/// Shows a list. What was ticked or answered by hand meanwhile stays as it is.
fn show(live: Live, elements: &Elements, record: &Record, ticked: &[usize], answered: bool) {
    live.rules.with_value(|rules| {
        if !answered {
            let number = record.is_the_list().then(|| listed::number(record, rules));
            let answers = listed::answers(record, rules);
            elements.choose_all(&answers);
            live.number.set(number);
            live.answers.set(answers);
        }
        live.ticks.update(|ticks| {
            for (position, (tick, rule)) in ticks.iter_mut().zip(&rules.requirements).enumerate() {
                if !ticked.contains(&position) {
                    *tick = record.item(&rule.id) == Some(ItemState::Have);
                }
            }
            for (item, tick) in elements.items.iter().zip(ticks) {
                item.tick(*tick);
            }
        });
    });
}

/// Takes over the list whose digits the address carries (`#k-123456789012`), and keeps it. When papers come back with it
/// that a clerk asked for, it is the list that they join: one that is known here is not begun anew.
pub(super) fn take_number(live: Live, elements: &Elements, fragment: &str) {
    let Some(digits) = carried(fragment, "k-").next() else { return };
    let is_known = live.memory.with_value(|memory| memory.record.is_some());
    if is_known && carried(fragment, ASKED).next().is_some() {
        return;
    }
    let number = live.rules.with_value(|rules| {
        let number = ListNumber::decode(digits, list_number::births(rules)).ok();
        number.filter(|number| number.procedure == rules.procedure)
    });
    // A number of something else says nothing here; the page stays as it is.
    let Some(number) = number else { return browser::replace_with("") };
    start_over(live);
    elements.clear();
    live.ticks.update(|ticks| ticks.fill(false));
    live.answers.set(Answers::new());
    live.number.set(Some(number));
    browser::replace_with(&live.rules.with_value(|rules| Step::List.fragment(rules)));
    let record = live.rules.with_value(|rules| {
        let checklist = live.checklist.read_untracked();
        let id = kept::new_id();
        live.memory.with_value(|memory| {
            Record::from_code(&new_list(memory, rules, &checklist, memory.sensitive, &id), number.known)
        })
    });
    begun(live, record, false);
}

/// Writes the answers.
pub(super) fn answers(live: Live, elements: &Elements) {
    let answers = live.answers.get_untracked();
    let sensitive = elements.answers_are_sensitive(&answers) || live.memory.with_value(|memory| memory.sensitive);
    change(live, elements, move |live, record| {
        live.memory.with_value(|memory| {
            let checklist = live.checklist.read_untracked();
            live.rules.with_value(|rules| {
                record.set_answers(rules, &answers, &checklist, sensitive, &memory.content, browser::now())
            })
        })
    });
}

/// Writes one tick.
pub(super) fn tick(live: Live, elements: &Elements, position: usize, ticked: bool) {
    let id = live.rules.with_value(|rules| rules.requirements.get(position).map(|rule| rule.id.clone()));
    let Some(id) = id else { return };
    // Where the items are the list, a paper that is not on it would come onto it.
    let is_the_list = live.memory.with_value(|memory| memory.record.as_ref().is_some_and(Record::is_the_list));
    if is_the_list && live.checklist.read_untracked().item(position).is_none() {
        return;
    }
    let state = if ticked { ItemState::Have } else { ItemState::Missing };
    change(live, elements, move |_, record| record.set_item(&id, state, browser::now()));
}

/// Writes that a clerk asked for a document besides, and whether it is there; `None` takes it back.
pub(super) fn ask_for(live: Live, elements: &Elements, document: String, have: Option<bool>) {
    change(live, elements, move |_, record| record.set_asked(&document, have, browser::now()));
}

/// What is known of the documents that a clerk asked for besides.
pub(super) fn asked(live: Live) -> Vec<(String, bool)> {
    live.memory.with_value(|memory| {
        let asked = memory.record.iter().flat_map(Record::asked);
        asked.map(|(document, have)| (document.to_owned(), have)).collect()
    })
}

/// Keeps a sensitive list, because somebody asked for it.
pub(super) fn keep(live: Live, elements: &Elements) {
    let record = match live.memory.with_value(|memory| memory.record.clone()) {
        Some(record) => Ok(record),
        None => new_record(live, elements),
    };
    let record = record.map(|mut record| {
        record.set_kept(true, browser::now());
        record
    });
    begun(live, record, true);
    live.ticks.notify();
}

/// Whether somebody asked to keep the list.
pub(super) fn is_kept(live: Live) -> bool {
    live.memory.with_value(|memory| memory.record.as_ref().is_some_and(Record::is_kept))
}

/// The list is begun anew: the one that is kept goes, unless it is handed in already.
pub(super) fn start_over(live: Live) {
    let before = live.memory.try_update_value(|memory| Some((memory.kept.clone()?, memory.record.take()?)));
    let Some((kept, record)) = before.flatten() else { return };
    let (helping, sensitive) = live.memory.with_value(|memory| (memory.helping, memory.sensitive));
    // The next family begins, and the one before asked to keep theirs; or a thumb was on the wrong button, and ticks would
    // be lost: the list stays among the others.
    let has_ticks = || record.items().any(|(_, state)| state == ItemState::Have);
    let stays = if helping { record.is_kept() } else { !sensitive && has_ticks() };
    if record.stage() == Stage::Gathering && !stays {
        kept.delete(record.id().to_owned());
    }
}

/// Changes the list that is kept, or begins one.
fn change(live: Live, elements: &Elements, change: impl Fn(Live, &mut Record) -> Result<(), RecordError> + 'static) {
    let before = live.memory.with_value(|memory| memory.record.clone());
    let mut record = match before.clone().map_or_else(|| new_record(live, elements), Ok) {
        Ok(record) => record,
        // Ids are checked when the content is built; a page that breaks that keeps nothing, and works.
        Err(_) => return,
    };
    if change(live, &mut record).is_err() {
        return;
    }
    if before.is_none() {
        return begun(live, Ok(record), false);
    }
    let (kept, written) = live
        .memory
        .try_update_value(|memory| {
            memory.record = Some(record.clone());
            (memory.kept.clone(), memory.is_written())
        })
        .unwrap_or_default();
    let Some(kept) = kept.filter(|_| written) else { return };
    kept.change(record, Box::new(move |stored| change(live, stored)));
}

/// A list that did not exist before is written, if it may be.
fn begun(live: Live, record: Result<Record, RecordError>, asked: bool) {
    let Ok(record) = record else { return };
    let (kept, written) = live
        .memory
        .try_update_value(|memory| {
            memory.record = Some(record.clone());
            (memory.kept.clone(), memory.is_written() || asked)
        })
        .unwrap_or_default();
    if let Some(kept) = kept.filter(|_| written) {
        kept.save(record);
    }
}

fn new_record(live: Live, elements: &Elements) -> Result<Record, RecordError> {
    let answers = live.answers.read_untracked();
    let checklist = live.checklist.read_untracked();
    let mut record = live.rules.with_value(|rules| {
        live.memory.with_value(|memory| {
            let sensitive = memory.sensitive || elements.answers_are_sensitive(&answers);
            let id = kept::new_id();
            Record::from_answers(&new_list(memory, rules, &checklist, sensitive, &id), &answers)
        })
    })?;
    for position in ticked(live) {
        let id = live.rules.with_value(|rules| rules.requirements.get(position).map(|rule| rule.id.clone()));
        record.set_item(&id.unwrap_or_default(), ItemState::Have, browser::now())?;
    }
    Ok(record)
}

fn new_list<'a>(
    memory: &'a Memory,
    rules: &'a Rules,
    list: &'a domain::Checklist,
    sensitive: bool,
    id: &'a str,
) -> NewList<'a> {
    NewList { id, slug: &memory.slug, rules, list, sensitive, content: &memory.content, now: browser::now() }
}

fn ticked(live: Live) -> Vec<usize> {
    live.ticks.read_untracked().iter().enumerate().filter(|(_, tick)| **tick).map(|(position, _)| position).collect()
}

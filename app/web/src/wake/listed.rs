//! What is on a list that was kept, under the rules of today.

use domain::list_number::{ListKind, ListNumber};
use domain::{Answers, Checklist, Date, Rules};
use store::{ItemState, Record};

/// The answers a list was kept with; none where they may not be written down, or came as a number.
pub(super) fn answers(record: &Record, rules: &Rules) -> Answers {
    if record.is_the_list() { Answers::new() } else { record.answers(rules).0 }
}

/// A list that is kept without answers, as the number that says the same.
pub(super) fn number(record: &Record, rules: &Rules) -> ListNumber {
    let on_it = |id: &str| record.items().any(|(own, _)| own == id);
    let needed = rules.requirements.iter().filter(|rule| on_it(&rule.id)).map(|rule| rule.number);
    ListNumber {
        kind: ListKind::List,
        procedure: rules.procedure,
        commune: rules.commune,
        known: record.known(),
        may_end: record.may_end(),
        needed: needed.filter_map(|number| 1_u32.checked_shl(u32::from(number))).fold(0, |bits, bit| bits | bit),
    }
}

/// The list itself.
pub(super) fn checklist(record: &Record, rules: &Rules, today: Date) -> Checklist {
    let listed = record.is_the_list().then(|| number(record, rules).checklist(rules, today)).flatten();
    listed.unwrap_or_else(|| Checklist::of(rules, &answers(record, rules), today))
}

/// Whether the paper of a requirement, by its position, is there.
pub(super) fn has(record: &Record, rules: &Rules, position: usize) -> bool {
    rules.requirements.get(position).is_some_and(|rule| record.item(&rule.id) == Some(ItemState::Have))
}

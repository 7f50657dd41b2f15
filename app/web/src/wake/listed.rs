//! What is on a list that was kept, under the rules of today.

use domain::{Answers, Checklist, Date, ListNumber, Rules};
use store::{ItemState, Record};

/// The answers a list was kept with; none where they may not be written down, or came as a number.
pub(super) fn answers(record: &Record, rules: &Rules) -> Answers {
    if record.is_the_list() { Answers::new() } else { record.answers(rules).0 }
}

/// A list that is kept without answers, as the number that says the same.
pub(super) fn number(record: &Record, rules: &Rules) -> ListNumber {
    ListNumber::listing(rules, record.known(), record.may_end(), |rule| record.item(&rule.id).is_some())
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

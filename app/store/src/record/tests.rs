use super::sample::{answers, birth, code, list, new, record};
use super::*;

fn ids(record: &Record) -> Vec<&str> {
    record.items().map(|(id, _)| id).collect()
}

#[test]
fn answers_come_back_under_the_same_rules() {
    let record = record("a1");
    let (read, unknown) = record.answers(&birth());
    assert_eq!(read, answers(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong-biet")]));
    assert!(unknown.is_empty());
    assert_eq!((record.procedure(), record.slug(), record.person()), (1, "khai-sinh", ME));
    assert_eq!((record.origin(), record.is_the_list(), record.is_kept()), (Origin::Answers, false, false));
}

#[test]
fn new_rules_keep_the_answers_they_still_have() {
    let mut rules = birth();
    rules.questions.remove(1);
    rules.questions.insert(0, rules.questions[0].clone());
    rules.questions[0].id = "moi".into();
    let record = record("a1");
    let (read, unknown) = record.answers(&rules);
    assert_eq!(read.ids(&rules).collect::<Vec<_>>(), [("giay-chung-sinh", "khong")]);
    assert_eq!(unknown, ["nguoi-lam-chung"]);
}

#[test]
fn sensitive_answers_are_never_in_a_record() {
    let (rules, given) = (birth(), answers(&[("giay-chung-sinh", "khong")]));
    let on_it = list(&given);
    let mut record = Record::from_answers(&NewList { sensitive: true, ..new("a1", &rules, &on_it) }, &given).unwrap();
    let holds_none = |record: &Record| {
        assert_eq!(record.answers(&rules), (Answers::new(), vec![]));
        let bytes = record.encode();
        assert!(!bytes.windows(5).any(|part| part == b"khong"), "the bytes hold no answer");
    };
    holds_none(&record);
    assert!(record.is_the_list());
    assert_eq!(ids(&record), ["to-khai", "giay-cam-doan", "can-cuoc"]);

    record.set_item("can-cuoc", ItemState::Have, 8).unwrap();
    let other = answers(&[("giay-chung-sinh", "co")]);
    record.set_answers(&rules, &other, &list(&other), "2026-12-01", 9).unwrap();
    holds_none(&record);
    assert_eq!(ids(&record), ["to-khai", "giay-chung-sinh", "can-cuoc"]);
    assert_eq!(record.item("can-cuoc"), Some(ItemState::Have));
}

#[test]
fn a_code_gives_the_list_and_no_answers() {
    let rules = birth();
    let mut record = code("c1", &rules);
    assert_eq!(record.answers(&rules), (Answers::new(), vec![]));
    assert!(record.is_the_list());
    assert_eq!(ids(&record), ["to-khai", "giay-cam-doan", "can-cuoc"]);
    assert_eq!(record.item("to-khai"), Some(ItemState::Unknown));

    // Answering on this phone makes it a list from answers.
    let given = answers(&[("giay-chung-sinh", "co")]);
    record.set_answers(&rules, &given, &list(&given), "2026-11-23", 9).unwrap();
    assert_eq!((record.origin(), record.is_the_list()), (Origin::Answers, false));
    assert_eq!(record.answers(&rules).0, given);
}

#[test]
fn changing_an_answer_forgets_no_paper() {
    let rules = birth();
    let mut record = record("a1");
    record.set_item("giay-cam-doan", ItemState::Have, 8).unwrap();
    for option in ["co", "khong"] {
        let given = answers(&[("giay-chung-sinh", option)]);
        record.set_answers(&rules, &given, &list(&given), "2026-12-01", 9).unwrap();
    }
    assert_eq!(record.item("giay-cam-doan"), Some(ItemState::Have));
    assert_eq!(record.content(), "2026-12-01");
}

#[test]
fn a_state_is_replaced_not_doubled() {
    let mut record = record("a1");
    record.set_item("can-cuoc", ItemState::Missing, 8).unwrap();
    record.set_item("can-cuoc", ItemState::AskedByClerk, 9).unwrap();
    assert_eq!(record.items().collect::<Vec<_>>(), [("can-cuoc", ItemState::AskedByClerk)]);
    assert_eq!(record.item("to-khai"), None);
}

#[test]
fn a_name_is_refused_and_changes_nothing() {
    let mut record = record("a1");
    let before = record.clone();
    for name in ["Giàng A Páo", "Mẹ", "", "me ", "-me", "me--2", &"a".repeat(65)] {
        assert_eq!(record.set_person(name, 9), Err(RecordError::NotAnId), "{name}");
        assert_eq!(record.set_item(name, ItemState::Have, 9), Err(RecordError::NotAnId), "{name}");
    }
    let given = Answers::new();
    let refused = record.set_answers(&birth(), &given, &list(&given), "23/11/2026", 9);
    assert_eq!(refused, Err(RecordError::NotAnId));
    assert_eq!(record, before);
    assert_eq!(Record::from_code(&new("A1", &birth(), &list(&given))), Err(RecordError::NotAnId));
}

#[test]
fn a_clock_that_goes_back_does_not() {
    let mut record = record("a1");
    record.set_kept(true, 20);
    record.set_kept(false, 3);
    assert_eq!((record.created(), record.touched()), (7, 20));
}

#[test]
fn errors_are_said_in_one_phrase() {
    let said =
        [RecordError::NotAnId, RecordError::UnknownVersion(2), RecordError::Damaged].map(|error| error.to_string());
    let expected = [
        "something that should be an id is none",
        "a record of version 2, which is not known here",
        "a damaged record",
    ];
    assert_eq!(said, expected);
}

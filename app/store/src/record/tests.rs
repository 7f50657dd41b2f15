use super::sample::{answers, birth, code, list, new, record};
use super::*;
use domain::Condition;
use domain::rules::OutcomeRule;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn holds(record: &Record, text: &str) -> bool {
    record.encode().windows(text.len()).any(|part| part == text.as_bytes())
}

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
        assert!(!holds(record, "khong"), "the bytes hold no answer");
    };
    holds_none(&record);
    assert!(record.is_the_list());
    assert_eq!(ids(&record), ["to-khai", "giay-cam-doan", "can-cuoc"]);

    record.set_item("can-cuoc", ItemState::Have, 8).unwrap();
    let other = answers(&[("giay-chung-sinh", "co")]);
    record.set_answers(&rules, &other, &list(&other), true, "2026-12-01", 9).unwrap();
    holds_none(&record);
    assert_eq!(ids(&record), ["to-khai", "giay-chung-sinh", "can-cuoc"]);
    assert_eq!(record.item("can-cuoc"), Some(ItemState::Have));
}

#[test]
fn what_could_have_ended_the_path_is_remembered_without_the_answers() {
    let mut rules = birth();
    rules.outcomes.push(OutcomeRule {
        id: "hoi-truoc".into(),
        when: Condition::Answered(1, vec![1]),
        ends: true,
        from: None,
        until: None,
    });
    let of = |answers: &Answers| Checklist::of(&rules, answers, date("2026-11-23"));
    let unsure = answers(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong-biet")]);
    let sure = answers(&[("giay-chung-sinh", "co")]);
    let (unsure_list, sure_list) = (of(&unsure), of(&sure));
    let new = NewList { sensitive: true, ..new("a1", &rules, &unsure_list) };
    let mut record = Record::from_answers(&new, &unsure).unwrap();
    assert!(record.may_end() && Record::from_code(&new, 4).unwrap().may_end());
    assert_eq!(Record::decode(&record.encode()).as_ref(), Ok(&record));
    record.set_answers(&rules, &sure, &sure_list, true, "2026-12-01", 9).unwrap();
    assert!(!record.may_end());
}

#[test]
fn the_first_sensitive_answer_drops_every_answer_for_good() {
    let rules = birth();
    let mut record = record("a1");
    record.set_item("can-cuoc", ItemState::Have, 8).unwrap();
    assert!(!record.is_sensitive() && holds(&record, "khong"));

    let more = answers(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co")]);
    record.set_answers(&rules, &more, &list(&more), true, "2026-11-23", 9).unwrap();
    assert!(record.is_sensitive() && record.is_the_list());
    assert_eq!(record.answers(&rules), (Answers::new(), vec![]));
    for answer in ["khong", "khong-biet", "nguoi-lam-chung", "co"] {
        // As a string in the bytes: its length, then its letters.
        assert!(!holds(&record, &format!("{}{answer}", char::from(answer.len() as u8))), "{answer}");
    }
    assert_eq!(ids(&record), ["to-khai", "giay-cam-doan", "can-cuoc"]);
    assert_eq!(record.item("can-cuoc"), Some(ItemState::Have));
    assert_eq!(Record::decode(&record.encode()), Ok(record.clone()));

    // Taking the sensitive one back does not bring the others into the record.
    let less = answers(&[("giay-chung-sinh", "co")]);
    record.set_answers(&rules, &less, &list(&less), false, "2026-11-23", 10).unwrap();
    assert!(record.is_sensitive());
    assert_eq!(record.answers(&rules), (Answers::new(), vec![]));
    assert_eq!(ids(&record), ["to-khai", "giay-chung-sinh", "can-cuoc"]);
}

#[test]
fn a_list_from_a_code_drops_sensitive_answers_too() {
    let rules = birth();
    let mut record = code("c1", &rules);
    let given = answers(&[("giay-chung-sinh", "khong")]);
    record.set_answers(&rules, &given, &list(&given), true, "2026-11-23", 9).unwrap();
    assert_eq!((record.origin(), record.is_the_list()), (Origin::Answers, true));
    assert!(!holds(&record, "khong"));
}

#[test]
fn a_list_is_gathered_handed_in_and_collected() {
    let mut record = record("a1");
    assert_eq!((record.stage(), record.handed_in()), (Stage::Gathering, None));
    let handed_in =
        Stage::HandedIn { on: date("2026-11-23"), when: HandedIn::After15, come_back: Some(date("2026-11-27")) };
    record.set_stage(handed_in, 8).unwrap();
    assert_eq!((record.stage(), record.handed_in()), (handed_in, Some(handed_in)));
    let collected = Stage::Collected { on: date("2026-11-27") };
    record.set_stage(collected, 9).unwrap();
    assert_eq!((record.stage(), record.handed_in(), record.touched()), (collected, Some(handed_in), 9));
}

#[test]
fn a_wrong_tap_can_be_taken_back() {
    let mut record = record("a1");
    let handed_in = |come_back| Stage::HandedIn { on: date("2026-11-23"), when: HandedIn::By15, come_back };
    let known = handed_in(Some(date("2026-11-23")));
    record.set_stage(known, 8).unwrap();
    record.set_stage(Stage::Collected { on: date("2026-11-23") }, 9).unwrap();
    let back = record.handed_in().unwrap();
    record.set_stage(back, 10).unwrap();
    assert_eq!(record.stage(), known);
    record.set_stage(handed_in(None), 11).unwrap();
    assert_eq!(record.stage(), handed_in(None));
    record.set_stage(Stage::Gathering, 12).unwrap();
    assert_eq!((record.stage(), record.handed_in(), record.touched()), (Stage::Gathering, None, 12));
}

#[test]
fn stages_come_in_their_order() {
    let mut record = record("a1");
    let before = record.clone();
    let collected = |text| Stage::Collected { on: date(text) };
    assert_eq!(record.set_stage(collected("2026-11-23"), 9), Err(RecordError::NotInOrder));
    let too_early =
        Stage::HandedIn { on: date("2026-11-23"), when: HandedIn::By15, come_back: Some(date("2026-11-22")) };
    assert_eq!(record.set_stage(too_early, 9), Err(RecordError::NotInOrder));
    assert_eq!(record, before);

    // A clock that was wrong on one of the days is no reason to refuse what is in somebody's hand.
    record
        .set_stage(Stage::HandedIn { on: date("2026-11-23"), when: HandedIn::By15, come_back: None }, 9)
        .and_then(|()| record.set_stage(collected("2015-01-01"), 10))
        .unwrap();
    assert_eq!(record.stage(), collected("2026-11-23"));
    assert_eq!(Record::decode(&record.encode()), Ok(record));
}

#[test]
fn changed_answers_leave_the_stage_alone() {
    let rules = birth();
    let mut record = record("a1");
    let handed_in = Stage::HandedIn { on: date("2026-11-23"), when: HandedIn::By15, come_back: None };
    record.set_stage(handed_in, 8).unwrap();
    let given = answers(&[("giay-chung-sinh", "co")]);
    record.set_answers(&rules, &given, &list(&given), false, "2026-11-23", 9).unwrap();
    assert_eq!(record.stage(), handed_in);
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
    record.set_answers(&rules, &given, &list(&given), false, "2026-11-23", 9).unwrap();
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
        record.set_answers(&rules, &given, &list(&given), false, "2026-12-01", 9).unwrap();
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
fn what_a_clerk_asked_for_stays_with_the_list() {
    let mut record = record("a1");
    record.set_asked("giay-ket-hon", Some(false), 8).unwrap();
    record.set_asked("can-cuoc", Some(true), 9).unwrap();
    let asked = |record: &Record| record.asked().map(|(id, have)| (id.to_owned(), have)).collect::<Vec<_>>();
    assert_eq!(asked(&record), [("giay-ket-hon".to_owned(), false), ("can-cuoc".to_owned(), true)]);
    assert_eq!(record.item("can-cuoc"), None, "a requirement of that name is something else");
    for sensitive in [false, true] {
        let given = answers(&[("giay-chung-sinh", "co")]);
        record.set_answers(&birth(), &given, &list(&given), sensitive, "2026-12-01", 10).unwrap();
        assert_eq!(asked(&record).len(), 2, "other answers are no reason to forget it, sensitive: {sensitive}");
    }
    let stored = Record::decode(&record.encode()).unwrap();
    assert_eq!(asked(&stored), asked(&record));
    record.set_asked("can-cuoc", None, 11).unwrap();
    assert_eq!(asked(&record), [("giay-ket-hon".to_owned(), false)]);
    assert_eq!(record.set_asked("Giấy cưới", Some(true), 12), Err(RecordError::NotAnId));
    assert_eq!(record.touched(), 11);
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
    let refused = record.set_answers(&birth(), &given, &list(&given), false, "23/11/2026", 9);
    assert_eq!(refused, Err(RecordError::NotAnId));
    assert_eq!(record, before);
    assert_eq!(Record::from_code(&new("A1", &birth(), &list(&given)), 3), Err(RecordError::NotAnId));
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
    let errors = [RecordError::NotAnId, RecordError::NotInOrder, RecordError::UnknownVersion(2), RecordError::Damaged];
    let said = errors.map(|error| error.to_string());
    let expected = [
        "something that should be an id is none",
        "handing in, coming back and collecting are not in this order",
        "a record of version 2, which is not known here",
        "a damaged record",
    ];
    assert_eq!(said, expected);
}

//! Lists to test with.

use domain::requirement::{Group, Need};
use domain::rules::{QuestionRule, RequirementRule};
use domain::{Answers, Checklist, Condition, Date, Rules};

use super::{NewList, Record};

/// Registering a birth: a form; the birth paper, or a statement in its place without one; the card of who goes.
pub(crate) fn birth() -> Rules {
    let question = |id: &str, when| QuestionRule { id: id.into(), options: vec!["co".into(), "khong".into()], when };
    let requirement = |number, id: &str, when, instead_of| RequirementRule {
        number,
        id: id.into(),
        need: Need::Needed,
        group: Group::Bring,
        when,
        instead_of,
        from: None,
        until: None,
        always_at_birth: true,
    };
    let no_paper = Condition::Answered(0, vec![1]);
    Rules {
        procedure: 1,
        numbered: 4,
        questions: vec![question("giay-chung-sinh", Condition::Always), question("nguoi-lam-chung", no_paper.clone())],
        requirements: vec![
            requirement(0, "to-khai", Condition::Always, None),
            requirement(1, "giay-chung-sinh", Condition::Always, None),
            requirement(2, "giay-cam-doan", no_paper, Some(1)),
            requirement(3, "can-cuoc", Condition::Always, None),
        ],
        ..Rules::default()
    }
}

pub(crate) fn answers(pairs: &[(&str, &str)]) -> Answers {
    Answers::by_id(&birth(), pairs.iter().copied()).unwrap()
}

pub(crate) fn list(answers: &Answers) -> Checklist {
    Checklist::of(&birth(), answers, Date::new(2026, 11, 23).unwrap())
}

pub(crate) fn new<'a>(id: &'a str, rules: &'a Rules, list: &'a Checklist) -> NewList<'a> {
    NewList { id, slug: "khai-sinh", rules, list, sensitive: false, content: "2026-11-23", now: 7 }
}

/// A list from answers: no birth paper, and the witness is not known.
pub(crate) fn record(id: &str) -> Record {
    let answers = answers(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong-biet")]);
    Record::from_answers(&new(id, &birth(), &list(&answers)), &answers).unwrap()
}

/// A list from a code.
pub(crate) fn code(id: &str, rules: &Rules) -> Record {
    Record::from_code(&new(id, rules, &list(&answers(&[("giay-chung-sinh", "khong")]))), 3).unwrap()
}

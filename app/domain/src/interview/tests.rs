use proptest::prelude::*;

use super::*;
use crate::checklist::Checklist;
use crate::sample::{answer, answers, birth, date, day, given, rules, said, wild_rules};

const YES: Answer = Answer::Option(0);
const NO: Answer = Answer::Option(1);

fn ends(id: &str, when: Condition) -> OutcomeRule {
    OutcomeRule { id: id.into(), when, ends: true, from: None, until: None }
}

fn today() -> Date {
    date("2026-11-23")
}

/// The questions somebody sees who presses "Next" from the beginning to the end.
fn walk(interview: &Interview<'_>) -> (Vec<QuestionIndex>, Next) {
    let mut seen = Vec::new();
    let mut next = interview.first();
    while let Next::Question(question) = next {
        seen.push(question);
        assert!(seen.len() <= 256, "a walk that never ends");
        next = interview.next_after(question);
    }
    (seen, next)
}

#[test]
fn questions_come_one_after_the_other_until_the_list() {
    let rules = birth();
    let mut interview = Interview::new(&rules, today());
    assert_eq!(interview.next(), Next::Question(0));
    interview.answer(0, NO).expect("an option");
    assert_eq!(interview.next(), Next::Question(1));
    interview.answer(1, YES).expect("an option");
    assert_eq!(interview.next(), Next::Question(2));
    interview.answer(2, YES).expect("an option");
    assert_eq!(interview.next(), Next::List);
}

#[test]
fn a_question_that_does_not_apply_is_passed_over() {
    let rules = birth();
    let interview = Interview::resume(&rules, said(&[("giay-chung-sinh", "co")]), today());
    assert_eq!(interview.in_use(), [0, 2]);
    assert_eq!(interview.next_after(0), Next::Question(2));
    assert_eq!(interview.previous(2), Some(0));
    assert_eq!(interview.position(2), Some((2, 2)));
    assert_eq!(interview.position(1), None);
}

#[test]
fn what_is_not_known_yet_counts_as_asked() {
    let rules = birth();
    let interview = Interview::new(&rules, today());
    assert_eq!(interview.position(0), Some((1, 3)));
    let interview = Interview::resume(&rules, said(&[("giay-chung-sinh", DONT_KNOW)]), today());
    assert_eq!(interview.next_after(0), Next::Question(1));
}

#[test]
fn a_path_ends_as_soon_as_its_outcome_holds() {
    let rules = birth();
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong"), ("ket-hon", "khong")]);
    let interview = Interview::resume(&rules, answers, today());
    assert_eq!(interview.outcome(), Some(0));
    assert_eq!(interview.next(), Next::Outcome(0));
    assert_eq!(interview.next_after(2), Next::Outcome(0));
    assert_eq!(interview.last(), Some(2));
    assert_eq!(interview.next_after(0), Next::Question(1), "on the way there all questions are seen again");
}

#[test]
fn an_outcome_that_may_hold_ends_nothing() {
    let rules = birth();
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", DONT_KNOW), ("ket-hon", "khong")]);
    let interview = Interview::resume(&rules, answers, today());
    assert_eq!(interview.outcome(), None);
    assert_eq!(interview.next(), Next::List);
}

#[test]
fn advice_stands_beside_the_list() {
    let rules = birth();
    let interview = Interview::resume(&rules, said(&[("giay-chung-sinh", "co"), ("ket-hon", "khong")]), today());
    assert_eq!(interview.next(), Next::List);
    assert_eq!(interview.advice(), [1]);
}

#[test]
fn answers_from_beyond_the_end_do_not_decide_how_it_ends() {
    let mut rules = birth();
    // Takes precedence, but depends on a question after the one at which the path ends.
    rules.outcomes.insert(0, ends("khac", Condition::Answered(2, vec![1])));
    rules.outcomes[1].when = Condition::Answered(1, vec![1]);
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong"), ("ket-hon", "khong")]);
    let interview = Interview::resume(&rules, answers, today());
    assert_eq!(interview.outcome(), Some(1));
    assert_eq!(interview.next_after(1), Next::Outcome(1));
    assert_eq!(interview.last(), Some(1));
}

#[test]
fn an_outcome_for_everybody_asks_nothing() {
    let mut rules = birth();
    rules.outcomes[0].when = Condition::Always;
    let interview = Interview::new(&rules, today());
    assert_eq!((interview.first(), interview.next()), (Next::Outcome(0), Next::Outcome(0)));
    assert_eq!(interview.last(), None);
}

#[test]
fn an_outcome_is_reached_from_its_first_day_to_its_last() {
    let mut rules = birth();
    let (from, until) = (Some(date("2026-11-23")), Some(date("2026-12-31")));
    for outcome in &mut rules.outcomes {
        (outcome.from, outcome.until) = (from, until);
    }
    let no = [("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong"), ("ket-hon", "khong")];
    let reached = |day: &str, pairs: &[(&str, &str)]| {
        let interview = Interview::resume(&rules, said(pairs), date(day));
        (interview.outcome(), interview.next(), interview.next_after(2), interview.advice())
    };
    let advised = [("giay-chung-sinh", "co"), ("ket-hon", "khong")];
    for (day, in_force) in [
        ("2015-01-01", false),
        ("2026-11-22", false),
        ("2026-11-23", true),
        ("2026-11-24", true),
        ("2026-12-30", true),
        ("2026-12-31", true),
        ("2027-01-01", false),
    ] {
        let (outcome, next, after, _) = reached(day, &no);
        let end = if in_force { Next::Outcome(0) } else { Next::List };
        assert_eq!((outcome, next, after), (in_force.then_some(0), end, end), "on {day}");
        let advice: &[usize] = if in_force { &[1] } else { &[] };
        assert_eq!(reached(day, &advised).3, advice, "on {day}");
    }
}

#[test]
fn one_outcome_takes_over_from_another_on_its_day() {
    let mut rules = birth();
    rules.outcomes[0].until = Some(date("2026-12-31"));
    let next = OutcomeRule { from: Some(date("2027-01-01")), ..ends("hoi-lai", rules.outcomes[0].when.clone()) };
    rules.outcomes.push(next);
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong"), ("ket-hon", "khong")]);
    let outcome = |day: &str| Interview::resume(&rules, answers.clone(), date(day)).outcome();
    assert_eq!(
        ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"].map(outcome),
        [Some(0), Some(0), Some(2), Some(2)]
    );
}

#[test]
fn changing_an_answer_keeps_the_others() {
    let rules = birth();
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "co")]);
    let mut interview = Interview::resume(&rules, answers.clone(), today());
    interview.answer(0, YES).expect("an option");
    assert_eq!(interview.answers().of(1), Some(YES), "kept, although no longer asked");
    interview.answer(0, NO).expect("an option");
    assert_eq!(interview.into_answers(), answers);
}

#[test]
fn what_the_rules_do_not_have_is_refused_and_changes_nothing() {
    let rules = birth();
    let mut interview = Interview::new(&rules, today());
    assert_eq!(interview.answer(3, YES), Err(AnswerError::NoSuchQuestion));
    assert_eq!(interview.answer(255, Answer::DontKnow), Err(AnswerError::NoSuchQuestion));
    assert_eq!(interview.answer(0, Answer::Option(2)), Err(AnswerError::NoSuchOption));
    assert!(interview.answers().is_empty());
    assert_eq!(Answers::by_id(&rules, [("ten", "co")]), Err(AnswerError::NoSuchQuestion));
    assert_eq!(Answers::by_id(&rules, [("ket-hon", "chua")]), Err(AnswerError::NoSuchOption));
}

#[test]
fn answers_are_written_down_by_id() {
    let rules = birth();
    let pairs = [("giay-chung-sinh", "khong"), ("ket-hon", DONT_KNOW)];
    let answers = Answers::by_id(&rules, pairs).expect("ids of the rules");
    assert_eq!(answers.ids(&rules).collect::<Vec<_>>(), pairs);
    let beyond = answers.with(9, YES).with(1, Answer::Option(9));
    assert_eq!(beyond.ids(&rules).collect::<Vec<_>>(), pairs, "what the rules do not have is left out");
}

#[test]
fn an_answer_taken_back_leaves_no_trace() {
    let mut answers = Answers::new().with(2, YES);
    answers.forget(2);
    answers.forget(200);
    assert_eq!(answers, Answers::new());
}

#[test]
fn errors_say_what_was_wrong() {
    assert_eq!(AnswerError::NoSuchQuestion.to_string(), "no such question");
    assert_eq!(AnswerError::NoSuchOption.to_string(), "no such option");
}

proptest! {
    #[test]
    fn every_question_in_use_is_reached_and_no_other(rules in rules(), said in answers(), today in day()) {
        let interview = Interview::resume(&rules, given(&rules, &said), today);
        let (seen, end) = walk(&interview);
        let in_use = interview.in_use();
        prop_assert!(in_use.starts_with(&seen));
        prop_assert_eq!(seen.last().copied(), interview.last());
        match end {
            Next::Outcome(outcome) => prop_assert_eq!(interview.outcome(), Some(outcome)),
            _ => prop_assert_eq!(seen, in_use),
        }
    }

    #[test]
    fn an_outcome_that_is_not_in_force_is_as_if_it_did_not_exist(
        rules in rules(), said in answers(), today in day()
    ) {
        let answers = given(&rules, &said);
        let mut fewer = rules.clone();
        fewer.outcomes.retain(|outcome| outcome.is_in_force(today));
        let (all, some) = (
            Interview::resume(&rules, answers.clone(), today),
            Interview::resume(&fewer, answers.clone(), today),
        );
        let id = |rules: &Rules, outcome: usize| rules.outcomes[outcome].id.clone();
        prop_assert_eq!(all.outcome().map(|one| id(&rules, one)), some.outcome().map(|one| id(&fewer, one)));
        let advice = |rules: &Rules, interview: &Interview<'_>| -> Vec<String> {
            interview.advice().into_iter().map(|one| id(rules, one)).collect()
        };
        prop_assert_eq!(advice(&rules, &all), advice(&fewer, &some));
        prop_assert_eq!(
            Checklist::of(&rules, &answers, today).may_end(),
            Checklist::of(&fewer, &answers, today).may_end()
        );
    }

    #[test]
    fn back_leads_where_one_came_from(rules in rules(), said in answers(), today in day()) {
        let interview = Interview::resume(&rules, given(&rules, &said), today);
        let (seen, _) = walk(&interview);
        for (nth, question) in seen.iter().enumerate() {
            prop_assert_eq!(interview.previous(*question), nth.checked_sub(1).map(|before| seen[before]));
            prop_assert_eq!(interview.position(*question), Some((nth + 1, interview.in_use().len())));
        }
    }

    #[test]
    fn answering_what_is_asked_leads_to_an_end(rules in rules(), said in answers(), today in day()) {
        let mut interview = Interview::new(&rules, today);
        let mut asked = 0;
        while let Next::Question(question) = interview.next() {
            let options = rules.questions[usize::from(question)].options.len() as u8;
            let answer = match said[usize::from(question)] {
                Some(Answer::Option(option)) => Answer::Option(option % options),
                _ => Answer::DontKnow,
            };
            let before = interview.in_use().len();
            interview.answer(question, answer).expect("an option of the question");
            prop_assert!(interview.in_use().len() <= before, "the way became longer");
            asked += 1;
            prop_assert!(asked <= rules.questions.len(), "asked twice");
        }
    }

    #[test]
    fn the_order_of_answering_changes_nothing(
        (rules, said, order) in (rules(), answers()).prop_flat_map(|(rules, said)| {
            let order = Just((0..rules.questions.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(rules), Just(said), order)
        }),
        today in day()
    ) {
        let answers = given(&rules, &said);
        let mut interview = Interview::new(&rules, today);
        for position in order {
            let question = position as u8;
            if let Some(answer) = answers.of(question) {
                interview.answer(question, answer).expect("an option of the question");
            }
        }
        prop_assert_eq!(
            Checklist::of(&rules, interview.answers(), today),
            Checklist::of(&rules, &answers, today)
        );
        prop_assert_eq!(interview, Interview::resume(&rules, answers, today));
    }

    #[test]
    fn changing_an_answer_and_changing_it_back_changes_nothing(
        rules in rules(), said in answers(), question in 0..6u8, other in answer(), today in day()
    ) {
        let before = Interview::resume(&rules, given(&rules, &said), today);
        let mut interview = before.clone();
        if interview.answer(question, other).is_ok() {
            let mut answers = interview.into_answers();
            match before.answers().of(question) {
                Some(answer) => answers.set(question, answer),
                None => answers.forget(question),
            }
            interview = Interview::resume(&rules, answers, today);
        }
        prop_assert_eq!(interview, before);
    }

    #[test]
    fn whatever_was_answered_is_kept(
        rules in rules(), said in answers(), question in 0..6u8, other in answer(), today in day()
    ) {
        let before = given(&rules, &said);
        let mut interview = Interview::resume(&rules, before.clone(), today);
        let _ = interview.answer(question, other);
        for kept in (0..6).filter(|kept| *kept != question) {
            prop_assert_eq!(interview.answers().of(kept), before.of(kept));
        }
    }

    #[test]
    fn ids_say_the_same_as_positions(rules in rules(), said in answers()) {
        let answers = given(&rules, &said);
        prop_assert_eq!(Answers::by_id(&rules, answers.ids(&rules)), Ok(answers.clone()));
        let bytes = postcard::to_allocvec(&answers).expect("serialisable");
        prop_assert_eq!(postcard::from_bytes(&bytes), Ok(answers));
    }

    #[test]
    fn no_rules_and_no_answers_panic(
        rules in wild_rules(), wild in proptest::collection::vec((any::<u8>(), any::<u8>()), 0..8), question: u8,
        today in day()
    ) {
        let answers = wild.iter().fold(Answers::new(), |answers, (question, option)| {
            answers.with(question % 8, if *option > 200 { Answer::DontKnow } else { Answer::Option(option % 4) })
        });
        let mut interview = Interview::resume(&rules, answers.with(question, YES), today);
        let _ = (interview.next(), interview.next_after(question), interview.previous(question), interview.last());
        let _ = (interview.position(question), interview.outcome(), interview.advice());
        let _ = (walk(&interview), interview.answer(question, YES), interview.answers().ids(&rules).count());
    }
}

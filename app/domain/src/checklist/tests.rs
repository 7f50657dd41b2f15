use proptest::prelude::*;

use super::Certainty::{IfYouHave, Needed, Perhaps};
use super::*;
use crate::condition::Condition;
use crate::interview::{Answer, Interview, Next};
use crate::rules::RequirementRule;
use crate::sample::{answers, birth, date, day, given, rules, said, wild_rules};

fn list(rules: &Rules, answers: &Answers) -> Vec<(String, Certainty)> {
    lines(rules, &Checklist::of(rules, answers, date("2026-11-23")))
}

fn lines(rules: &Rules, checklist: &Checklist) -> Vec<(String, Certainty)> {
    let line = |item: &Item| (rules.requirements[item.requirement].id.clone(), item.certainty);
    checklist.items().iter().map(line).collect()
}

fn positions(items: &[Item]) -> Vec<usize> {
    items.iter().map(|item| item.requirement).collect()
}

fn expect(lines: &[(&str, Certainty)]) -> Vec<(String, Certainty)> {
    lines.iter().map(|(id, certainty)| ((*id).to_owned(), *certainty)).collect()
}

#[test]
fn without_answers_everything_stands_on_the_list() {
    let all = expect(&[
        ("to-khai", Needed),
        ("giay-chung-sinh", Needed),
        ("van-ban-lam-chung", Perhaps),
        ("giay-cam-doan", Perhaps),
        ("can-cuoc", Needed),
        ("giay-ket-hon", IfYouHave),
    ]);
    assert_eq!(list(&birth(), &Answers::new()), all);
}

#[test]
fn a_paper_in_its_place_takes_a_paper_off_the_list() {
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "khong")]);
    let short = expect(&[("to-khai", Needed), ("van-ban-lam-chung", Needed), ("can-cuoc", Needed)]);
    assert_eq!(list(&birth(), &answers), short);
}

#[test]
fn the_last_resort_takes_all_before_it_off_the_list() {
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong")]);
    let ids: Vec<_> = list(&birth(), &answers).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["to-khai", "giay-cam-doan", "can-cuoc", "giay-ket-hon"]);
}

#[test]
fn what_is_only_perhaps_in_its_place_takes_nothing_off_the_list() {
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong-biet")]);
    let list = list(&birth(), &answers);
    assert!(list.contains(&("giay-chung-sinh".into(), Needed)));
    assert!(list.contains(&("van-ban-lam-chung".into(), Perhaps)));
}

#[test]
fn a_paper_in_its_place_counts_only_while_it_is_in_force() {
    let mut rules = birth();
    rules.requirements[2].from = Some(date("2026-12-01"));
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co")]);
    let on = |day: &str| positions(Checklist::of(&rules, &answers, date(day)).items());
    assert_eq!(on("2026-11-30"), [0, 1, 4, 5]);
    assert_eq!(on("2026-12-01"), [0, 2, 4, 5]);
}

#[test]
fn first_and_last_day_belong_to_the_time_in_force() {
    let mut rules = birth();
    rules.requirements[4].from = Some(date("2026-11-23"));
    rules.requirements[4].until = Some(date("2026-11-24"));
    let on = |day: &str| Checklist::of(&rules, &Answers::new(), date(day)).item(4).is_some();
    assert_eq!(
        ["2015-01-01", "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map(on),
        [false, false, true, true, false]
    );
}

#[test]
fn what_takes_over_later_is_known_beforehand() {
    let mut rules = birth();
    rules.requirements[4].until = Some(date("2027-02-28"));
    rules.requirements[5].from = Some(date("2027-03-01"));
    let checklist = Checklist::of(&rules, &said(&[("ket-hon", "co")]), date("2026-11-23"));
    assert_eq!(positions(checklist.later()), [5]);
    let checklist = Checklist::of(&rules, &said(&[("ket-hon", "khong")]), date("2026-11-23"));
    assert!(checklist.later().is_empty(), "what applies to somebody else takes over nothing");
}

#[test]
fn what_a_paper_in_its_place_took_off_the_list_comes_back_later() {
    let mut rules = birth();
    rules.requirements[2].until = Some(date("2026-11-23"));
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co")]);
    let checklist = Checklist::of(&rules, &answers, date("2026-11-23"));
    assert_eq!((checklist.item(1), positions(checklist.later())), (None, vec![1]));
}

#[test]
fn reasons_are_the_answers_that_put_it_there() {
    let rules = birth();
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "co")]);
    let checklist = Checklist::of(&rules, &answers, date("2026-11-23"));
    let reasons = |requirement| checklist.item(requirement).map(|item| item.reasons.clone());
    assert_eq!(reasons(0), Some(vec![]), "everybody needs it");
    assert_eq!(reasons(1), None);
    assert_eq!(reasons(2), Some(vec![(1, 0)]));
    assert_eq!(reasons(5), Some(vec![(2, 0)]));
}

#[test]
fn lines_stand_under_their_headings() {
    let rules = birth();
    let checklist = Checklist::of(&rules, &said(&[("giay-chung-sinh", "co")]), date("2026-11-23"));
    let groups: Vec<_> = checklist
        .groups()
        .into_iter()
        .map(|(group, items)| (group, items.iter().map(|item| item.requirement).collect::<Vec<_>>()))
        .collect();
    assert_eq!(groups, [(Group::Bring, vec![1, 4]), (Group::MadeThere, vec![0]), (Group::IfYouHave, vec![5])]);
}

#[test]
fn progress_counts_only_what_can_be_got_ready() {
    let rules = birth();
    let checklist = Checklist::of(&rules, &said(&[("giay-chung-sinh", "co")]), date("2026-11-23"));
    assert_eq!(checklist.progress(|_| false), Progress { have: 0, total: 2 });
    assert_eq!(checklist.progress(|requirement| requirement == 1 || requirement == 5), Progress { have: 1, total: 2 });
}

#[test]
fn enough_means_that_nothing_is_open() {
    let rules = birth();
    let unsure = Checklist::of(&rules, &Answers::new(), date("2026-11-23"));
    assert_eq!(unsure.enough(|_| false), Enough::Missing(2));
    assert_eq!(unsure.enough(|requirement| requirement == 1), Enough::Missing(1));
    assert_eq!(unsure.enough(|requirement| requirement == 1 || requirement == 4), Enough::AlmostComplete);
    assert_eq!(unsure.enough(|requirement| requirement != 5), Enough::AlmostComplete, "it may still end otherwise");
    let sure = Checklist::of(&rules, &said(&[("giay-chung-sinh", "co")]), date("2026-11-23"));
    assert_eq!(sure.enough(|requirement| requirement == 1 || requirement == 4), Enough::Complete);
    assert_eq!(Checklist::default().enough(|_| false), Enough::Complete);
}

#[test]
fn what_a_clerk_asks_for_besides_is_missing_too() {
    for enough in [Enough::Complete, Enough::AlmostComplete, Enough::Missing(3)] {
        assert_eq!(enough.and_missing(0), enough);
    }
    assert_eq!(Enough::Complete.and_missing(2), Enough::Missing(2));
    assert_eq!(Enough::AlmostComplete.and_missing(2), Enough::Missing(2));
    assert_eq!(Enough::Missing(3).and_missing(2), Enough::Missing(5));
}

#[test]
fn an_answer_that_could_have_ended_the_path_is_never_enough() {
    // The second reader answered "không biết" to the age of a bride and was told that nothing was missing.
    let rules = birth();
    let end = |pairs: &[(&str, &str)]| {
        let checklist = Checklist::of(&rules, &said(pairs), date("2026-11-23"));
        assert_eq!(checklist.may_end(), checklist.enough(|_| true) == Enough::AlmostComplete);
        assert_eq!(checklist.enough(|_| false), Enough::Missing(checklist.progress(|_| false).total));
        checklist.enough(|_| true)
    };
    let home = ("giay-chung-sinh", "khong");
    assert_eq!(end(&[home, ("nguoi-lam-chung", "khong"), ("ket-hon", "khong-biet")]), Enough::AlmostComplete);
    assert_eq!(end(&[home, ("nguoi-lam-chung", "khong")]), Enough::AlmostComplete, "nor one that was not given");
    assert_eq!(end(&[home, ("nguoi-lam-chung", "khong"), ("ket-hon", "co")]), Enough::Complete);
    // A question that is not asked leaves nothing open, even where another answer is not known.
    assert_eq!(end(&[("giay-chung-sinh", "co"), ("ket-hon", "khong-biet")]), Enough::Complete);
    // Advice beside the list ends nothing.
    assert_eq!(end(&[home, ("nguoi-lam-chung", "co"), ("ket-hon", "khong-biet")]), Enough::Complete);
}

#[test]
fn a_fact_of_the_office_that_could_end_the_path_is_never_enough() {
    let mut rules = birth();
    rules.outcomes[0].when = Condition::Fact("office.border".into(), true);
    let answers = said(&[("giay-chung-sinh", "co"), ("ket-hon", "co")]);
    for (known, enough) in [
        (None, Enough::AlmostComplete),
        (Some(Truth::Unknown), Enough::AlmostComplete),
        (Some(Truth::Fails), Enough::Complete),
        // The interview shows the outcome; a list that is looked at all the same says no more.
        (Some(Truth::Holds), Enough::AlmostComplete),
    ] {
        rules.facts.0 = known.map(|truth| ("office.border".to_owned(), truth)).into_iter().collect();
        assert_eq!(Checklist::of(&rules, &answers, date("2026-11-23")).enough(|_| true), enough, "{known:?}");
    }
}

#[test]
fn an_end_is_open_only_while_it_is_in_force() {
    let mut rules = birth();
    (rules.outcomes[0].from, rules.outcomes[0].until) = (Some(date("2026-12-01")), Some(date("2026-12-31")));
    let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong"), ("ket-hon", "khong-biet")]);
    let on = |day: &str| Checklist::of(&rules, &answers, date(day)).may_end();
    assert_eq!(
        ["2026-11-30", "2026-12-01", "2026-12-02", "2026-12-30", "2026-12-31", "2027-01-01"].map(on),
        [false, true, true, true, true, false]
    );
}

#[test]
fn of_a_circle_of_replacements_one_stays() {
    let mut rules = birth();
    rules.requirements[1].instead_of = Some(3);
    for requirement in &mut rules.requirements {
        requirement.when = Condition::Always;
    }
    let left = positions(Checklist::of(&rules, &Answers::new(), date("2026-11-23")).items());
    assert_eq!(left, [0, 1, 4, 5]);
}

proptest! {
    #[test]
    fn not_knowing_an_answer_hides_nothing(
        rules in rules(), said in answers(), question in 0..6u8, today in day()
    ) {
        let answers = given(&rules, &said);
        let known = Checklist::of(&rules, &answers, today);
        let mut silent = answers.clone();
        silent.forget(question);
        for less in [silent, answers.with(question, Answer::DontKnow), Answers::new()] {
            let unknown = Checklist::of(&rules, &less, today);
            for item in known.items() {
                prop_assert!(unknown.item(item.requirement).is_some(), "{} is hidden", item.requirement);
            }
            for item in unknown.items().iter().filter(|item| item.certainty == Certainty::Needed) {
                let still = known.item(item.requirement);
                prop_assert!(still.is_none_or(|still| still.certainty == Certainty::Needed));
            }
        }
    }

    #[test]
    fn not_knowing_a_fact_of_the_office_hides_nothing(rules in rules(), said in answers(), today in day()) {
        let answers = given(&rules, &said);
        let known = Checklist::of(&rules, &answers, today);
        let unknown = Checklist::of(&Rules { facts: Default::default(), ..rules.clone() }, &answers, today);
        prop_assert!(known.items().iter().all(|item| unknown.item(item.requirement).is_some()));
    }

    #[test]
    fn every_line_stands_under_one_heading_in_the_order_of_the_requirements(
        rules in rules(), said in answers(), today in day()
    ) {
        let checklist = Checklist::of(&rules, &given(&rules, &said), today);
        let order = positions(checklist.items());
        prop_assert!(order.is_sorted_by(|before, after| before < after));
        let mut grouped: Vec<_> =
            checklist.groups().into_iter().flat_map(|(_, items)| items).map(|item| item.requirement).collect();
        grouped.sort_unstable();
        prop_assert_eq!(grouped, order);
    }

    #[test]
    fn what_leaves_the_list_has_a_reason(rules in rules(), said in answers(), today in day()) {
        let answers = given(&rules, &said);
        let checklist = Checklist::of(&rules, &answers, today);
        for (position, rule) in rules.requirements.iter().enumerate() {
            if checklist.item(position).is_some() {
                continue;
            }
            let truth = |rule: &RequirementRule| rule.when.truth(&rules, &answers, &rules.facts);
            let replaced = rules.requirements.iter().enumerate().any(|(other, replacer)| {
                let mut chain = vec![other];
                while let Some(next) = chain.last().and_then(|last| rules.requirements[*last].instead_of) {
                    chain.push(usize::from(next));
                }
                chain[1..].contains(&position) && replacer.is_in_force(today) && truth(replacer) == Truth::Holds
            });
            prop_assert!(replaced || !rule.is_in_force(today) || truth(rule) == Truth::Fails);
        }
    }

    #[test]
    fn what_is_not_known_may_end_wherever_an_answer_would_end(
        rules in rules(), said in answers(), question in 0..6u8, today in day()
    ) {
        let answers = given(&rules, &said);
        let mut silent = answers.clone();
        silent.forget(question);
        if Interview::resume(&rules, answers.clone(), today).outcome().is_some() {
            for less in [answers.clone(), silent, answers.with(question, Answer::DontKnow), Answers::new()] {
                let checklist = Checklist::of(&rules, &less, today);
                prop_assert!(checklist.may_end());
                prop_assert_ne!(checklist.enough(|_| true), Enough::Complete);
            }
        }
    }

    #[test]
    fn nothing_is_open_where_every_question_and_fact_is_known(rules in rules(), said in answers(), today in day()) {
        let mut rules = rules;
        rules.facts.0.retain(|(_, truth)| *truth != Truth::Unknown);
        for name in ["office.mountain", "office.border", "office.far"] {
            if rules.facts.truth(name) == Truth::Unknown {
                rules.facts.0.push((name.to_owned(), Truth::Fails));
            }
        }
        let answers = given(&rules, &said);
        let mut interview = Interview::resume(&rules, answers, today);
        while let Next::Question(question) = interview.next() {
            interview.answer(question, Answer::Option(0)).expect("every question has an option");
        }
        let unknown = interview.in_use().into_iter().any(|it| interview.answers().of(it) == Some(Answer::DontKnow));
        if interview.next() == Next::List && !unknown {
            prop_assert_eq!(Checklist::of(&rules, interview.answers(), today).enough(|_| true), Enough::Complete);
        }
    }

    #[test]
    fn enough_agrees_with_progress(rules in rules(), said in answers(), today in day(), have: u16) {
        let checklist = Checklist::of(&rules, &given(&rules, &said), today);
        let have = |requirement: usize| have >> (requirement % 16) & 1 == 1;
        let Progress { have: got, total } = checklist.progress(have);
        match checklist.enough(have) {
            Enough::Complete => prop_assert!(got == total && !checklist.may_end()),
            Enough::AlmostComplete => prop_assert!(got < total || checklist.may_end()),
            Enough::Missing(missing) => prop_assert!(missing > 0 && got + missing <= total),
        }
    }

    #[test]
    fn no_rules_and_no_answers_panic(
        rules in wild_rules(), wild in proptest::collection::vec(any::<Option<u8>>(), 0..8), today in day()
    ) {
        let answers = (0..).zip(wild).fold(Answers::new(), |answers, (question, option)| match option {
            Some(option) => answers.with(question, Answer::Option(option % 4)),
            None => answers,
        });
        let checklist = Checklist::of(&rules, &answers, today);
        let _ = (checklist.groups(), checklist.progress(|_| true), checklist.enough(|_| false));
    }
}

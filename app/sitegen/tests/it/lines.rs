//! Lines of lists, on every way through the questions of the good site and of what is published: each that hangs on an
//! answer says which, none stands beside the one it replaces, and none stands there twice.

use std::collections::BTreeSet;

use domain::checklist::Certainty;
use domain::{Checklist, Condition, Date, Rules};

use crate::published::{for_every_list, published};

fn for_every_rules(visit: &mut dyn FnMut(&Rules, Date)) {
    for site in published().0.into_iter().chain(crate::fixture::good().load().0) {
        for procedure in &site.procedures {
            visit(&procedure.rules(&site.commune, |_| None), procedure.checked);
        }
    }
}

/// Whether a condition hangs on answers alone.
fn hangs_on_answers(condition: &Condition) -> bool {
    match condition {
        Condition::Always | Condition::Fact(..) => false,
        Condition::Answered(..) => true,
        Condition::All(parts) | Condition::Any(parts) => parts.iter().all(hangs_on_answers),
    }
}

#[test]
fn a_line_that_hangs_on_answers_says_which() {
    let mut lines = 0;
    for_every_rules(&mut |rules, today| {
        for_every_list(rules, today, &mut |answers| {
            for item in Checklist::of(rules, answers, today).items() {
                let rule = &rules.requirements[item.requirement];
                if !hangs_on_answers(&rule.when) || item.certainty != Certainty::Needed {
                    continue;
                }
                lines += 1;
                assert!(!item.reasons.is_empty(), "{} of {} with {answers:?}", rule.id, rules.procedure);
                let given =
                    |(question, option)| answers.of(question) == Some(domain::interview::Answer::Option(option));
                assert!(item.reasons.iter().copied().all(given), "{} names answers nobody gave", rule.id);
            }
        });
    });
    assert!(lines > 0);
}

#[test]
fn a_line_and_what_it_replaces_never_stand_together_for_certain() {
    let mut chains = 0;
    for_every_rules(&mut |rules, today| {
        for_every_list(rules, today, &mut |answers| {
            let list = Checklist::of(rules, answers, today);
            let holds = |requirement: usize| {
                rules.requirements[requirement].when.truth(rules, answers, &rules.facts) == domain::Truth::Holds
            };
            for item in list.items().iter().filter(|item| holds(item.requirement)) {
                // The whole chain: birth paper, then witness, then own statement.
                let mut next = rules.requirements[item.requirement].instead_of;
                let mut length = 0;
                while let Some(replaced) = next.map(usize::from) {
                    assert!(
                        list.item(replaced).is_none(),
                        "{} of {}",
                        rules.requirements[replaced].id,
                        rules.procedure
                    );
                    next = rules.requirements[replaced].instead_of;
                    length += 1;
                    assert!(length <= rules.requirements.len(), "a chain of {} ends", rules.procedure);
                }
                chains += usize::from(length > 0);
            }
        });
    });
    assert!(chains > 0);
}

#[test]
fn nothing_stands_twice_on_a_list() {
    for_every_rules(&mut |rules, today| {
        for_every_list(rules, today, &mut |answers| {
            let list = Checklist::of(rules, answers, today);
            let different: BTreeSet<usize> = list.items().iter().map(|item| item.requirement).collect();
            assert_eq!(different.len(), list.items().len(), "{} with {answers:?}", rules.procedure);
        });
    });
}

/// Rule 20 for people who read little: at most seven things of one kind. What nobody can tell yet may be more; hiding it
/// would be worse.
#[test]
fn no_family_that_answers_needs_more_than_seven_things_of_one_kind() {
    let (mut lists, mut largest) = (0, 0);
    for_every_rules(&mut |rules, today| {
        for_every_list(rules, today, &mut |answers| {
            let list = Checklist::of(rules, answers, today);
            for (group, lines) in list.groups() {
                let sure = lines.iter().filter(|line| line.certainty != Certainty::Perhaps).count();
                assert!(sure <= 7, "{sure} in {group:?} of procedure {} with {answers:?}", rules.procedure);
                largest = largest.max(sure);
                lists += 1;
            }
        });
    });
    assert!(lists > 0 && largest > 3, "{largest} of {lists}");
}

//! The days around every day the content names: what is in force is on the list, what has ended is not, and between two
//! versions of a rule nobody is left without a list. The journeys `clock` look at the same days in the pages.

use std::collections::BTreeSet;

use domain::{Answers, Checklist, Date, Procedure, Rules};

use crate::published::{for_every_list, published};

/// The day before, the day itself, the day after, and when a phone has not been in the network for a season or a year.
const AROUND: [i32; 5] = [-1, 0, 1, 91, 366];

/// The days around every `until`, `from` and `review_by` of a procedure that are not before its content was checked: a
/// phone whose clock says an earlier day is taken to be on that day.
fn days(procedure: &Procedure, rules: &Rules) -> BTreeSet<Date> {
    let requirements = rules.requirements.iter().flat_map(|rule| [rule.from, rule.until]);
    let fees = procedure.fees.iter().flat_map(|fee| [fee.from, fee.until]);
    let outcomes = rules.outcomes.iter().flat_map(|rule| [rule.from, rule.until]);
    let limits = procedure.limits.iter().flat_map(|limit| [limit.from, limit.until]);
    let named = requirements.chain(outcomes).chain(fees).chain(limits).flatten().chain([procedure.review_by]);
    let around = named.flat_map(|day| AROUND.map(|distance| day.plus_days(distance)));
    around.map(|day| day.max(procedure.checked)).collect()
}

/// Calls `visit` with every procedure there is, its rules, and the answers of every way that ends in a list on any of
/// the days: an outcome that ends no longer leaves a list.
fn for_every_procedure(mut visit: impl FnMut(&Procedure, &Rules, &Answers)) {
    for site in published().0.into_iter().chain(crate::fixture::good().load().0) {
        for procedure in &site.procedures {
            let rules = procedure.rules(&site.commune, |_| None);
            for day in days_of_outcomes(procedure, &rules) {
                for_every_list(&rules, day, &mut |answers| visit(procedure, &rules, answers));
            }
        }
    }
}

/// The day of the check, and every later one from which other outcomes are in force.
fn days_of_outcomes(procedure: &Procedure, rules: &Rules) -> BTreeSet<Date> {
    let first = rules.outcomes.iter().flat_map(|rule| [rule.from, rule.until.map(|until| until.plus_days(1))]);
    first.flatten().chain([procedure.checked]).map(|day| day.max(procedure.checked)).collect()
}

fn on(list: &Checklist) -> Vec<usize> {
    list.items().iter().map(|item| item.requirement).collect()
}

#[test]
fn what_is_not_in_force_is_on_no_list() {
    for_every_procedure(|procedure, rules, answers| {
        for day in days(procedure, rules) {
            for position in on(&Checklist::of(rules, answers, day)) {
                let rule = &rules.requirements[position];
                assert!(rule.is_in_force(day), "{}: {} is on the list of {day}", procedure.slug, rule.id);
            }
        }
    });
}

#[test]
fn a_day_on_which_nothing_changes_changes_no_list() {
    for_every_procedure(|procedure, rules, answers| {
        let in_force = |day| rules.requirements.iter().map(|rule| rule.is_in_force(day)).collect::<Vec<_>>();
        let (today, now) = (Checklist::of(rules, answers, procedure.checked), in_force(procedure.checked));
        for day in days(procedure, rules) {
            if in_force(day) == now {
                let then = Checklist::of(rules, answers, day);
                assert_eq!(then.items(), today.items(), "{}: the list of {day}", procedure.slug);
            }
        }
    });
}

#[test]
fn what_a_later_day_asks_for_is_known_today() {
    for_every_procedure(|procedure, rules, answers| {
        let today = Checklist::of(rules, answers, procedure.checked);
        for day in days(procedure, rules) {
            for position in on(&Checklist::of(rules, answers, day)) {
                let known = today.item(position).is_some() || today.later().iter().any(|it| it.requirement == position);
                let id = &rules.requirements[position].id;
                assert!(known, "{}: {id} is asked for on {day} and nobody says so before", procedure.slug);
            }
        }
    });
}

#[test]
fn no_day_leaves_anybody_without_a_list() {
    for_every_procedure(|procedure, rules, answers| {
        if Checklist::of(rules, answers, procedure.checked).items().is_empty() {
            return;
        }
        for day in days(procedure, rules) {
            let list = Checklist::of(rules, answers, day);
            assert!(!list.items().is_empty(), "{}: nothing is on the list of {day}", procedure.slug);
        }
    });
}

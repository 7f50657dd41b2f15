//! What a format cannot say: names that must exist, numbers that must not change, sentences people can follow, rules
//! that lead somewhere, and examples that come out as their editor expects.

use domain::Rules;

use crate::compile;
use crate::content::{Draft, Parsed};
use crate::diagnostics::{Problem, ProblemKind};
use crate::figures::{Figures, OfProcedure};
use crate::schema::{Commune, Procedure};

mod citizen;
mod condition;
mod dated;
mod day;
mod example;
mod id;
mod keep;
mod notice;
mod number;
mod path;
mod phrase;
mod picture;
mod plain;
mod reference;
mod requirement;
mod sms;
mod specimen;
mod step;
mod term;
mod text;

pub(crate) use id::{is_id, to_id};
pub(crate) use number::check as numbers;
pub(crate) use path::every_list;

/// Everything, file by file; a file is looked at even when others could not be read.
pub(crate) fn all(draft: &Draft, problems: &mut Vec<Problem>) -> Figures {
    id::check(draft, problems);
    day::check(draft, problems);
    dated::check(draft, problems);
    let mut figures = words(draft, problems);
    reference::check(draft, problems);
    picture::check(draft, problems);
    specimen::check(draft, problems);
    step::check(draft, problems);
    sms::check(draft, problems);
    notice::check(draft, problems);
    numbers(draft, problems);
    let commune = draft.default_commune();
    let documents = compile::documents(draft);
    for (procedure, figures) in draft.procedures.iter().zip(&mut figures.procedures) {
        requirement::check(procedure, problems);
        term::check(procedure, problems);
        keep::check(procedure, &draft.documents, problems);
        if let Some(commune) = commune {
            condition::check(procedure, &commune.data, problems);
            if !has_broken_rules(procedure, problems)
                && let Some(rules) = rules(procedure, commune, &documents)
            {
                condition::idle(procedure, problems);
                example::check(procedure, &rules, problems);
                figures.walked = path::check(procedure, &rules, problems);
            }
        }
    }
    figures
}

/// What citizens read; procedures come first among its files, in their order.
fn words(draft: &Draft, problems: &mut Vec<Problem>) -> Figures {
    let files = citizen::files(draft);
    text::check(draft, &files, problems);
    let mut figures = Figures::default();
    for (file, plain) in files.iter().zip(plain::check(draft, &files, problems)) {
        match file.procedure {
            Some(slug) => figures.procedures.push(OfProcedure { slug: slug.to_owned(), plain, walked: None }),
            None => figures.elsewhere = figures.elsewhere.and(&plain),
        }
    }
    figures
}

/// Rules that say something else than their editor means would only give examples a list of follow-up errors.
fn has_broken_rules(procedure: &Parsed<Procedure>, problems: &[Problem]) -> bool {
    problems.iter().filter(|problem| problem.file == procedure.source.file()).any(|problem| {
        matches!(
            problem.kind,
            ProblemKind::DuplicateId
                | ProblemKind::ReservedId
                | ProblemKind::NotADay
                | ProblemKind::DaysReversed
                | ProblemKind::UnknownQuestion
                | ProblemKind::UnknownOption
                | ProblemKind::UnknownRequirement
                | ProblemKind::UnknownFact
                | ProblemKind::FactValue
                | ProblemKind::LaterQuestion
                | ProblemKind::InsteadOfCircle
        )
    })
}

fn rules(
    procedure: &Parsed<Procedure>,
    commune: &Parsed<Commune>,
    documents: &std::collections::BTreeMap<String, domain::Document>,
) -> Option<Rules> {
    let commune = compile::commune(commune)?;
    // What was needed at birth only matters to the list's number.
    Some(compile::procedure(procedure, documents)?.rules(&commune, |_| None))
}

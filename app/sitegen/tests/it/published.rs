//! The content that is published: whatever it says, some things hold.

use std::path::{Path, PathBuf};

use domain::checklist::Enough;
use domain::interview::{Answer, Next};
use domain::{Answers, Checklist, Date, Interview, Rules, Site};
use sitegen::content;
use sitegen::diagnostics::{self, Problem};

#[test]
fn the_published_content_has_no_problem() {
    let (site, problems) = published();
    assert_eq!(diagnostics::report(&problems, false), "");
    assert!(site.is_some());
}

/// The project's root: cargo runs tests in the folder of their package.
pub(crate) fn project() -> PathBuf {
    PathBuf::from("../..")
}

pub(crate) fn published() -> (Option<Site>, Vec<Problem>) {
    content::load(Path::new("../content"), Path::new("../../public/pictograms"))
}

#[test]
fn an_answer_that_becomes_unknown_takes_nothing_off_a_list() {
    for site in published().0.into_iter().chain(crate::fixture::good().load().0) {
        for procedure in &site.procedures {
            let rules = procedure.rules(&site.commune, |_| None);
            for_every_list(&rules, procedure.checked, &mut |answers| {
                let full = Checklist::of(&rules, answers, procedure.checked);
                for question in (0..).take(rules.questions.len()) {
                    if answers.of(question).is_none() {
                        continue;
                    }
                    let vague = answers.clone().with(question, Answer::DontKnow);
                    let list = Checklist::of(&rules, &vague, procedure.checked);
                    for item in full.items() {
                        let id = &rules.requirements[item.requirement].id;
                        assert!(list.item(item.requirement).is_some(), "{}: {id} vanished", procedure.slug);
                    }
                }
            });
        }
    }
}

#[test]
fn nothing_is_enough_while_an_answer_could_have_ended_the_path() {
    // The second reader did not know the age of a bride and was told that nothing was missing.
    let site = published().0.expect("the content is right");
    let mut unknown = 0;
    for procedure in &site.procedures {
        let (rules, today) = (procedure.rules(&site.commune, |_| None), procedure.checked);
        let enough = |answers: &Answers| Checklist::of(&rules, answers, today).enough(|_| true);
        for_every_way(&rules, today, &mut |answers, end| {
            if end == Next::List {
                assert_eq!(enough(answers), Enough::Complete, "{}: all is known, {answers:?}", procedure.slug);
                return;
            }
            for question in (0..).take(rules.questions.len()).filter(|question| answers.of(*question).is_some()) {
                let vague = answers.clone().with(question, Answer::DontKnow);
                if Interview::resume(&rules, vague.clone(), today).outcome().is_none() {
                    unknown += 1;
                    let id = &rules.questions[usize::from(question)].id;
                    assert_eq!(enough(&vague), Enough::AlmostComplete, "{}: {id} is not known", procedure.slug);
                }
            }
        });
    }
    assert!(unknown > 0, "somewhere an answer ends a path");
}

/// Calls `visit` with the answers of every way that ends in a list on a day, "không biết" left out.
pub(crate) fn for_every_list(rules: &Rules, today: Date, visit: &mut dyn FnMut(&Answers)) {
    for_every_way(rules, today, &mut |answers, end| {
        if end == Next::List {
            visit(answers);
        }
    });
}

/// Calls `visit` with the answers of every way through the questions on a day and where it ends, "không biết" left
/// out.
fn for_every_way(rules: &Rules, today: Date, visit: &mut dyn FnMut(&Answers, Next)) {
    let mut open = vec![Answers::new()];
    while let Some(answers) = open.pop() {
        match Interview::resume(rules, answers.clone(), today).next() {
            Next::Question(question) => {
                let options = rules.questions[usize::from(question)].options.len();
                open.extend((0..).take(options).map(|option| answers.clone().with(question, Answer::Option(option))));
            }
            end => visit(&answers, end),
        }
    }
}

#[test]
fn the_rules_in_a_page_are_those_of_its_procedure() {
    let site = published().0.expect("the content is right");
    let pages = sitegen::prerender::pages(&site, &project().join("public/pictograms")).expect("a site makes pages");
    for procedure in &site.procedures {
        let file = format!("{}/index.html", procedure.slug);
        let (_, page) = pages.iter().find(|(name, _)| *name == file).expect("every procedure has a page");
        let text = page.split("data-rules=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("rules are there");
        let born = &site.numbers[&procedure.number];
        assert_eq!(
            web::rules_text::decode(text),
            Some(procedure.rules(&site.commune, |number| born.get(&number).copied())),
            "{file}"
        );
    }
}

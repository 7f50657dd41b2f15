//! The content that is published: whatever it says, some things hold.

use std::path::{Path, PathBuf};

use domain::interview::{Answer, Next};
use domain::{Answers, Checklist, Interview, Rules, Site};
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

fn published() -> (Option<Site>, Vec<Problem>) {
    content::load(Path::new("../content"), Path::new("../../public/pictograms"))
}

#[test]
fn an_answer_that_becomes_unknown_takes_nothing_off_a_list() {
    for site in published().0.into_iter().chain(crate::fixture::good().load().0) {
        for procedure in &site.procedures {
            let rules = procedure.rules(&site.commune, |_| false);
            for_every_list(&rules, &mut |answers| {
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

/// Calls `visit` with the answers of every way that ends in a list, "không biết" left out.
fn for_every_list(rules: &Rules, visit: &mut dyn FnMut(&Answers)) {
    let mut open = vec![Answers::new()];
    while let Some(answers) = open.pop() {
        match Interview::resume(rules, answers.clone()).next() {
            Next::List => visit(&answers),
            Next::Outcome(_) => {}
            Next::Question(question) => {
                let options = rules.questions[usize::from(question)].options.len();
                open.extend((0..).take(options).map(|option| answers.clone().with(question, Answer::Option(option))));
            }
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
            Some(procedure.rules(&site.commune, |number| born[&number])),
            "{file}"
        );
    }
}

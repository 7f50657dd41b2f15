//! What the build tool promises about the published content and would cost somebody a walk if it were broken: what
//! stands in the files stands on the pages. `make faults` breaks each on purpose and looks whether this notices.

use std::path::Path;

use domain::Site;

use crate::content::Files;
use crate::diagnostics::ProblemKind;
use crate::prerender;

const PICTURES: &str = "../../public/pictograms";

fn published() -> (Files, Site, Vec<(String, String)>) {
    let files = Files::read(Path::new("../content"), Path::new(PICTURES));
    let site = files.load().0.expect("the content is right");
    let pages = prerender::pages(&site, Path::new(PICTURES)).expect("a site makes pages");
    (files, site, pages)
}

fn page<'a>(pages: &'a [(String, String)], slug: &str) -> &'a str {
    let file = format!("{slug}/index.html");
    &pages.iter().find(|(name, _)| *name == file).expect("every procedure has a page").1
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn every_exemption_in_the_files_is_on_the_page() {
    let (files, _, pages) = published();
    let mut seen = 0;
    for procedure in &files.draft().0.procedures {
        let page = page(&pages, &procedure.id);
        for fee in &procedure.data.fees {
            for exemption in fee.exemptions.0.values() {
                assert!(page.contains(&escaped(exemption)), "{}, {}: {exemption}", procedure.id, fee.id);
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "somebody pays nothing");
}

#[test]
fn the_form_in_the_files_is_the_form_on_the_page() {
    let (files, site, pages) = published();
    for procedure in &files.draft().0.procedures {
        let page = page(&pages, &procedure.id);
        let requirements = procedure.json["requirements"].as_array().expect("there are requirements");
        for requirement in requirements {
            let (Some(id), Some(form)) = (requirement["id"].as_str(), requirement["form"].as_str()) else { continue };
            let card = page.split(&format!("data-requirement=\"{id}\"")).nth(1).expect("it has a card");
            let shown = card.split("class=\"form\"").nth(1).and_then(|rest| rest.split("</span></span>").next());
            let words = &site.messages[&format!("form_{}", form.replace('-', "_"))].text;
            let is_shown = shown.is_some_and(|shown| shown.ends_with(&format!(">{}", escaped(words))));
            assert!(is_shown, "{}, {id}: {words} in {shown:?}", procedure.id);
        }
    }
}

#[test]
fn an_exemption_that_the_plain_words_lose_is_reported() {
    const FILE: &str = "procedures/khai-sinh.toml";
    let mut files = Files::read(Path::new("tests/fixtures/good/content"), Path::new("tests/fixtures/good/pictograms"));
    let text = files.text(FILE).expect("the good site has it");
    let line = text.lines().find(|line| line.starts_with("exemptions")).expect("it has an exemption");
    let without = text.replace(line, "");
    files.put(FILE, without.into_bytes());
    let problems = files.load().1;
    assert!(problems.iter().any(|problem| problem.kind == ProblemKind::MustKeep), "{problems:?}");
}

//! What is printed for the people who answer for the content: nothing is left off a sheet, and no content becomes markup.

use std::path::Path;

use domain::Site;
use sitegen::content::Files;
use sitegen::sheet;

use crate::fixture::{Change, changed, good};

fn site(files: &Files) -> Site {
    files.load().0.expect("the site has no problem")
}

/// A line of HTML for each line of the sheet.
fn in_lines(html: &str) -> String {
    ["<h2", "<ul", "<li", "<p", "<tr", "<main", "<footer", "<section", "</main"]
        .iter()
        .fold(html.to_owned(), |text, tag| text.replace(tag, &format!("\n{tag}")))
}

#[test]
fn a_review_sheet_says_everything_that_is_approved_with_it() {
    let sheet = sheet::review(&site(&good()), "khai-sinh").expect("there is such a procedure");
    insta::assert_snapshot!(in_lines(&sheet));
    assert_eq!(sheet::review(&site(&good()), "khai-tu"), None);
}

#[test]
fn an_ask_sheet_has_every_blank() {
    let files = good();
    insta::assert_snapshot!(in_lines(&sheet::ask(&site(&files), &files)));
}

#[test]
fn hostile_content_stays_text() {
    const HOSTILE: &str = "</p><img src=x onerror=alert(1)><script>alert(1)</script> & \\\"";
    let point = format!("le-phi = \"{HOSTILE}\"");
    let hostile: &'static str = Box::leak(point.into_boxed_str());
    let files = changed(&[
        Change::Replace("procedures/khai-sinh.toml", "le-phi = \"Lệ phí: hỏi cán bộ.\"", hostile),
        Change::Replace("procedures/khai-sinh.toml", "\"Giấy làm chứng\"", "\"<b onclick=x>Giấy</b>\""),
    ]);
    let site = site(&files);
    for sheet in [sheet::review(&site, "khai-sinh").expect("the procedure"), sheet::ask(&site, &files)] {
        assert!(sheet.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;"), "{sheet}");
        for markup in ["<script", "<img", "<b onclick", " style=\""] {
            assert!(!sheet.contains(markup), "{markup} in {sheet}");
        }
    }
}

#[test]
fn every_requirement_exemption_and_open_point_of_the_published_content_is_on_its_sheet() {
    let files = Files::read(Path::new("../content"), Path::new("../../public/pictograms"));
    let site = site(&files);
    let asked = sheet::ask(&site, &files);
    for procedure in &site.procedures {
        let sheet = sheet::review(&site, &procedure.slug).expect("every procedure has a sheet");
        let has = |text: &str| sheet.contains(&escaped(text));
        for requirement in &procedure.requirements {
            assert!(has(&requirement.plain.text), "{}: {}", procedure.slug, requirement.id);
            assert!(requirement.note.iter().all(|note| has(&note.text)), "{}: {}", procedure.slug, requirement.id);
        }
        assert!(procedure.questions.iter().all(|question| has(&question.words.text)), "{}", procedure.slug);
        assert!(procedure.outcomes.iter().all(|outcome| has(&outcome.words.text)), "{}", procedure.slug);
        for exemption in procedure.fees.iter().flat_map(|fee| &fee.exemptions) {
            assert!(has(&exemption.text), "{}: {}", procedure.slug, exemption.text);
        }
        for point in &procedure.open_points {
            assert!(has(&point.text), "{}: {}", procedure.slug, point.text);
            // Merged points differ in capitals and full stops at most.
            let bare = escaped(point.text.trim_end_matches('.')).to_lowercase();
            assert!(asked.to_lowercase().contains(&bare), "{}: {}", procedure.slug, point.text);
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

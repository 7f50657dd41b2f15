//! The booklet of all procedures: nothing is left out, and cameras read what is printed.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs, process};

use domain::procedure::Amount;
use domain::{Procedure, Site, list_number};
use sitegen::prerender::Sources;
use sitegen::sheet::{self, BOOKLET_PAGES, Order, paper::Printer};
use web::Messages;

use crate::eye::scanned;
use crate::published::{project, published};

/// Made once: checking the content walks every path through its questions.
static BOOKLET: LazyLock<(Site, Messages, String)> = LazyLock::new(|| {
    let site = published().0.expect("the content is right");
    let messages = Messages::from_map(&site.messages).expect("every word is there");
    let text = sheet::booklet(&site, &messages, &Sources::below(&project()).pictograms());
    (site, messages, text)
});

/// What stands about each procedure.
fn articles(booklet: &str) -> Vec<&str> {
    booklet.split("<article ").skip(1).filter_map(|rest| rest.split("</article>").next()).collect()
}

fn article<'a>(articles: &[&'a str], procedure: &Procedure) -> &'a str {
    let title = format!("<h2>{}</h2>", escaped(&procedure.plain.text));
    let mut own = articles.iter().filter(|article| article.contains(&title));
    let first = own.next().unwrap_or_else(|| panic!("{} is not in the booklet", procedure.slug));
    assert!(own.next().is_none(), "{} is in it twice", procedure.slug);
    first
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn every_procedure_is_in_it_once_under_its_number() {
    let (site, _, booklet) = &*BOOKLET;
    let articles = articles(booklet);
    assert_eq!(articles.len(), site.procedures.len());
    for procedure in &site.procedures {
        let article = article(&articles, procedure);
        let number = list_number::encode_procedure(procedure.number).expect("it has a number");
        assert!(article.contains(&format!("<b class=\"number\">{number}</b>")), "{}", procedure.slug);
        let line = format!("<b class=\"number\">{number}</b>{}", escaped(&procedure.plain.text));
        assert_eq!(booklet.matches(&line).count(), 1, "{} in the contents", procedure.slug);
    }
}

#[test]
fn every_square_is_read_as_the_address_of_its_procedure() {
    let (site, _, booklet) = &*BOOKLET;
    let cover = booklet.split("<article ").next().expect("there is a cover");
    assert_eq!(scanned(cover, "qr"), [format!("https://{}/", site.host)]);
    let articles = articles(booklet);
    for procedure in &site.procedures {
        let address = format!("https://{}/{}/", site.host, procedure.slug);
        assert_eq!(scanned(article(&articles, procedure), "qr"), [address]);
    }
}

#[test]
fn every_requirement_has_its_line_and_its_picture() {
    let (site, messages, booklet) = &*BOOKLET;
    let pictograms = Sources::below(&project()).pictograms();
    let articles = articles(booklet);
    for procedure in &site.procedures {
        let article = article(&articles, procedure);
        for requirement in &procedure.requirements {
            let name = escaped(&requirement.plain.text);
            assert!(article.contains(&name), "{}: {}", procedure.slug, requirement.id);
            let drawing = pictograms.join(format!("{}.svg", requirement.picture));
            let drawing = fs::read_to_string(&drawing).unwrap_or_else(|error| panic!("{}: {error}", drawing.display()));
            let strokes = drawing.split_once("<svg").and_then(|(_, rest)| rest.split_once('>')).expect("SVG").1;
            let strokes = strokes.rsplit_once("</svg>").expect("SVG").0.trim();
            assert!(article.contains(strokes), "{}: the picture of {}", procedure.slug, requirement.id);
        }
        assert_eq!(article.matches("class=\"pic\"").count(), procedure.requirements.len() + 1, "{}", procedure.slug);
        for fee in procedure.fees.iter().filter(|fee| fee.amount == Amount::Ask) {
            let asks = format!("{}: <b>{}</b>", escaped(&fee.words.text), messages.ask_clerk.text);
            assert!(article.contains(&asks), "{}: {}", procedure.slug, fee.id);
        }
        for exemption in procedure.fees.iter().flat_map(|fee| &fee.exemptions) {
            let bare = exemption.text.trim_end_matches('.');
            assert!(article.contains(&escaped(bare)), "{}: {bare}", procedure.slug);
        }
        if procedure.approved.is_none() {
            assert!(article.contains(&messages.not_approved.text), "{}", procedure.slug);
        }
    }
}

#[test]
fn whom_to_believe_stands_on_the_cover() {
    let (site, messages, booklet) = &*BOOKLET;
    let cover = booklet.split("<nav ").next().expect("there is a cover");
    for words in [&messages.about_what_2, &messages.about_address, &messages.about_who, &messages.about_who_2] {
        assert!(cover.contains(&words.text), "{}", words.id);
    }
    assert!(cover.contains(&format!("<b>{}</b>", site.host)));
}

#[test]
fn it_is_thin_enough_to_be_stapled() {
    let Some(printer) = Printer::find() else { return };
    let out = env::temp_dir().join(format!("booklet-{}", process::id()));
    let order = Order { out: out.clone(), procedures: Vec::new() };
    let (site, messages, _) = &*BOOKLET;
    let sheet = sheet::write_booklet(site, messages, &Sources::below(&project()), &order, Some(&printer));
    let sheet = sheet.expect("it can be printed");
    let _ = fs::remove_dir_all(&out);
    let pages = sheet.pages.expect("there is a PDF");
    // The cover, the contents, and a page for each at least where none is half a page.
    assert!(sheet.fits && pages > site.procedures.len() / 2, "{pages} pages, at most {BOOKLET_PAGES}");
    assert_eq!(sheet.file, out.join(Path::new("booklet.html")));
    let unknown = Order { out: PathBuf::from("nowhere"), procedures: vec!["khai-tu".to_owned()] };
    assert!(sheet::write_booklet(site, messages, &Sources::below(&project()), &unknown, None).is_err());
}

//! The desk's pages: one file per page; each gives the whole document as text.

mod home;
mod many;
mod paper;
mod procedure;
mod scan;
mod sentences;
mod tally;

use super::Desk;

/// Every page of the desk: its file below `dist/`, and its text.
#[must_use]
pub fn all(desk: &Desk<'_>) -> Vec<(String, String)> {
    let mut pages = vec![("can-bo/index.html".to_owned(), home::page(desk))];
    pages.push(("can-bo/so-dem/index.html".to_owned(), tally::page(desk)));
    pages.push(("can-bo/nhieu/index.html".to_owned(), many::page(desk)));
    pages.push(("can-bo/quet/index.html".to_owned(), scan::page(desk)));
    for procedure in &desk.build.site.procedures {
        pages.push((format!("can-bo/{}/index.html", procedure.slug), procedure::page(desk, procedure)));
    }
    pages.extend(paper::pages(desk));
    pages
}

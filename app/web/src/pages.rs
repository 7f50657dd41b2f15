//! One file per page; each gives the whole document as text.

pub mod about;
pub mod after;
pub mod all;
pub mod asked;
pub mod basis;
pub mod check;
pub mod document;
pub mod event;
pub mod handed_in;
pub mod home;
pub mod look;
pub mod mine;
pub mod not_found;
pub mod number;
pub mod pictures;
pub mod procedure;

use crate::components::frame::Build;

/// Every page of the site: its file below `dist/`, and its text.
pub fn all_pages(build: &Build<'_>) -> Vec<(String, String)> {
    let mut pages = vec![
        ("cach-xem/index.html".to_owned(), look::page(build)),
        ("da-nop/index.html".to_owned(), handed_in::page(build)),
        ("tat-ca/index.html".to_owned(), all::page(build)),
        ("gioi-thieu/index.html".to_owned(), about::page(build)),
        ("giay-cua-toi/index.html".to_owned(), mine::page(build)),
        ("so/index.html".to_owned(), number::page(build)),
        ("k/index.html".to_owned(), check::page(build)),
        ("404.html".to_owned(), not_found::page(build)),
    ];
    let file = |address: String| format!("{}index.html", address.trim_start_matches('/'));
    pages.extend((0..home::pages(build.site)).map(|page| (file(home::address(page)), home::page(build, page))));
    pages.extend((0..asked::pages(build.site)).map(|page| (file(asked::address(page)), asked::page(build, page))));
    for procedure in &build.site.procedures {
        pages.push((format!("{}/index.html", procedure.slug), procedure::page(build, procedure)));
        pages.push((format!("{}/da-nop/index.html", procedure.slug), after::page(build, procedure)));
        pages.push((format!("{}/can-cu/index.html", procedure.slug), basis::page(build, procedure)));
    }
    for (life_event, address) in event::events(build.site) {
        if let Some(id) = address.strip_prefix("/viec/") {
            pages.push((format!("viec/{id}index.html"), event::page(build, life_event)));
        }
    }
    for document in build.site.documents.values() {
        pages.push((format!("giay/{}/index.html", document.id), document::page(build, document)));
    }
    pages.extend(pictures::pages(build));
    pages
}

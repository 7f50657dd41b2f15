//! A walk past everything that can be seen: all pages, and all steps of a procedure.

use crate::{Browser, ProcedurePage, root};

/// Every kind of page of the site; of the pages about one paper each, about a life event and with the basis of one
/// procedure, which are all alike, one: of papers also one that people write themselves, and a form.
#[must_use]
pub fn pages() -> Vec<String> {
    pages_with(&procedures())
}

/// The same with the procedures of [`EVERY_KIND`] only.
#[must_use]
pub fn every_kind_of_page() -> Vec<String> {
    pages_with(&EVERY_KIND.map(str::to_owned))
}

fn pages_with(procedures: &[String]) -> Vec<String> {
    let own = procedures.iter().flat_map(|slug| [format!("/{slug}/"), format!("/{slug}/da-nop/")]);
    pages_of_all().chain(own).collect()
}

/// Pages that belong to no procedure, or to one of many.
fn pages_of_all() -> impl Iterator<Item = String> {
    let alone = [
        "/",
        "/viec-khac/2/",
        "/cach-xem/",
        "/so/",
        "/k/",
        "/giay-cua-toi/",
        "/viec/dat/",
        "/khai-sinh/can-cu/",
        "/them-giay/",
        "/them-giay/5/",
    ];
    let papers = ["/giay/giay-chung-sinh/", "/giay/van-ban-lam-chung-sinh/", "/giay/to-khai-khai-sinh/"];
    let rest = ["/tat-ca/", "/gioi-thieu/", "/hinh/", "/da-nop/", "/404.html"];
    alone.into_iter().chain(papers).chain(rest).map(str::to_owned)
}

/// Every kind of page of the clerk's desk, which citizens are not led to.
pub const DESK: [&str; 9] = [
    "/can-bo/",
    "/can-bo/khai-sinh/",
    "/can-bo/nhieu/",
    "/can-bo/quet/",
    "/can-bo/so-dem/",
    "/can-bo/giay/",
    "/can-bo/giay/khai-sinh/",
    "/can-bo/giay/viec/",
    "/can-bo/giay/ban/",
];

/// The slugs of all procedures, as the files that define them are named.
///
/// # Panics
/// When the content cannot be read.
#[must_use]
pub fn procedures() -> Vec<String> {
    let files = std::fs::read_dir(root().join("app/content/procedures")).expect("the content can be read");
    let names = files.map(|file| file.expect("the content can be read").path());
    let mut slugs: Vec<String> = names
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|path| path.file_stem()?.to_str().map(str::to_owned))
        .collect();
    slugs.sort();
    slugs
}

/// Procedures that between them show everything a procedure's page can hold: questions in a chain, lists of every kind,
/// facts that change by date, sensitive ones, pictured steps, an end without a list.
pub const EVERY_KIND: [&str; 10] = [
    "cap-so-do-lan-dau",
    "chung-thuc-ban-sao",
    "dang-ky-thuong-tru",
    "ho-ngheo",
    "ket-hon",
    "khai-sinh",
    "khai-sinh-nhan-cha-me-con",
    "khai-tu",
    "the-can-cuoc",
    "vneid-muc-2",
];

/// Shows every page, and of every procedure each question on the way of somebody who knows nothing, the list and the
/// end, and of one an outcome; calls `look` at each with a name for the screen.
pub async fn every_screen(browser: &Browser, look: impl AsyncFnMut(String)) {
    screens(browser, &procedures(), look).await;
}

/// The same with the pages, questions, list and end of [`EVERY_KIND`] only: for what depends on how screens are made, not
/// on the words in them.
pub async fn every_kind_of_screen(browser: &Browser, look: impl AsyncFnMut(String)) {
    screens(browser, &EVERY_KIND.map(str::to_owned), look).await;
}

async fn screens(browser: &Browser, procedures: &[String], mut look: impl AsyncFnMut(String)) {
    for path in pages_of_all() {
        browser.open_ready(&path).await;
        look(name_of(&path)).await;
    }
    for slug in procedures {
        let page = ProcedurePage::open(browser, slug).await;
        look(slug.clone()).await;
        page.tap_ask().await;
        while page.step().await == "question" {
            look(format!("{slug}-hoi-{}", page.current_question().await)).await;
            page.pass().await;
        }
        page.until_step("list").await;
        look(format!("{slug}-giay")).await;
        page.go_to_end().await;
        look(format!("{slug}-di-nop")).await;
        let handed_in = format!("/{slug}/da-nop/");
        browser.open_ready(&handed_in).await;
        look(name_of(&handed_in)).await;
    }
    for (name, path, shown) in [
        // Of all those lists, the ones that may be kept without asking.
        ("giay-cua-toi-co-giay", "/giay-cua-toi/", "[data-kept]"),
        ("k-dung-khong", "/k/951987240096", "[data-check]"),
        ("k-sai-so", "/k/951987240098", "[data-trouble]"),
        ("so-da-bam", "/so/#951987240096", "[data-typed]"),
    ] {
        // From another page: a new fragment alone would not open it anew.
        browser.open("/").await;
        browser.open_ready(path).await;
        browser.visible(shown).await;
        look(name.to_owned()).await;
    }
    // Handed in: when, at what hour, and what the phone makes of it on the day of this test.
    browser.open_ready("/cap-so-do-lan-dau/da-nop/").await;
    browser.tap("[data-question=day] [data-option=today]").await;
    browser.until("the hour is asked", "return document.querySelector('[data-part]').dataset.part === 'hour'").await;
    look("cap-so-do-lan-dau-da-nop-may-gio".to_owned()).await;
    browser.tap("[data-question=hour] [data-option=before-15]").await;
    browser.until("the hour is taken", "return document.querySelector('[data-part]').dataset.part !== 'hour'").await;
    look("cap-so-do-lan-dau-da-nop-ngay-hen".to_owned()).await;
    let page = ProcedurePage::open(browser, "khai-sinh-nhan-cha-me-con").await;
    page.tap_ask().await;
    page.answer(&[("ket-hon", "roi")]).await;
    page.until_step("outcome").await;
    look("khai-sinh-nhan-cha-me-con-ket-qua".to_owned()).await;
}

/// The pages that [`pages`] stands one for many of: of every paper, and of every life event.
///
/// # Panics
/// When the site has not been built.
#[must_use]
pub fn pages_alike() -> Vec<String> {
    let inside = |folder: &str| {
        let folders = std::fs::read_dir(root().join("dist").join(folder)).expect("the site has been built");
        let folders = folders.flatten().filter(|entry| entry.path().is_dir());
        let names = folders.filter_map(|entry| entry.file_name().into_string().ok());
        names.map(|name| format!("/{folder}/{name}/")).collect::<Vec<_>>()
    };
    let mut paths: Vec<String> = ["viec", "giay"].into_iter().flat_map(inside).collect();
    paths.sort();
    let known: Vec<String> = pages_of_all().collect();
    paths.retain(|path| !known.contains(path));
    paths
}

/// What a page is called where screens have names.
#[must_use]
pub fn name_of(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "home".to_owned(),
        other => other.replace('/', "-"),
    }
}

//! A walk past everything that can be seen: all pages, and all steps of a procedure.

use crate::{Browser, ProcedurePage};

/// Every kind of page of the site; of the pages about one paper each, which are all alike, one.
pub const PAGES: [&str; 8] = [
    "/",
    "/khai-sinh/",
    "/khai-sinh-nhan-cha-me-con/",
    "/cap-so-do-lan-dau/",
    "/giay/giay-chung-sinh/",
    "/tat-ca/",
    "/gioi-thieu/",
    "/404.html",
];

/// The procedures among them.
pub const PROCEDURES: [&str; 3] = ["khai-sinh", "khai-sinh-nhan-cha-me-con", "cap-so-do-lan-dau"];

/// Shows every page, and of every procedure each question on the way of somebody who knows nothing, the list and the
/// end, and of one an outcome; calls `look` at each with a name for the screen.
pub async fn every_screen(browser: &Browser, mut look: impl AsyncFnMut(String)) {
    for path in PAGES {
        browser.open_ready(path).await;
        look(name_of(path)).await;
    }
    for slug in PROCEDURES {
        let page = ProcedurePage::open(browser, slug).await;
        page.tap_ask().await;
        while page.step().await == "question" {
            look(format!("{slug}-hoi-{}", page.current_question().await)).await;
            page.choose("khong-biet").await;
            page.next().await;
        }
        page.until_step("list").await;
        look(format!("{slug}-giay")).await;
        page.go_to_end().await;
        look(format!("{slug}-di-nop")).await;
    }
    let page = ProcedurePage::open(browser, "khai-sinh-nhan-cha-me-con").await;
    page.tap_ask().await;
    page.answer(&[("ket-hon", "roi")]).await;
    page.until_step("outcome").await;
    look("khai-sinh-nhan-cha-me-con-ket-qua".to_owned()).await;
}

fn name_of(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "home".to_owned(),
        other => other.replace('/', "-"),
    }
}

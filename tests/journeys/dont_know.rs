//! "Không biết" is an answer like any other: what hangs on it stays on the list, marked.

use harness::{ProcedurePage, ids, in_both_browsers};

in_both_browsers!(what_nobody_knows_stays_on_the_list, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[
        ("ai-di", "bo-me"),
        ("giay-chung-sinh", "khong"),
        ("nguoi-lam-chung", "khong-biet"),
        ("ket-hon", "roi"),
    ])
    .await;
    page.until_step("list").await;
    assert_eq!(page.ids_that_are("perhaps").await, ids(["van-ban-lam-chung", "giay-cam-doan"]));
    assert_eq!(page.state("van-ban-lam-chung").await, "unknown");
    assert!(!page.ids().await.contains("giay-chung-sinh"), "what was answered for certain is off the list");
});

in_both_browsers!(with_something_open_it_never_says_enough, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "khong-biet")]).await;
    while page.step().await == "question" {
        page.choose("khong-biet").await;
        page.next().await;
    }
    page.until_step("list").await;
    for (id, need) in page.list().await {
        if need == "needed" && browser.shows(&format!("[data-requirement='{id}'] input")).await {
            page.tick(&id).await;
        }
    }
    page.go_to_end().await;
    assert_eq!(page.verdict().await, "almost");
});

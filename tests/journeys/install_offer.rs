//! A place on the home screen is offered once, when the first list is finished, and never stands in the way.

use harness::{Browser, ProcedurePage, in_both_browsers};
use serde_json::json;

const OFFER: &str = "[data-install] [data-action=install]";

in_both_browsers!(it_is_offered_at_the_first_end_and_never_again, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    browser_could_install(browser).await;
    assert!(!browser.shows(OFFER).await, "nobody is asked before having got anything");
    to_the_list(&page).await;
    assert!(!browser.shows(OFFER).await);

    page.go_to_end().await;
    until_offered(browser, true).await;
    assert!(browser.shows("[data-verdict]").await, "the end is there, and the offer below it");
    page.back().await;
    page.until_step("list").await;
    until_offered(browser, false).await;
    page.go_to_end().await;
    until_offered(browser, true).await;

    browser.tap(OFFER).await;
    browser.until("the browser's own question comes", "return document.documentElement.dataset.prompted").await;
    until_offered(browser, false).await;

    let page = ProcedurePage::open(browser, "khai-sinh").await;
    browser_could_install(browser).await;
    if page.step().await != "end" {
        browser.open_ready("/khai-sinh/#di-nop").await;
        browser_could_install(browser).await;
    }
    page.until_step("end").await;
    assert!(!browser.shows(OFFER).await, "asked once is asked");
    let remembered = browser.run("return Object.entries(localStorage).sort()", vec![]).await;
    assert_eq!(
        remembered,
        json!([["install-offered", "yes"], ["lists", "yes"]]),
        "besides that there are lists nothing is remembered"
    );
});

in_both_browsers!(a_browser_that_cannot_install_offers_nothing, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    to_the_list(&page).await;
    page.go_to_end().await;
    browser.until_offline().await;
    assert!(!browser.shows(OFFER).await);
    assert_eq!(browser.run("return localStorage.getItem('install-offered')", vec![]).await, json!(null));
});

in_both_browsers!(who_cannot_remember_having_asked_does_not_ask, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    browser
        .run(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });
             addEventListener('error', () => document.documentElement.dataset.failed = '')",
            vec![],
        )
        .await;
    browser_could_install(browser).await;
    to_the_list(&page).await;
    page.go_to_end().await;
    assert!(!browser.shows(OFFER).await);
    assert_eq!(browser.run("return 'failed' in document.documentElement.dataset", vec![]).await, json!(false));
});

/// Says to the page what a browser says that could put it on the home screen. Tests' browsers never do by themselves.
async fn browser_could_install(browser: &Browser) {
    let heard = browser
        .until(
            "the page listens",
            "const event = new Event('beforeinstallprompt', { cancelable: true });
             event.prompt = async () => { document.documentElement.dataset.prompted = 'yes' };
             return !dispatchEvent(event)",
        )
        .await;
    assert_eq!(heard, json!(true), "the browser's own way of asking is held back");
}

async fn to_the_list(page: &ProcedurePage<'_>) {
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
}

async fn until_offered(browser: &Browser, is: bool) {
    let shown = format!("document.querySelector(\"{OFFER}\").getClientRects().length > 0");
    browser.until(&format!("offered: {is}"), &format!("return {shown} === {is}")).await;
}

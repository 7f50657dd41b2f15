//! A son registers the death of his mother, who drew the old-age allowance, and goes on to the funeral money.

use harness::{Browser, ProcedurePage, ids, in_both_browsers};

in_both_browsers!(the_end_of_a_death_leads_to_funeral_money, async |browser| {
    let page = ProcedurePage::open(browser, "khai-tu").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "nguoi-nha"), ("noi-mat", "xa-nay"), ("giay-bao-tu", "chua"), ("noi-o-cuoi", "xa-nay")])
        .await;
    page.until_step("list").await;
    let expected = ["to-khai", "giay-bao-tu-tai-xa", "can-cuoc", "ten-ngay-mat", "noi-o-nguoi-mat", "giay-noi-o"];
    assert_eq!(page.ids().await, ids(expected));
    assert!(page.outcomes().await.contains(&"hoi-bao-tu".to_owned()), "how one gets the paper is said beside the list");

    page.go_to_end().await;
    follow(browser, "/tien-mai-tang/").await;
    let page = ProcedurePage::shown(browser);
    page.tap_ask().await;
    page.answer(&[("nhan-gi", "huu-tri-xa-hoi"), ("khai-tu", "roi")]).await;
    page.until_step("list").await;
    assert_eq!(page.ids().await, ids(["to-khai-02", "nguoi-mat", "can-cuoc"]));
    assert_eq!(page.ids_that_are("if-you-have").await, ids(["can-cuoc"]));
    assert_eq!(page.outcomes().await, ["ma-khac"], "the clerk's code for this allowance is another one");
});

in_both_browsers!(who_has_not_registered_the_death_is_told_to_do_so_first, async |browser| {
    let page = ProcedurePage::open(browser, "tien-mai-tang").await;
    page.tap_ask().await;
    page.answer(&[("nhan-gi", "tro-cap-xa-hoi"), ("khai-tu", "chua")]).await;
    page.until_step("list").await;
    assert_eq!(page.outcomes().await, ["chua-khai-tu"]);
    browser.tap("[data-outcome=chua-khai-tu] a[href='/khai-tu/']").await;
    browser.until("the death is registered first", "return location.pathname === '/khai-tu/'").await;
});

/// Touches a link of the page that is shown and waits for where it leads.
async fn follow(browser: &Browser, to: &str) {
    browser.tap(&format!("main a[href='{to}']")).await;
    browser.until(&format!("{to} opens"), &format!("return location.pathname === '{to}'")).await;
    browser.ready().await;
}

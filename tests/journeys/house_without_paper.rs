//! A wife moves: into her husband's family's house, for which nobody asks a land certificate, and into the couple's own
//! house without any paper, for which the commune fills in form 02.

use harness::{ProcedurePage, in_both_browsers};

in_both_browsers!(in_her_husbands_family_s_house_she_needs_no_paper_of_the_house, async |browser| {
    let page = ProcedurePage::open(browser, "dang-ky-thuong-tru").await;
    page.tap_ask().await;
    page.answer(&[("ai", "nguoi-lon"), ("nha-ai", "nguoi-nha"), ("ket-hon", "roi"), ("ai-nop", "tu-di")]).await;
    page.until_step("list").await;
    let list = page.ids().await;
    assert!(list.contains("dong-y"), "the owner agrees: {list:?}");
    assert!(!list.contains("giay-nha") && !list.contains("mau-02"), "no paper of the house: {list:?}");
    assert_eq!(page.outcomes().await, ["khong-can-giay-nha"]);
});

in_both_browsers!(in_a_house_of_their_own_without_paper_form_02_takes_its_place, async |browser| {
    let page = ProcedurePage::open(browser, "dang-ky-thuong-tru").await;
    page.tap_ask().await;
    page.answer(&[("ai", "nguoi-lon"), ("nha-ai", "nha-minh"), ("giay-nha", "khong"), ("ai-nop", "tu-di")]).await;
    page.until_step("list").await;
    let list = page.ids().await;
    assert!(list.contains("mau-02") && !list.contains("giay-nha"), "{list:?}");

    // How to get it: its own page, and from there the procedure that issues it.
    browser.tap("[data-requirement=mau-02] summary").await;
    browser.tap("[data-requirement=mau-02] a[href='/giay/xac-nhan-cho-o/']").await;
    browser.until("the paper's page opens", "return location.pathname === '/giay/xac-nhan-cho-o/'").await;
    browser.ready().await;
    browser.tap("main a[href='/xac-nhan-cho-o/']").await;
    browser.until("the procedure opens", "return location.pathname === '/xac-nhan-cho-o/'").await;
    browser.ready().await;
    assert!(browser.shows("[data-list] [data-requirement]").await);
});

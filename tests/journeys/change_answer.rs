//! One answer can be changed without giving the others again, with the page's Back or the phone's own.

use harness::{ProcedurePage, in_both_browsers};

in_both_browsers!(changing_an_answer_keeps_the_others, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    assert!(page.ids().await.contains("giay-chung-sinh"));

    page.back().await;
    page.back().await;
    assert_eq!(page.current_question().await, "giay-chung-sinh");
    page.choose("khong").await;
    page.next().await;
    // New because of the change; after it comes what was already answered.
    page.answer(&[("nguoi-lam-chung", "co")]).await;
    assert_eq!(page.current_question().await, "ket-hon");
    assert_eq!(page.chosen().await.as_deref(), Some("roi"));
    page.next().await;
    page.until_step("list").await;
    let list = page.ids().await;
    assert!(list.contains("van-ban-lam-chung") && !list.contains("giay-chung-sinh"), "{list:?}");
    assert!(list.contains("so-cua-bo"), "the marriage is still registered: {list:?}");
});

in_both_browsers!(the_phones_own_back_goes_one_question_back, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "ho-hang"), ("giay-chung-sinh", "co")]).await;
    assert_eq!(page.current_question().await, "ket-hon");

    browser.back().await;
    browser.until("the address is the question before", "return location.hash === '#hoi-giay-chung-sinh'").await;
    assert_eq!(page.current_question().await, "giay-chung-sinh");
    assert_eq!(page.chosen().await.as_deref(), Some("co"));
});

in_both_browsers!(next_without_an_answer_stays_and_says_why, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    browser.tap("[data-control=next]").await;
    browser.until("the hint is shown", "return document.querySelector('[data-hint]')?.getClientRects().length").await;
    assert_eq!(page.current_question().await, "ai-di");
});

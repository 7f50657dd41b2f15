//! A mother takes her child of eight to get the first card: no paper at all, only the two of them.

use harness::{ProcedurePage, ids, in_both_browsers};

in_both_browsers!(a_child_of_eight_brings_no_paper, async |browser| {
    let page = ProcedurePage::open(browser, "the-can-cuoc").await;
    page.tap_ask().await;
    page.answer(&[("tuoi", "tu-6"), ("viec", "lan-dau"), ("so", "co"), ("di-cung", "bo-me"), ("vneid", "khong")]).await;
    page.until_step("list").await;
    assert_eq!(page.ids().await, ids(["be", "nguoi-dai-dien", "khai", "noi-sinh"]));
    assert!(!browser.shows("[data-group=bring] [data-requirement]").await, "nothing is carried");
    assert!(browser.shows("[data-group=come] [data-requirement=be]").await, "the child comes along");
    assert_eq!(page.outcomes().await, ["khong-can-giay"], "and the page says so");

    for id in ["be", "nguoi-dai-dien", "khai", "noi-sinh"] {
        page.tick(id).await;
    }
    page.go_to_end().await;
    assert_eq!(page.verdict().await, "enough");
});

in_both_browsers!(a_child_without_a_birth_certificate_goes_there_first, async |browser| {
    let page = ProcedurePage::open(browser, "the-can-cuoc").await;
    page.tap_ask().await;
    page.answer(&[("tuoi", "tu-6"), ("viec", "lan-dau"), ("so", "khong")]).await;
    page.until_step("outcome").await;
    assert_eq!(page.outcomes().await, ["be-chua-khai-sinh"]);
    assert!(browser.shows("[data-outcome=be-chua-khai-sinh] a[href='/khai-sinh/']").await);
});

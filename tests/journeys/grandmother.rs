//! A grandmother goes for the parents. She needs no authorisation, and the page says so beside the list.

use harness::{ProcedurePage, ids, in_both_browsers};

in_both_browsers!(a_grandmother_needs_no_authorisation, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "ho-hang"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    let expected = [
        "to-khai",
        "giay-chung-sinh",
        "can-cuoc",
        "ten-ho-dan-toc",
        "so-cua-me",
        "so-cua-bo",
        "ket-hon-o-dau",
        "giay-noi-o",
    ];
    assert_eq!(page.ids().await, ids(expected));
    assert_eq!(page.outcomes().await, ["khong-can-uy-quyen"]);
});

in_both_browsers!(a_neighbour_does_need_one, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "nguoi-khac"), ("giay-chung-sinh", "gui-mang"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    let list = page.ids().await;
    assert!(list.contains("giay-uy-quyen"), "{list:?}");
    assert!(!list.contains("giay-chung-sinh"), "the hospital has sent it: {list:?}");
    assert!(page.ids_that_are("if-you-have").await.contains("giay-chung-sinh-da-gui"));
});

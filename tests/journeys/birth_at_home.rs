//! A mother whose child was born at home, with a neighbour who saw it; the marriage is registered.

use harness::{ProcedurePage, ids, in_both_browsers};

in_both_browsers!(a_mother_with_a_witness_finds_her_list, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "roi")])
        .await;
    page.until_step("list").await;
    let expected = [
        "to-khai",
        "van-ban-lam-chung",
        "can-cuoc",
        "ten-ho-dan-toc",
        "so-cua-me",
        "so-cua-bo",
        "ket-hon-o-dau",
        "giay-noi-o",
    ];
    assert_eq!(page.ids().await, ids(expected));
    assert_eq!(page.ids_that_are("if-you-have").await, ids(["giay-noi-o"]));
    assert_eq!(page.ids_that_are("perhaps").await, ids([]));
    assert_eq!(browser.place().await, "/khai-sinh/#giay");

    for (requirement, group, form) in [
        ("to-khai", "made-there", "ui.form_made_there"),
        ("van-ban-lam-chung", "bring", "ui.form_original"),
        ("can-cuoc", "bring", "ui.form_shown"),
    ] {
        let card = format!("[data-group='{group}'] [data-requirement='{requirement}']");
        assert!(browser.shows(&format!("{card} [data-string='{form}']")).await, "{requirement}: {group}, {form}");
    }
});

in_both_browsers!(ticking_counts_and_the_end_says_enough, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "roi")])
        .await;
    let (have, total) = page.counts().await;
    assert_eq!(have, 0);

    page.tick("van-ban-lam-chung").await;
    assert_eq!(page.counts().await, (1, total));
    page.untick("van-ban-lam-chung").await;
    assert_eq!(page.counts().await, (0, total));
    page.go_to_end().await;
    assert_eq!(page.verdict().await, "missing");

    page.back().await;
    page.until_step("list").await;
    for (id, need) in page.list().await {
        // What the office writes with one, and what one only takes along, is ticked by nobody.
        if need == "needed" && browser.shows(&format!("[data-requirement='{id}'] input")).await {
            page.tick(&id).await;
        }
    }
    assert_eq!(page.counts().await, (total, total));
    page.go_to_end().await;
    assert_eq!(page.verdict().await, "enough");
});

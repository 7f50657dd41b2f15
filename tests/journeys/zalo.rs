//! A link opened inside Zalo: no speech, no share, no promise to keep, nothing to install, and still the list is whole
//! and kept.

use harness::{ProcedurePage, Setting, in_both_browsers};

use crate::remembers::the_same_list_after_the_phone_was_off;

in_both_browsers!(inside_zalo_the_list_is_kept, Setting::IN_ZALO, async |browser| {
    the_same_list_after_the_phone_was_off(browser).await;
});

in_both_browsers!(inside_zalo_the_list_is_whole_and_the_way_out_carries_it, Setting::IN_ZALO, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    for (id, _) in page.list().await {
        assert!(browser.shows(&format!("[data-requirement='{id}'] .item__name")).await, "{id} is shown");
    }
    let digits = page.number().await;
    assert!(matches!(digits.len(), 12 | 15 | 18), "the number of the list: {digits:?}");

    assert!(browser.shows("[data-in-app]").await, "where to open it next time");
    let out = browser.visible("a[data-action=open-in-browser]").await;
    let out = out.attr("href").await.expect("attributes can be read").unwrap_or_default();
    assert!(out.starts_with("intent://") && out.contains(&format!("/k/{digits}#Intent;")), "{out}");
    assert!(!browser.shows("[data-install]").await, "nothing is offered that this browser cannot do");
});

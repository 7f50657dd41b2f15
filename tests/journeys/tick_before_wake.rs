//! A list can be ticked before the wasm has arrived over a slow network, and the tick is kept.

use harness::{ProcedurePage, Setting, in_both_browsers};
use serde_json::json;

in_both_browsers!(a_tick_made_before_waking_is_kept, Setting::holding_back(".wasm"), async |browser| {
    browser.open("/khai-sinh/").await;
    browser.tap("[data-list] [data-requirement] label").await;
    let ticked = browser
        .run(
            "return [...document.querySelectorAll('[data-requirement]')]
                 .filter(item => item.querySelector('input').checked).map(item => item.dataset.requirement)",
            vec![],
        )
        .await;
    let awake = browser.run("return document.documentElement.hasAttribute('data-ready')", vec![]).await;
    assert_eq!(awake, json!(false), "the wasm is still held back");
    let first = ticked[0].as_str().expect("an item can be ticked before the wasm is there").to_owned();

    browser.let_through();
    browser.ready().await;
    assert_eq!(ProcedurePage::shown(browser).state(&first).await, "have");
});

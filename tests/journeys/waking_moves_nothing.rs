//! Waking up never swaps the view under a thumb: what could be read before is where it was.

use harness::{Browser, Setting, in_both_browsers};
use serde_json::Value;

in_both_browsers!(waking_leaves_every_word_in_its_place, Setting::holding_back("boot.js"), async |browser| {
    // The gate can be opened once, so the other procedures are looked at without holding back.
    browser.open("/khai-sinh/").await;
    let before = words(browser).await;
    assert!(before.len() > 20, "the page can be read before any script: {} strings", before.len());
    browser.let_through();
    browser.ready().await;
    let after = words(browser).await;
    let moved: Vec<_> = before.iter().filter(|word| !after.contains(word)).collect();
    assert!(moved.is_empty(), "{} of {} moved or went away, the first: {:?}", moved.len(), before.len(), moved[0]);
});

/// Every visible string of the page with its text and place.
async fn words(browser: &Browser) -> Vec<Value> {
    let found = browser
        .run(
            "return [...document.querySelectorAll('[data-string]')].filter(it => it.checkVisibility()).map(it => {
                 const { x, y, width, height } = it.getBoundingClientRect();
                 return [it.dataset.string, it.textContent, x, y, width, height].join(' ');
             })",
            vec![],
        )
        .await;
    let Value::Array(found) = found else { panic!("a list was expected, not {found}") };
    found
}

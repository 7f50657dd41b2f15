//! A list is right to the end of its day; after that the page says that it is old, by the phone's own clock.

use harness::{Browser, Setting, in_both_browsers};
use serde_json::json;

// The clock is turned while the page is there but none of its scripts are.
const BEFORE_SCRIPTS: Setting = Setting::holding_back("boot.js");

in_both_browsers!(on_its_last_day_a_list_is_still_right, BEFORE_SCRIPTS, async |browser| {
    open_on_the_last_day_at(browser, 23.0).await;
    assert!(browser.shows("[data-valid-until]").await, "until when it is right");
    assert!(!browser.shows("[data-expired]").await, "not called old");
});

in_both_browsers!(the_morning_after_it_is_called_old, BEFORE_SCRIPTS, async |browser| {
    open_on_the_last_day_at(browser, 24.5).await;
    assert!(browser.shows("[data-expired]").await, "called old");
    assert!(!browser.shows("[data-valid-until]").await, "no longer called right");
});

/// Opens a list at so many hours after its last day's midnight, by the phone's clock.
async fn open_on_the_last_day_at(browser: &Browser, hours: f64) {
    browser.open("/khai-sinh/").await;
    browser
        .run(
            "const day = document.querySelector('[data-valid-until]').dataset.validUntil;
             const Real = Date, then = new Real(`${day}T00:00`).getTime() + arguments[0] * 3600e3 - Real.now();
             window.Date = class extends Real {
                 constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + then) }
                 static now() { return Real.now() + then }
             };",
            vec![json!(hours)],
        )
        .await;
    browser.let_through();
    browser.ready().await;
}

//! A change of card before and after the halved fees end: the list that is right follows the day, without a new release.

use harness::{Ability, Browser, Clock, ProcedurePage, Setting, ids, in_both_browsers};

const HALVED: &str = "2026-12-31";
const FULL: &str = "2027-01-01";

// Without worker, so that the clock can be turned while the browser runs.
const ON_THE_LAST_DAY: Setting = Setting::USUAL.without(&[Ability::Worker]).with_clock(Clock { day: HALVED, hour: 9 });

in_both_browsers!(the_list_that_is_remembered_follows_the_day, ON_THE_LAST_DAY, async |browser| {
    let page = ProcedurePage::open(browser, "the-can-cuoc").await;
    page.tap_ask().await;
    page.answer(&[("tuoi", "tu-14"), ("viec", "doi"), ("sai", "dung"), ("vneid", "khong")]).await;
    page.until_step("list").await;
    look(browser, &page, "tien", "25.000", "50.000").await;

    // The same phone a day later, with the same pages.
    browser.turn_clock(FULL, 9);
    let page = ProcedurePage::open(browser, "the-can-cuoc").await;
    page.resume().await;
    look(browser, &page, "tien-2027", "50.000", "25.000").await;
});

/// The list with this money on it, and at the end this fee instead of that one.
async fn look(browser: &Browser, page: &ProcedurePage<'_>, money: &str, fee: &str, not_fee: &str) {
    assert_eq!(page.ids().await, ids(["nguoi-lam", "khai", "the-cu", money]));
    page.go_to_end().await;
    let fees = browser.run(FEES, vec![]).await.to_string();
    assert!(fees.contains(fee) && !fees.contains(not_fee), "{fees}");
}

const FEES: &str =
    "return [...document.querySelectorAll('.fee')].filter(it => it.checkVisibility()).map(it => it.textContent)";

//! A groom of nineteen: not possible yet, with the reason, and nothing to carry.

use harness::{ProcedurePage, in_both_browsers};

in_both_browsers!(a_groom_of_nineteen_is_told_to_wait_and_why, async |browser| {
    let page = ProcedurePage::open(browser, "ket-hon").await;
    page.tap_ask().await;
    page.answer(&[("tuoi", "chua")]).await;
    page.until_step("outcome").await;
    assert_eq!(page.outcomes().await, ["chua-du-tuoi"]);
    let said = browser.visible("[data-outcome=chua-du-tuoi]").await.text().await.expect("it can be read");
    for needed in ["20", "18"] {
        assert!(said.contains(needed), "how old one has to be is said: {said}");
    }
    assert!(browser.shows("[data-outcome=chua-du-tuoi] [data-string='ket-hon.outcome.chua-du-tuoi.reason']").await);
    assert!(!browser.shows("[data-list] [data-requirement]").await, "there is nothing to carry yet");

    // He was wrong about his age: back, and the way goes on.
    page.back().await;
    page.answer(&[("tuoi", "du")]).await;
    assert_eq!(page.current_question().await, "cung-den");
});

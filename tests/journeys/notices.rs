//! An urgent notice reaches every phone with the next page that it opens: one that keeps an old release, and one that
//! has no network any more.

use harness::{Browser, ProcedurePage, Release, in_both_browsers};
use serde_json::{Value, json};

/// Days that no clock of ours has reached, and that none has left.
const ALWAYS: (&str, &str) = ("2000-01-01", "2999-12-31");

in_both_browsers!(it_stands_above_the_pages_it_is_about, async |browser| {
    publish(
        browser,
        &json!([
            notice("sinh", &["khai-sinh"], ALWAYS, false),
            notice("tat-ca", &[], ALWAYS, false),
            notice("da-qua", &[], ("2000-01-01", "2000-01-02"), true),
            notice("chua-den", &[], ("2999-12-30", "2999-12-31"), true),
        ]),
    );
    // What is for every page tells when the rest has been looked at.
    for (path, shown) in [
        ("/", json!(["tat-ca"])),
        ("/khai-sinh/", json!(["sinh", "tat-ca"])),
        ("/cap-so-do-lan-dau/", json!(["tat-ca"])),
    ] {
        browser.open_ready(path).await;
        until_told(browser, "tat-ca").await;
        assert_eq!(notices_shown(browser).await, shown, "{path}");
        assert_eq!(browser.run(STOPPED, vec![]).await, json!(false), "{path} is stopped by a day that is not today");
    }
    let words = browser.visible("[data-notice='tat-ca'] [data-string='notice.tat-ca']").await;
    assert_eq!(words.text().await.expect("a visible text can be read"), "Tin tat-ca <b>");

    let today = browser.run("return document.documentElement.dataset.today", vec![]).await;
    let today = today.as_str().expect("the page knows its day");
    publish(browser, &json!([notice("hom-nay", &[], (today, today), false)]));
    browser.open_ready("/khai-sinh/").await;
    until_told(browser, "hom-nay").await;
});

in_both_browsers!(it_can_stop_a_list, async |browser| {
    publish(browser, &json!([notice("sinh", &["khai-sinh"], ALWAYS, true), notice("tat-ca", &[], ALWAYS, false)]));
    browser.open_ready("/khai-sinh/").await;
    until_told(browser, "sinh").await;
    assert!(browser.shows("[data-string='ui.ask_before_going']").await);
    assert!(browser.shows("main h1").await, "what is stopped is still named");
    for gone in ["[data-list]", "[data-action=ask]", "[data-control=next]", "[data-question]"] {
        assert!(!browser.shows(gone).await, "{gone} is there although the list is stopped");
    }
    browser.open_ready("/cap-so-do-lan-dau/").await;
    until_told(browser, "tat-ca").await;
    assert!(browser.shows("[data-list]").await, "another list goes on");
    assert!(!browser.shows("[data-string='ui.ask_before_going']").await);
});

in_both_browsers!(it_also_stops_a_list_that_is_begun, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    browser.saving(page.tick("can-cuoc")).await;

    publish(browser, &json!([notice("sinh", &["khai-sinh"], ALWAYS, true)]));
    browser.open_ready("/").await;
    browser.open_ready("/khai-sinh/#giay").await;
    until_told(browser, "sinh").await;
    assert!(!browser.shows("[data-list]").await);

    publish(browser, &json!([]));
    browser.open_ready("/").await;
    browser.open_ready("/khai-sinh/#giay").await;
    browser.until("the list is back", "return document.querySelector('[data-list]').getClientRects().length > 0").await;
    assert_eq!(page.state("can-cuoc").await, "have", "nothing of it is lost");
});

in_both_browsers!(between_a_question_and_its_answers_it_is_silent, async |browser| {
    publish(browser, &json!([notice("tat-ca", &[], ALWAYS, false)]));
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    until_told(browser, "tat-ca").await;
    page.tap_ask().await;
    assert!(!browser.shows("[data-notice]").await);
});

in_both_browsers!(without_network_the_last_one_still_stands, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    // The release on the phone stays as it is; only the notices change.
    publish(browser, &json!([notice("cau-gay", &[], ALWAYS, false)]));
    browser.open_ready("/").await;
    until_told(browser, "cau-gay").await;

    browser.site().stop();
    browser.open_ready("/khai-sinh/").await;
    until_told(browser, "cau-gay").await;

    browser.site().start_again();
    publish(browser, &json!([notice("cau-xong", &[], ALWAYS, false)]));
    browser.open_ready("/khai-sinh/").await;
    until_told(browser, "cau-xong").await;
    assert_eq!(notices_shown(browser).await, json!(["cau-xong"]), "what was taken back is gone");
});

in_both_browsers!(what_cannot_be_read_says_nothing, async |browser| {
    let release = Release::copy_of_dist(browser.scratch());
    let later = json!({ "v": 2, "notices": [notice("mai-sau", &[], ALWAYS, true)] }).to_string();
    for text in ["<!doctype html><p>Wi-Fi", "{\"v\":1,\"notices\":[{}]}", "{\"v\":1}", "", &later] {
        browser.site().publish(release.write("/notices.json", text));
        let page = ProcedurePage::open(browser, "khai-sinh").await;
        browser
            .until(
                "the notices were asked for",
                "return performance.getEntriesByType('resource').some(it => it.name.endsWith('/notices.json') && it.responseEnd)",
            )
            .await;
        page.tap_ask().await;
        page.back().await;
        assert!(!browser.shows("[data-notices]").await, "{text}");
        assert_eq!(browser.run(STOPPED, vec![]).await, json!(false), "{text}");
    }
});

const STOPPED: &str = "return document.documentElement.hasAttribute('data-stopped')";

/// One entry of the file, as sitegen writes it.
fn notice(id: &str, procedures: &[&str], (from, until): (&str, &str), stop: bool) -> Value {
    let words = format!("Tin {id} <b>");
    json!({ "id": id, "procedures": procedures, "from": from, "until": until, "stop": stop, "words": words })
}

/// Publishes the same release with other notices, as an editor does.
fn publish(browser: &Browser, notices: &Value) {
    let release = Release::copy_of_dist(browser.scratch());
    release.write("/notices.json", json!({ "v": 1, "notices": notices }).to_string());
    browser.site().publish(&release);
}

async fn until_told(browser: &Browser, id: &str) {
    let script = format!("return document.querySelector('[data-notice=\"{id}\"]')?.getClientRects().length > 0");
    browser.until(&format!("{id} is told"), &script).await;
}

async fn notices_shown(browser: &Browser) -> Value {
    let script = "return [...document.querySelectorAll('[data-notice]')].filter(it => it.getClientRects().length)
        .map(it => it.dataset.notice)";
    browser.run(script, vec![]).await
}

//! The link was opened inside a chat. The list is whole there; one step leads out, and the list goes along.

use harness::{Browser, ProcedurePage, Setting, in_both_browsers};
use serde_json::json;

const IN_FACEBOOK: Setting = Setting {
    user_agent: Some(
        "Mozilla/5.0 (Linux; Android 11; SM-A127F Build/RP1A.200720.012; wv) AppleWebKit/537.36 (KHTML, like Gecko) \
         Version/4.0 Chrome/120.0.6099.43 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/441.1.0.39.109;]",
    ),
    ..Setting::USUAL
};

const IN_ZALO_ON_AN_IPHONE: Setting = Setting {
    user_agent: Some(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 \
         Zalo iOS/231101 ZaloTheme/light ZaloLanguage/vi",
    ),
    ..Setting::USUAL
};

const SENTENCE: &str = "[data-in-app] [data-string='ui.open_from_message']";
const LINK: &str = "a[data-action=open-in-browser]";

in_both_browsers!(in_zalo_the_list_is_whole_and_its_number_leads_out, Setting::IN_ZALO, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    until_shown(browser, SENTENCE).await;
    assert!(leads_to(browser).await.ends_with("/khai-sinh/"), "without a list it leads to the same page");

    page.tick("can-cuoc").await;
    the_list_leads_out(browser).await;
    page.untick("can-cuoc").await;

    page.tap_ask().await;
    assert!(!browser.shows("[data-in-app]").await, "nothing stands beside a question");
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    page.tick("can-cuoc").await;
    let first = the_list_leads_out(browser).await;

    page.back().await;
    page.answer(&[("ket-hon", "chua"), ("ghi-ten-bo", "khong")]).await;
    page.until_step("list").await;
    assert_ne!(the_list_leads_out(browser).await, first, "another list has another number");
    assert!(browser.all("a[download]").await.is_empty(), "a chat's browser keeps no files");
});

in_both_browsers!(in_facebook_the_same_step_leads_out, IN_FACEBOOK, async |browser| {
    browser.open_ready("/").await;
    until_shown(browser, SENTENCE).await;
    assert!(browser.shows(LINK).await);
    assert!(leads_to(browser).await.ends_with('/'));
});

in_both_browsers!(an_iphone_has_no_such_step_and_says_how_to_come_back, IN_ZALO_ON_AN_IPHONE, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    until_shown(browser, SENTENCE).await;
    assert!(!browser.shows(LINK).await);
});

in_both_browsers!(a_browser_of_its_own_says_nothing_of_it, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    // Shown last of all that the page shows by itself.
    browser.until_offline().await;
    assert!(!browser.shows("[data-in-app]").await);
});

/// Where the link leads, as the way back says that Android falls back to; the link itself must say the same.
async fn leads_to(browser: &Browser) -> String {
    let found = browser
        .run(
            "const link = document.querySelector(arguments[0]).href;
             const [, place, rest] = /^intent:\\/\\/(.*)#Intent;(.*);end$/.exec(link);
             const parts = Object.fromEntries(rest.split(';').map(part => part.split('=')));
             return [place, parts.scheme, parts.package, decodeURIComponent(parts['S.browser_fallback_url'])];",
            vec![json!(LINK)],
        )
        .await;
    let [place, scheme, package, back] =
        [0, 1, 2, 3].map(|at| found[at].as_str().expect("the link is whole").to_owned());
    assert_eq!(package, "com.android.chrome");
    assert_eq!(format!("{scheme}://{place}"), back);
    assert!(back.starts_with(&browser.origin()), "{back}");
    back
}

/// The number under which the link takes the list along, which has to be the one that is shown.
async fn the_list_leads_out(browser: &Browser) -> String {
    let digits = browser
        .until(
            "the list has a number",
            "return [...document.querySelectorAll('[data-list-number]')].map(it => it.dataset.digits).find(Boolean)",
        )
        .await;
    let digits = digits.as_str().expect("digits are text").to_owned();
    let script = format!("return document.querySelector('{LINK}').href.includes('/k/{digits}#Intent')");
    browser.until("the link takes the list along", &script).await;
    assert!(leads_to(browser).await.ends_with(&format!("/k/{digits}")));
    until_shown(browser, LINK).await;
    digits
}

async fn until_shown(browser: &Browser, selector: &str) {
    let script = format!("return document.querySelector(\"{selector}\")?.getClientRects().length > 0");
    browser.until(&format!("{selector} is shown"), &script).await;
}

//! The content security policy works, and nothing on any page talks to anybody but the site itself.

use harness::{DESK, Scratch, Site, every_kind_of_page, http, in_both_browsers, pages};
use serde_json::json;

in_both_browsers!(a_script_that_is_slipped_in_does_not_run, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    browser
        .run(
            "const page = document.documentElement;
             document.addEventListener('securitypolicyviolation', event => page.dataset.refused = event.effectiveDirective);
             const script = document.createElement('script');
             script.textContent = 'document.documentElement.dataset.ran = true';
             document.body.append(script);",
            vec![],
        )
        .await;
    let refused = browser.until("the refusal is reported", "return document.documentElement.dataset.refused").await;
    assert!(refused.as_str().unwrap_or_default().starts_with("script-src"), "{refused}");
    let ran = browser.run("return document.documentElement.dataset.ran ?? null", vec![]).await;
    assert_eq!(ran, json!(null), "the inline script ran");
});

in_both_browsers!(nothing_is_fetched_from_elsewhere, async |browser| {
    for path in every_kind_of_page().into_iter().chain(DESK.map(str::to_owned)) {
        browser.open_ready(&path).await;
        let elsewhere = browser
            .run(
                "return performance.getEntriesByType('resource').map(it => it.name)
                     .filter(name => new URL(name).origin !== location.origin && !name.startsWith('data:'))",
                vec![],
            )
            .await;
        assert_eq!(elsewhere, json!([]), "{path} fetches from elsewhere");
        let kept = browser.run("return [document.cookie, localStorage.length, sessionStorage.length]", vec![]).await;
        assert_eq!(kept, json!(["", 0, 0]), "{path} keeps something");
    }
});

#[test]
fn every_page_comes_with_the_headers() {
    let scratch = Scratch::new();
    let site = Site::start(&scratch);
    for path in pages().into_iter().chain(DESK.map(str::to_owned)) {
        let answer = http::get(site.address(), &path);
        assert_eq!(answer.status, 200, "{path}");
        let policy = answer.header("content-security-policy").unwrap_or_default();
        for part in
            ["default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors"]
        {
            assert!(policy.contains(part), "{path} has no {part} but {policy:?}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
        for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "no-referrer")] {
            assert_eq!(answer.header(name), Some(value), "{path}: {name}");
        }
        assert!(answer.header("permissions-policy").is_some(), "{path} has no permissions policy");
    }
}

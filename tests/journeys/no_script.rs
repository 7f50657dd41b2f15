//! With scripts switched off, a page is a paper: everything can be read, and nothing pretends to react.

use harness::{Browser, EVERY_KIND, Setting, in_both_browsers};

in_both_browsers!(everything_can_be_read_without_script, Setting::WITHOUT_SCRIPT, async |browser| {
    for slug in EVERY_KIND {
        browser.open(&format!("/{slug}/")).await;
        for selector in ["[data-requirement]", "[data-outcome]"] {
            for item in browser.all(selector).await {
                let id = item.attr(selector.trim_matches(['[', ']'])).await.expect("attributes can be read");
                assert!(item.is_displayed().await.expect("visibility can be read"), "{slug}: {id:?} is hidden");
                assert!(!item.text().await.expect("text can be read").trim().is_empty(), "{slug}: {id:?} is empty");
            }
        }
        for needed in ["main h1", "[data-valid-until]", "[data-control=home]", "[data-control=back]"] {
            assert!(browser.shows(needed).await, "{slug} shows {needed}");
        }
    }
});

in_both_browsers!(nothing_that_needs_script_is_offered_without_it, Setting::WITHOUT_SCRIPT, async |browser| {
    for slug in EVERY_KIND {
        browser.open(&format!("/{slug}/")).await;
        // The boxes of the list stay: they are native and hold their tick as a pencil would.
        for useless in [
            "[type=radio]",
            "button",
            "[data-option]",
            "[data-count]",
            "[data-verdict] [data-verdict]",
            "[data-hint]",
            "[data-expired]",
        ] {
            assert!(!browser.shows(useless).await, "{slug} offers {useless}, which does nothing without script");
        }
        links_inside_lead_to_something(browser, slug).await;
    }
});

/// A link to a part of the same page has to lead to a part that can be seen.
async fn links_inside_lead_to_something(browser: &Browser, slug: &str) {
    for link in browser.all("a[href^='#']").await {
        if link.is_displayed().await.expect("visibility can be read") {
            let target = link.attr("href").await.expect("attributes can be read").unwrap_or_default();
            assert!(browser.shows(&target).await, "{slug}: {target} leads to nothing that is shown");
        }
    }
}

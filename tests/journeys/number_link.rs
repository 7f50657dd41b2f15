//! A number at the end of a link: what it says is shown before anything is done with it, on every kind of host, with and
//! without network.

use harness::{Ability, Browser, ProcedurePage, Setting, http, in_both_browsers};

/// A birth paper, parents who are married, and one of them goes: made with the content of November 2026.
const LIST: &str = "951987240096";
/// The same, of a release that had ten requirements only.
const OLDER: &str = "086896680097";
/// The same, of a release that has 31.
const NEWER: &str = "952079400094";
/// The same, for another commune.
const ELSEWHERE: &str = "951987480090";
/// Of the same list, what is still missing: two things.
const MISSING: &str = "162775080138";
/// A list of procedure 498, which is nobody's yet.
const UNKNOWN: &str = "000025679855";

in_both_browsers!(a_link_opens_on_a_host_that_rewrites, async |browser| {
    opens_and_leads_to_its_list(browser).await;
    assert_eq!(http::get(browser.site().address(), &format!("/k/{LIST}")).status, 200);
});

in_both_browsers!(a_link_opens_on_a_dumb_host, Setting::WITHOUT_REWRITE, async |browser| {
    opens_and_leads_to_its_list(browser).await;
    assert_eq!(http::get(browser.site().address(), &format!("/k/{LIST}")).status, 404);
});

/// Cold: nothing of the site is on the phone.
async fn opens_and_leads_to_its_list(browser: &Browser) {
    look_at(browser, &format!("/k/{LIST}")).await;
    let name = browser.visible("[data-check] [data-procedure=khai-sinh]").await.text().await.expect("a name");
    let title = browser.run("return document.title", vec![]).await;
    assert!(
        !title.as_str().unwrap_or_default().contains(name.trim()),
        "whoever looks over a shoulder reads no procedure"
    );
    assert!(browser.shows("[data-commune=own]").await && !browser.shows("[data-commune=other]").await);
    let count = count(browser).await;

    let page = say_yes(browser).await;
    assert_eq!(page.counts().await.1.to_string(), count, "as many things as it said");
    let list = page.ids().await;
    assert!(list.contains("giay-chung-sinh") && !list.contains("giay-uy-quyen"), "this family's list: {list:?}");
}

in_both_browsers!(every_number_says_what_it_is, async |browser| {
    for address in
        [format!("/k/#{LIST}"), "/k/#951%20987.240-096".to_owned(), format!("/k/{LIST}/"), "/k/13".to_owned()]
    {
        look_at(browser, &address).await;
        assert!(browser.shows("[data-check] [data-procedure=khai-sinh]").await, "{address}");
        assert!(!browser.shows("[data-trouble]").await, "{address}");
    }
    // The number of a whole procedure has no list.
    assert!(!browser.shows("[data-check] [data-count]").await);
    assert_eq!(
        browser.visible("[data-action=yes]").await.attr("href").await.ok().flatten().as_deref(),
        Some("/khai-sinh/")
    );

    look_at(browser, &format!("/k/{MISSING}")).await;
    assert!(browser.shows("[data-kind=missing]").await && !browser.shows("[data-kind=list]").await);
    assert_eq!(count(browser).await, "2");

    look_at(browser, &format!("/k/{ELSEWHERE}")).await;
    assert!(browser.shows("[data-check] [data-commune=other]").await && !browser.shows("[data-commune=own]").await);

    for (address, trouble) in [
        ("/k/".to_owned(), "none"),
        ("/k/#main".to_owned(), "none"),
        ("/k/951987240098".to_owned(), "wrong-digit"),
        ("/k/9519872400".to_owned(), "wrong-digit"),
        ("/k/95198724009695198724".to_owned(), "wrong-digit"),
        ("/k/14".to_owned(), "wrong-digit"),
        (format!("/k/{UNKNOWN}"), "unknown-procedure"),
        (format!("/k/{NEWER}"), "unknown-procedure"),
    ] {
        look_at(browser, &address).await;
        assert_eq!(troubles(browser).await, [trouble], "{address}");
        assert!(!browser.shows("[data-check]").await, "{address}: nothing is asked");
        let words = browser.visible(&format!("[data-trouble={trouble}]")).await.text().await.expect("words");
        assert!(!words.trim().is_empty(), "{address}: {trouble} is a sentence");
    }
});

in_both_browsers!(a_refused_number_can_be_mended, async |browser| {
    look_at(browser, "/k/951987240098").await;
    browser.tap("[data-trouble=wrong-digit] a").await;
    browser.until("the keypad is shown", "return location.pathname === '/so/'").await;
    browser.ready().await;
    browser.tap("[data-key=delete]").await;
    browser.tap("[data-key='6']").await;
    browser.tap("[data-control=next]").await;
    until_looked_at(browser).await;
    assert!(browser.shows("[data-check] [data-procedure=khai-sinh]").await);
});

in_both_browsers!(a_number_of_an_older_release_still_opens, async |browser| {
    look_at(browser, &format!("/k/{OLDER}")).await;
    let page = say_yes(browser).await;
    let list = page.ids().await;
    assert!(list.contains("giay-chung-sinh") && !list.contains("giay-uy-quyen"), "{list:?}");
    // What has come since is not left out.
    assert!(page.ids_that_are("perhaps").await.contains("ket-hon-o-dau"), "{:?}", page.list().await);
});

in_both_browsers!(a_link_opens_without_network, async |browser| {
    without_network(browser).await;
});

in_both_browsers!(a_link_opens_without_network_from_a_dumb_host, Setting::WITHOUT_REWRITE, async |browser| {
    without_network(browser).await;
});

async fn without_network(browser: &Browser) {
    browser.open_ready("/").await;
    browser.until_offline().await;
    browser.site().stop();
    look_at(browser, &format!("/k/{LIST}")).await;
    assert!(browser.shows("[data-check] [data-procedure=khai-sinh]").await);
    let count = count(browser).await;
    let page = say_yes(browser).await;
    assert_eq!(page.counts().await.1.to_string(), count);
}

in_both_browsers!(
    a_number_whose_page_cannot_be_fetched_says_so,
    Setting::USUAL.without(&[Ability::Worker]),
    async |browser| {
        look_at(browser, "/k/").await;
        browser.site().stop();
        browser.run(&format!("location.hash = '{LIST}'"), vec![]).await;
        let said = "return document.querySelector('[data-trouble=no-network]').getClientRects().length > 0";
        browser.until("it says that there is no network", said).await;
        assert_eq!(troubles(browser).await, ["no-network"]);

        browser.site().start_again();
        browser.tap("[data-trouble=no-network] [data-action=again]").await;
        let asked = "return document.querySelector('[data-check]')?.getClientRects().length > 0";
        browser.until("the number is looked at again", asked).await;
    }
);

in_both_browsers!(without_script_a_link_says_what_to_do, Setting::WITHOUT_SCRIPT, async |browser| {
    browser.open(&format!("/k/{LIST}")).await;
    assert!(browser.shows("[data-plain] a[href='/tat-ca/']").await, "what to do, and a way to all procedures");
    assert!(!browser.shows("[data-check], [data-trouble], [data-said], button").await);
});

in_both_browsers!(
    while_the_program_is_on_its_way_a_link_says_what_to_do,
    Setting::holding_back(".wasm"),
    async |browser| {
        browser.open(&format!("/k/{LIST}")).await;
        assert!(browser.shows("[data-plain]").await);
        assert!(!browser.shows("[data-check], [data-trouble]").await);
        browser.let_through();
        until_looked_at(browser).await;
        assert!(browser.shows("[data-check]").await && !browser.shows("[data-plain]").await);
    }
);

/// Opens a number's address and waits until the page has answered for it.
async fn look_at(browser: &Browser, address: &str) {
    // From one fragment to another no page would be loaded.
    browser.open("/gioi-thieu/").await;
    browser.open(address).await;
    until_looked_at(browser).await;
}

/// A dumb host shows its 404 page first.
async fn until_looked_at(browser: &Browser) {
    let looked_at = "const main = document.querySelector('main');
        return main?.dataset.page === 'check' && document.documentElement.hasAttribute('data-ready')";
    browser.until("the page has answered for the number", looked_at).await;
}

async fn troubles(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-trouble]')]
        .filter(it => it.getClientRects().length).map(it => it.dataset.trouble)";
    let found = browser.run(script, vec![]).await;
    found.as_array().into_iter().flatten().filter_map(|name| Some(name.as_str()?.to_owned())).collect()
}

async fn count(browser: &Browser) -> String {
    browser.visible("[data-check] [data-count]").await.text().await.expect("a count can be read")
}

async fn say_yes(browser: &Browser) -> ProcedurePage<'_> {
    browser.tap("[data-action=yes]").await;
    browser.until("the procedure opens", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);
    page.until_step("list").await;
    page
}

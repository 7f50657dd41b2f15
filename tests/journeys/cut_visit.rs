//! A first visit that breaks off: what has arrived works, and the next one goes on from there.

use std::time::{Duration, Instant};

use harness::gate::Visit;
use harness::{Browser, Engine, ProcedurePage, Setting, journey};
use serde_json::json;

/// What lies on a phone after one whole first visit, in bytes as they travel.
async fn whole_visit(browser: &Browser) -> u64 {
    let start = browser.gate().mark();
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    browser.gate().bytes_since(start)
}

fn cut_at_each_tenth(engine: Engine) {
    let whole = journey(engine, Setting::WATCHED, whole_visit);
    println!("a whole first visit in {}: {whole} bytes", engine.name());
    for percent in [10, 50, 90] {
        journey(engine, Setting::WATCHED, async |browser: &Browser| cut(browser, whole, percent).await);
    }
}

async fn cut(browser: &Browser, whole: u64, percent: u64) {
    let (gate, start) = (browser.gate(), browser.gate().mark());
    gate.cut_after(whole * percent / 100);
    // Where even the page does not arrive whole, the browser shows what it has, or says that there is no network.
    if browser.opens("/khai-sinh/").await {
        let readable = "return document.querySelectorAll('[data-requirement]').length";
        let papers = browser.run(readable, vec![]).await.as_u64().unwrap_or_default();
        assert!(papers > 0, "at {percent} % the list can be read");
    }
    let deadline = Instant::now() + Duration::from_secs(60);
    while !gate.is_cut() {
        assert!(Instant::now() < deadline, "{percent} % of the first visit never came");
        browser.run("return null", vec![]).await;
    }
    let before = gate.since(start);
    assert!(!browser.shows("[data-offline]").await, "at {percent} % nothing is promised");
    what_is_there_works(browser, percent).await;

    // The next visit, with network again.
    gate.open();
    let again = gate.mark();
    browser.restart().await;
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    let after = gate.since(again);
    let brought = |visits: &[Visit]| -> Vec<String> {
        let whole = visits.iter().filter(|visit| visit.whole && visit.status == 200);
        whole.filter(|visit| visit.path.starts_with("/packs/")).map(|visit| visit.path.clone()).collect()
    };
    // The pack that was being read when the network went may come once more; those before it were unpacked already.
    let packs = brought(&before);
    let twice: Vec<_> = brought(&after).into_iter().filter(|pack| packs.contains(pack)).collect();
    assert!(twice.len() <= 1, "at {percent} %: {twice:?} came again of {packs:?}");
    println!("cut at {percent} % of {whole}: {} bytes before, {} after", bytes(&before), bytes(&after));
}

/// The phone is switched on again, still without network: with the first tier on it, the page that was open and the ones
/// to come back by are whole, and any other says where one is, instead of the browser.
async fn what_is_there_works(browser: &Browser, percent: u64) {
    let tier = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(it => done(Boolean(it?.active)), () => done(false));";
    let is_installed = browser.run_async(tier, vec![]).await == json!(true);
    assert!(is_installed || percent < 90, "at {percent} % the first tier is there");
    if !is_installed {
        return;
    }
    browser.until_worker_is_kept().await;
    browser.restart().await;
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    for path in ["/", "/k/", "/so/", "/giay-cua-toi/"] {
        browser.open_ready(path).await;
        assert!(!browser.shows("main[data-page=not-found]").await, "{path} is part of the first tier");
    }
    for path in ["/ho-ngheo/", "/khong-co/"] {
        assert!(browser.opens(path).await, "{path} is answered by the site");
    }
}

fn bytes(visits: &[Visit]) -> u64 {
    visits.iter().map(|visit| visit.body).sum()
}

mod a_first_visit_that_breaks_off_goes_on_where_it_was {
    use super::*;

    #[test]
    fn chromium() {
        cut_at_each_tenth(Engine::Chromium);
    }

    #[test]
    fn firefox() {
        cut_at_each_tenth(Engine::Firefox);
    }
}

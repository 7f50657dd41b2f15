//! A new release: comes whole, takes over at the next page or when somebody agrees, mixes nothing, loses nothing, and
//! costs what has changed.

use harness::gate::Visit;
use harness::{Browser, Engine, ProcedurePage, Release, Setting, in_both_browsers, journey};
use serde_json::{Value, json};

/// Words of the page, and what the next release says instead.
const OLD: &str = "Làm giấy khai sinh cho con";
const NEW: &str = "Làm khai sinh cho con, bản mới";

/// Files of every kind, to tell one release from another.
const BODIES: [&str; 5] = ["/khai-sinh/", "/khai-sinh/can-cu/", "/ket-hon/", "/citizen.js", "/main.css"];

in_both_browsers!(alone_the_next_page_is_of_the_new_release, alone);

/// The oldest browser takes releases over in the same way.
#[test]
fn alone_the_next_page_is_of_the_new_release_in_chromium_106() {
    journey(Engine::Chromium106, Setting::USUAL, alone);
}

async fn alone(browser: &Browser) {
    let page = with_a_list(browser).await;
    let states = page.states().await;
    let old = Release::copy_of_dist(browser.scratch());
    let new = next_release(&old);
    browser.site().publish(&new);

    // The page that finds the new release is still of the old one, whole.
    look_for_a_release(browser).await;
    assert!(says(browser, OLD).await);
    assert_eq!(bodies(browser).await, of(&old), "all of the old release, nothing of the new one");

    // What waits is whole, so that it needs no network to take over.
    browser.site().stop();
    browser.open_ready("/khai-sinh/").await;
    browser
        .until("the new release has taken over", &format!("return document.body.textContent.includes('{NEW}')"))
        .await;
    browser.ready().await;
    assert_eq!(bodies(browser).await, of(&new), "all of the new release, nothing of the old one");
    browser.until_offline().await;
    let page = ProcedurePage::shown(browser);
    page.resume().await;
    assert_eq!(page.states().await, states, "every tick is there");
    assert_eq!(releases(browser).await, 1, "the old release is gone");
}

in_both_browsers!(what_stands_behind_an_address_survives_the_change, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    browser.site().publish(&next_release(&Release::copy_of_dist(browser.scratch())));
    look_for_a_release(browser).await;
    browser.open_ready("/gioi-thieu/#main").await;
    assert_eq!(browser.place().await, "/gioi-thieu/#main");
    assert_eq!(releases(browser).await, 1, "the new release has taken over");
});

in_both_browsers!(a_release_that_does_not_arrive_whole_changes_nothing, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    let old = Release::copy_of_dist(browser.scratch());
    let new = next_release(&old);
    // The server is half-way through: the new list is there, one page of it is not.
    let half = new.copy();
    half.write("/khai-sinh/", "<!doctype html><p>khac</p>").write("/packs/procedure/khai-sinh.txt", "");
    browser.site().publish(&half);
    assert!(!comes(browser).await, "half a release does not wait");
    browser.open_ready("/khai-sinh/").await;
    assert_eq!(bodies(browser).await, of(&old));
    browser.until_offline().await;

    browser.site().publish(&new);
    look_for_a_release(browser).await;
    browser.open_ready("/khai-sinh/").await;
    assert_eq!(bodies(browser).await, of(&new));
});

in_both_browsers!(too_little_room_keeps_the_old_release_and_says_so, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    let old = Release::copy_of_dist(browser.scratch());
    let new = next_release(&old);
    new.edit("/sw.js", "navigator.storage?.estimate?.()", "Promise.resolve({ quota: 9e6, usage: 9e6 - 9 })").seal();
    browser.site().publish(&new);
    assert!(!comes(browser).await, "there is no room for two releases");
    browser.until("it says so", "return document.querySelector('[data-no-room]').getClientRects().length > 0").await;
    browser.site().stop();
    browser.open_ready("/ket-hon/").await;
    browser.until_offline().await;
    assert_eq!(bodies(browser).await, of(&old), "what was there is there");
});

in_both_browsers!(two_tabs_are_asked_and_told_by_a_notice_meanwhile, async |browser| {
    let page = with_a_list(browser).await;
    let states = page.states().await;
    let first = browser.tab().await;
    let second = browser.new_tab().await;
    browser.open_ready("/ket-hon/").await;

    let old = Release::copy_of_dist(browser.scratch());
    let new = next_release(&old);
    let urgent = json!({ "v": 1, "notices": [{ "id": "cau-gay", "procedures": [], "from": "2026-01-01",
        "until": "2099-12-31", "stop": false, "words": "Cầu gãy" }] });
    new.write("/notices.json", urgent.to_string());
    browser.site().publish(&new);
    look_for_a_release(browser).await;

    // Both stay what they are, also at their next page, until somebody agrees.
    browser.open_ready("/khai-sinh/").await;
    assert!(says(browser, OLD).await, "nothing changes while another page is open");
    assert_eq!(bodies(browser).await, of(&old));
    browser.until("the notice reaches the old release", "return document.querySelector('[data-notice=cau-gay]')").await;
    let asks = "return document.querySelector('[data-update]')?.getClientRects().length > 0";
    browser.until("it asks", asks).await;

    browser.tap("[data-action=take-over]").await;
    let taken = format!("return document.body.textContent.includes('{NEW}')");
    browser.until("this tab is of the new release", &taken).await;
    assert_eq!(bodies(browser).await, of(&new));
    browser.switch_to(&first).await;
    browser.until("so is the other one", &taken).await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);
    if page.step().await == "page" {
        page.resume().await;
    }
    assert_eq!(page.states().await, states, "every tick is there");
    browser.switch_to(&second).await;
});

in_both_browsers!(one_changed_procedure_costs_little, Setting::WATCHED, async |browser| {
    let brought = brought_by(browser, |release| {
        for page in ["/khai-sinh/", "/khai-sinh/can-cu/", "/khai-sinh/da-nop/"] {
            release.edit(page, OLD, NEW);
        }
    })
    .await;
    let bytes: u64 = brought.iter().map(|visit| visit.body).sum();
    println!("one procedure changed: {bytes} bytes: {:?}", paths(&brought));
    assert!(bytes <= 15_000, "{bytes} bytes for {:?}", paths(&brought));
    assert!(paths(&brought).iter().all(|path| path.contains("khai-sinh")), "{:?}", paths(&brought));
});

in_both_browsers!(changed_code_brings_no_page, Setting::WATCHED, async |browser| {
    let brought = brought_by(browser, |release| {
        let code = release.text("/citizen.js");
        release.write("/citizen.js", format!("{code}\n// next\n"));
    })
    .await;
    assert_eq!(paths(&brought), ["/citizen.js"], "code and nothing else");
});

/// A list of two questions' worth, two ticks on it, and the release whole on the phone.
async fn with_a_list(browser: &Browser) -> ProcedurePage<'_> {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "roi")])
        .await;
    page.until_step("list").await;
    for paper in ["van-ban-lam-chung", "can-cuoc"] {
        browser.saving(page.tick(paper)).await;
    }
    browser.until_offline().await;
    page
}

fn next_release(old: &Release) -> Release {
    let new = old.copy();
    new.edit("/khai-sinh/", OLD, NEW).edit("/khai-sinh/can-cu/", OLD, NEW);
    new.write("/citizen.js", format!("{}\n// next\n", old.text("/citizen.js")));
    new.seal();
    new
}

/// Looks for a new release, as every page does when it is opened, and waits until it is there whole.
async fn look_for_a_release(browser: &Browser) {
    assert!(comes(browser).await, "the new release is on the phone");
}

/// Looks for a new release and tells whether it came.
async fn comes(browser: &Browser) -> bool {
    let look = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then(async registration => {
            await registration.update().catch(() => {});
            const coming = registration.installing;
            if (!coming) return done(Boolean(registration.waiting));
            coming.addEventListener('statechange', () => done(coming.state === 'installed'));
        });";
    browser.run_async(look, vec![]).await == json!(true)
}

/// How many releases lie on the phone.
async fn releases(browser: &Browser) -> usize {
    let caches = browser.run_async("caches.keys().then(arguments[0])", vec![]).await;
    let names = caches.as_array().into_iter().flatten().filter_map(Value::as_str);
    names.filter(|name| name.starts_with("app-")).count()
}

async fn says(browser: &Browser, words: &str) -> bool {
    browser.run("return document.body.textContent.includes(arguments[0])", vec![json!(words)]).await == json!(true)
}

/// What this page gets for some addresses.
async fn bodies(browser: &Browser) -> Value {
    let read = "const [addresses, done] = arguments;
        Promise.all(addresses.map(async it => (await fetch(it)).text())).then(done);";
    browser.run_async(read, vec![json!(BODIES)]).await
}

fn of(release: &Release) -> Value {
    json!(BODIES.map(|address| release.text(address)))
}

/// What a phone that has everything fetches for a release that was changed so; without the worker and the notices.
async fn brought_by(browser: &Browser, change: impl FnOnce(&Release)) -> Vec<Visit> {
    browser.open_ready("/").await;
    browser.until_offline().await;
    let release = Release::copy_of_dist(browser.scratch());
    change(&release);
    release.seal();
    browser.site().publish(&release);
    let mark = browser.gate().mark();
    look_for_a_release(browser).await;
    let mut visits = browser.gate().since(mark);
    visits.retain(|visit| visit.path != "/sw.js" && visit.path != "/notices.json");
    visits
}

fn paths(visits: &[Visit]) -> Vec<&str> {
    visits.iter().map(|visit| visit.path.as_str()).collect()
}

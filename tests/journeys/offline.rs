//! Once the small picture is there, everything works without network; and nothing comes onto a phone that is not what
//! the release lists.

use harness::{Browser, EVERY_KIND, ProcedurePage, Release, in_both_browsers, pages};
use serde_json::{Value, json};

in_both_browsers!(every_page_is_there_without_network, async |browser| {
    browser.open_ready("/khai-sinh/").await;
    browser.until_offline().await;
    browser.site().stop();
    // The sheet of pictograms is for who draws, at a desk: phones do not keep it.
    for path in pages().into_iter().filter(|path| path != "/404.html" && path != "/hinh/") {
        browser.open_ready(&path).await;
        let title = browser.run("return document.querySelector('main').dataset.page", vec![]).await;
        assert!(title.is_string() && title != json!("not-found"), "{path} shows {title}");
    }
    // A page that was never opened before asks and lists as any other.
    for slug in EVERY_KIND {
        let page = ProcedurePage::open(browser, slug).await;
        page.tap_ask().await;
        assert!(!page.current_question().await.is_empty());
    }
});

in_both_browsers!(an_address_that_does_not_exist_says_so_without_network_too, async |browser| {
    browser.open_ready("/").await;
    browser.until_offline().await;
    browser.site().stop();
    browser.open_ready("/khong-co/").await;
    assert!(browser.shows("main[data-page=not-found]").await);
    // A folder without its slash is the folder.
    browser.open_ready("/khai-tu").await;
    assert_eq!(browser.place().await, "/khai-tu/");
});

in_both_browsers!(what_is_not_in_the_list_never_comes_onto_the_phone, async |browser| {
    // One body is not what its hash says: a page of another release, or of somebody else.
    let published = Release::copy_of_dist(browser.scratch());
    let tampered = published.copy();
    tampered.write("/giay/can-cuoc/", "<!doctype html><p>khac</p>");
    for pack in packs(&published) {
        tampered.write(&pack, "{}");
    }
    browser.site().publish(&tampered);
    browser.open_ready("/khai-sinh/").await;
    let state = until_filled(browser).await;
    assert_eq!(state["complete"], json!(false));
    assert!(!browser.shows("[data-offline]").await, "it promises nothing");
    let kept = "const done = arguments[arguments.length - 1];
        caches.match('/giay/can-cuoc/').then(async it => done(it ? await it.text() : null));";
    assert_eq!(browser.run_async(kept, vec![]).await, Value::Null, "the wrong body stays out");

    browser.site().publish(&published);
    browser.open_ready("/").await;
    browser.until_offline().await;
});

/// Addresses of the packs of life events.
fn packs(release: &Release) -> Vec<String> {
    let folder = release.folder().join("packs");
    let files = std::fs::read_dir(folder).expect("there are packs").flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    names.filter(|name| name.contains('.') && !name.ends_with(".br")).map(|name| format!("/packs/{name}")).collect()
}

/// Asks the worker to bring the rest, waits until it has tried, and gives back what it says.
async fn until_filled(browser: &Browser) -> Value {
    let fill = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.ready.then(({ active }) => {
            navigator.serviceWorker.addEventListener('message', ({ data }) => data.told === 'state' && done(data));
            active.postMessage({ ask: 'fill' });
        });";
    browser.run_async(fill, vec![]).await
}

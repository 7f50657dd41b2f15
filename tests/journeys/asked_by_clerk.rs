//! At the counter one paper more is asked for: whoever holds the phone touches its picture, and it joins the list.

use harness::{Browser, ProcedurePage, in_both_browsers};
use serde_json::{Value, json};

in_both_browsers!(a_paper_joins_the_list_and_is_missing_until_it_is_there, async |browser| {
    let page = at_the_list(browser).await;
    for id in page.ids().await {
        page.tick(&id).await;
    }
    let (have, total) = page.counts().await;
    assert_eq!(have, total, "everything is there");
    to_the_papers(browser, &page).await;
    pick(browser, "giay-ket-hon").await;

    assert_eq!(page.counts().await, (total, total + 1));
    let named =
        browser.run("return document.querySelector('[data-asked=giay-ket-hon] .item__name').innerText", vec![]).await;
    let drawn = "return document.querySelector('[data-asked=giay-ket-hon] .pic').naturalWidth > 0";
    browser.until("its picture is drawn", drawn).await;
    page.go_to_end().await;
    assert_eq!(verdict(browser).await, json!("missing"), "it is not enough any more");
    let last = browser
        .run("return document.querySelectorAll('[data-summary] > :not([data-need=if-you-have])').length", vec![])
        .await;
    assert_eq!(last, json!(total + 1), "the end has it too");

    browser.open_ready("/giay-cua-toi/").await;
    let says =
        "return document.querySelector('[data-lists] [data-shown=missing]:not([hidden]) [data-count]')?.textContent";
    browser.until("the lists of this phone count it", &format!("return (() => {{ {says} }})() === '1'")).await;

    // It is kept with the list, with its name.
    browser.open_ready("/khai-sinh/#giay").await;
    until_shown(browser, "giay-ket-hon").await;
    let again =
        browser.run("return document.querySelector('[data-asked=giay-ket-hon] .item__name').innerText", vec![]).await;
    assert_eq!(again, named);
    let page = ProcedurePage::shown(browser);
    browser.saving(async { browser.tap("[data-asked=giay-ket-hon] label").await }).await;
    page.go_to_end().await;
    assert_eq!(verdict(browser).await, json!("enough"));

    // A wrong tap can be taken back.
    browser.open_ready("/khai-sinh/#giay").await;
    until_shown(browser, "giay-ket-hon").await;
    browser.tap("[data-asked=giay-ket-hon] summary").await;
    browser.saving(async { browser.tap("[data-asked=giay-ket-hon] [data-action=not-asked]").await }).await;
    assert!(!browser.shows("[data-group=asked]").await);
    assert_eq!(page.counts().await, (total, total));
});

in_both_browsers!(a_paper_without_a_picture_is_noted_too, async |browser| {
    let page = at_the_list(browser).await;
    let (_, total) = page.counts().await;
    to_the_papers(browser, &page).await;
    browser.tap("[data-control=next]").await;
    browser.until("the next papers", "return location.pathname === '/them-giay/2/'").await;
    browser.ready().await;
    pick(browser, "other").await;
    assert_eq!(page.counts().await.1, total + 1);
});

in_both_browsers!(a_list_that_is_kept_nowhere_is_there_again_with_it, async |browser| {
    browser.open_ready("/").await;
    browser.run("localStorage.setItem('helper', 'yes')", vec![]).await;
    let page = at_the_list(browser).await;
    let mut ids: Vec<_> = page.ids().await.into_iter().collect();
    let (_, total) = page.counts().await;
    for paper in ["giay-ket-hon", "can-cuoc"] {
        to_the_papers(browser, &page).await;
        pick(browser, paper).await;
    }
    until_shown(browser, "giay-ket-hon").await;
    let mut again: Vec<_> = page.ids().await.into_iter().collect();
    ids.sort();
    again.sort();
    assert_eq!(again, ids);
    assert_eq!(page.counts().await.1, total + 2);
});

in_both_browsers!(without_a_list_pictures_lead_to_their_papers, async |browser| {
    for address in ["/them-giay/", "/them-giay/#Kh%C3%A1c", "/them-giay/#//khac.example"] {
        browser.open_ready(address).await;
        let leads = "return document.querySelector('[data-asked=giay-ket-hon]').getAttribute('href')";
        assert_eq!(browser.run(leads, vec![]).await, json!("/giay/giay-ket-hon/"), "{address}");
        assert!(!browser.shows("[data-asked=other]").await, "{address}");
    }
});

async fn at_the_list(browser: &Browser) -> ProcedurePage<'_> {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer_all(&[]).await;
    page.until_step("list").await;
    page
}

/// By the end and the clerk's card.
async fn to_the_papers(browser: &Browser, page: &ProcedurePage<'_>) {
    page.go_to_end().await;
    browser.tap("[data-control=next]").await;
    browser.until("the clerk's card opens", "return location.pathname === '/khai-sinh/can-cu/'").await;
    browser.ready().await;
    browser.tap("[data-action=more-papers]").await;
    browser.until("papers to choose from", "return location.pathname === '/them-giay/'").await;
    browser.ready().await;
}

async fn pick(browser: &Browser, paper: &str) {
    browser.tap(&format!("[data-asked={paper}]")).await;
    browser.until("the list is there again", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;
    until_shown(browser, paper).await;
    ProcedurePage::shown(browser).until_step("list").await;
}

async fn until_shown(browser: &Browser, paper: &str) {
    let script = format!("return document.querySelector('[data-asked={paper}]')?.checkVisibility() === true");
    browser.until(&format!("{paper} is on the list"), &script).await;
}

async fn verdict(browser: &Browser) -> Value {
    browser.run("return document.querySelector('[data-verdict]').dataset.verdict", vec![]).await
}

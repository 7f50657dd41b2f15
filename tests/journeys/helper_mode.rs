//! Helper's mode: beside each question what to say, how to make sure and what an answer changes; nothing is kept of whom
//! one helps, unless one asks for it.

use harness::{Browser, ProcedurePage, in_both_browsers};
use serde_json::json;

in_both_browsers!(a_helper_is_told_how_to_ask_and_what_an_answer_changes, async |browser| {
    help(browser, true).await;
    let page = helped(browser).await;
    let each =
        "return [...document.querySelectorAll('[data-question]')].map(it => it.querySelectorAll('.help').length)";
    let each = browser.run(each, vec![]).await;
    assert!(each.as_array().into_iter().flatten().all(|count| *count == json!(1)), "one for each question: {each}");
    page.tap_ask().await;
    let help = ".question:not([hidden]) .help";
    browser.tap(&format!("{help} > summary")).await;
    let says = browser.visible(help).await.text().await.expect("text can be read");
    assert!(says.lines().count() >= 4, "why, how to make sure, and what the answers change: {says}");
    let laws = "return document.querySelectorAll('.item .item__more > cite').length";
    let items = browser.run("return document.querySelectorAll('.item[data-requirement]').length", vec![]).await;
    assert_eq!(browser.run(laws, vec![]).await, items, "each line has its place in the law");

    // The same answers without it, and no trace of it.
    browser.tap("[data-control=back]").await;
    page.until_step("page").await;
    browser.tap("[data-action=leave-helper]").await;
    browser.until("it is over", "return !('helper' in document.documentElement.dataset)").await;
    browser.ready().await;
    assert!(!browser.shows(".help, .helping").await);
});

in_both_browsers!(nothing_is_kept_of_whom_one_helps_unless_asked, async |browser| {
    help(browser, true).await;
    let page = helped(browser).await;
    to_the_list(&page).await;
    let first = page.list().await[0].0.clone();
    page.tick(&first).await;
    let page = helped(browser).await;
    assert_eq!(page.step().await, "page", "the next family begins with nothing");
    assert!(!browser.shows("[data-action=resume]").await);

    to_the_list(&page).await;
    page.tick(&first).await;
    browser.saving(async { browser.tap("[data-action=keep]").await }).await;
    assert!(browser.shows("[data-action=keep] .is-kept").await, "it says that it is kept");
    browser.open_ready("/giay-cua-toi/").await;
    browser.visible("[data-kept]").await;
    let page = helped(browser).await;
    to_the_list(&page).await;
    browser.tap("[data-action=restart]").await;
    page.until_step("question").await;
    let kept = browser.run("return document.querySelector('main').dataset.kept", vec![]).await;
    assert_eq!(kept, "no", "nobody asked to keep that of the next family");
    browser.open_ready("/giay-cua-toi/").await;
    browser.visible("[data-kept]").await;
    assert_eq!(
        browser.all("[data-lists] [data-kept]").await.len(),
        1,
        "what a family asked to keep stays when another begins"
    );
    browser.tap("[data-lists] [data-kept] a").await;
    browser.until("their list opens", "return document.querySelector('main').dataset.step === 'list'").await;
    assert_eq!(ProcedurePage::shown(browser).state(&first).await, "have");
});

/// Switches it on or off where everybody finds it.
async fn help(browser: &Browser, on: bool) {
    browser.open_ready("/cach-xem/").await;
    browser.tap(if on { "label:has([name=helper][value=yes])" } else { "label:has([name=helper][value=''])" }).await;
}

/// The page of a procedure with the mode on.
async fn helped(browser: &Browser) -> ProcedurePage<'_> {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    browser
        .until("what helps is there", "return document.querySelector('.helping') && document.querySelector('.help')")
        .await;
    page
}

async fn to_the_list(page: &ProcedurePage<'_>) {
    page.tap_ask().await;
    page.pass_all().await;
    page.until_step("list").await;
}

//! From the first page to the finished list with Tab, Enter, Space and arrows, always seeing where one is.

use harness::{Browser, Key, ProcedurePage, in_both_browsers};
use serde_json::json;

in_both_browsers!(a_list_can_be_made_with_the_keyboard_alone, async |browser| {
    browser.open("/").await;
    tab_to(browser, "a[href='/viec/sinh-con/']").await;
    browser.press(Key::Enter).await;
    browser.until("the life event opens", "return location.pathname === '/viec/sinh-con/'").await;
    browser.ready().await;
    tab_to(browser, "a[href='/khai-sinh/']").await;
    browser.press(Key::Enter).await;
    browser.until("the page of the procedure opens", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);

    tab_to(browser, "[data-action=ask]").await;
    browser.press(Key::Enter).await;
    page.until_step("question").await;
    let mut asked = Vec::new();
    while page.step().await == "question" {
        let question = page.current_question().await;
        tab_to(browser, &format!("[data-question='{question}'] input")).await;
        // Space takes the option one stands on, an arrow the one below it.
        browser.press(' ').await;
        if asked.len() == 1 {
            browser.press(Key::Down).await;
        }
        let chosen = format!("return !!document.querySelector('[data-question=\"{question}\"] :checked')");
        browser.until("an option is chosen", &chosen).await;
        tab_to(browser, "[data-control=next]").await;
        browser.press(Key::Enter).await;
        let left = format!(
            "const main = document.querySelector('main');
             const shown = [...document.querySelectorAll('[data-question]')].find(it => it.getClientRects().length);
             return main.dataset.step !== 'question' || shown?.dataset.question !== '{question}'"
        );
        browser.until("Enter leads to the next question", &left).await;
        asked.push(question);
        assert!(asked.len() < 12, "the questions come to an end: {asked:?}");
    }
    page.until_step("list").await;

    tab_to(browser, "[data-list] [data-requirement] input").await;
    let first =
        browser.run("return document.activeElement.closest('[data-requirement]').dataset.requirement", vec![]).await;
    let first = first.as_str().expect("an item has an id");
    browser.press(' ').await;
    let ticked = format!("return document.querySelector('[data-requirement=\"{first}\"]').dataset.state === 'have'");
    browser.until("Space ticks the item", &ticked).await;
    tab_to(browser, "[data-control=next]").await;
    browser.press(Key::Enter).await;
    page.until_step("end").await;
});

/// Presses Tab until the focus is on an element that matches; every stop on the way has to be visible.
async fn tab_to(browser: &Browser, selector: &str) {
    let mut stops = Vec::new();
    while stops.len() < 80 {
        browser.press(Key::Tab).await;
        let stop = browser.run(FOCUS, vec![json!(selector)]).await;
        assert_eq!(stop["outside"], json!(false), "Tab leaves the page without meeting {selector}: {stops:?}");
        assert_eq!(stop["seen"], json!(true), "the focus cannot be seen on {}", stop["name"]);
        if stop["there"] == json!(true) {
            return;
        }
        stops.push(stop["name"].as_str().map_or_else(String::new, str::to_owned));
    }
    panic!("80 times Tab do not lead to {selector} but past {stops:?}");
}

/// Where the focus is. A native box may be drawn by its label, which then carries the outline. After the last link
/// Chromium focuses the body, Firefox its own buttons.
const FOCUS: &str = "
    const it = document.activeElement;
    const outlined = one => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
        const { width, height } = one.getBoundingClientRect();
        return width > 0 && height > 0 && (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 || boxShadow !== 'none');
    };
    return {
        outside: !document.hasFocus() || it === document.body,
        seen: [it, it.closest('label')].filter(Boolean).some(outlined),
        there: it.matches(arguments[0]),
        name: `${it.tagName} ${it.className} ${it.textContent.trim().slice(0, 20)}`,
    };";

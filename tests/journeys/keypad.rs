//! A number read out over the telephone: typed on large buttons, refused when it is wrong, and opened as the same list.

use harness::{Browser, Key, PHONE, ProcedurePage, SCREENS, Setting, in_both_browsers};
use serde_json::json;

in_both_browsers!(a_number_typed_in_opens_the_same_list, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.answer(&[("ai-di", "bo-me"), ("giay-chung-sinh", "co"), ("ket-hon", "roi")]).await;
    page.until_step("list").await;
    let list = page.ids().await;
    let (_, total) = page.counts().await;
    let number = page.number().await;

    browser.open_ready("/").await;
    browser.tap("main a[href='/so/']").await;
    browser.until("the keypad is shown", "return location.pathname === '/so/'").await;
    browser.ready().await;
    type_in(browser, &number).await;
    assert_eq!(typed(browser).await, in_threes(&number));

    browser.tap("[data-control=next]").await;
    browser.until("the site asks whether this is it", "return location.pathname === '/k/'").await;
    browser.ready().await;
    assert!(browser.shows("[data-check] [data-procedure=khai-sinh]").await, "the procedure is shown");
    let count = browser.visible("[data-check] [data-count]").await.text().await.expect("a count can be read");
    assert_eq!(count, total.to_string(), "as many things as on the list");
    browser.tap("[data-action=yes]").await;
    browser.until("the list opens", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);
    page.until_step("list").await;
    assert_eq!(page.ids().await, list);
});

in_both_browsers!(a_wrong_digit_is_refused_and_nothing_is_lost, async |browser| {
    browser.open_ready("/so/").await;
    browser.tap("[data-control=next]").await;
    until_trouble(browser, "none").await;

    type_in(browser, "95198").await;
    assert!(!browser.shows("[data-trouble]").await, "typing on takes the sentence away");
    browser.tap("[data-control=next]").await;
    until_trouble(browser, "short").await;
    let missing = browser.visible("[data-trouble=short] [data-count]").await.text().await.expect("a count can be read");
    assert_eq!(missing, "7");

    type_in(browser, "7240098").await;
    browser.tap("[data-control=next]").await;
    until_trouble(browser, "wrong-digit").await;
    assert_eq!(typed(browser).await, "951 987 240 098");

    browser.tap("[data-key=delete]").await;
    assert_eq!(typed(browser).await, "951 987 240 09");
    type_in(browser, "66").await;
    browser.tap("[data-control=next]").await;
    until_trouble(browser, "uneven").await;
    browser.tap("[data-key=delete]").await;
    browser.tap("[data-control=next]").await;
    browser.until("the number is taken", "return location.pathname === '/k/'").await;
    browser.ready().await;

    // Whoever says that this is not it comes back to the digits.
    browser.tap("[data-action=no]").await;
    browser.until("the keypad is shown", "return location.pathname === '/so/'").await;
    browser.ready().await;
    assert_eq!(typed(browser).await, "951 987 240 096");
});

in_both_browsers!(the_number_of_a_procedure_opens_its_page, async |browser| {
    browser.open_ready("/so/").await;
    // 498 is nobody's yet: this copy of the site is older than the number.
    type_in(browser, "4986").await;
    browser.tap("[data-control=next]").await;
    until_trouble(browser, "unknown-procedure").await;
    for _ in 0..4 {
        browser.tap("[data-key=delete]").await;
    }
    type_in(browser, "13").await;
    browser.tap("[data-control=next]").await;
    browser.until("the procedure is shown", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;

    browser.back().await;
    browser.until("the keypad is shown", "return location.pathname === '/so/'").await;
    browser.ready().await;
    assert_eq!(typed(browser).await, "13");
});

in_both_browsers!(a_real_keyboard_works_too, async |browser| {
    browser.open_ready("/so/").await;
    for digit in "9519872400987".chars() {
        browser.press(digit).await;
    }
    browser
        .until("all digits are shown", "return document.querySelector('[data-typed]').textContent.length === 17")
        .await;
    browser.press(Key::Backspace).await;
    browser.press(Key::Backspace).await;
    browser.press('6').await;
    assert_eq!(typed(browser).await, "951 987 240 096");
    browser.press(Key::Enter).await;
    browser.until("Enter goes on", "return location.pathname === '/k/'").await;
});

in_both_browsers!(the_keys_fit_and_stay_where_they_are, async |browser| {
    for size in SCREENS {
        browser.resize(size).await;
        browser.open_ready("/so/").await;
        let before = browser.run(KEYS, vec![]).await;
        assert_eq!(before["faults"], json!([]), "on {size}");
        browser.tap("[data-control=next]").await;
        until_trouble(browser, "none").await;
        assert_eq!(browser.run(KEYS, vec![]).await, before, "what is wrong moves no key on {size}");
        for _ in 0..18 {
            browser.tap("[data-key='8']").await;
        }
        assert_eq!(browser.run(KEYS, vec![]).await["faults"], json!([]), "the longest number fits on {size}");
    }
    browser.resize(PHONE).await;
});

in_both_browsers!(without_script_the_keypad_says_what_to_do, Setting::WITHOUT_SCRIPT, async |browser| {
    browser.open("/so/").await;
    assert!(browser.shows("[data-plain]").await, "a sentence says what to do");
    assert!(!browser.shows("button, [data-typed], [data-trouble]").await, "nothing is offered that does nothing");
    assert!(browser.shows("[data-plain] a[href='/tat-ca/']").await, "a way to all procedures");
    browser.tap("[data-control=next]").await;
    assert_eq!(browser.place().await, "/tat-ca/");
});

async fn type_in(browser: &Browser, digits: &str) {
    for digit in digits.chars().filter(char::is_ascii_digit) {
        browser.tap(&format!("[data-key='{digit}']")).await;
    }
}

/// What stands over the keys.
async fn typed(browser: &Browser) -> String {
    browser.visible("[data-typed]").await.text().await.expect("the digits can be read")
}

async fn until_trouble(browser: &Browser, name: &str) {
    let shown = format!(
        "const shown = [...document.querySelectorAll('[data-trouble]')].filter(it => it.getClientRects().length);
         return shown.length === 1 && shown[0].dataset.trouble === '{name}'"
    );
    browser.until(&format!("it says {name}"), &shown).await;
    let words = browser.visible(&format!("[data-trouble={name}]")).await.text().await.expect("words can be read");
    assert!(!words.trim().is_empty(), "{name} is a sentence");
}

fn in_threes(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().filter(char::is_ascii_digit).collect();
    digits.chunks(3).map(|three| three.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Where the keys are, and which of them cannot be seen whole, are too small or too close to the controls.
const KEYS: &str = "
    const box = it => it.getBoundingClientRect();
    const bar = box(document.querySelector('.bar')).top;
    const top = box(document.querySelector('.top')).bottom;
    const faults = [];
    if (document.scrollingElement.scrollHeight > innerHeight) faults.push('the page scrolls');
    for (const it of document.querySelectorAll('.keypad__typed, .keypad__trouble:not([hidden])')) {
        if (box(it).top < top || it.scrollWidth > it.clientWidth + 1) faults.push(it.className);
    }
    const places = [...document.querySelectorAll('[data-key]')].map(it => {
        const { x, y, width, height, bottom } = box(it);
        if (width < 56 || height < 56 || bottom > bar) faults.push(`${it.dataset.key} ${width}×${height} ends at ${bottom} of ${bar}`);
        return [x, y, width, height].map(Math.round);
    });
    return { faults, places };";

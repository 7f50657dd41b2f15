//! Listening: with the phone's own Vietnamese voice where it has one, else the loudspeaker says whom to ask to read.

use harness::{Browser, ProcedurePage, in_both_browsers};
use serde_json::{Value, json};

const CONTROL: &str = "[data-control=listen] > summary";

in_both_browsers!(without_a_voice_it_says_whom_to_ask, async |browser| {
    voices(browser, "/khai-sinh/", json!([{ "lang": "en-US", "localService": true }])).await;
    assert_eq!(speaking(browser).await, json!([false, false]), "a foreign voice is none");
    assert!(!browser.shows("[data-control=listen] p").await);
    browser.tap(CONTROL).await;
    assert!(browser.shows("[data-control=listen] p").await, "it says whom to ask");
    assert_eq!(said(browser).await, json!([]));
});

in_both_browsers!(a_question_is_read_item_by_item_and_stops_when_it_is_left, async |browser| {
    voices(browser, "/khai-sinh/", json!([{ "lang": "vi_VN", "localService": true }])).await;
    let page = ProcedurePage::shown(browser);
    page.tap_ask().await;
    browser.tap(CONTROL).await;
    assert!(!browser.shows("[data-control=listen] p").await, "with a voice nobody has to be asked");
    let question = browser.run("return document.querySelector('.question:not([hidden]) h2').innerText", vec![]).await;
    browser.until("something is named", "return document.querySelector('[data-named]')").await;
    for _ in 0..2 {
        browser.run("spoken.at(-1).onend()", vec![]).await;
    }
    let texts = said(browser).await;
    let Value::Array(texts) = texts else { panic!("a list of what was said") };
    assert_eq!(texts.len(), 3, "one after the other: {texts:?}");
    assert!(texts.contains(&question), "the question among them: {texts:?}");
    assert_eq!(named(browser).await, json!(1), "one thing is marked");
    assert_eq!(speaking(browser).await, json!([true, true]));

    browser.tap(CONTROL).await;
    assert_eq!(speaking(browser).await, json!([true, false]), "a second touch stops");
    assert_eq!(named(browser).await, json!(0));
    browser.run("spoken.at(-1).onend()", vec![]).await;
    assert_eq!(said(browser).await.as_array().map(Vec::len), Some(3), "and nothing follows");

    browser.tap(CONTROL).await;
    assert_eq!(speaking(browser).await, json!([true, true]));
    page.choose("bo-me").await;
    page.next().await;
    browser.until("leaving the screen stops it", "return !('speaking' in document.documentElement.dataset)").await;
});

/// Opens a page in a browser that has these voices, and remembers what is said instead of saying it.
async fn voices(browser: &Browser, path: &str, voices: Value) {
    browser.open_ready(path).await;
    browser.until("a voice was looked for", "return document.documentElement.dataset.listens").await;
    let script = "
        const [voices] = arguments;
        const real = window.speechSynthesis;
        window.spoken = [];
        const fake = {
            getVoices: () => voices,
            speak: says => spoken.push(says),
            cancel: () => spoken.at(-1)?.onerror?.(),
        };
        Object.defineProperty(window, 'speechSynthesis', { value: fake, configurable: true });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
        real.dispatchEvent(new Event('voiceschanged'));";
    browser.run(script, vec![voices]).await;
}

async fn said(browser: &Browser) -> Value {
    browser.run("return spoken.map(({ text }) => text)", vec![]).await
}

async fn named(browser: &Browser) -> Value {
    browser.run("return document.querySelectorAll('[data-named]').length", vec![]).await
}

/// Whether there is a voice, and whether it speaks.
async fn speaking(browser: &Browser) -> Value {
    browser
        .run("const { dataset } = document.documentElement; return ['voice' in dataset, 'speaking' in dataset]", vec![])
        .await
}

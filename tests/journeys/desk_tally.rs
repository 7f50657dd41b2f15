//! A week at the desk, file by file: what was counted, what the month comes to, and that it is there tomorrow.

use harness::{Ability, Browser, Clock, Setting, in_both_browsers};
use serde_json::{Value, json};

/// The desk on a Tuesday, with a clock that can be turned.
const TUESDAY: Setting = Setting::USUAL.without(&[Ability::Worker]).with_clock(Clock { day: "2026-11-24", hour: 9 });

/// One touch at the desk.
enum Touch {
    Enough,
    /// Sent home; without these, by procedure and requirement.
    Home(&'static [(&'static str, &'static str)]),
    Undo,
    Face(&'static str),
}
use Touch::{Enough, Face, Home, Undo};

const BIRTH: (&str, &str) = ("khai-sinh", "giay-chung-sinh");
const CARD: (&str, &str) = ("khai-sinh", "can-cuoc");
const DEATH: (&str, &str) = ("khai-tu", "giay-bao-tu");

in_both_browsers!(a_week_is_counted_and_the_month_says_what_it_comes_to, TUESDAY, async |browser| {
    let week: [(&str, &[Touch]); 6] = [
        ("2026-11-24", &[Enough, Home(&[BIRTH]), Home(&[]), Home(&[])]),
        ("2026-12-07", &[Enough, Enough, Enough, Home(&[BIRTH, CARD])]),
        ("2026-12-08", &[Enough, Home(&[BIRTH]), Home(&[DEATH]), Undo, Home(&[]), Enough]),
        ("2026-12-09", &[Enough, Enough, Enough, Enough, Face("glad"), Face("glad")]),
        ("2026-12-10", &[Home(&[DEATH]), Face("sad")]),
        ("2026-12-11", &[Enough, Face("fair")]),
    ];
    for (day, touches) in week {
        browser.turn_clock(day, 9);
        browser.open_ready("/can-bo/so-dem/").await;
        assert_eq!(count(browser, "enough").await, "0", "{day}: a new day");
        for touch in touches {
            make(browser, touch).await;
        }
    }
    assert_eq!([count(browser, "enough").await, count(browser, "faces").await], ["1", "1"]);

    // Switched off and on again: all of it is there, and nothing else.
    browser.restart().await;
    browser.open_ready("/can-bo/so-dem/").await;
    assert_eq!(count(browser, "month").await, "12/2026");
    assert_eq!(count(browser, "first-visit").await, "71% (10/14)");
    assert_eq!(
        rows(
            browser,
            "[data-weeks]",
            "[it.dataset.week, it.dataset.is, it.querySelector('[data-count=percent]').textContent]"
        )
        .await,
        json!([
            ["2026-11-23", "before", "25% (1/4)"],
            ["2026-11-30", "own", "–"],
            ["2026-12-07", "own", "71% (10/14)"]
        ])
    );
    assert_eq!(
        rows(browser, "[data-most]", "[it.dataset.what, it.querySelector('[data-count=times]').textContent]").await,
        json!([["khai-sinh/giay-chung-sinh", "2"], ["khai-sinh/can-cuoc", "1"], ["khai-tu/giay-bao-tu", "1"]])
    );
    let faces = [count(browser, "glad").await, count(browser, "fair").await, count(browser, "sad").await];
    assert_eq!(faces, ["2", "1", "1"]);

    let sheet = browser.printed(21.0, 29.7);
    assert_eq!(lopdf::Document::load_mem(&sheet).expect("a browser prints PDF").get_pages().len(), 1, "one A4");

    browser.tap("[data-action=csv]").await;
    let table = String::from_utf8(browser.downloaded("so-dem.csv").await).expect("it is UTF-8");
    let lines: Vec<_> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 1 + week.len(), "a heading and a line for each day: {table}");
    assert!(lines[1].starts_with("2026-11-24,1,3,0,0,0,\"Giấy chứng sinh ("), "{table}");
    assert!(lines[4].starts_with("2026-12-09,4,0,2,0,0,\"\""), "{table}");

    browser.tap("[data-action=month-before]").await;
    assert_eq!(count(browser, "month").await, "11/2026");
    assert_eq!(count(browser, "first-visit").await, "25% (1/4)");

    // Deleting is asked once.
    browser.tap("[data-action=delete-all]").await;
    browser.saving(async { browser.tap("[data-action=delete-now]").await }).await;
    browser.until("nothing is left", "return !document.querySelector('[data-month] [data-none]').hidden").await;
});

async fn make(browser: &Browser, touch: &Touch) {
    match touch {
        Enough => saving(browser, "[data-tap=enough]").await,
        Home(missing) => {
            saving(browser, "[data-tap=sent-home]").await;
            for (position, (procedure, requirement)) in missing.iter().enumerate() {
                if position == 0 {
                    browser.tap(&format!("[data-procedure={procedure}]")).await;
                }
                saving(browser, &format!("[data-missing='{procedure}/{requirement}']")).await;
            }
            browser.tap("[data-action=done]").await;
        }
        Undo => saving(browser, "[data-action=undo]").await,
        Face(face) => {
            browser.tap("[data-action=ask-people]").await;
            saving(browser, &format!("[data-face={face}]")).await;
            assert!(!browser.shows("[data-face]").await, "nobody presses twice");
            browser.tap("[data-action=next-person]").await;
            assert!(browser.shows("[data-face]").await);
            browser.tap("[data-action=close-faces]").await;
        }
    }
}

async fn saving(browser: &Browser, selector: &str) {
    browser.saving(async { browser.tap(selector).await }).await;
}

async fn count(browser: &Browser, name: &str) -> String {
    let script = "return document.querySelector(`[data-count=${arguments[0]}]`).textContent.trim()";
    let text = browser.run(script, vec![json!(name)]).await;
    text.as_str().unwrap_or_default().to_owned()
}

async fn rows(browser: &Browser, list: &str, of: &str) -> Value {
    let script =
        format!("return [...document.querySelectorAll(`${{arguments[0]}} > li:not([hidden])`)].map(it => {of})");
    browser.run(&script, vec![json!(list)]).await
}

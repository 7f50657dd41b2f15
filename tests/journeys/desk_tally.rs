//! A week at the desk, file by file: what was counted, what the month comes to, and that it is there tomorrow.

use harness::{Ability, Browser, Clock, Key, Setting, in_both_browsers};
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

in_both_browsers!(
    the_fullest_month_is_one_sheet,
    TUESDAY.with_clock(Clock { day: "2027-03-30", hour: 9 }),
    async |browser| {
        // Four weeks before a month of six, and the day after it, whose week belongs to its sheet.
        let days = ["03-30", "04-06", "04-13", "04-20", "04-27", "05-04", "05-11", "05-18", "05-25", "05-31", "06-01"];
        for day in days {
            browser.turn_clock(&format!("2027-{day}"), 9);
            browser.open_ready("/can-bo/so-dem/").await;
            saving(browser, "[data-tap=enough]").await;
        }
        // The five things with the longest names.
        let longest = "return [...document.querySelectorAll('button[data-missing]')]
        .sort((one, two) => two.dataset.name.length - one.dataset.name.length).slice(0, 5).map(it => it.dataset.missing)";
        let longest = browser.run(longest, vec![]).await;
        browser.turn_clock("2027-05-31", 10);
        browser.open_ready("/can-bo/so-dem/").await;
        for what in longest.as_array().into_iter().flatten().filter_map(|what| what.as_str()) {
            let (procedure, _) = what.split_once('/').expect("a procedure and a thing");
            saving(browser, "[data-tap=sent-home]").await;
            browser.tap(&format!("[data-procedure={procedure}]")).await;
            saving(browser, &format!("[data-missing='{what}']")).await;
        }
        assert_eq!(count(browser, "month").await, "5/2027");
        assert_eq!(count(browser, "first-visit").await, "50% (5/10)", "what was counted before and after is not in it");
        let marks = rows(browser, "[data-weeks]", "!it.querySelector('[data-before]').hidden").await;
        assert_eq!(marks, json!([true, true, true, true, false, false, false, false, false, false]));
        assert_eq!(
            rows(browser, "[data-weeks]", "it.querySelector('[data-count=percent]').textContent").await[9],
            json!("29% (2/7)"),
            "a week is whole, whichever sheet it stands on"
        );
        assert_eq!(rows(browser, "[data-most]", "it.dataset.what").await.as_array().map(Vec::len), Some(5));
        let sheet = browser.printed(21.0, 29.7);
        assert_eq!(lopdf::Document::load_mem(&sheet).expect("a browser prints PDF").get_pages().len(), 1, "one A4");
    }
);

in_both_browsers!(what_cannot_be_read_stays_and_counting_goes_on, TUESDAY, async |browser| {
    browser.open_ready("/can-bo/so-dem/").await;
    saving(browser, "[data-tap=enough]").await;
    // Of a release that counts in another form.
    let kept = "const done = arguments[arguments.length - 1], value = arguments[0];
        const request = indexedDB.open('du-giay-to-can-bo');
        request.onsuccess = () => {
            const database = request.result, table = database.transaction('lists', 'readwrite').objectStore('lists');
            if (value) table.put(new Uint8Array(value), 'day-2026-11-24');
            const all = table.get('day-2026-11-24');
            table.transaction.oncomplete = () => { database.close(); done([...new Uint8Array(all.result)]); };
        };";
    let other = json!([1, 2, 3, 4, 5, 6]);
    browser.run_async(kept, vec![other.clone()]).await;
    browser.open_ready("/can-bo/so-dem/").await;
    assert!(browser.shows("[data-damaged]").await && !browser.shows("[data-action=undo]").await);
    saving(browser, "[data-tap=sent-home]").await;
    saving(browser, "[data-tap=enough]").await;
    browser.open_ready("/can-bo/so-dem/").await;
    assert_eq!([count(browser, "enough").await, count(browser, "sent-home").await], ["1", "1"]);
    assert_eq!(browser.run_async(kept, vec![json!(null)]).await, other, "not a byte of it is lost");
});

in_both_browsers!(a_wrong_procedure_can_be_left, TUESDAY, async |browser| {
    browser.open_ready("/can-bo/so-dem/").await;
    saving(browser, "[data-tap=sent-home]").await;
    let search = browser.visible("[data-search]").await;
    search.send_keys("zzz").await.expect("the browser takes keys");
    browser.visible("[data-not-found]").await;
    for _ in 0..3 {
        browser.press(Key::Backspace).await;
    }
    browser.tap("[data-procedure=khai-tu]").await;
    assert!(!browser.shows("[data-which]").await);
    browser.tap("[data-action=other-procedure]").await;
    let first = rows(browser, "[data-choices]", "it.dataset.choice").await[0].clone();
    assert_eq!(first, json!("khai-tu"), "what was chosen last comes first");
    assert!(!browser.shows("[data-action=other-procedure]").await && !browser.shows("[data-of]:not([hidden])").await);

    // Over midnight, with the page open: the day begins at nought.
    browser.tap("[data-action=done]").await;
    assert_eq!(count(browser, "sent-home").await, "1");
    browser.run("document.documentElement.dataset.today = '2026-11-25'; document.documentElement.dispatchEvent(new Event('day'))", vec![]).await;
    browser
        .until("a new day is shown", "return document.querySelector('[data-count=sent-home]').textContent === '0'")
        .await;

    // Escape ends the question to people.
    browser.tap("[data-action=ask-people]").await;
    assert_eq!(browser.run("return document.activeElement.localName", vec![]).await, json!("h2"));
    browser.press(Key::Escape).await;
    browser.until("it is closed", "return document.querySelector('[data-faces]').hidden").await;
    let focused = browser.run("return document.activeElement.dataset.action", vec![]).await;
    assert_eq!(focused, json!("ask-people"));
    assert!(!browser.shows("[inert]").await);
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
            let behind =
                "return [...document.querySelectorAll('header, .counting, .month')].every(it => it.closest('[inert]'))";
            assert_eq!(browser.run(behind, vec![]).await, json!(true), "nothing behind it can be reached");
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

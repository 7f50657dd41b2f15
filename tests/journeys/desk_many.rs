//! Many messages at once: a table with mistakes in it, and one as long as tables may be.

use std::fmt::Write as _;

use harness::{Browser, in_both_browsers};
use serde_json::{Value, json};

/// Lines that cannot be read: where they stand among 500, what stands in them, why.
const BAD: [(usize, &str, &str); 10] = [
    (3, ";khai-sinh;can-cuoc", "phone-empty"),
    (50, "9,12346E+08;khai-sinh;can-cuoc", "phone-rounded"),
    (51, "02163857123;khai-sinh;can-cuoc", "phone-landline"),
    (120, "0912345;khai-sinh;can-cuoc", "phone-short"),
    (200, "01234567890;khai-sinh;can-cuoc", "phone-old"),
    (201, "0912345678;đi chợ;can-cuoc", "procedure-unknown"),
    (202, "0912345678;;can-cuoc", "procedure-none"),
    (300, "0912345678;khai-sinh;hộ chiếu", "missing-unknown"),
    (499, "0912345678;khai-sinh;", "missing-none"),
    (500, "0912345678", "procedure-none"),
];

/// The forms in which people and spreadsheets write one telephone number.
const PHONES: [&str; 4] = ["0912.345.678", "+84 912 345 678", "84912345678", "912345678"];

in_both_browsers!(of_five_hundred_rows_ten_are_named_and_the_rest_is_written, async |browser| {
    let mut table = "\u{feff}Số điện thoại;Thủ tục;Còn thiếu\r\n".to_owned();
    for number in 1..=500 {
        let line = match BAD.iter().find(|(at, ..)| *at == number) {
            Some((_, cells, _)) => (*cells).to_owned(),
            // A cell that goes over lines would move the numbers of all that follow.
            None => format!(
                "{};{};\"giay chung sinh, can cuoc (hết hạn)\"",
                PHONES[number % 4],
                ["khai-sinh", "13"][number % 2]
            ),
        };
        write!(table, "{line}\r\n").expect("a string takes every letter");
    }
    browser.open_ready("/can-bo/nhieu/").await;
    choose(browser, "bang.csv", table.as_bytes()).await;
    browser.until("the table is read", "return document.querySelector('main').dataset.work === 'done'").await;
    assert_eq!([count(browser, "good").await, count(browser, "bad").await], ["490", "10"]);
    let named = "return [...document.querySelectorAll('[data-bad-lines] > li:not([hidden])')].map(it => [+it.dataset.line, it.dataset.why])";
    // The heading is the first line.
    let expected: Vec<Value> = BAD.iter().map(|(at, _, why)| json!([at + 1, why])).collect();
    assert_eq!(browser.run(named, vec![]).await, json!(expected));
    let why = browser.visible("[data-why=missing-unknown] .many__why").await.text().await.expect("words");
    assert!(why.contains("hộ chiếu"), "it says what it is about: {why}");

    browser.tap("[data-action=save]").await;
    let saved = String::from_utf8(browser.downloaded("tin-nhan.csv").await).expect("it is UTF-8");
    let lines: Vec<_> = saved.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 491, "a heading and a line for each");
    let mut parts = 0;
    for line in &lines[1..] {
        let (to, rest) = line.split_once(',').expect("a telephone comes first");
        assert_eq!(to, "84912345678", "{line}");
        let message = rest.trim_start_matches('"').split_once("/k/").expect("a message with its link").0;
        assert!(
            message.starts_with("Xa Hanh Phuc, khai sinh: thieu giay chung sinh; mang lai the can cuoc (het han)."),
            "{line}"
        );
        let numbers: Vec<usize> = line.rsplitn(4, ',').take(3).filter_map(|number| number.parse().ok()).collect();
        let [_, letters, own] = numbers[..] else { panic!("three numbers in {line}") };
        assert!(own == 1 && letters <= 160 || own == 2 && letters > 160, "{line}");
        parts += own;
    }
    assert_eq!(count(browser, "parts").await, parts.to_string());

    browser.tap("[data-action=save-bad]").await;
    let bad = String::from_utf8(browser.downloaded("dong-chua-doc-duoc.csv").await).expect("it is UTF-8");
    assert_eq!(bad.lines().count(), 11, "{bad}");

    // Nothing of it is kept.
    browser.open_ready("/can-bo/nhieu/").await;
    assert!(!browser.shows("[data-result]").await);
    let kept = "const done = arguments[arguments.length - 1];
        const request = indexedDB.open('du-giay-to-can-bo');
        request.onerror = () => done(null);
        request.onsuccess = () => {
            const keys = request.result.transaction('lists').objectStore('lists').getAllKeys();
            keys.onsuccess = () => done(keys.result);
        };";
    assert_eq!(browser.run_async(kept, vec![]).await, json!([]), "no row, and nobody's number");
});

in_both_browsers!(what_a_spreadsheet_would_run_is_only_text, async |browser| {
    browser.open_ready("/can-bo/nhieu/").await;
    let table = "phone,procedure,missing\n=1+1,@x,-2\n";
    browser.visible("[data-pasted]").await.send_keys(table).await.expect("the browser takes keys");
    browser.tap("[data-action=read]").await;
    browser.until("the table is read", "return document.querySelector('main').dataset.work === 'done'").await;
    browser.tap("[data-action=save-bad]").await;
    let bad = String::from_utf8(browser.downloaded("dong-chua-doc-duoc.csv").await).expect("it is UTF-8");
    assert!(bad.contains("\n'=1+1,'@x,'-2,2,"), "{bad}");
    for (bytes, trouble) in [
        (&b"PK\x03\x04"[..], "spreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "not-text"),
        (b" \n", "empty"),
        (b"phone,procedure\n1,2\n", "no-missing"),
    ] {
        choose(browser, &format!("{trouble}.csv"), bytes).await;
        let said = format!("return !document.querySelector('[data-trouble={trouble}]').hidden");
        browser.until("it is refused", &said).await;
        assert!(!browser.shows("[data-result]").await, "{trouble}");
    }
});

in_both_browsers!(while_five_thousand_rows_are_read_the_page_answers, async |browser| {
    let row = "0912345678,khai-sinh,giay chung sinh; can cuoc\n";
    browser.open_ready("/can-bo/nhieu/").await;
    // What the page does while it works: pieces of work are told apart by the frames between them.
    let watch = "window.longest = 0;
        let before = performance.now();
        const look = () => {
            const now = performance.now();
            const work = document.querySelector('main').dataset.work;
            if (work === 'working') { window.longest = Math.max(window.longest, now - before); window.frames_seen = (window.frames_seen ?? 0) + 1; }
            before = now;
            requestAnimationFrame(look);
        };
        look();";
    browser.run(watch, vec![]).await;
    choose(browser, "dai.csv", ["phone,procedure,missing\n", &row.repeat(5_000)].concat().as_bytes()).await;
    browser.until("the table is read", "return document.querySelector('main').dataset.work === 'done'").await;
    assert_eq!([count(browser, "good").await, count(browser, "bad").await], ["5000", "0"]);
    let seen = browser.run("return [window.frames_seen, Math.round(window.longest)]", vec![]).await;
    println!(
        "5,000 rows in {}: frames while it worked and the longest between two, in ms: {seen}",
        browser.engine().name()
    );
    assert!(seen[0].as_u64().is_some_and(|frames| frames > 5), "the page was painted in between: {seen}");

    choose(browser, "qua-dai.csv", ["phone,procedure,missing\n", &row.repeat(5_001)].concat().as_bytes()).await;
    browser.until("it is refused", "return !document.querySelector('[data-trouble=too-many]').hidden").await;
    let said = browser.visible("[data-trouble=too-many]").await.text().await.expect("words");
    assert!(said.contains("5001"), "{said}");
});

/// Gives the page a file.
async fn choose(browser: &Browser, name: &str, bytes: &[u8]) {
    let file = browser.scratch().folder().join(name);
    std::fs::write(&file, bytes).expect("the scratch folder is writable");
    let input = browser.all("[data-file]").await.remove(0);
    input.send_keys(&file.display().to_string()).await.expect("the browser takes files");
}

async fn count(browser: &Browser, name: &str) -> String {
    let script = "return document.querySelector(`[data-result] [data-count=${arguments[0]}]`).textContent.trim()";
    let text = browser.run(script, vec![json!(name)]).await;
    text.as_str().unwrap_or_default().to_owned()
}

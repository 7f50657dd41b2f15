//! The lists on this phone: how far each one is, where it goes on, and that deleting is asked once and final.

use harness::{Ability, Browser, Clock, ProcedurePage, Setting, in_both_browsers};
use serde_json::{Value, json};

const MONDAY: Setting = Setting::USUAL.without(&[Ability::Worker]).with_clock(Clock { day: "2026-11-30", hour: 9 });

in_both_browsers!(each_list_says_how_far_it_is_and_leads_on, MONDAY, async |browser| {
    let missing = gather(browser).await;
    hand_in(browser, "dang-ky-thuong-tru").await;
    hand_in(browser, "khai-sinh").await;
    hand_in(browser, "chung-thuc-ban-sao").await;
    browser.saving(browser.tap("[data-action=collected]")).await;

    // The one to be collected first comes first, what is done last.
    browser.open_ready("/giay-cua-toi/").await;
    let stages = ["handed-in", "handed-in", "gathering", "collected"];
    assert_eq!(kept(browser, "stage").await, stages.map(str::to_owned));
    let shown = |nth: usize, line: &str| format!("[data-kept]:nth-child({nth}) [data-shown={line}]");
    assert!(browser.shows(&shown(1, "due")).await, "handed in and done on the same day");
    assert!(browser.shows(&shown(2, "handed-in")).await, "to be waited for");
    assert!(browser.shows(&shown(4, "collected")).await, "done");
    let lacks = format!(
        "const line = document.querySelector('{}');
         return line?.getClientRects().length ? line.querySelector('[data-count]').textContent : null",
        shown(3, "missing")
    );
    let lacks = browser.until("the list says what it lacks", &lacks).await;
    assert_eq!(lacks.as_str(), Some(missing.as_str()), "the same as on its own page");

    browser.tap("[data-kept]:nth-child(3) a").await;
    browser.until("the list is open", "return location.pathname === '/khai-tu/'").await;
    browser.ready().await;
    assert_eq!(ProcedurePage::shown(browser).step().await, "list", "where one was");
    browser.open_ready("/giay-cua-toi/").await;
    browser.tap("[data-kept]:nth-child(2) a").await;
    browser.until("the day is open", "return location.pathname === '/dang-ky-thuong-tru/da-nop/'").await;
});

in_both_browsers!(each_card_opens_its_own_list, async |browser| {
    // A thumb on "Làm lại từ đầu" loses nothing that was ticked: the list stays, beside the one that is begun.
    let mut lists = Vec::new();
    for paper in ["co", "khong"] {
        let page = ProcedurePage::open(browser, "khai-sinh").await;
        browser.tap(if lists.is_empty() { "[data-action=ask]" } else { "[data-action=resume]" }).await;
        if !lists.is_empty() {
            page.until_step("list").await;
            browser.tap("[data-action=restart]").await;
        }
        page.until_step("question").await;
        page.answer_all(&[("giay-chung-sinh", paper)]).await;
        browser.saving(page.tick("can-cuoc")).await;
        lists.push(page.ids().await);
    }
    assert_ne!(lists[0], lists[1], "two families need different things");

    // What is opened comes first afterwards, so it is always the other one that lies below.
    for list in [&lists[0], &lists[1], &lists[0]] {
        browser.open_ready("/giay-cua-toi/").await;
        assert_eq!(kept(browser, "kept").await.len(), 2);
        browser.tap("[data-kept]:nth-child(2) a").await;
        browser.until("the list is open", "return location.pathname === '/khai-sinh/'").await;
        browser.ready().await;
        let page = ProcedurePage::shown(browser);
        page.until_step("list").await;
        assert_eq!(page.ids().await, *list);
        // And it stays the one, also when the page is loaded anew.
        browser.open_ready("/khai-sinh/#giay").await;
        page.until_step("list").await;
        assert_eq!(page.ids().await, *list);
    }
});

in_both_browsers!(whoever_has_begun_is_led_back_from_the_first_page, async |browser| {
    let leads = "[data-page=home] h1";
    let before =
        "const [mine, title] = ['.home__mine', 'h1'].map(it => document.querySelector(it).getBoundingClientRect());
        return mine.height > 0 && mine.bottom <= title.top";
    browser.open_ready("/").await;
    browser.visible(leads).await;
    assert_eq!(browser.run(before, vec![]).await, json!(false), "nothing is kept yet");
    gather(browser).await;
    browser.open_ready("/").await;
    assert_eq!(browser.run(before, vec![]).await, json!(true), "above everything else");
    browser.tap(".home__mine").await;
    browser.until("the lists are open", "return location.pathname === '/giay-cua-toi/'").await;
    browser.ready().await;
    browser.tap("[data-kept] [data-action=delete]").await;
    browser.saving(browser.tap("[data-kept] [data-action=delete][data-second]")).await;
    browser.open_ready("/giay-cua-toi/").await;
    let forgotten = "return localStorage.getItem('lists') === null";
    browser.until("it is noted that there are none", forgotten).await;
    browser.open_ready("/").await;
    assert_eq!(browser.run(before, vec![]).await, json!(false));
});

in_both_browsers!(deleting_is_asked_once_and_final, MONDAY, async |browser| {
    hand_in(browser, "dang-ky-thuong-tru").await;
    hand_in(browser, "khai-tu").await;
    browser.open_ready("/giay-cua-toi/").await;
    let lists = kept(browser, "kept").await;
    assert_eq!(lists.len(), 2);

    browser.tap("[data-kept]:first-child [data-action=delete]").await;
    assert!(browser.shows("[data-kept]:first-child [data-sure]").await, "asked");
    browser.tap("[data-kept]:first-child [data-action=leave]").await;
    assert!(!browser.shows("[data-sure]").await, "left");
    assert_eq!(kept(browser, "kept").await, lists);

    browser.tap("[data-kept]:first-child [data-action=delete]").await;
    browser.saving(browser.tap("[data-kept]:first-child [data-action=delete]")).await;
    assert_eq!(kept(browser, "kept").await, lists[1..]);
    browser.restart().await;
    browser.open_ready("/giay-cua-toi/").await;
    assert_eq!(kept(browser, "kept").await, lists[1..], "gone for good");

    browser.tap("[data-action=delete-all]").await;
    browser.saving(browser.tap("[data-action=delete-all]")).await;
    assert!(browser.shows("[data-empty]").await, "nothing left");
    assert!(!browser.shows("[data-action=delete-all]").await, "nothing to delete");
    browser.open_ready("/giay-cua-toi/").await;
    assert!(kept(browser, "kept").await.is_empty());
});

in_both_browsers!(a_list_that_cannot_be_read_harms_no_other, MONDAY, async |browser| {
    hand_in(browser, "khai-tu").await;
    damage(browser, 8).await;
    browser.open_ready("/giay-cua-toi/").await;
    let stages = kept(browser, "stage").await;
    assert_eq!(stages.len(), 7, "seven at a time");
    assert_eq!(stages[0], "handed-in", "what can be read comes first");
    assert!(stages[1..].iter().all(|stage| stage == "unreadable"), "{stages:?}");
    browser.tap("[data-action=more]").await;
    assert_eq!(kept(browser, "stage").await.len(), 9);
    assert!(!browser.shows("[data-action=more]").await, "that is all");

    browser.tap("[data-kept=damaged-3] [data-action=delete]").await;
    browser.saving(browser.tap("[data-kept=damaged-3] [data-action=delete]")).await;
    browser.open_ready("/giay-cua-toi/").await;
    browser.tap("[data-action=more]").await;
    let left = kept(browser, "kept").await;
    assert_eq!(left.len(), 8);
    assert!(!left.contains(&"damaged-3".to_owned()), "{left:?}");
});

in_both_browsers!(a_sensitive_list_is_papers_only, MONDAY, async |browser| {
    let page = ProcedurePage::open(browser, "ho-ngheo").await;
    page.tap_ask().await;
    while page.step().await == "question" {
        page.choose("khong-biet").await;
        page.next().await;
    }
    let name = browser.run("return document.querySelector('main h1').textContent.trim()", vec![]).await;
    browser.saving(browser.tap("[data-action=keep]")).await;
    browser.open_ready("/giay-cua-toi/").await;
    assert_eq!(kept(browser, "stage").await, ["gathering"]);
    let seen = browser.run("return document.querySelector('[data-lists]').textContent", vec![]).await;
    let (name, seen) = (name.as_str().unwrap_or_default(), seen.as_str().unwrap_or_default());
    assert!(!name.is_empty() && !seen.contains(name), "{name:?} in {seen:?}");
});

in_both_browsers!(without_lists_it_leads_to_the_first_page, async |browser| {
    browser.open_ready("/giay-cua-toi/").await;
    assert!(browser.shows("[data-empty]").await);
    assert!(!browser.shows("[data-all]").await, "nothing to delete");
    browser.tap("main a[href='/']").await;
    browser.until("the first page is open", "return location.pathname === '/'").await;
});

in_both_browsers!(
    without_a_memory_the_page_says_so,
    MONDAY.without(&[Ability::Worker, Ability::Database]),
    async |browser| {
        browser.open_ready("/giay-cua-toi/").await;
        assert!(browser.shows("[data-memory]").await);
    }
);

in_both_browsers!(without_script_it_says_what_would_stand_here, Setting::WITHOUT_SCRIPT, async |browser| {
    browser.open("/giay-cua-toi/").await;
    for shown in ["main h1", "[data-plain]", "main a[href='/']", "main a[href='/so/']"] {
        assert!(browser.shows(shown).await, "{shown}");
    }
    for useless in ["main button", "[data-empty]", "[data-memory]", "main li"] {
        assert!(!browser.shows(useless).await, "{useless} does nothing without script");
    }
});

/// Goes through the questions of a death, none of which is sensitive, ticks one paper, and gives back what the page says is still missing.
async fn gather(browser: &Browser) -> String {
    let page = ProcedurePage::open(browser, "khai-tu").await;
    page.tap_ask().await;
    while page.step().await == "question" {
        page.choose("khong-biet").await;
        page.next().await;
    }
    let (first, _) = page.list().await.into_iter().find(|(_, need)| need == "needed").expect("something is needed");
    browser.saving(page.tick(&first)).await;
    page.go_to_end().await;
    let missing = browser.run("return document.querySelector('[data-count=missing]').textContent", vec![]).await;
    missing.as_str().unwrap_or_default().to_owned()
}

/// Hands in today, before three.
async fn hand_in(browser: &Browser, slug: &str) {
    browser.open_ready(&format!("/{slug}/da-nop/")).await;
    browser.tap("[data-option=today]").await;
    browser.saving(browser.tap("[data-option=before-15]")).await;
}

/// A data attribute of each card, in order.
async fn kept(browser: &Browser, attribute: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-kept]')].map(card => card.dataset[arguments[0]])";
    let Value::Array(found) = browser.run(script, vec![json!(attribute)]).await else { panic!("a list was expected") };
    found.into_iter().map(|value| value.as_str().unwrap_or_default().to_owned()).collect()
}

/// Puts so many values into the database that no version of the site has written.
async fn damage(browser: &Browser, count: u32) {
    let script = "const [count, done] = arguments;
        const request = indexedDB.open('du-giay-to');
        request.onerror = () => done(String(request.error));
        request.onsuccess = () => {
            const database = request.result, change = database.transaction('lists', 'readwrite');
            for (let nth = 1; nth <= count; nth++)
                change.objectStore('lists').put(new Uint8Array([1, 2, 3]), `damaged-${nth}`);
            change.oncomplete = () => { database.close(); done('done'); };
            change.onerror = () => done(String(change.error));
        };";
    assert_eq!(browser.run_async(script, vec![json!(count)]).await, "done");
}

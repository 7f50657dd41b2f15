//! The phone remembers: a list that was begun is there again after the phone was switched off, without network, with
//! every tick; and where it cannot remember, or what it remembers is damaged, it says so and goes on.

use harness::{Ability, Browser, ProcedurePage, Setting, in_both_browsers};
use serde_json::{Value, json};

/// A mother whose child was born at home, with a neighbour who saw it; the marriage is registered. Whether it is, is
/// nobody's business: that answer is never written down, only the list is.
const BIRTH: (&str, &[(&str, &str)]) =
    ("khai-sinh", &[("ai-di", "bo-me"), ("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "roi")]);

/// Somebody of the family died at home.
const DEATH: (&str, &[(&str, &str)]) =
    ("khai-tu", &[("ai-di", "nguoi-nha"), ("noi-mat", "xa-nay"), ("giay-bao-tu", "chua"), ("noi-o-cuoi", "xa-nay")]);

in_both_browsers!(a_phone_that_was_off_shows_the_same_list_without_network, async |browser| {
    the_same_list_after_the_phone_was_off(browser).await;
});

/// Answers, ticks two papers, kills the browser, stops the server, starts the browser: same list, same ticks.
pub(crate) async fn the_same_list_after_the_phone_was_off(browser: &Browser) {
    let page = begin(browser, BIRTH).await;
    assert_eq!(browser.store().await, "idb");
    for paper in ["van-ban-lam-chung", "can-cuoc"] {
        browser.saving(page.tick(paper)).await;
    }
    let before = (page.list().await, page.states().await, page.counts().await);
    // From here on nothing of the site has to come over the network any more.
    browser.until_offline().await;

    browser.kill();
    browser.site().stop();
    browser.start_again().await;

    let page = ProcedurePage::open(browser, "khai-sinh").await;
    assert_eq!(page.step().await, "page", "the page itself comes first");
    page.resume().await;
    assert_eq!((page.list().await, page.states().await, page.counts().await), before);
    assert_eq!(page.state("van-ban-lam-chung").await, "have");
    assert_eq!(page.state("to-khai").await, "missing");
}

in_both_browsers!(an_answer_that_is_changed_is_remembered_too, async |browser| {
    let page = begin(browser, DEATH).await;
    let paper = first_to_get_ready(&page).await;
    browser.saving(page.tick(&paper)).await;
    page.back().await;
    assert_eq!(page.current_question().await, "noi-o-cuoi");
    browser.saving(page.choose("khong-biet")).await;
    page.next().await;
    page.until_step("list").await;
    let changed = page.list().await;

    browser.restart().await;
    let page = ProcedurePage::open(browser, "khai-tu").await;
    page.resume().await;
    assert_eq!(page.list().await, changed);
    assert_eq!(page.state(&paper).await, "have");
    page.back().await;
    assert_eq!(page.current_question().await, "noi-o-cuoi");
    assert_eq!(page.chosen().await.as_deref(), Some("khong-biet"));
});

in_both_browsers!(two_tabs_do_not_undo_each_other, async |browser| {
    let first = browser.tab().await;
    let page = begin(browser, BIRTH).await;
    let second = browser.new_tab().await;
    ProcedurePage::open(browser, "khai-sinh").await.resume().await;

    // Neither tab has seen the other's tick when it writes its own.
    browser.switch_to(&first).await;
    browser.saving(page.tick("van-ban-lam-chung")).await;
    browser.switch_to(&second).await;
    browser.saving(page.tick("can-cuoc")).await;

    browser.restart().await;
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.resume().await;
    assert_eq!(page.state("van-ban-lam-chung").await, "have", "ticked in the first tab");
    assert_eq!(page.state("can-cuoc").await, "have", "ticked in the second tab");
});

in_both_browsers!(
    a_phone_that_cannot_remember_says_so_and_gives_the_number,
    Setting::USUAL.without(&[Ability::Database]),
    async |browser| {
        let page = ProcedurePage::open(browser, "khai-sinh").await;
        assert_eq!(browser.store().await, "memory");
        page.tap_ask().await;
        page.answer(BIRTH.1).await;
        page.until_step("list").await;
        let (list, digits) = (page.ids().await, page.number().await);
        assert!(browser.shows("[data-memory]").await, "it says that it forgets");
        let shown = browser.visible("[data-memory] [data-list-number]").await.text().await.expect("text can be read");
        assert_eq!(
            shown.chars().filter(char::is_ascii_digit).collect::<String>(),
            digits,
            "the number stands beside it"
        );
        page.tick("can-cuoc").await;

        // All that is left after the page is gone is the number, on paper or in a message.
        browser.restart().await;
        let page = ProcedurePage::open(browser, "khai-sinh").await;
        assert!(!browser.shows("[data-action=resume]").await, "nothing was remembered");
        browser.open_ready("/").await;
        browser.open_ready(&format!("/khai-sinh/#k-{digits}")).await;
        page.until_step("list").await;
        assert_eq!(page.ids().await, list);
    }
);

in_both_browsers!(a_damaged_list_takes_nothing_else_with_it, async |browser| {
    let other = begin(browser, DEATH).await;
    let list = other.list().await;
    begin(browser, BIRTH).await;
    let damaged = database(browser, DAMAGE, vec![json!("khai-sinh")]).await;
    let damaged = damaged.as_str().expect("the list is in the database").to_owned();

    let page = ProcedurePage::open(browser, "khai-sinh").await;
    assert_eq!(browser.store().await, "idb");
    assert!(!browser.shows("[data-action=resume]").await, "what cannot be read is not offered");
    page.tap_ask().await;
    browser.saving(page.choose("ho-hang")).await;

    let other = ProcedurePage::open(browser, "khai-tu").await;
    other.resume().await;
    assert_eq!(other.list().await, list, "the other list is whole");
    let left = database(browser, "return await get(args[0])", vec![json!(damaged)]).await;
    assert_eq!(left, json!(GARBAGE), "a later release may be able to read it");
    ProcedurePage::open(browser, "khai-sinh").await.resume().await;
    let chosen = "return document.querySelector('[data-question=ai-di] [data-option]:has(:checked)')?.dataset.option";
    let chosen = browser.run(chosen, vec![]).await;
    assert_eq!(chosen, "ho-hang", "the list that was begun after it");
});

in_both_browsers!(an_answer_that_is_nobody_s_business_is_not_written, async |browser| {
    begin(browser, BIRTH).await;
    let written = database(browser, "return (await Promise.all((await keys()).map(text))).join()", vec![]).await;
    let written = written.as_str().expect("texts are text").to_owned();
    assert!(written.contains("van-ban-lam-chung"), "the list is: {written:?}");
    // With one such answer the others could give it away, so none of them is.
    for part in ["ai-di", "bo-me", "nguoi-lam-chung", "roi"] {
        assert!(!written.contains(part), "{part} is: {written:?}");
    }
});

/// Goes through the questions, each answer written down, to the list.
async fn begin<'a>(browser: &'a Browser, (slug, answers): (&str, &[(&str, &str)])) -> ProcedurePage<'a> {
    let page = ProcedurePage::open(browser, slug).await;
    page.tap_ask().await;
    for (question, option) in answers {
        assert_eq!(page.current_question().await, *question, "the next question");
        browser.saving(page.choose(option)).await;
        page.next().await;
    }
    page.until_step("list").await;
    page
}

/// The first thing on the list that is there to be ticked.
async fn first_to_get_ready(page: &ProcedurePage<'_>) -> String {
    let needed = page.list().await.into_iter().find(|(_, need)| need == "needed");
    needed.expect("something is needed").0
}

/// What nobody has ever written.
const GARBAGE: [u8; 7] = [1, 255, 0, 7, 42, 13, 10];

/// Puts garbage in the place of the list of a procedure, and gives back its id.
const DAMAGE: &str = "
    for (const id of await keys()) {
        if ((await text(id)).includes(args[0])) {
            await put(id, new Uint8Array([1, 255, 0, 7, 42, 13, 10]));
            return id;
        }
    }";

/// Runs the body of an async function beside the page, on the database that the page uses.
async fn database(browser: &Browser, body: &str, arguments: Vec<Value>) -> Value {
    let script = format!(
        "const args = [...arguments], done = args.pop();
         const answer = (request) => new Promise((resolve, reject) => {{
             request.onsuccess = () => resolve(request.result);
             request.onerror = () => reject(request.error);
         }});
         (async () => {{
             const database = await answer(indexedDB.open('du-giay-to'));
             const lists = () => database.transaction('lists', 'readwrite').objectStore('lists');
             const keys = () => answer(lists().getAllKeys());
             const text = async (id) => new TextDecoder().decode(new Uint8Array(await get(id)));
             const get = async (id) => [...new Uint8Array(await answer(lists().get(id)))];
             const put = (id, bytes) => answer(lists().put(bytes, id));
             const found = await (async () => {{ {body} }})();
             database.close();
             return found;
         }})().then(done, (error) => done(`it failed: ${{error}}`));"
    );
    browser.run_async(&script, arguments).await
}

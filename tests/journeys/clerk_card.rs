//! The end of a list is one picture that can be passed on, and one touch further is what the clerk is shown.

use harness::{Browser, PHONE, ProcedurePage, in_both_browsers};
use serde_json::{Value, json};

const BIRTH_AT_HOME: [(&str, &str); 6] = [
    ("ai-di", "bo-me"),
    ("be-bo-roi", "khong"),
    ("giay-chung-sinh", "co"),
    ("ket-hon", "roi"),
    ("nguoi-lam-chung", "co"),
    ("ghi-ten-bo", "co"),
];

in_both_browsers!(the_end_is_one_picture, async |browser| {
    browser.resize(PHONE).await;
    for (slug, answers) in [("khai-sinh", &BIRTH_AT_HOME[..]), ("ho-ngheo", &[]), ("chung-thuc-ban-sao", &[])] {
        let page = at_the_list(browser, slug, answers).await;
        let number = page.number().await;
        let first = page.list().await[0].0.clone();
        page.tick(&first).await;
        let (have, total) = page.counts().await;
        page.go_to_end().await;
        let seen = browser.run(TICKET, vec![]).await;
        assert_eq!(
            seen["lines"].as_array().map(Vec::len),
            Some(total as usize),
            "{slug}: every line, and none twice: {seen}"
        );
        let ticked = |line: &&Value| line["state"] == json!("have");
        assert_eq!(
            seen["lines"].as_array().into_iter().flatten().filter(ticked).count(),
            have as usize,
            "{slug}: {seen}"
        );
        for line in seen["lines"].as_array().into_iter().flatten() {
            assert!(
                line["picture"] == json!(true) && line["words"].as_str().is_some_and(|words| !words.is_empty()),
                "{line}"
            );
        }
        assert_eq!(seen["short"], json!(3), "{slug}: where, money, days: {seen}");
        assert_eq!(seen["number"].as_str().map(|digits| digits.replace(' ', "")), Some(number), "{slug}");
        let also = browser
            .run("return document.querySelectorAll('[data-summary] > [data-need=if-you-have]').length", vec![])
            .await;
        let may_have = page.list().await.into_iter().filter(|(_, need)| need == "if-you-have").count();
        assert_eq!(also, json!(may_have), "{slug}: what is carried where one owns it");
        if total <= 7 {
            assert_eq!(seen["fits"], json!(true), "{slug}: on one screen of a phone: {seen}");
        }
    }
});

in_both_browsers!(the_clerk_is_shown_this_list, async |browser| {
    let mut answers = BIRTH_AT_HOME;
    answers[3].1 = "khong-biet";
    let page = at_the_list(browser, "khai-sinh", &answers).await;
    let mut ids: Vec<String> = page.ids().await.into_iter().collect();
    let number = page.number().await;
    page.tick("giay-chung-sinh").await;
    let mut states = page.states().await;
    page.go_to_end().await;
    let told = browser.run("return document.querySelector('.ticket [data-list-number]').textContent", vec![]).await;
    assert_eq!(
        told.as_str().map(|digits| digits.replace(' ', "")),
        Some(number.clone()),
        "one number, whatever is ticked"
    );
    browser.tap("[data-control=next]").await;
    browser.until("the clerk's card opens", "return location.pathname === '/khai-sinh/can-cu/'").await;
    browser.ready().await;
    let seen = browser.run(CARD, vec![]).await;
    let Value::Array(shown) = &seen["ids"] else { panic!("lines with ids, not {seen}") };
    let mut shown: Vec<String> = shown.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    ids.sort();
    shown.sort();
    assert_eq!(shown, ids, "the lines of this list and no others");
    let Value::Array(told) = &seen["states"] else { panic!("states, not {seen}") };
    let mut told: Vec<(String, String)> = told
        .iter()
        .map(|line| (line[0].as_str().unwrap_or_default().to_owned(), line[1].as_str().unwrap_or_default().to_owned()))
        // What nobody has to bring is open on the card, whatever it is called on the list.
        .filter(|(_, state)| state != "open")
        .collect();
    states.retain(|(id, _)| told.iter().any(|(own, _)| own == id));
    told.sort();
    states.sort();
    assert_eq!(told, states, "how it stands with each, as on the list");
    assert_eq!(seen["number"].as_str().map(|digits| digits.replace(' ', "")), Some(number));
    assert_eq!(seen["code"], json!("1.001193"));
    assert_eq!(
        seen["laws"],
        seen["ids"].as_array().map_or(json!(0), |ids| json!(ids.len())),
        "each with its place in the law"
    );
    assert!(browser.shows(".card__ask").await, "what is asked of the clerk");
    browser.back().await;
    browser.until("the end is there again", "return document.querySelector('main').dataset.step === 'end'").await;
});

in_both_browsers!(without_a_number_the_card_has_every_line_and_says_which_are_not_for_all, async |browser| {
    browser.open_ready("/khai-sinh/can-cu/").await;
    let seen = browser.run(CARD, vec![]).await;
    let all = browser.run("return document.querySelectorAll('.card__line').length", vec![]).await;
    assert_eq!(json!(seen["ids"].as_array().map(Vec::len)), all);
    assert!(browser.shows(".card__when").await);
    assert_eq!(seen["number"], json!(null));
});

/// Answers as given; to every other question the first option.
async fn at_the_list<'a>(browser: &'a Browser, slug: &str, answers: &[(&str, &str)]) -> ProcedurePage<'a> {
    let page = ProcedurePage::open(browser, slug).await;
    page.tap_ask().await;
    page.answer_all(answers).await;
    page.until_step("list").await;
    page
}

const TICKET: &str = "
    const ticket = document.querySelector('.ticket');
    const box = ticket.getBoundingClientRect();
    const shown = it => it.getClientRects().length > 0;
    return {
        lines: [...ticket.querySelectorAll('[data-summary] > :not([data-need=if-you-have])')].map(it => ({
            state: it.dataset.state, words: it.innerText.trim(), picture: Boolean(it.querySelector('.pic')?.getClientRects().length),
        })),
        short: [...ticket.querySelectorAll('.ticket__short > p')].filter(shown).length,
        number: ticket.querySelector('[data-list-number]').textContent,
        fits: box.top >= document.querySelector('.top').getBoundingClientRect().bottom - 1
            && box.bottom <= document.querySelector('.bar').getBoundingClientRect().top + 1,
    };";

const CARD: &str = "
    const lines = [...document.querySelectorAll('.card__line')].filter(it => it.getClientRects().length);
    const number = document.querySelector('.card__number');
    return {
        ids: lines.map(it => it.dataset.requirement),
        states: lines.map(it => [it.dataset.requirement, it.dataset.state]),
        laws: lines.filter(it => it.querySelector('cite')?.innerText.trim()).length,
        code: document.querySelector('.card__code > b').innerText,
        number: number.hidden ? null : number.querySelector('b').innerText,
    };";

//! Somebody who reads nothing gets from the first page to the end by pictures and digits alone: all words are made
//! invisible, and every choice is made by the name of a picture.

use harness::{Browser, Faults, ProcedurePage, in_both_browsers};
use serde_json::{Value, json};

in_both_browsers!(a_list_can_be_made_by_pictures_alone, async |browser| {
    let mut faults = Faults::default();
    browser.open_ready("/").await;
    look(browser, "home", &mut faults).await;
    go_by(browser, "sinh-con", "return document.querySelector('main').dataset.page === 'event'").await;
    browser.ready().await;
    look(browser, "life event", &mut faults).await;
    go_by(browser, "giay-khai-sinh", "return document.querySelector('main').dataset.step === 'page'").await;
    browser.ready().await;
    look(browser, "procedure", &mut faults).await;

    let page = ProcedurePage::shown(browser);
    go_by(browser, "question", "return document.querySelector('main').dataset.step === 'question'").await;
    // A birth at home that a neighbour saw, of parents who are married.
    for picture in ["bo-me", "de-o-nha", "nguoi-lam-chung", "ket-hon"] {
        let question = page.current_question().await;
        look(browser, &format!("question {question}"), &mut faults).await;
        go_by(
            browser,
            picture,
            "return [...document.querySelectorAll(':checked')].some(it => it.getClientRects().length)",
        )
        .await;
        let left = format!(
            "return document.querySelector('main').dataset.step !== 'question'
                 || !document.querySelector('[data-question=\"{question}\"]').getClientRects().length"
        );
        go_by(browser, "next", &left).await;
    }
    page.until_step("list").await;
    look(browser, "list", &mut faults).await;
    go_by(browser, "can-cuoc", "return !!document.querySelector('[data-requirement=can-cuoc][data-state=have]')").await;
    go_by(browser, "next", "return document.querySelector('main').dataset.step === 'end'").await;
    look(browser, "end", &mut faults).await;
    faults.assert_none();
});

/// Hides all words and notes which controls cannot be told by what is left.
async fn look(browser: &Browser, screen: &str, faults: &mut Faults) {
    let seen = browser.run(&format!("{PAGE}{HIDE}{LOOK}"), vec![]).await;
    for fault in seen.as_array().into_iter().flatten().filter_map(Value::as_str) {
        faults.add(screen, fault);
    }
}

/// Touches the one control that shows this picture, and waits for what it leads to.
async fn go_by(browser: &Browser, picture: &str, there: &str) {
    let found = browser.run(&format!("{PAGE}{HIDE}{FIND}"), vec![json!(picture)]).await;
    assert_eq!(found, json!(1), "one control at {} shows {picture}", browser.place().await);
    browser.tap("[data-tapped]").await;
    browser.until(&format!("{picture} leads on"), there).await;
}

const PAGE: &str = include_str!("layout_rules/page.js");

/// Words become transparent, digits and pictures stay. Pictures take the colour of the text around them, so they are
/// given theirs first. Through style objects, which the content security policy allows.
const HIDE: &str = r#"
    const hide = () => {
        for (const { it } of read().pictures) it.style.color = getComputedStyle(it).color;
        for (const { it } of read().texts) {
            const words = [...it.childNodes].filter(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
            if (!words.some(({ data }) => /\d/.test(data))) it.style.setProperty('color', 'transparent', 'important');
        }
        for (const { it } of read().elements) {
            const says = part => /\p{L}/u.test(getComputedStyle(it, part).content.replace(/^(none|normal|counter.*)$/, ''));
            if (says('::before') || says('::after')) it.dataset.wordless = '';
        }
        const [sheet] = document.styleSheets;
        if (![...sheet.cssRules].some(({ selectorText }) => selectorText?.includes('wordless'))) {
            sheet.insertRule('[data-wordless]::before, [data-wordless]::after { content: none !important }', sheet.cssRules.length);
        }
    };
    hide();
    const seen = read();
    // A picture that is shown: drawn or loaded, not transparent, and large enough to be told from others.
    const shows = ({ it, box }) => box.width >= 23.5 && box.height >= 23.5
        && colour(getComputedStyle(it).color).alpha === 1
        && (it.tagName === 'IMG' ? !it.complete || it.getAttribute('src') : document.querySelector(it.querySelector('use')?.getAttribute('href') ?? 'none') ?? it.querySelector('path'));
    const pictured = seen.targets.map(({ it }) => ({ it, pictures: seen.pictures.filter(one => it.contains(one.it) && shows(one)).map(one => source(one.it)) }));
"#;

const LOOK: &str = r#"
    const faults = [], leading = new Map();
    const unhidden = seen.texts.filter(({ it, text }) => /\p{L}/u.test(text.data) && !/\d/.test(text.data) && colour(getComputedStyle(it).color).alpha > 0);
    if (unhidden.length) faults.push(`words can still be read: ${unhidden.map(({ text }) => text.data)}`);
    const goal = it => it.getAttribute('href')
        ?? it.closest('[data-requirement]')?.dataset.requirement ?? it.dataset.option ?? it.dataset.action
        ?? it.closest('[data-control]')?.dataset.control ?? it.querySelector('input')?.value ?? kind(it);
    // What only tells more needs no picture: what is folded up, links in lists and in the footer.
    const tellsMore = it => it.matches('details:not([data-control]) > summary, li > a, .footer a');
    for (const { it, pictures } of pictured) {
        if (tellsMore(it)) continue;
        if (!pictures.length) faults.push(`no picture: ${kind(it)} “${it.textContent.trim().slice(0, 40)}”`);
        else leading.set(pictures[0], (leading.get(pictures[0]) ?? new Set()).add(goal(it)));
    }
    for (const [picture, goals] of leading) {
        if (goals.size > 1) faults.push(`the picture ${picture} stands for ${[...goals].join(' and ')}`);
    }
    return faults;
"#;

const FIND: &str = r#"
    for (const it of document.querySelectorAll('[data-tapped]')) delete it.dataset.tapped;
    const found = pictured.filter(({ pictures }) => pictures[0] === arguments[0]);
    for (const { it } of found) it.dataset.tapped = '';
    return found.length;
"#;

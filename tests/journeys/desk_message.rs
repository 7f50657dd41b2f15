//! A clerk tells somebody what is missing: the message, its link on the other person's phone, what is read out, what stays
//! on the clerk's computer.

use harness::{Browser, Engine, Key, ProcedurePage, Setting, in_both_browsers, journey};
use serde_json::json;

/// What a mother lacks: the paper of the birth, and her card.
const MISSING: [&str; 2] = ["giay-chung-sinh", "can-cuoc"];

/// What a clerk does from opening the desk to a copied message. Gives the message back as another program gets it.
async fn message_copied(browser: &Browser) -> String {
    let mut actions = 0;
    let begin = std::time::Instant::now();
    browser.open_ready("/can-bo/").await;
    actions += 1;
    write(browser, "[data-search]", "ks").await;
    actions += 1;
    browser.press(Key::Enter).await;
    browser.until("the procedure opens", "return location.pathname === '/can-bo/khai-sinh/'").await;
    browser.ready().await;
    for requirement in MISSING {
        actions += 1;
        state(browser, requirement, "missing").await;
    }
    actions += 1;
    browser.tap("[data-action=copy-text]").await;
    browser.until("it is copied", "return !document.querySelector('[data-said=copied]').hidden").await;
    println!("{actions} actions, {} ms in {}", begin.elapsed().as_millis(), browser.engine().name());
    assert!(actions <= 8, "{actions} actions");
    pasted(browser).await
}

/// What is on the clipboard, as it arrives in a field of some other page.
async fn pasted(browser: &Browser) -> String {
    browser.open_ready("/can-bo/").await;
    let field = browser.visible("[data-search]").await;
    field.send_keys(&format!("{}v", char::from(Key::Control))).await.expect("the browser takes keys");
    let pasted = browser.until("it is pasted", "return document.querySelector('[data-search]').value").await;
    pasted.as_str().unwrap_or_default().to_owned()
}

async fn write(browser: &Browser, selector: &str, text: &str) {
    browser.visible(selector).await.send_keys(text).await.expect("the browser takes keys");
}

/// Says how it stands with a requirement.
async fn state(browser: &Browser, requirement: &str, state: &str) {
    browser.tap(&format!("[data-requirement={requirement}] [data-state={state}]")).await;
}

/// The text of the first element, shown or not.
async fn text(browser: &Browser, selector: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let text = browser.run(script, vec![json!(selector)]).await;
    text.as_str().unwrap_or_default().to_owned()
}

fn a_mother_lacks_two_papers(engine: Engine) {
    let message = journey(engine, Setting::USUAL, message_copied);
    let (before, link) = message.rsplit_once(' ').expect("a message has a link");
    assert!(before.starts_with("Xa Hanh Phuc, khai sinh: thieu "), "{message}");
    assert!(before.contains("giay chung sinh") && before.contains("can cuoc"), "it names both: {message}");
    assert!(before.ends_with("Khong chuyen tien cho ai."), "{message}");
    assert!(message.is_ascii() && message.len() <= 160, "one part: {} letters, {message}", message.len());
    let digits = link.rsplit_once("/k/").expect("the link ends in a number").1.to_owned();
    assert_eq!(message.matches(&digits).count(), 1, "the number stands once");

    // On her own phone, which knows nothing yet.
    journey(engine, Setting::USUAL, async |browser: &Browser| opens_on_her_phone(browser, &digits).await);
}

async fn opens_on_her_phone(browser: &Browser, digits: &str) {
    let answered = "const main = document.querySelector('main');
        return main?.dataset.page === 'check' && document.documentElement.hasAttribute('data-ready')";
    // One digit misread.
    let last = digits.chars().last().and_then(|digit| digit.to_digit(10)).expect("a number has digits");
    let wrong = format!("{}{}", &digits[..digits.len() - 1], (last + 1) % 10);
    browser.open(&format!("/k/{wrong}")).await;
    browser.until("the wrong number is looked at", answered).await;
    assert!(browser.shows("[data-trouble=wrong-digit]").await && !browser.shows("[data-check]").await);

    browser.open("/gioi-thieu/").await;
    browser.open(&format!("/k/{digits}")).await;
    browser.until("the number is looked at", answered).await;
    assert!(browser.shows("[data-check] [data-procedure=khai-sinh]").await);
    let says = browser.visible("[data-kind=missing]").await.text().await.expect("words");
    assert_eq!(says.split_whitespace().collect::<Vec<_>>().join(" "), "Còn thiếu 2 thứ");
    browser.tap("[data-action=yes]").await;
    browser.until("the procedure opens", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);
    page.until_step("list").await;
    assert_eq!(page.ids().await, MISSING.map(str::to_owned).into(), "exactly those two");
}

mod a_mother_who_lacks_two_papers_gets_one_part_and_its_link_says_the_same {
    use super::*;

    #[test]
    fn chromium() {
        a_mother_lacks_two_papers(Engine::Chromium);
    }

    #[test]
    fn firefox() {
        a_mother_lacks_two_papers(Engine::Firefox);
    }
}

in_both_browsers!(what_is_typed_once_stands_in_every_message_as_long_as_it_fits, async |browser| {
    browser.open_ready("/can-bo/").await;
    write(browser, "input[name=phone]", "123").await;
    browser.visible("[data-trouble=phone]").await;
    for (name, typed) in [("phone", "\u{8}\u{8}\u{8}0216 3857 123"), ("hours", "T2-T6 7h30"), ("greeting", "Chào bác")]
    {
        // The wrong number first goes, letter by letter.
        let typed: String = typed.chars().map(|key| if key == '\u{8}' { Key::Backspace.into() } else { key }).collect();
        write(browser, &format!("input[name={name}]"), &typed).await;
    }
    assert!(!browser.shows("[data-trouble=phone]").await);
    write(browser, "input[name=commune]", &format!("Hạnh Phúc{}", char::from(Key::Tab))).await;
    // One for each field that was left.
    browser.until("all of it is saved", "return performance.getEntriesByName('saved').length >= 4").await;

    browser.restart().await;
    browser.open_ready("/can-bo/khai-sinh/").await;
    assert!(browser.shows("[data-none]").await && !browser.shows("[data-message]").await, "nothing is missing yet");
    state(browser, "giay-chung-sinh", "blurred").await;
    let message = text(browser, "[data-text]").await;
    assert!(message.starts_with("Chao bac. Hanh Phuc, khai sinh: mang lai giay chung sinh (mo)."), "{message}");
    assert!(message.contains("Den: T2-T6 7h30.") && message.contains("Hoi: 02163857123."), "{message}");
    assert_eq!(text(browser, "[data-count=parts]").await, "1");

    // More than one part holds: the greeting goes first, which is said, and the clerk may want it all the same.
    for requirement in MISSING {
        state(browser, requirement, "missing").await;
    }
    state(browser, "so-cua-me", "missing").await;
    assert!(!text(browser, "[data-text]").await.contains("Chao bac"));
    browser.visible("[data-extra=greeting] [data-left-out]").await;
    assert!(browser.shows("[data-one]").await);
    browser.tap("[data-extra=greeting] input").await;
    assert!(text(browser, "[data-text]").await.starts_with("Chao bac."));
    for extra in ["say-when", "ask"] {
        if browser.shows(&format!("[data-extra={extra}] [data-left-out]")).await {
            browser.tap(&format!("[data-extra={extra}] input")).await;
        }
    }
    assert!(browser.shows("[data-more]").await && browser.shows("[data-long]").await, "two parts, and that is said");
    browser.tap("[data-extra=greeting] input").await;
    assert!(!text(browser, "[data-text]").await.contains("Chao bac"), "taken out again");

    // With Vietnamese letters it is dearer, and says so before.
    assert!(browser.shows("[data-price]").await);
    browser.tap("input[name=accents]").await;
    assert!(text(browser, "[data-text]").await.contains("Không chuyển tiền cho ai"));
    assert!(browser.shows("[data-more]").await);
});

in_both_browsers!(the_same_is_read_out_and_written_on_the_slip, async |browser| {
    browser.open_ready("/can-bo/khai-sinh/").await;
    state(browser, "giay-chung-sinh", "missing").await;
    state(browser, "can-cuoc", "expired").await;
    browser.tap(".outbox__way:has([data-script]) summary").await;
    let lines = "return [...document.querySelectorAll('[data-script] li')].filter(it => it.getClientRects().length)
        .map(it => it.dataset.call + ': ' + it.textContent)";
    let lines = browser.run(lines, vec![]).await;
    let lines: Vec<_> = lines.as_array().into_iter().flatten().filter_map(|line| line.as_str()).collect();
    let link = browser.run("return document.querySelector('[data-text]').dataset.link", vec![]).await;
    let digits = link.as_str().and_then(|link| link.rsplit_once("/k/")).expect("a link").1.to_owned();
    let in_threes =
        digits.as_bytes().chunks(3).map(|three| String::from_utf8_lossy(three)).collect::<Vec<_>>().join(" ");
    let expected = [
        "who: Cháu gọi từ xã Hạnh Phúc, về việc: Làm giấy khai sinh cho con.",
        "count: Còn 2 thứ chưa được.",
        "thing: Thứ 1: Giấy chứng sinh.",
        "thing: Thứ 2: Thẻ căn cước (hết hạn).",
        "when-unknown: Bác hỏi lại ngày trước khi đi.",
        "money: Bác không chuyển tiền cho ai. Ai đòi tiền qua điện thoại là lừa.",
        "repeat: Bác nhắc lại giúp cháu: còn mấy thứ, thứ gì?",
        &format!("number: Số của bác là: {in_threes}. Bác ghi lại giúp cháu."),
    ];
    assert_eq!(lines[..expected.len()], expected);
    assert!(lines.last().is_some_and(|line| line.starts_with("village: ")), "{lines:?}");

    let slip = text(browser, "p[data-slip]").await;
    assert!(slip.starts_with("Đề nghị bổ sung hồ sơ Thủ tục đăng ký khai sinh (mã 1.001193), gồm:\n1. "), "{slip}");
    assert!(slip.contains("\n2. ") && slip.ends_with(": hết hạn"), "all gaps at once: {slip}");

    // The next person starts from nothing.
    write(browser, "input[name=to]", "0912345678").await;
    let ways = browser.run("return document.querySelector('[data-action=send-sms]').href", vec![]).await;
    assert!(ways.as_str().unwrap_or_default().starts_with("sms:+84912345678?body=Xa%20Hanh%20Phuc"), "{ways}");
    browser.tap("[data-action=start-again]").await;
    assert!(!browser.shows("[data-message]").await);
    state(browser, "giay-chung-sinh", "missing").await;
    let to = browser.run("return document.querySelector('input[name=to]').value", vec![]).await;
    assert_eq!(to, json!(""), "nobody's number stays");

    // Nor anybody's appointment, nor what was left out for somebody.
    let clean = text(browser, "[data-text]").await;
    write(browser, "input[name=when]", "T6 8h").await;
    browser.tap("input[name=accents]").await;
    assert!(text(browser, "[data-text]").await.contains("T6 8h"));
    browser.tap("[data-extra=say-when] input").await;
    assert!(!text(browser, "[data-text]").await.contains("T6 8h"));
    browser.tap("[data-action=start-again]").await;
    state(browser, "giay-chung-sinh", "missing").await;
    assert_eq!(text(browser, "[data-text]").await, clean);
    let boxes =
        "return [...document.querySelectorAll('[data-extra] input, input[name=accents]')].map(it => it.checked)";
    assert_eq!(browser.run(boxes, vec![]).await, json!([true, true, true, false]));

    // A number that is none opens no message to nobody unsaid.
    write(browser, "input[name=to]", "0912").await;
    browser.visible("[data-trouble=to]").await;
    write(browser, "input[name=to]", "345678").await;
    assert!(!browser.shows("[data-trouble=to]").await);
});

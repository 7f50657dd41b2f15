//! A citizen has a number, and the clerk sees the same list: typed, pasted, or photographed.

use std::collections::BTreeSet;

use harness::{Browser, Key, ProcedurePage, in_both_browsers};
use qrcodegen::{QrCode, QrCodeEcc};

/// A birth paper, parents who are married, and one of them goes.
const LIST: &str = "951987240096";

in_both_browsers!(a_photographed_square_opens_the_list_that_its_owner_has, async |browser| {
    let theirs = on_their_own_phone(browser).await;
    browser.open_ready("/can-bo/quet/").await;
    let photo = browser.scratch().folder().join("square.png");
    std::fs::write(&photo, square(&format!("https://dugiayto.example/k/{LIST}")))
        .expect("the scratch folder is writable");
    let input = browser.all("[data-photo]").await.remove(0);
    input.send_keys(&photo.display().to_string()).await.expect("the browser takes files");
    browser.until("the square is read", "return !document.querySelector('[data-found]').hidden").await;
    assert!(browser.shows("[data-found] [data-procedure=khai-sinh]").await);
    let number = browser.visible("[data-kind=number]").await.text().await.expect("words");
    assert!(number.contains("951 987 240 096"), "{number}");

    browser.tap("[data-action=open]").await;
    browser.until("the card opens", "return location.pathname === '/khai-sinh/can-cu/'").await;
    browser.ready().await;
    browser.until("it is that list", "return document.querySelector('main').dataset.mine !== undefined").await;
    let lines = "return [...document.querySelectorAll('.card__line')].filter(it => it.getClientRects().length)
        .map(it => it.dataset.requirement)";
    let lines = browser.run(lines, vec![]).await;
    let lines: BTreeSet<_> =
        lines.as_array().into_iter().flatten().filter_map(|id| Some(id.as_str()?.to_owned())).collect();
    assert_eq!(lines, theirs, "the same lines on both screens");

    // A picture without a square, and a square of somebody else.
    browser.open_ready("/can-bo/quet/").await;
    for (text, trouble) in [
        (None, "[data-eye-trouble=photo]"),
        (Some("https://dugiayto.example.evil.vn/k/951987240096"), "[data-trouble=foreign]"),
    ] {
        std::fs::write(&photo, text.map_or_else(blank, square)).expect("the scratch folder is writable");
        let input = browser.all("[data-photo]").await.remove(0);
        input.send_keys(&photo.display().to_string()).await.expect("the browser takes files");
        browser.until("it is refused", &format!("return !document.querySelector('{trouble}').hidden")).await;
        assert!(!browser.shows("[data-found]").await, "{trouble}");
    }
});

in_both_browsers!(typing_is_as_good, async |browser| {
    browser.open_ready("/can-bo/quet/").await;
    for (typed, shown) in [
        ("951 987 240 098", "[data-trouble=wrong]"),
        ("951987240096", "[data-found] [data-procedure=khai-sinh]"),
        ("13", "[data-found] [data-procedure=khai-sinh]"),
        ("https://dugiayto.example/ket-hon/", "[data-found] [data-procedure=ket-hon]"),
        ("https://dugiayto.example/di-cho/", "[data-trouble=unknown]"),
        ("javascript:alert(1)", "[data-trouble=foreign]"),
    ] {
        let field = browser.visible("[data-typed]").await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(typed).await.expect("the browser takes keys");
        browser.visible(shown).await;
        assert_eq!(browser.shows("[data-found]").await, shown.contains("found"), "{typed}");
    }
    // What is too short is said when typing has ended, not before; nor is an address refused at its first letter.
    for (typed, ended) in [
        ("14", Some("[data-trouble=wrong]")),
        ("951987", Some("[data-trouble=short]")),
        ("https://dugiayto.ex", Some("[data-trouble=foreign]")),
        ("dugiayto.example/k/13", None),
    ] {
        let field = browser.visible("[data-typed]").await;
        field.clear().await.expect("a field can be emptied");
        field.send_keys(typed).await.expect("the browser takes keys");
        assert!(!browser.shows("[data-trouble]:not([hidden])").await, "{typed}: not yet");
        browser.press(Key::Enter).await;
        match ended {
            Some(trouble) => drop(browser.visible(trouble).await),
            None => assert!(browser.shows("[data-found] [data-procedure=khai-sinh]").await, "{typed}"),
        }
    }
    // No camera here, or none that may be used.
    browser.tap("[data-camera]").await;
    browser
        .until("the other ways are named", "return !document.querySelector('[data-eye-trouble=camera]').hidden")
        .await;
});

async fn on_their_own_phone(browser: &Browser) -> BTreeSet<String> {
    browser.open(&format!("/k/{LIST}")).await;
    let answered = "const main = document.querySelector('main');
        return main?.dataset.page === 'check' && document.documentElement.hasAttribute('data-ready')";
    browser.until("the number is looked at", answered).await;
    browser.tap("[data-action=yes]").await;
    browser.until("the procedure opens", "return location.pathname === '/khai-sinh/'").await;
    browser.ready().await;
    let page = ProcedurePage::shown(browser);
    page.until_step("list").await;
    page.ids().await
}

/// A photograph of a square, as PNG: twelve pixels for each of its modules.
fn square(text: &str) -> Vec<u8> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a short text has a code");
    picture((code.size() + 8) as usize * 12, |x, y| code.get_module(x as i32 / 12 - 4, y as i32 / 12 - 4))
}

fn blank() -> Vec<u8> {
    picture(200, |_, _| false)
}

fn picture(side: usize, is_dark: impl Fn(usize, usize) -> bool) -> Vec<u8> {
    let pixels: Vec<u8> = (0..side * side).map(|at| if is_dark(at % side, at / side) { 0 } else { u8::MAX }).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side as u32, side as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels)).expect("a picture can be written");
    file
}

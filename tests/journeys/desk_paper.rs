//! What clerks pin up: on how many sheets it comes out of a printer, and what a camera reads on it.

use std::collections::BTreeSet;

use harness::{Browser, Size, eye, in_both_browsers, root};
use serde_json::json;

/// Width and height in centimetres.
const A4: (f64, f64) = (21.0, 29.7);

/// A plain one, the one with the longest name, and the one with the longest official name.
const WALLS: [&str; 3] = ["khai-sinh", "dang-ky-lai-ket-hon", "sang-ten-so-do"];

in_both_browsers!(every_square_of_the_poster_leads_to_its_life_event, async |browser| {
    let seen = printed(browser, "/can-bo/giay/viec/").await;
    // Where citizens' own first pages lead to.
    let mut events = BTreeSet::new();
    for page in ["/", "/viec-khac/2/"] {
        browser.open_ready(page).await;
        let tiles = "return [...document.querySelectorAll('a.tile')].map(it => it.getAttribute('href'))";
        let tiles = browser.run(tiles, vec![]).await;
        let tiles = tiles.as_array().into_iter().flatten().filter_map(|tile| tile.as_str());
        events.extend(tiles.filter(|tile| is_event(tile)).map(|tile| format!("https://{}{tile}", host())));
    }
    assert!(events.len() >= 10, "life events have tiles: {events:?}");
    assert_eq!(seen, [events], "one sheet, each event once");
});

in_both_browsers!(a_sheet_for_a_wall_leads_to_its_procedure, async |browser| {
    for slug in WALLS {
        let seen = printed(browser, &format!("/can-bo/giay/{slug}/")).await;
        assert_eq!(seen, [BTreeSet::from([format!("https://{}/{slug}/", host())])], "{slug}");
        let number = browser.visible(".wall__number").await.text().await.expect("a number can be read");
        assert!((2..=4).contains(&number.len()), "{slug}: {number}");
        browser.open("/gioi-thieu/").await;
        browser.open(&format!("/k/{number}")).await;
        let answered = "return document.documentElement.hasAttribute('data-ready') && document.querySelector('main').dataset.page === 'check'";
        browser.until("the number is looked at", answered).await;
        assert!(browser.shows(&format!("[data-check] [data-procedure={slug}]")).await, "{slug}: {number}");
    }
});

in_both_browsers!(the_card_for_the_desk_has_every_number, async |browser| {
    let seen = printed(browser, "/can-bo/giay/ban/").await;
    assert_eq!(seen, [BTreeSet::from([format!("https://{}/so/", host())])], "one sheet");
    let numbers = "return [...document.querySelectorAll('.numbers__number')].map(it => it.textContent)";
    let numbers = browser.run(numbers, vec![]).await;
    let numbers: BTreeSet<_> = numbers.as_array().into_iter().flatten().filter_map(|number| number.as_str()).collect();
    assert_eq!(numbers.len(), harness::procedures().len(), "{numbers:?}");
});

in_both_browsers!(nothing_stands_out_of_a_sheet_on_any_screen, async |browser| {
    let outside = "const sheet = document.querySelector('.sheet'), edges = sheet.getBoundingClientRect();
        return [document.documentElement.scrollWidth > document.documentElement.clientWidth ? 'the page' : '',
            ...[...sheet.querySelectorAll('*')].filter(it => {
                const around = it.parentElement.closest('li, .sheet').getBoundingClientRect(), own = it.getBoundingClientRect();
                return own.right > Math.min(around.right, edges.right) + 1 || own.left < around.left - 1;
            }).map(it => it.outerHTML.slice(0, 80))].filter(Boolean)";
    for path in ["/can-bo/giay/viec/", "/can-bo/giay/ban/", "/can-bo/giay/sang-ten-so-do/"] {
        browser.open_ready(path).await;
        for size in [Size { width: 360, height: 640 }, Size { width: 1280, height: 800 }] {
            assert_eq!(browser.run_at(size, outside, vec![]).await, json!([]), "{path} at {size}");
        }
        let says = browser.visible(".sheet__small").await.text().await.expect("words");
        assert!(says.contains("không phải") && says.contains("/20"), "whose it is, and until when it is right: {says}");
    }
});

/// Whether a tile of the first pages is a life event: those that stand for one lead to it or to its only procedure.
fn is_event(tile: &str) -> bool {
    tile.starts_with("/viec/") || harness::procedures().iter().any(|slug| tile == format!("/{slug}/"))
}

async fn printed(browser: &Browser, path: &str) -> Vec<BTreeSet<String>> {
    browser.open_ready(path).await;
    let pictures = "return [...document.images].every(it => it.complete && it.naturalWidth)";
    assert_eq!(browser.until("the pictures are there", pictures).await, json!(true));
    // Others use this page to look at it.
    let pdf = browser.printed(A4.0, A4.1);
    if let Some(folder) = std::env::var_os("PRINTED") {
        let name = path.trim_matches('/').replace('/', "-");
        let file = std::path::PathBuf::from(folder).join(format!("{name}-{}.pdf", browser.engine().name()));
        std::fs::write(file, &pdf).expect("a folder that is asked for is there");
    }
    eye::squares(&pdf)
}

/// The host of the published site.
fn host() -> String {
    let site = std::fs::read_to_string(root().join("app/content/site.toml")).expect("the content can be read");
    let line = site.lines().find_map(|line| line.strip_prefix("host = ")).expect("the site has a host");
    line.trim_matches('"').to_owned()
}

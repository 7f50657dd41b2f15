//! How somebody wants to see the pages is chosen once and holds everywhere, from before the first letter is painted.

use harness::{in_both_browsers, root};
use serde_json::json;

const LOOK: &str = "
    const { size = '', contrast = '', helper = '' } = document.documentElement.dataset;
    return [size, contrast, helper, getComputedStyle(document.documentElement).fontSize, getComputedStyle(document.body).color];";

in_both_browsers!(letters_and_contrast_are_chosen_once, async |browser| {
    browser.open_ready("/cach-xem/").await;
    let usual = browser.run(LOOK, vec![]).await;
    assert_eq!(usual[3], json!("16px"));
    browser.tap("label:has([name=size][value='3'])").await;
    browser.tap("label:has([name=contrast][value=high])").await;
    let chosen = browser.run(LOOK, vec![]).await;
    assert_eq!(chosen, json!(["3", "high", "", "20.8px", "rgb(0, 0, 0)"]), "it is seen at once");

    browser.open_ready("/khai-sinh/").await;
    assert_eq!(browser.run(LOOK, vec![]).await, chosen, "and on every page");
    browser.open_ready("/cach-xem/").await;
    let checked = "return [...document.querySelectorAll('input:checked')].map(({ name, value }) => name + value)";
    assert_eq!(browser.run(checked, vec![]).await, json!(["size3", "contrasthigh", "helper"]));

    browser.tap("label:has([name=size][value=''])").await;
    browser.tap("label:has([name=contrast][value=''])").await;
    browser.open_ready("/").await;
    assert_eq!(browser.run(LOOK, vec![]).await, usual, "and can be taken back");
});

/// Letters that change their size under a reader would move what is touched: the script that sets it stands in the head,
/// before everything that is painted, and is no module, which would wait for the whole page.
#[test]
fn it_holds_before_anything_is_painted() {
    let page = std::fs::read_to_string(root().join("dist/index.html")).expect("the site is built");
    let (head, body) = page.split_once("<body").expect("a page has a body");
    assert!(head.contains("<script src=\"/look.js\"></script>"), "in the head");
    assert!(!body.contains("look.js"));
}

//! On paper: the list of a family is one A4, and one strip of the 80 mm roll that counters have; what cannot be touched on
//! paper is left out.

use harness::{EVERY_KIND, ProcedurePage, in_both_browsers};
use serde_json::json;

/// Width and height in centimetres.
const A4: (f64, f64) = (21.0, 29.7);
/// As long as the longest list may be; the printer cuts where the ink ends.
const ROLL: (f64, f64) = (8.0, 60.0);

in_both_browsers!(a_list_is_one_sheet, async |browser| {
    for slug in EVERY_KIND {
        let page = ProcedurePage::open(browser, slug).await;
        page.tap_ask().await;
        page.answer_all(&[]).await;
        if page.step().await != "list" {
            continue;
        }
        for (paper, (width, height)) in [("A4", A4), ("the roll", ROLL)] {
            assert_eq!(pages(&browser.printed(width, height)), 1, "{slug} on {paper}");
        }
    }
});

in_both_browsers!(what_cannot_be_touched_on_paper_is_left_out, async |browser| {
    let page = ProcedurePage::open(browser, "khai-sinh").await;
    page.tap_ask().await;
    page.pass_all().await;
    page.until_step("list").await;
    let sheet = json!(browser.run(PRINTED, vec![]).await);
    assert_eq!(sheet["linked"], json!("print"), "the sheet for paper holds up no screen");
    for left_out in [".bar", ".top__home", ".top__listen", ".restart", ".phone"] {
        assert!(sheet["hidden"].as_str().is_some_and(|rule| rule.contains(left_out)), "{left_out} in {sheet}");
    }
});

fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).expect("a browser prints PDF").get_pages().len()
}

const PRINTED: &str = "
    const link = document.querySelector('link[href=\"/print.css\"]');
    const rules = [...link.sheet.cssRules].flatMap(function inside(rule) { return rule.cssRules?.length ? [...rule.cssRules].flatMap(inside) : [rule] });
    return { linked: link.media, hidden: rules.find(({ style }) => style?.display === 'none')?.selectorText };";

//! A rule that holds everywhere may also be one that looks at nothing: each is broken on purpose, and has to notice.

use std::collections::BTreeMap;

use harness::{Ability, Browser, Engine, PHONE, ProcedurePage, Setting, journey};
use serde_json::Value;

use super::{MEASURE, Rules};

/// Rule, the screen, and what breaks it there. Through style objects, which the content security policy allows.
const BROKEN: [(&str, &str, &str); 27] = [
    ("1", "question", "shown('[data-question]').style.minHeight = '900px'"),
    ("1 large", "question", "shown('[data-question]').style.paddingTop = '900px'"),
    ("2", "question", "shown('[data-control=back]').style.marginLeft = '200px'"),
    ("4", "home", "const tile = shown('.tile'); tile.after(tile.cloneNode(true))"),
    ("5", "question", "shown('[data-control=listen]').style.visibility = 'hidden'"),
    ("8", "question", "shown('[data-option] .pic').remove()"),
    ("9", "list", "shown('[data-count]').style.fontSize = '20px'"),
    ("10", "question", "document.querySelector('main').append(document.createElement('input'))"),
    ("11", "question", "shown('[data-option]').querySelector('input').checked = true"),
    ("11", "question", "shown('[data-option]').before(shown('[data-option=khong-biet]'), shown('[data-option]'))"),
    ("12", "list", "shown('[data-action=restart]').style.cssText = 'min-height: 0; height: 40px'"),
    ("12 56", "list", "shown('[data-action=restart]').style.cssText = 'min-height: 0; height: 50px'"),
    ("12 apart", "list", "for (const it of document.querySelectorAll('.item')) it.style.marginTop = '-10px'"),
    ("13", "question", "shown('[data-question] h2').style.textTransform = 'uppercase'"),
    ("13 lines", "list", "shown('.item__note').style.lineHeight = '1.1'"),
    ("13 key", "list", "shown('[data-count]').style.fontSize = '20px'"),
    ("14", "question", "shown('[data-question] h2').style.color = '#777777'"),
    ("14 high", "list", "shown('[data-requirement] label').style.cssText = 'border: 2px solid #bbbbbb'"),
    ("15", "list", "rule('.item, .item *, .item *::before { border: 0 !important; content: none !important }')"),
    ("16", "list", "shown('.items').style.cssText = 'overflow-x: auto'; shown('.item').style.width = '900px'"),
    ("18", "question", "shown('[data-question] h2 span').textContent = 'Ra UBND'"),
    ("19", "list", "for (const it of document.querySelectorAll('.item__official')) it.remove()"),
    (
        "20",
        "list",
        "const it = shown('[data-requirement]'); it.dataset.need = 'needed';
         for (let n = 0; n < 8; n += 1) it.after(it.cloneNode(true))",
    ),
    ("21", "list", "shown('[data-requirement] input').style.display = 'none'"),
    ("22", "list", "shown('[data-action=restart]').remove()"),
    ("23", "question", "shown('[data-control=ask]').remove()"),
    ("apart", "list", "shown('.item__note').style.cssText = 'position: relative; top: -26px'"),
];

const TOOLS: &str = "
    const shown = selector => [...document.querySelectorAll(selector)].find(it => it.getClientRects().length);
    const rule = text => document.styleSheets[0].insertRule(`@layer components { ${text} }`, 0);";

#[test]
fn a_broken_rule_is_noticed() {
    // A phone that keeps nothing begins anew each time.
    journey(Engine::Chromium, Setting::USUAL.without(&[Ability::Database]), async |browser| {
        let mut usual: BTreeMap<&str, Value> = BTreeMap::new();
        for (rule, screen, _) in BROKEN {
            if !usual.contains_key(screen) {
                usual.insert(screen, findings(browser, screen, "").await);
            }
            assert!(usual[screen].get(rule).is_some(), "rule {rule} looks at the {screen}");
        }
        for (rule, screen, script) in BROKEN {
            let broken = findings(browser, screen, script).await;
            let count = |findings: &Value| findings[rule]["faults"].as_array().map_or(0, Vec::len);
            assert!(count(&broken) > count(&usual[screen]), "rule {rule} notices on the {screen}: {script}");
        }
    });
}

/// What the rules find on a screen after this was done to it.
async fn findings(browser: &Browser, screen: &str, script: &str) -> Value {
    if screen == "home" {
        browser.open_ready("/").await;
    } else {
        let page = ProcedurePage::open(browser, "khai-sinh").await;
        page.tap_ask().await;
        while screen == "list" && page.step().await == "question" {
            page.pass().await;
        }
    }
    let mut knowledge = Rules::new(browser).knowledge;
    knowledge["full"] = true.into();
    let script = format!("{{ {TOOLS} {script} }} {MEASURE}");
    let mut seen = browser.run_at(PHONE, &script, vec![knowledge]).await;
    seen["findings"].take()
}

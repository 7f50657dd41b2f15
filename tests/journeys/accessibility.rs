//! The rules of axe-core, on every page and at every step.

use harness::{Browser, Faults, every_kind_of_screen, in_both_browsers, root};
use serde_json::{Value, json};

in_both_browsers!(no_screen_breaks_an_accessibility_rule, async |browser| {
    let axe = root().join("tests/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(axe).expect("axe-core is not installed; please run `make setup` first");
    let mut faults = Faults::default();
    every_kind_of_screen(browser, async |screen| {
        for fault in faults_here(browser, &axe).await {
            faults.add(screen.as_str(), fault);
        }
    })
    .await;
    faults.assert_none();
});

/// What axe finds on the page as it is shown now: rule, and the elements that break it.
async fn faults_here(browser: &Browser, axe: &str) -> Vec<String> {
    // Contrast of 7:1 is not in axe's usual set; our readers stand in the sun.
    let run = "
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } })
           .then(({ violations }) => done(violations.map(({ id, nodes }) =>
               `${id}: ${nodes.map(({ html, target, any }) =>
                   `${target} ${html.slice(0, 120)} ${any.map(({ message }) => message)}`).join(' | ')}`)),
                 error => done([`axe itself failed: ${error}`]));";
    let found = browser.run_async(&format!("{axe};{run}"), vec![json!(null)]).await;
    let Value::Array(found) = found else { panic!("axe gives a list, not {found}") };
    found.into_iter().map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect()
}

//! The layout rules for people who read little (`docs/layout-rules.md` says where they come from and which are not
//! claimed here): every screen a citizen meets, measured at every size, with usual letters and with letters a third
//! larger. What was looked at is counted in `target/layout-rules.tsv`; `docs/layout-rules.tsv` is the copy that readers
//! find, written anew with `UPDATE_SHOTS=1`.

mod noticed;
mod still;
mod table;

use std::collections::BTreeMap;
use std::time::Instant;

use harness::{
    Browser, EVERY_KIND, Engine, PHONE, SCREENS, Size, every_kind_of_screen, every_screen, in_both_browsers, name_of,
    pages_alike, procedures, root,
};
use serde_json::{Value, json};
use table::Table;

in_both_browsers!(every_screen_keeps_the_rules, async |browser| {
    let mut rules = Rules::new(browser);
    if browser.engine() == Engine::Chromium {
        still::keeps_the_rules(&mut rules.table);
        every_screen(browser, async |screen| rules.look(&screen).await).await;
        // Papers and life events are made alike; whether their words fit is looked at on the smallest screen.
        for path in pages_alike() {
            browser.open_ready(&path).await;
            rules.look(&name_of(&path)).await;
        }
    } else {
        every_kind_of_screen(browser, async |screen| rules.look(&screen).await).await;
    }
    rules.table.write(browser.engine(), std::env::var_os("UPDATE_SHOTS").is_some());
    rules.table.assert_kept();
});

/// What is needed to look at a screen, and what was found so far.
struct Rules<'a> {
    browser: &'a Browser,
    table: Table,
    /// Where the fixed controls were on the first screen that had them, by size.
    places: BTreeMap<String, (String, Vec<f64>)>,
    procedures: Vec<String>,
    alike: Vec<String>,
    knowledge: Value,
}

impl<'a> Rules<'a> {
    fn new(browser: &'a Browser) -> Self {
        let alike = pages_alike().iter().map(|path| name_of(path)).collect();
        let knowledge = json!({ "strokes": still::strokes(), "differing": still::papers_with_two_names() });
        let (table, places) = (Table::default(), BTreeMap::new());
        Self { browser, table, places, procedures: procedures(), alike, knowledge }
    }

    /// How screens are made is looked at on every size; whether the words of each procedure fit, on those of phones.
    fn sizes(&self, screen: &str) -> &'static [Size] {
        let of = |slug: &&String| {
            screen.strip_prefix(slug.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let slug = self.procedures.iter().filter(of).max_by_key(|slug| slug.len());
        if self.alike.iter().any(|alike| alike == screen) {
            &SCREENS[1..3]
        } else if slug.is_some_and(|slug| !EVERY_KIND.contains(&slug.as_str())) {
            &SCREENS[..4]
        } else {
            &SCREENS
        }
    }

    async fn look(&mut self, screen: &str) {
        for &size in self.sizes(screen) {
            let mut knowledge = self.knowledge.clone();
            // Pages for helpers: everything on one page to search in, and the law by line.
            knowledge["helper"] = (screen == "tat-ca" || screen.ends_with("-can-cu")).into();
            // Colours and words are the same on every size.
            knowledge["full"] = (size == PHONE).into();
            let began = Instant::now();
            let seen = self.browser.run_at(size, MEASURE, vec![knowledge]).await;
            self.table.spent += began.elapsed();
            let Value::Object(findings) = &seen["findings"] else { panic!("findings come by rule") };
            for (rule, found) in findings {
                let checked = found["checked"].as_u64().unwrap_or_default();
                self.table.assertions(rule, screen, checked);
                for fault in found["faults"].as_array().into_iter().flatten() {
                    let [says, words] = [0, 1].map(|nth| fault[nth].as_str().unwrap_or_default());
                    self.table.fault(
                        rule,
                        says,
                        format!("{screen} on {size}{} “{words}”", if fault[2] == 1.3 { " × 1.3" } else { "" }),
                    );
                }
            }
            let Value::Object(scales) = &seen["places"] else { panic!("controls come with their places") };
            for (scale, controls) in scales {
                self.stay(screen, &format!("{size} letters {scale}"), controls);
            }
        }
    }

    /// Fixed controls are where they were on the first screen that had them.
    fn stay(&mut self, screen: &str, size: &str, controls: &Value) {
        for (control, place) in controls.as_object().into_iter().flatten() {
            let place: Vec<f64> = place.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
            let (first, expected) =
                self.places.entry(format!("{control} at {size}")).or_insert_with(|| (screen.to_owned(), place.clone()));
            let rule = if control == "listen" { "5" } else { "2" };
            self.table.assertions(rule, screen, 1);
            if expected.iter().zip(&place).any(|(one, other)| (one - other).abs() > 2.0) {
                let fault = format!("{control} is at {place:?}, but at {expected:?} on {first}");
                self.table.fault(rule, &fault, format!("{screen} on {size}"));
            }
        }
    }
}

/// What runs in the page, in the order in which its parts need each other.
const MEASURE: &str = concat!(
    include_str!("layout_rules/page.js"),
    include_str!("layout_rules/place.js"),
    include_str!("layout_rules/touch.js"),
    include_str!("layout_rules/text.js"),
    include_str!("layout_rules/colour.js"),
    include_str!("layout_rules/content.js"),
    include_str!("layout_rules/measure.js"),
);

//! The rules by number, what was asserted of each, and what does not hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::time::Duration;

use harness::{Engine, Faults};

use super::root;

/// Number, and what the rule asks for. Numbers are those of the users' rules.
const RULES: [(&str, &str); 28] = [
    ("1", "one question a screen, which does not scroll"),
    ("1 large", "with letters a third larger all options stay above the bar"),
    ("2", "home, back and next in their corners, at the same pixels on every screen"),
    ("3", "every procedure in two touches and paging; no menu in a menu"),
    ("4", "six life events on a page at most"),
    ("5", "listen at the same place on every screen"),
    ("8", "no picture without its word; one picture and words in each option, tile and item"),
    ("9", "counts as digits of 32 px or more"),
    ("10", "nothing to type"),
    ("11", "answers are full-width radio cards, different in picture and word, don't know last, none chosen"),
    ("12", "48 px or more to touch on every screen"),
    ("12 56", "56 px or more to touch on usual screens"),
    ("12 apart", "8 px between what can be touched"),
    ("13", "letters of 18 px, key words of 20, lines of 1.2; no capitals, italics, justified text"),
    ("13 lines", "text of several lines stands 1.35 apart"),
    ("13 key", "questions, titles and counts of 24 px or more"),
    ("14", "contrast: text 7:1, borders and lines of pictures 4.5:1"),
    ("14 high", "the same in high contrast"),
    ("15", "states differ without colour"),
    ("16", "no hover, tooltips, swipe, long press, drag, tabs, sideways scrolling"),
    ("18", "no abbreviations of offices"),
    ("19", "official and plain name together on the list"),
    ("20", "seven items at most in a group, besides those that nobody can tell yet"),
    ("21", "picture, name and tick in each line of the list"),
    ("22", "home on every screen, beginning anew on the list"),
    ("23", "a person to ask on every screen, at the same place"),
    ("fit", "nothing sticks out of the page or of its frame"),
    ("apart", "no text lies on other text"),
];

#[derive(Debug, Default)]
pub(super) struct Table {
    rows: BTreeMap<String, Row>,
    pub(super) spent: Duration,
}

#[derive(Debug, Default)]
struct Row {
    screens: BTreeSet<String>,
    assertions: u64,
    failures: u64,
    faults: Faults,
}

impl Table {
    pub(super) fn assertions(&mut self, rule: &str, screen: &str, count: u64) {
        let row = self.row(rule);
        row.screens.insert(screen.to_owned());
        row.assertions += count;
    }

    /// One assertion that fails.
    pub(super) fn fault(&mut self, rule: &str, fault: &str, place: String) {
        let row = self.row(rule);
        row.failures += 1;
        row.faults.add(place, fault);
    }

    fn row(&mut self, rule: &str) -> &mut Row {
        assert!(RULES.iter().any(|(number, _)| *number == rule), "{rule} is in the table of rules");
        self.rows.entry(rule.to_owned()).or_default()
    }

    /// Writes the table, and beside it each fault with every place; with `publish` the copy that is read, too.
    pub(super) fn write(&self, engine: Engine, publish: bool) {
        let mut table = String::from("rule\tsays\tscreens\tassertions\tfailures\n");
        let mut faults = String::new();
        for (rule, says) in RULES {
            let Some(row) = self.rows.get(rule) else { continue };
            let Row { screens, assertions, failures, .. } = row;
            let _ = writeln!(table, "{rule}\t{says}\t{}\t{assertions}\t{failures}", screens.len());
            let _ = writeln!(faults, "== {rule} · {says}\n{}", row.faults.everywhere());
        }
        println!("{table}looking took {:.1?} s", self.spent.as_secs_f32());
        let name = if engine == Engine::Chromium {
            "layout-rules".to_owned()
        } else {
            format!("layout-rules-{}", engine.name())
        };
        let write = |path: &str, text: &str| std::fs::write(root().join(path), text).expect("the table can be written");
        write(&format!("target/{name}.tsv"), &table);
        write(&format!("target/{name}-faults.txt"), &faults);
        if publish && engine == Engine::Chromium {
            write("docs/layout-rules.tsv", &table);
        }
    }

    /// Ends the test when a rule is broken.
    pub(super) fn assert_kept(&self) {
        let broken = self.rows.iter().filter(|(_, row)| row.failures > 0);
        let all: String = broken.map(|(rule, row)| format!("rule {rule}: {}\n", row.faults)).collect();
        assert!(all.is_empty(), "{all}\nevery place stands in target/layout-rules*-faults.txt");
    }
}

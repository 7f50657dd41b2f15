//! The rules of axe-core on every kind of screen, with every size of letters and every contrast that people can choose;
//! once on every other page. And what axe does not look at: that everything that takes the focus has a name and the
//! fixed controls theirs, that nothing moves, whether or not people ask for less motion, and that letters twice as large
//! lose nothing.

use std::collections::BTreeSet;

use harness::{Browser, DESK, Engine, Faults, Size, every_kind_of_page, every_kind_of_screen, in_both_browsers, root};
use serde_json::{Value, json};

/// Size of letters and contrast, as `/cach-xem/` sets them; the first is what a new phone shows.
const LOOKS: [(&str, &str); 6] = [("", ""), ("2", ""), ("3", ""), ("", "high"), ("2", "high"), ("3", "high")];

/// The rules of axe whose answer depends on how large letters are and which colours they have.
const CHANGING: [&str; 5] =
    ["color-contrast", "color-contrast-enhanced", "link-in-text-block", "scrollable-region-focusable", "target-size"];

in_both_browsers!(no_screen_breaks_an_accessibility_rule, async |browser| {
    let (axe, names) = (axe(), names());
    let looks: &[_] = if browser.engine() == Engine::Chromium { &LOOKS } else { &[LOOKS[0], LOOKS[5]] };
    let (mut faults, mut asking) = (Faults::default(), BTreeSet::new());
    every_kind_of_screen(browser, async |screen| {
        // Questions of one procedure are made alike: one of them in every look, the others as a new phone shows them.
        let alike = screen.split_once("-hoi-").is_some_and(|(slug, _)| !asking.insert(slug.to_owned()));
        let looks = if alike { &looks[..1] } else { looks };
        for fault in list(browser.run(NAMES, vec![names.clone()]).await) {
            faults.add(screen.as_str(), fault);
        }
        for (nth, (size, contrast)) in looks.iter().enumerate() {
            let rules = if nth == 0 { None } else { Some(&CHANGING[..]) };
            for fault in faults_here(browser, &axe, (size, contrast), rules).await {
                faults.add(format!("{screen}, letters “{size}”, contrast “{contrast}”"), fault);
            }
        }
    })
    .await;
    faults.assert_none();
});

/// Every page that was built, most of which no other journey opens. In one browser: pages are made alike.
#[test]
fn no_page_at_all_breaks_an_accessibility_rule() {
    harness::journey(Engine::Chromium, harness::Setting::USUAL, async |browser| {
        let axe = axe();
        let known: BTreeSet<String> = every_kind_of_page().into_iter().collect();
        // Of the desk one page of each kind: they are alike too, and nobody walks home from one.
        let is_alike = |path: &str| path.starts_with("/can-bo/") && !DESK.contains(&path);
        let mut faults = Faults::default();
        for path in every_page().into_iter().filter(|path| !known.contains(path) && !is_alike(path)) {
            browser.open(&path).await;
            for fault in faults_here(browser, &axe, LOOKS[0], None).await {
                faults.add(path.as_str(), fault);
            }
        }
        faults.assert_none();
    });
}

in_both_browsers!(letters_twice_as_large_lose_nothing, async |browser| {
    let mut faults = Faults::default();
    every_kind_of_screen(browser, async |screen| {
        let seen = browser.run_at(Size { width: 320, height: 568 }, TWICE, vec![]).await;
        for fault in seen.as_array().into_iter().flatten() {
            let [says, words] = [0, 1].map(|nth| fault[nth].as_str().unwrap_or_default());
            faults.add(format!("{screen} “{words}”"), says);
        }
    })
    .await;
    faults.assert_none();
});

/// What the fixed controls are called, as the messages have it.
fn names() -> Value {
    let messages = std::fs::read_to_string(root().join("app/content/messages/vi.toml")).expect("messages can be read");
    let said = |id: &str| {
        let line = messages.lines().find_map(|line| line.strip_prefix(id)?.trim_start().strip_prefix('='));
        line.unwrap_or_else(|| panic!("{id} is a message")).trim().trim_matches('"').to_owned()
    };
    json!({
        "home": said("home"), "listen": said("listen"), "back": said("back"), "next": said("next"),
        "ask": said("ask_person"), "call": said("call").replace("{n}", ""),
    })
}

fn axe() -> String {
    let axe = root().join("tests/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(axe).expect("axe-core is not installed; please run `make setup` first")
}

/// The addresses of everything in `dist` that is a page.
fn every_page() -> Vec<String> {
    fn below(folder: &std::path::Path, address: &str, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("the site has been built").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                below(&entry.path(), &format!("{address}{name}/"), found);
            } else if name == "index.html" {
                found.push(address.to_owned());
            }
        }
    }
    let mut found = Vec::new();
    below(&root().join("dist"), "/", &mut found);
    found.sort();
    found
}

/// What axe finds on the page as it is shown now: rule, and the elements that break it.
async fn faults_here(browser: &Browser, axe: &str, look: (&str, &str), rules: Option<&[&str]>) -> Vec<String> {
    // It is half a megabyte, so it goes to each page once.
    if browser.run("return typeof window.axe === 'undefined'", vec![]).await == json!(true) {
        browser.run(&format!("{axe}; window.axe = axe;"), vec![]).await;
    }
    let found = browser.run_async(RUN, vec![json!(look.0), json!(look.1), json!(rules)]).await;
    list(found)
}

fn list(found: Value) -> Vec<String> {
    let Value::Array(found) = found else { panic!("faults come as a list, not {found}") };
    found.into_iter().map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect()
}

/// Contrast of 7:1 and the size of targets are not in axe's usual set; our readers stand in the sun and have big thumbs.
const RUN: &str = "
    const [size, contrast, only, done] = arguments;
    const root = document.documentElement, { size: usualSize, contrast: usualContrast } = root.dataset;
    const show = (name, value) => { if (value) root.dataset[name] = value; else delete root.dataset[name]; };
    const back = found => { show('size', usualSize); show('contrast', usualContrast); done(found); };
    show('size', size);
    show('contrast', contrast);
    const usual = { rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } } };
    const options = only ? { runOnly: { type: 'rule', values: only } } : usual;
    axe.run(document, { resultTypes: ['violations'], ...options })
       .then(({ violations }) => back(violations.map(({ id, nodes }) =>
           `${id}: ${nodes.map(({ html, target, any }) =>
               `${target} ${html.slice(0, 120)} ${any.map(({ message }) => message)}`).join(' | ')}`)),
             error => back([`axe itself failed: ${error}`]));";

/// Names as screen readers build them: a label given, else the label around a box, else what stands in it.
const NAMES: &str = "
    const [names] = arguments, faults = [];
    const shown = it => it.checkVisibility() && it.getClientRects().length;
    const text = it => it.innerText.trim().replace(/\\s+/g, ' ');
    const name = it => it.ariaLabel?.trim()
        || (it.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)).filter(Boolean).map(text).join(' ')
        || [...it.labels ?? []].map(text).join(' ') || text(it);
    const says = it => `${it.tagName.toLowerCase()}.${it.className} ${it.outerHTML.slice(0, 80)}`;
    for (const it of document.querySelectorAll('a[href], button, summary, input, select, textarea, [tabindex]')) {
        if (shown(it) && !name(it)) faults.push(`has no name: ${says(it)}`);
    }
    for (const control of document.querySelectorAll('[data-control]')) {
        if (!shown(control)) continue;
        const own = name(control.querySelector(':scope > summary') ?? control), { control: kind } = control.dataset;
        const right = kind === 'ask' && control.matches('[href]') ? own.startsWith(names.call) : own === names[kind];
        if (!right) faults.push(`${kind} is called “${own}”, not “${names[kind]}”`);
    }
    if (document.getAnimations().length) faults.push(`${document.getAnimations().length} animations run`);
    for (const it of document.body.querySelectorAll('*')) {
        if (!it.checkVisibility()) continue;
        for (const part of [null, '::before', '::after']) {
            const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(it, part);
            const still = animationName === 'none' && /^(0s(, )?)+$/.test(transitionDuration) && scrollBehavior === 'auto';
            if (!still) faults.push(`moves: ${animationName} ${transitionDuration} ${scrollBehavior} ${part ?? ''} ${says(it)}`);
        }
    }
    return faults;";

/// The narrowest phone, and everything on it twice as large.
const TWICE: &str = concat!(
    include_str!("layout_rules/page.js"),
    include_str!("layout_rules/place.js"),
    "
    document.documentElement.style.fontSize = '200%';
    scale.now = 2;
    fits(read());
    document.documentElement.style.fontSize = '';
    return Object.values(findings).flatMap(({ faults }) => faults);"
);

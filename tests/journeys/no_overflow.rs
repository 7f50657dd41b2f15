//! Nothing sticks out, nothing is too small to touch, and the fixed controls stay where they are: every page and step
//! on every screen size.

use std::collections::BTreeMap;

use harness::{EVERY_KIND, Faults, PHONE, SCREENS, Size, every_screen, in_both_browsers, procedures};
use serde_json::Value;

in_both_browsers!(every_screen_fits_and_can_be_touched, async |browser| {
    let (mut faults, mut places) = (Faults::default(), BTreeMap::new());
    let slugs = procedures();
    every_screen(browser, async |screen| {
        // How screens are made is looked at on every size; whether the words of each procedure fit, on the small ones.
        let every_size = !slugs.iter().any(|slug| screen.starts_with(slug) && !EVERY_KIND.contains(&slug.as_str()));
        let is_question =
            slugs.iter().any(|slug| screen.strip_prefix(slug.as_str()).is_some_and(|rest| rest.starts_with("-hoi-")));
        for &size in if every_size { &SCREENS[..] } else { &SCREENS[..3] } {
            browser.resize(size).await;
            let seen = browser.run(MEASURE, vec![]).await;
            let mut blame = |fault: String| faults.add(format!("{screen} on {size}"), fault);
            out_of_frame(&seen, &mut blame);
            for small in list(&seen, "small") {
                blame(format!("too small to touch: {small}"));
            }
            if is_question && size.width <= PHONE.width && !list(&seen, "tall").is_empty() {
                blame(format!("a question has to fit without scrolling, but {:?}", list(&seen, "tall")));
            }
            for moved in moved(&seen, size, &screen, &mut places) {
                blame(moved);
            }
        }
        // Letters a third larger lose nothing either. Set through the style object, which the content security policy
        // allows.
        browser.run("document.documentElement.style.fontSize = '130%'", vec![]).await;
        for &size in if every_size { &[SCREENS[1], PHONE][..] } else { &SCREENS[1..2] } {
            browser.resize(size).await;
            let seen = browser.run(MEASURE, vec![]).await;
            out_of_frame(&seen, |fault| faults.add(format!("{screen} on {size} with large letters"), fault));
        }
        browser.run("document.documentElement.style.fontSize = ''", vec![]).await;
    })
    .await;
    faults.assert_none();
});

/// What sticks out of the page, or out of what it stands in.
fn out_of_frame(seen: &Value, mut blame: impl FnMut(String)) {
    if !list(seen, "wide").is_empty() {
        blame(format!("scrolls sideways because of {:?}", list(seen, "wide")));
    }
    for cut in list(seen, "cut") {
        blame(format!("does not fit into its frame: {cut}"));
    }
}

/// Fixed controls that are not where they were on the first screen that had them.
fn moved(seen: &Value, size: Size, screen: &str, places: &mut BTreeMap<String, (String, Vec<f64>)>) -> Vec<String> {
    let Value::Object(controls) = &seen["controls"] else { panic!("controls come with their places") };
    let mut moved = Vec::new();
    for (control, place) in controls {
        let place: Vec<f64> = place.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let (first, expected) =
            places.entry(format!("{control} at {size}")).or_insert_with(|| (screen.to_owned(), place.clone()));
        if expected.iter().zip(&place).any(|(one, other)| (one - other).abs() > 2.0) {
            moved.push(format!("{control} is at {place:?}, but at {expected:?} on {first}"));
        }
    }
    moved
}

fn list<'a>(seen: &'a Value, name: &str) -> Vec<&'a str> {
    seen[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// A line may stand out of its frame by the air above and below its letters, which is 4 pixels at most.
/// Links inside running text are exempt from the least size (WCAG 2.5.8 does the same); everything else that can be
/// touched is measured with the label around it.
const MEASURE: &str = "
    scrollTo(0, 0);
    const root = document.scrollingElement;
    const name = it => `${it.tagName.toLowerCase()}.${it.className.baseVal ?? it.className} “${it.textContent.trim().slice(0, 30)}”`;
    const box = it => it.getBoundingClientRect();
    const shown = it => it.checkVisibility() && box(it).width > 0 && box(it).height > 0;
    const all = [...document.body.querySelectorAll('*')].filter(shown);
    const wide = root.scrollWidth > root.clientWidth
        ? all.filter(it => !it.closest('.skip, svg')).filter(it => box(it).right > root.clientWidth + 1 || box(it).left < -1).map(name).slice(0, 5).concat('its width')
        : [];
    const scrolls = it => ['auto', 'scroll'].includes(getComputedStyle(it).overflowY) && it.scrollHeight > it.clientHeight + 1;
    const tall = all.filter(it => it !== root && scrolls(it)).map(it => `${name(it)} scrolls`);
    if (root.scrollHeight > innerHeight + 1) tall.push(`the page is ${root.scrollHeight} high`);
    const inText = it => getComputedStyle(it).display === 'inline' && it.parentElement.textContent.trim() !== it.textContent.trim();
    const small = all
        .filter(it => it.matches('a[href], button, summary, label, input, select') && !it.parentElement.closest('label, a, summary'))
        .filter(it => !inText(it) && !it.closest('.skip'))
        .filter(it => box(it).width < 47.5 || box(it).height < 47.5)
        .map(it => `${name(it)} ${Math.round(box(it).width)}×${Math.round(box(it).height)}`);
    const touched = 'a[href], button, summary, label';
    const cut = all
        .filter(it => it.matches(touched) && getComputedStyle(it).display !== 'inline' || getComputedStyle(it).overflow === 'hidden')
        .filter(it => !it.closest('.skip, svg') && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 4))
        .map(it => `${name(it)} needs ${it.scrollWidth}×${it.scrollHeight}, has ${it.clientWidth}×${it.clientHeight}`);
    const controls = {};
    for (const it of document.querySelectorAll('[data-control]')) {
        if (shown(it)) controls[it.dataset.control] = ['x', 'y', 'width', 'height'].map(side => box(it)[side]);
    }
    return { wide, tall, small, cut, controls };";

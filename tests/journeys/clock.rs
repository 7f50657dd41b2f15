//! What a page says about days is true on every day: around the end of each list and of each fact, a season and a year
//! later, and on a phone whose clock has fallen back to 2015. The lists themselves are looked at in sitegen's tests.

use std::collections::{BTreeMap, BTreeSet};

use domain::Date;
use harness::{Ability, Browser, Clock, EVERY_KIND, Faults, Release, Setting, in_both_browsers, procedures};
use serde_json::Value;

/// The day before, the day itself, the day after, and when a phone has not been in the network for a season or a year.
const AROUND: [i32; 5] = [-1, 0, 1, 91, 366];

/// What a phone says whose battery was empty.
const FALLEN_BACK: &str = "2015-01-01";

// Without worker, so that the clock can be turned while the browser runs.
const WITH_A_CLOCK: Setting =
    Setting::USUAL.without(&[Ability::Worker]).with_clock(Clock { day: FALLEN_BACK, hour: 9 });

in_both_browsers!(every_page_tells_the_truth_about_its_days, WITH_A_CLOCK, async |browser| {
    let release = Release::copy_of_dist(browser.scratch());
    let mut visits: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    let mut named = 0;
    for slug in procedures() {
        let days = days_named_in(&release.text(&format!("/{slug}/")));
        named += days.len();
        let around: BTreeSet<_> = match EVERY_KIND.contains(&slug.as_str()) {
            true => {
                let around = days.iter().flat_map(|day| AROUND.map(|distance| day.plus_days(distance)));
                around.chain([FALLEN_BACK.parse().expect("a day")]).collect()
            }
            // What pages make of a day is the same everywhere; that each of them does it, the day after its end shows.
            false => days.last().map(|last| last.plus_days(1)).into_iter().collect(),
        };
        for day in around {
            visits.entry(day).or_default().push(slug.clone());
        }
    }
    assert!(named >= procedures().len(), "every page says until when it is right");

    let mut faults = Faults::default();
    for (day, slugs) in visits {
        // At six in the morning in Hà Nội it is still the day before in London.
        browser.turn_clock(&day.to_string(), 6);
        for slug in slugs {
            browser.open_ready(&format!("/{slug}/")).await;
            look(browser, day, &slug, &mut faults).await;
        }
    }
    faults.assert_none();
});

/// The days after which something on a page changes.
fn days_named_in(page: &str) -> BTreeSet<Date> {
    let values = ["data-valid-until=\"", "data-until=\"", "data-from=\""].into_iter().flat_map(|name| {
        page.split(name).skip(1).filter_map(|rest| rest.split('"').next()).map(move |day| (name, day.parse::<Date>()))
    });
    // What begins on a day changes at its midnight, as what ended the day before.
    values
        .map(|(name, day)| {
            let day = day.expect("pages name real days");
            if name.starts_with("data-from") { day.plus_days(-1) } else { day }
        })
        .collect()
}

/// Compares what is shown on a day with what has to be.
async fn look(browser: &Browser, clock: Date, slug: &str, faults: &mut Faults) {
    let seen = browser
        .run(
            "const root = document.documentElement, is_shown = (it) => it !== null && !it.hidden;
             return {
                 made: document.querySelector('main').dataset.made ?? '',
                 today: root.dataset.today,
                 expired: 'expired' in root.dataset,
                 validity: [...document.querySelectorAll('[data-valid-until]')].map((it) =>
                     [it.dataset.validUntil, is_shown(it), is_shown(it.parentElement.querySelector('[data-expired]'))]),
                 facts: [...document.querySelectorAll('[data-from], [data-until]')].map((it) =>
                     [it.dataset.from ?? '', it.dataset.until ?? '', is_shown(it), it.outerHTML.slice(0, 90)]),
             };",
            vec![],
        )
        .await;
    let place = format!("/{slug}/ on {clock}");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    // A day before the content was checked cannot be today.
    let today = clock.to_string().max(text(&seen["made"]));
    if text(&seen["made"]).is_empty() || text(&seen["today"]) != today {
        faults.add(&place, format!("today is taken to be {} and should be {today}", seen["today"]));
    }
    let mut old = false;
    for validity in seen["validity"].as_array().into_iter().flatten() {
        let is_old = text(&validity[0]) < today;
        old |= is_old;
        if validity[1] != !is_old || validity[2] != is_old {
            faults
                .add(&place, format!("right until {}: shown {}, called old {}", validity[0], validity[1], validity[2]));
        }
    }
    if seen["expired"] != old {
        faults.add(&place, format!("the page is marked as old: {}", seen["expired"]));
    }
    for fact in seen["facts"].as_array().into_iter().flatten() {
        let (from, until) = (text(&fact[0]), text(&fact[1]));
        let is_in_force = from <= today && (until.is_empty() || today <= until);
        if fact[2] != is_in_force {
            faults.add(&place, format!("in force from {from:?} until {until:?}, shown {}: {}", fact[2], fact[3]));
        }
    }
}

in_both_browsers!(a_day_begins_and_ends_by_the_phone_s_own_clock, WITH_A_CLOCK, async |browser| {
    for (hour, day) in [(0, "2027-02-15"), (6, "2027-02-15"), (23, "2027-02-15"), (24, "2027-02-16")] {
        browser.turn_clock("2027-02-15", hour);
        browser.open_ready("/khai-sinh/").await;
        let today = browser.run("return document.documentElement.dataset.today", vec![]).await;
        assert_eq!(today, day, "at {hour} o'clock in Hà Nội");
    }
});

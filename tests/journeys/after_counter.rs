//! After the counter: which day to come back, by real days off and the hour it was handed in; and that the phone still
//! knows it when it is opened again.

use harness::{Ability, Browser, Clock, Faults, Setting, Size, in_both_browsers};
use serde_json::json;

/// A Friday, four in the afternoon.
const FRIDAY: Setting = on("2026-11-27", 16);

/// A phone on which it is that day and hour. Without worker its clock can be turned while the browser runs.
const fn on(day: &'static str, hour: u32) -> Setting {
    Setting::USUAL.without(&[Ability::Worker]).with_clock(Clock { day, hour })
}

in_both_browsers!(on_a_friday_after_three_it_counts_from_monday, FRIDAY, async |browser| {
    // While one waits, so on Monday; in seven working days after that Monday.
    assert_eq!(hand_in(browser, "khai-sinh", "today", "after-15").await, "2026-11-30");
    assert_eq!(hand_in(browser, "dang-ky-thuong-tru", "today", "after-15").await, "2026-12-09");
});

in_both_browsers!(before_three_it_counts_from_that_day, FRIDAY, async |browser| {
    assert_eq!(hand_in(browser, "khai-sinh", "today", "before-15").await, "2026-11-27");
    assert!(browser.shows("[data-when=today]").await, "today is the day");
    assert_eq!(hand_in(browser, "dang-ky-thuong-tru", "yesterday", "before-15").await, "2026-12-07");
});

in_both_browsers!(who_does_not_know_the_hour_comes_a_day_later_not_a_day_early, FRIDAY, async |browser| {
    assert_eq!(hand_in(browser, "khai-sinh", "before-yesterday", "dont-know").await, "2026-11-26");
    assert_eq!(hand_in(browser, "khai-tu", "today", "dont-know").await, "2026-11-30");
});

// Tết 2027: nobody works from Thursday 4 to Wednesday 10 February.
in_both_browsers!(tet_is_jumped_over, on("2027-02-03", 17), async |browser| {
    assert_eq!(hand_in(browser, "khai-sinh", "today", "after-15").await, "2027-02-11");
    assert_eq!(hand_in(browser, "dang-ky-thuong-tru", "today", "before-15").await, "2027-02-19");
});

in_both_browsers!(past_the_years_that_are_known_the_slip_has_the_day, on("2027-12-30", 9), async |browser| {
    browser.open_ready("/dang-ky-thuong-tru/da-nop/").await;
    tap(browser, "day", "today").await;
    tap(browser, "hour", "before-15").await;
    assert_eq!(part(browser).await, "slip", "no day is guessed");
    assert!(!browser.shows("[data-come-back]").await, "no leaf of a calendar");
    browser.open_ready("/dang-ky-thuong-tru/da-nop/").await;
    assert_eq!(part(browser).await, "slip", "and the phone remembers that it is handed in");
});

in_both_browsers!(what_is_longer_ago_stands_on_the_slip, FRIDAY, async |browser| {
    browser.open_ready("/dang-ky-thuong-tru/da-nop/").await;
    tap(browser, "day", "longer-ago").await;
    assert_eq!(part(browser).await, "slip");
});

in_both_browsers!(a_commune_that_may_be_mountainous_has_a_second_day, FRIDAY, async |browser| {
    // Nothing is known of the family's old papers, so the longer way is told: 17 and 3 working days from Monday.
    assert_eq!(hand_in(browser, "cap-so-do-lan-dau", "today", "after-15").await, "2026-12-28");
    // Ten calendar days more.
    assert_eq!(attribute(browser, "latest").await, "2027-01-07");
    assert!(browser.shows("[data-later]").await, "the later day is said");
    assert_eq!(hand_in(browser, "khai-sinh", "today", "after-15").await, attribute(browser, "latest").await);
    assert!(!browser.shows("[data-later]").await, "where both days are one, one is said");
});

in_both_browsers!(the_day_is_there_when_the_phone_is_opened_again, FRIDAY, async |browser| {
    browser.open_ready("/dang-ky-thuong-tru/da-nop/").await;
    tap(browser, "day", "today").await;
    browser.saving(tap(browser, "hour", "after-15")).await;
    browser.restart().await;

    // Waiting, on a working day after the day, and on a Sunday.
    for (day, when) in [("2026-11-28", "wait"), ("2026-12-09", "today"), ("2026-12-13", "closed")] {
        browser.turn_clock(day, 9);
        browser.open_ready("/dang-ky-thuong-tru/da-nop/").await;
        assert_eq!(attribute(browser, "day").await, "2026-12-09", "on {day}");
        assert!(browser.shows(&format!("[data-when={when}]")).await, "on {day}: {when}");
    }
    assert_eq!(browser.visible("[data-come-back] [data-day-of-month]").await.text().await.ok().as_deref(), Some("09"));
});

in_both_browsers!(between_the_two_days_one_asks_first, FRIDAY, async |browser| {
    browser.open_ready("/cap-so-do-lan-dau/da-nop/").await;
    tap(browser, "day", "today").await;
    browser.saving(tap(browser, "hour", "after-15")).await;
    browser.turn_clock("2026-12-29", 9);
    browser.open_ready("/cap-so-do-lan-dau/da-nop/").await;
    assert!(browser.shows("[data-when=ask]").await, "it may still be too early");
});

in_both_browsers!(every_step_can_be_taken_back, FRIDAY, async |browser| {
    hand_in(browser, "khai-sinh", "today", "before-15").await;
    browser.saving(browser.tap("[data-action=collected]")).await;
    assert_eq!(part(browser).await, "collected");
    browser.open_ready("/khai-sinh/da-nop/").await;
    assert_eq!(part(browser).await, "collected", "kept");
    browser.saving(browser.tap("[data-action=not-collected]")).await;
    assert_eq!(attribute(browser, "day").await, "2026-11-27", "the day is not forgotten");
    browser.saving(browser.tap("[data-action=not-handed-in]")).await;
    assert_eq!(part(browser).await, "day", "asked again");

    // A wrong day is found out at the second question.
    tap(browser, "day", "yesterday").await;
    browser.tap("[data-control=back]").await;
    assert_eq!(part(browser).await, "day");
    assert_eq!(browser.place().await, "/khai-sinh/da-nop/", "nobody is thrown out");
});

in_both_browsers!(what_is_to_be_brought_then_keeps_its_tick, FRIDAY, async |browser| {
    hand_in(browser, "cap-so-do-lan-dau", "today", "after-15").await;
    browser.saving(browser.tap("[data-steps=collecting] [data-requirement] label")).await;
    browser.open_ready("/cap-so-do-lan-dau/da-nop/").await;
    assert!(browser.shows("[data-steps=collecting] input:checked").await, "ticked");
});

in_both_browsers!(a_sensitive_list_is_not_begun_by_handing_in, FRIDAY, async |browser| {
    browser.open_ready("/ho-ngheo/da-nop/").await;
    tap(browser, "day", "today").await;
    tap(browser, "hour", "before-15").await;
    assert_eq!(part(browser).await, "leaf", "the day is told");
    browser.open_ready("/ho-ngheo/da-nop/").await;
    assert_eq!(part(browser).await, "day", "and nothing was written down");
});

in_both_browsers!(
    without_a_memory_it_says_so,
    FRIDAY.without(&[Ability::Worker, Ability::Database]),
    async |browser| {
        assert_eq!(hand_in(browser, "khai-sinh", "today", "after-15").await, "2026-11-30");
        assert!(browser.shows("[data-memory]").await, "write the day down");
        assert_eq!(browser.store().await, "memory");
    }
);

in_both_browsers!(without_script_one_can_count_oneself, Setting::WITHOUT_SCRIPT, async |browser| {
    browser.open("/dang-ky-thuong-tru/da-nop/").await;
    for shown in ["main h1", ".come-back .steps li", "[data-limit]", "[data-steps=collecting] li"] {
        assert!(browser.shows(shown).await, "{shown}");
    }
    for useless in ["main button", "[data-question]", "[data-come-back]", "[data-memory]"] {
        assert!(!browser.shows(useless).await, "{useless} does nothing without script");
    }
});

in_both_browsers!(both_questions_are_seen_whole_on_the_smallest_phone, FRIDAY, async |browser| {
    let mut faults = Faults::default();
    for height in [456, 568] {
        browser.resize(Size { width: 320, height }).await;
        browser.open_ready("/cap-so-do-lan-dau/da-nop/").await;
        seen_whole(browser, "day", &mut faults, height).await;
        tap(browser, "day", "today").await;
        seen_whole(browser, "hour", &mut faults, height).await;
        tap(browser, "hour", "dont-know").await;
        browser.tap("[data-action=not-handed-in]").await;
    }
    faults.assert_none();
});

/// Nothing of a question lies under the bar, and each option has room for a thumb.
async fn seen_whole(browser: &Browser, question: &str, faults: &mut Faults, height: u32) {
    let script = "const bar = document.querySelector('.bar').getBoundingClientRect().top;
        return [...document.querySelectorAll(`[data-question=${arguments[0]}] [data-option]`)].flatMap(option => {
            const box = option.getBoundingClientRect();
            return [
                box.bottom > bar && `${option.dataset.option} ends at ${box.bottom}, the bar begins at ${bar}`,
                (box.height < 48 || box.width < 48) && `${option.dataset.option} is ${box.width} by ${box.height}`,
            ].filter(Boolean);
        })";
    let seen = browser.run(script, vec![json!(question)]).await;
    for fault in seen.as_array().into_iter().flatten() {
        faults.add(format!("320×{height}"), fault.as_str().unwrap_or_default());
    }
}

/// Answers both questions and gives back the day that is told.
async fn hand_in(browser: &Browser, slug: &str, day: &str, hour: &str) -> String {
    browser.open_ready(&format!("/{slug}/da-nop/")).await;
    if part(browser).await != "day" {
        browser.tap("[data-action=not-handed-in]").await;
    }
    tap(browser, "day", day).await;
    tap(browser, "hour", hour).await;
    attribute(browser, "day").await
}

async fn tap(browser: &Browser, question: &str, option: &str) {
    browser.tap(&format!("[data-question={question}] [data-option={option}]")).await;
    let script = format!("return !document.querySelector('[data-question={question}]').getClientRects().length");
    browser.until(&format!("{question} is answered"), &script).await;
}

/// Which part of the place where the day is found is shown.
async fn part(browser: &Browser) -> String {
    text(browser.run("return document.querySelector('.come-back').dataset.part", vec![]).await)
}

/// A data attribute of the leaf, which has to be shown.
async fn attribute(browser: &Browser, name: &str) -> String {
    assert!(browser.shows("[data-come-back]").await, "the day is shown, not {}", part(browser).await);
    text(
        browser.run("return document.querySelector('[data-come-back]').dataset[arguments[0]]", vec![json!(name)]).await,
    )
}

fn text(value: serde_json::Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("text was expected, not {value}")).to_owned()
}

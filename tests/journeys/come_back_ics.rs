//! For whoever helps: the day to come back from any day, and that day as a file that a calendar takes.

use domain::Date;
use harness::{Browser, Setting, in_both_browsers};
use serde_json::json;

in_both_browsers!(a_helper_counts_days_and_takes_them_into_a_calendar, async |browser| {
    browser.open_ready("/dang-ky-thuong-tru/can-cu/").await;
    assert!(!browser.shows("[data-come-back]").await, "nothing is said before a day is");
    fill_in(browser, "2026-11-27").await;
    // Late unless somebody says that it was not.
    assert_eq!(days(browser).await, ("2026-12-09".to_owned(), "2026-12-09".to_owned()));
    browser.tap("input[value=before-15]").await;
    assert_eq!(days(browser).await, ("2026-12-08".to_owned(), "2026-12-08".to_owned()));

    browser.tap("[data-action=ics]").await;
    let file = browser.downloaded("quay-lai-2026-12-08.ics").await;
    let file = String::from_utf8(file).expect("such files are UTF-8");
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"), "{file}");
    assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "folded: {file}");
    for line in ["DTSTART;VALUE=DATE:20261208", "DTEND;VALUE=DATE:20261209", "BEGIN:VALARM"] {
        assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} in {file}");
    }
    let unfolded = file.replace("\r\n ", "");
    let name = browser.run("return document.querySelector('.top__title').textContent.trim()", vec![]).await;
    let name = name.as_str().expect("the page says its name");
    assert!(unfolded.contains(name), "{name} in {unfolded}");
});

in_both_browsers!(both_days_of_a_mountain_commune_are_told_and_the_later_is_kept, async |browser| {
    browser.open_ready("/cap-so-do-lan-dau/can-cu/").await;
    fill_in(browser, "2026-11-27").await;
    assert_eq!(days(browser).await, ("2026-12-28".to_owned(), "2027-01-07".to_owned()));
    assert!(browser.shows("[data-later]").await, "the later day is said");
    browser.tap("[data-action=ics]").await;
    let file = browser.downloaded("quay-lai-2027-01-07.ics").await;
    assert!(String::from_utf8_lossy(&file).contains("\r\nDTSTART;VALUE=DATE:20270107\r\n"));
});

in_both_browsers!(a_list_that_can_shame_is_papers_in_a_calendar, async |browser| {
    browser.open_ready("/ho-ngheo/can-cu/").await;
    fill_in(browser, "2026-11-23").await;
    let (_, day) = days(browser).await;
    browser.tap("[data-action=ics]").await;
    let file = browser.downloaded(&format!("quay-lai-{day}.ics")).await;
    let file = String::from_utf8_lossy(&file).replace("\r\n ", "");
    let name = browser.run("return document.querySelector('.top__title').textContent.trim()", vec![]).await;
    let name = name.as_str().unwrap_or_default();
    assert!(!name.is_empty() && !file.contains(name), "{name:?} in {file}");
});

in_both_browsers!(past_the_years_that_are_known_no_day_is_guessed, async |browser| {
    browser.open_ready("/dang-ky-thuong-tru/can-cu/").await;
    for day in ["2025-12-01", "2027-12-30", "2031-01-01"] {
        fill_in(browser, day).await;
        assert!(browser.shows("[data-shown=unknown-year]").await, "{day}");
        assert!(!browser.shows("[data-come-back]").await, "{day}");
    }
});

in_both_browsers!(the_tool_is_not_offered_where_it_does_not_work, Setting::WITHOUT_SCRIPT, async |browser| {
    browser.open("/khai-sinh/can-cu/").await;
    assert!(!browser.shows("[data-tool]").await);
});

in_both_browsers!(citizens_meet_no_field_and_no_file, async |browser| {
    for page in ["/khai-sinh/", "/khai-sinh/da-nop/", "/giay-cua-toi/"] {
        browser.open_ready(page).await;
        let found = "main input:not([type=checkbox], [type=radio]), main textarea, main select, main [download], main [data-tool]";
        assert!(browser.all(found).await.is_empty(), "{page}");
    }
});

/// Fills in the day of handing in. Drivers type dates in the order of the browser's tongue, so the field is set.
async fn fill_in(browser: &Browser, day: &str) {
    let script = "const field = document.querySelector('[data-tool] input[type=date]');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.run(script, vec![json!(day)]).await;
}

/// The two days that are told, which are working days after what was filled in.
async fn days(browser: &Browser) -> (String, String) {
    assert!(browser.shows("[data-come-back]").await, "a day is told");
    let script = "const { day, latest } = document.querySelector('[data-come-back]').dataset; return [day, latest]";
    let days = browser.run(script, vec![]).await;
    let day = |position: usize| {
        let day = days[position].as_str().expect("both days are told").to_owned();
        assert!(day.parse::<Date>().is_ok(), "{day}");
        day
    };
    (day(0), day(1))
}

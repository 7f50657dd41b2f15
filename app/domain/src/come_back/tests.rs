use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::calendar::is_working_day;
use crate::condition::Facts;
use crate::sample::{answer, answers, birth, date, given, rules, said, wild_rules};
use HandedIn::{After15, By15};
use Span::{Days, SameDay, WorkingDays};

/// The winter of 2026 and the year 2027 as they were published, with Tết from Thursday 4 to Wednesday 10 February.
fn published() -> Vec<Holidays> {
    let days = |days: &[&str]| days.iter().map(|day| date(day)).collect();
    vec![
        Holidays {
            from: date("2026-07-01"),
            until: date("2026-12-31"),
            days_off: days(&["2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24"]),
            worked: days(&["2026-08-22"]),
        },
        Holidays {
            from: date("2027-01-01"),
            until: date("2027-12-31"),
            days_off: days(&[
                "2027-01-01",
                "2027-02-04",
                "2027-02-05",
                "2027-02-08",
                "2027-02-09",
                "2027-02-10",
                "2027-04-16",
                "2027-04-30",
                "2027-05-03",
                "2027-09-02",
                "2027-09-03",
                "2027-11-24",
            ]),
            worked: Vec::new(),
        },
    ]
}

fn limit(span: Span, when: Condition, adds: bool) -> LimitRule {
    LimitRule { span, when, adds, from: None, until: None }
}

fn always(span: Span) -> LimitRule {
    limit(span, Condition::Always, false)
}

fn on_top(span: Span, when: Condition) -> LimitRule {
    limit(span, when, true)
}

/// The days of [`birth`] under nothing that was said.
fn days(limits: &[LimitRule], on: &str, handed_in: HandedIn) -> Result<ComeBack, ComeBackError> {
    come_back(limits, &birth(), &Answers::new(), &published(), date(on), handed_in)
}

fn one_day(day: &str) -> Result<ComeBack, ComeBackError> {
    two_days(day, day)
}

fn two_days(earliest: &str, latest: &str) -> Result<ComeBack, ComeBackError> {
    Ok(ComeBack { earliest: date(earliest), latest: date(latest) })
}

#[test]
fn what_is_done_while_one_waits_is_done_after_three_on_the_next_working_day() {
    let limits = [always(SameDay)];
    assert_eq!(days(&limits, "2026-11-26", By15), one_day("2026-11-26"));
    assert_eq!(days(&limits, "2026-11-26", After15), one_day("2026-11-27"));
    assert_eq!(days(&limits, "2026-11-27", After15), one_day("2026-11-30"), "a Friday");
    assert_eq!(days(&limits, "2026-11-23", After15), one_day("2026-11-25"), "the eve of Culture Day");
    assert_eq!(days(&limits, "2026-11-28", By15), one_day("2026-11-30"), "sent in on a Saturday");
    assert_eq!(days(&limits, "2027-02-03", After15), one_day("2027-02-11"), "the last day before Tet");
}

#[test]
fn working_days_leave_out_the_first_day_and_days_off() {
    let limits = [always(WorkingDays(3))];
    // 25, 26, 27: the 24th is off.
    assert_eq!(days(&limits, "2026-11-23", By15), one_day("2026-11-27"));
    // From the 25th: 26, 27, 30.
    assert_eq!(days(&limits, "2026-11-23", After15), one_day("2026-11-30"));
    assert_eq!(days(&[always(WorkingDays(0))], "2026-11-23", By15), one_day("2026-11-23"));
}

#[test]
fn tet_is_jumped_over() {
    let limits = [always(WorkingDays(5))];
    // 2, 3 February; then 11, 12, 15.
    assert_eq!(days(&limits, "2027-02-01", By15), one_day("2027-02-15"));
    // From the 2nd: 3; then 11, 12, 15, 16.
    assert_eq!(days(&limits, "2027-02-01", After15), one_day("2027-02-16"));
    // Handed in online on the second day of the year: from the 11th: 12, 15, 16, 17, 18.
    assert_eq!(days(&limits, "2027-02-07", By15), one_day("2027-02-18"));
}

#[test]
fn calendar_days_that_end_on_a_day_off_end_on_the_next_working_day() {
    assert_eq!(days(&[always(Days(3))], "2026-11-27", By15), one_day("2026-11-30"));
    assert_eq!(days(&[always(Days(2))], "2026-11-27", By15), one_day("2026-11-30"), "a Sunday");
    // 28 January and ten days are 7 February, the second day of the year.
    assert_eq!(days(&[always(Days(10))], "2027-01-28", By15), one_day("2027-02-11"));
    // 30 days from the Monday after: over Tet without a pause.
    assert_eq!(days(&[always(Days(30))], "2027-01-25", By15), one_day("2027-02-24"));
    assert_eq!(days(&[always(Days(30))], "2027-01-25", After15), one_day("2027-02-25"));
}

#[test]
fn of_several_limits_the_longest_counts_by_the_day_not_by_the_number() {
    let limits = [always(WorkingDays(3)), always(Days(5))];
    // 11, 12, 15 February against the 8th, which is off.
    assert_eq!(days(&limits, "2027-02-03", By15), one_day("2027-02-15"));
    // 10 December against Saturday the 12th.
    assert_eq!(days(&limits, "2026-12-07", By15), one_day("2026-12-14"));
}

#[test]
fn a_mountain_commune_that_is_not_confirmed_counts_only_in_the_latest_day() {
    let mountain = Condition::Fact("office.mountain".into(), true);
    let limits = [
        always(WorkingDays(17)),
        on_top(WorkingDays(3), Condition::Always),
        // In whichever order they are written.
        on_top(Days(10), mountain),
    ];
    // 17 working days from 23 November are 17 December, three more the 22nd; ten days from there New Year's Day.
    assert_eq!(days(&limits, "2026-11-23", By15), two_days("2026-12-22", "2027-01-04"));
    let at = |truth| {
        let rules = Rules { facts: Facts(vec![("office.mountain".into(), truth)]), ..birth() };
        come_back(&limits, &rules, &Answers::new(), &published(), date("2026-11-23"), By15)
    };
    assert_eq!(at(Truth::Holds), one_day("2027-01-04"));
    assert_eq!(at(Truth::Fails), one_day("2026-12-22"));
    assert_eq!(at(Truth::Unknown), two_days("2026-12-22", "2027-01-04"));
}

#[test]
fn an_answer_decides_which_limit_applies() {
    let married = |option| Condition::Answered(2, vec![option]);
    let limits = [limit(WorkingDays(3), married(0), false), limit(WorkingDays(5), married(1), false)];
    let at =
        |pairs: &[(&str, &str)]| come_back(&limits, &birth(), &said(pairs), &published(), date("2026-11-30"), By15);
    assert_eq!(at(&[]), two_days("2026-12-03", "2026-12-07"));
    assert_eq!(at(&[("ket-hon", "khong-biet")]), two_days("2026-12-03", "2026-12-07"));
    assert_eq!(at(&[("ket-hon", "co")]), one_day("2026-12-03"));
    assert_eq!(at(&[("ket-hon", "khong")]), one_day("2026-12-07"));
}

#[test]
fn what_surely_takes_longer_is_not_shortened_by_what_perhaps_applies() {
    let limits = [always(WorkingDays(5)), limit(SameDay, Condition::Answered(2, vec![0]), false)];
    assert_eq!(days(&limits, "2026-11-30", By15), one_day("2026-12-07"));
    let limits = [always(SameDay), limit(WorkingDays(5), Condition::Answered(2, vec![0]), false)];
    assert_eq!(days(&limits, "2026-11-30", By15), two_days("2026-11-30", "2026-12-07"));
}

#[test]
fn a_limit_takes_over_by_the_day_of_handing_in() {
    let old = LimitRule { until: Some(date("2026-12-31")), ..always(WorkingDays(10)) };
    let new = LimitRule { from: Some(date("2027-01-01")), ..always(WorkingDays(2)) };
    let limits = [old, new];
    // 4 to 8, 11 to 15 January.
    assert_eq!(days(&limits, "2026-12-31", By15), one_day("2027-01-15"));
    assert_eq!(days(&limits, "2027-01-04", By15), one_day("2027-01-06"));
    assert_eq!(days(&limits[..1], "2027-01-04", By15), Err(ComeBackError::Ask));
}

#[test]
fn what_nobody_confirmed_is_to_be_asked() {
    assert_eq!(days(&[], "2026-11-23", By15), Err(ComeBackError::Ask));
    assert_eq!(days(&[always(Span::Ask)], "2026-11-23", By15), Err(ComeBackError::Ask));
    let perhaps = Condition::Answered(2, vec![0]);
    let limits = [always(SameDay), on_top(Span::Ask, perhaps.clone())];
    assert_eq!(days(&limits, "2026-11-23", By15), Err(ComeBackError::Ask), "it may apply");
    assert_eq!(days(&[on_top(SameDay, Condition::Always)], "2026-11-23", By15), Err(ComeBackError::Ask), "on nothing");
    let limits = [always(SameDay), on_top(Span::Ask, perhaps)];
    let no = said(&[("ket-hon", "khong")]);
    let sure = come_back(&limits, &birth(), &no, &published(), date("2026-11-23"), By15);
    assert_eq!(sure, one_day("2026-11-23"), "it does not apply");
}

#[test]
fn past_the_last_published_year_nothing_is_said() {
    let not_known = |day: &str| Err(ComeBackError::NotKnown(date(day)));
    assert_eq!(days(&[always(WorkingDays(2))], "2027-12-29", By15), one_day("2027-12-31"));
    assert_eq!(days(&[always(WorkingDays(3))], "2027-12-29", By15), not_known("2028-01-01"));
    assert_eq!(days(&[always(Days(5))], "2027-12-29", By15), not_known("2028-01-03"));
    assert_eq!(days(&[always(SameDay)], "2027-12-31", After15), not_known("2028-01-01"));
    assert_eq!(days(&[always(SameDay)], "2015-01-01", By15), not_known("2015-01-01"));
    // The latest day is not known, so neither is said.
    let limits = [always(SameDay), on_top(Days(10), Condition::Fact("office.mountain".into(), true))];
    assert_eq!(days(&limits, "2027-12-29", By15), not_known("2028-01-08"));
}

#[test]
fn errors_are_said_in_one_phrase() {
    assert_eq!(ComeBackError::Ask.to_string(), "nobody has confirmed how long it takes");
    let error = ComeBackError::NotKnown(date("2028-01-01"));
    assert_eq!(error.to_string(), "no calendar of days off covers 2028-01-01");
}

#[test]
fn rules_for_afterwards_travel_and_count_the_same() {
    let after = AfterRules { rules: birth(), limits: vec![always(WorkingDays(3))], calendars: published() };
    let bytes = postcard::to_allocvec(&after).expect("serialisable");
    assert_eq!(postcard::from_bytes(&bytes), Ok(after.clone()));
    assert_eq!(after.come_back(&Answers::new(), date("2026-11-23"), By15), one_day("2026-11-27"));
}

/// Rules, limits under conditions of these rules, and something that was said.
fn cases() -> impl Strategy<Value = (Rules, Vec<LimitRule>, Answers)> {
    let span = prop_oneof![
        1 => Just(SameDay),
        3 => (0..25u16).prop_map(WorkingDays),
        3 => (0..40u16).prop_map(Days),
    ];
    (rules(), vec((span, any::<bool>(), any::<Index>(), any::<bool>()), 0..5), answers()).prop_map(
        |(rules, limits, said)| {
            let limits = limits
                .into_iter()
                .map(|(span, adds, which, bare)| {
                    let when = match rules.requirements.as_slice() {
                        requirements if bare || requirements.is_empty() => Condition::Always,
                        requirements => which.get(requirements).when.clone(),
                    };
                    limit(span, when, adds)
                })
                .collect();
            let answers = given(&rules, &said);
            (rules, limits, answers)
        },
    )
}

/// A calendar of three years with days off and worked weekends anywhere.
fn calendar() -> impl Strategy<Value = Vec<Holidays>> {
    let day = || (0..1095i32).prop_map(|days| date("2026-01-01").plus_days(days));
    (vec(day(), 0..60), vec(day(), 0..10)).prop_map(|(days_off, worked)| {
        vec![Holidays { from: date("2026-01-01"), until: date("2028-12-31"), days_off, worked }]
    })
}

fn handed_in() -> impl Strategy<Value = HandedIn> {
    select(&[By15, After15][..])
}

/// A day of the first of those years.
fn day() -> impl Strategy<Value = Date> {
    (0..365i32).prop_map(|days| date("2026-01-01").plus_days(days))
}

proptest! {
    #[test]
    fn both_days_are_working_days_from_the_day_of_handing_in_on(
        (rules, limits, answers) in cases(), calendar in calendar(), on in day(), handed_in in handed_in(),
    ) {
        match come_back(&limits, &rules, &answers, &calendar, on, handed_in) {
            Ok(ComeBack { earliest, latest }) => {
                prop_assert!(on <= earliest && earliest <= latest);
                prop_assert_eq!(is_working_day(&calendar, earliest), Ok(true));
                prop_assert_eq!(is_working_day(&calendar, latest), Ok(true));
            }
            Err(error) => prop_assert_eq!(error, ComeBackError::Ask, "three years are enough"),
        }
    }

    #[test]
    fn who_comes_later_is_not_done_earlier(
        (rules, limits, answers) in cases(), calendar in calendar(), on in day(), more in 0..60i32,
        handed_in in handed_in(),
    ) {
        let at = |on, handed_in| come_back(&limits, &rules, &answers, &calendar, on, handed_in);
        let (first, second) = (at(on, handed_in), at(on.plus_days(more), handed_in));
        prop_assert_eq!(first.is_ok(), second.is_ok());
        if let (Ok(first), Ok(second)) = (first, second) {
            prop_assert!(first.earliest <= second.earliest && first.latest <= second.latest);
        }
        if let (Ok(first), Ok(second)) = (at(on, By15), at(on, After15)) {
            prop_assert!(first.earliest <= second.earliest && first.latest <= second.latest);
        }
    }

    #[test]
    fn learning_an_answer_only_narrows_the_days(
        (rules, limits, known) in cases(), calendar in calendar(), on in day(), handed_in in handed_in(),
        question in 0..6u8,
    ) {
        let mut less = known.clone();
        less.forget(question);
        let at = |answers| come_back(&limits, &rules, answers, &calendar, on, handed_in);
        if let (Ok(before), Ok(after)) = (at(&less), at(&known)) {
            prop_assert!(before.earliest <= after.earliest && after.latest <= before.latest);
        }
    }

    #[test]
    fn no_rules_and_no_day_panic(
        rules in wild_rules(),
        spans in vec((any::<u16>(), 0..4u8, any::<bool>()), 0..4),
        days in any::<i32>(),
        said in vec(answer(), 0..4),
        handed_in in handed_in(),
    ) {
        let limits: Vec<_> = spans.into_iter().map(|(count, kind, adds)| {
            let span = [SameDay, WorkingDays(count), Days(count), Span::Ask][usize::from(kind)];
            let when = rules.requirements.first().map_or(Condition::Always, |rule| rule.when.clone());
            limit(span, when, adds)
        }).collect();
        let answers = given(&rules, &said.into_iter().map(Some).collect::<Vec<_>>());
        let near = date("2026-11-23").plus_days(days % 500);
        for on in [Date::MIN.plus_days(days.saturating_abs()), near, Date::MAX] {
            let _ = come_back(&limits, &rules, &answers, &published(), on, handed_in);
        }
    }
}

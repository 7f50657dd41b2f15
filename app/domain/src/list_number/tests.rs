use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::checklist::Certainty;
use crate::sample::{answers, birth, date, day, given, rules, said, wild_rules};

/// Births as a mask, for every procedure.
fn born(mask: u32) -> impl Fn(u16, u8) -> Option<bool> {
    move |_, number| Some(mask & bit(number) != 0)
}

fn written(number: &ListNumber, mask: u32) -> String {
    number.encode(|requirement| mask & bit(requirement) != 0).expect("a list within its ranges")
}

fn read(text: &str, mask: u32) -> Result<ListNumber, DecodeError> {
    ListNumber::decode(text, born(mask))
}

fn list_numbers() -> impl Strategy<Value = ListNumber> {
    let kind = prop_oneof![Just(ListKind::List), Just(ListKind::StillMissing)];
    (kind, 1..500u16, 0..128u8, 0..=32u8, any::<u32>(), any::<bool>()).prop_map(
        |(kind, procedure, commune, known, needed, may_end)| {
            let needed = needed & below(known);
            ListNumber { kind, procedure, commune, known, needed, may_end }
        },
    )
}

/// A row of digits with the check digit it needs.
fn checked(mut digits: Vec<u8>) -> String {
    digits.push(check_digit(&digits));
    text(&digits)
}

/// Digits of a list of procedure 1 with these differences, as long as asked for before the check digit.
fn raw(differences: u64, known: u64, length: u32) -> String {
    let value = ((differences * KNOWN + known) * COMMUNES * PROCEDURES + 1) * KINDS * FORMATS + SETTLED;
    checked((0..length).rev().map(|place| (value / 10u64.pow(place) % 10) as u8).collect())
}

const SMALL: ListNumber =
    ListNumber { kind: ListKind::List, procedure: 1, commune: 0, known: 6, needed: 0b11_0011, may_end: false };

#[test]
fn the_digits_of_a_list_never_change() {
    // Numbers are on paper and on walls: a change here needs a new format, not a new expectation.
    assert_eq!(written(&SMALL, 0b01_0001), "005775360091");
    let missing = ListNumber { kind: ListKind::StillMissing, needed: 0b10, ..SMALL };
    assert_eq!(written(&missing, 0b01_0001), "003240960131");
    let largest = ListNumber { procedure: 499, commune: 127, known: 32, needed: u32::MAX, ..missing };
    assert_eq!(written(&largest, 0), "725677674332159977");
    assert_eq!(written(&ListNumber { may_end: true, ..SMALL }, 0b01_0001), "005775360109");
    assert_eq!(written(&ListNumber { may_end: true, ..largest }, 0), "725677674332159989");
}

#[test]
fn the_published_example_of_the_check_digit_holds() {
    assert_eq!(check_digit(&[5, 7, 2]), 4);
    assert_eq!(check_digit(&[5, 7, 2, 4]), 0);
}

#[test]
fn few_differences_in_small_numbers_give_the_short_form() {
    let length = |needed| written(&ListNumber { known: 32, procedure: 499, commune: 127, needed, ..SMALL }, 0).len();
    assert_eq!(length(0), 12);
    assert_eq!(length(below(12)), 12);
    assert_eq!(length(below(22)), 15);
    assert_eq!(length(u32::MAX), 18);
}

#[test]
fn what_everybody_needs_costs_no_digit() {
    let everything = ListNumber { known: 32, needed: u32::MAX, ..SMALL };
    assert_eq!(written(&everything, u32::MAX).len(), 12);
}

#[test]
fn what_lies_outside_its_range_has_no_number() {
    let error = |number: ListNumber| number.encode(|_| false).expect_err("out of range");
    assert_eq!(error(ListNumber { procedure: 0, ..SMALL }), EncodeError::Procedure);
    assert_eq!(error(ListNumber { procedure: 500, ..SMALL }), EncodeError::Procedure);
    assert_eq!(error(ListNumber { commune: 128, ..SMALL }), EncodeError::Commune);
    assert_eq!(error(ListNumber { known: 33, ..SMALL }), EncodeError::Known);
    assert_eq!(error(ListNumber { known: 255, ..SMALL }), EncodeError::Known);
    assert_eq!(error(ListNumber { known: 5, ..SMALL }), EncodeError::Known);
}

#[test]
fn people_may_write_digits_in_groups() {
    for text in ["005 775 360 091", "005.775.360.091", "005-775-360-091", " 005775360091 ", "005\u{a0}775360091"] {
        assert_eq!(read(text, 0b01_0001), Ok(SMALL), "{text}");
    }
    assert_eq!(in_threes("005775360091"), "005 775 360 091");
    assert_eq!(in_threes("13"), "13");
}

#[test]
fn every_way_of_being_wrong_has_a_name() {
    let error = |text: &str| read(text, 0).expect_err(text);
    assert_eq!(error("00577536009x"), DecodeError::NotDigits);
    assert_eq!(error("００５７７５３６００９１"), DecodeError::NotDigits);
    assert_eq!(error(""), DecodeError::Length);
    assert_eq!(error("0057753600911"), DecodeError::Length);
    assert_eq!(error("0000000000000000000000000000000000000000"), DecodeError::Length);
    assert_eq!(error("005775360092"), DecodeError::CheckDigit);
    assert_eq!(error("000000000000"), DecodeError::Format);
    assert_eq!(error(&checked(vec![0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])), DecodeError::Procedure);
}

#[test]
fn requirements_that_did_not_exist_are_refused() {
    let none_known = ListNumber { known: 0, needed: 0, ..SMALL };
    assert_eq!(read(&written(&none_known, 0), 0), Ok(none_known));
    assert_eq!(read(&raw(1, 0, 11), 0), Err(DecodeError::Requirements), "number 0 although none was known");
    assert_eq!(read(&raw(1 << 31, 31, 17), 0), Err(DecodeError::Requirements));
    assert!(read(&raw(1 << 31, 32, 17), 0).is_ok());
    assert_eq!(read(&raw(1 << 32, 32, 17), 0), Err(DecodeError::Requirements), "number 32");
}

#[test]
fn only_the_shortest_form_of_a_list_is_read() {
    assert_eq!(raw(0b10_0010, 6, 11), "005775360091");
    for length in [14, 17] {
        assert_eq!(read(&raw(0b10_0010, 6, length), 0b01_0001), Err(DecodeError::Length));
    }
}

#[test]
fn a_number_from_newer_content_says_which_procedure_it_is_about() {
    let older = |_: u16, number: u8| (number < 5).then_some(false);
    assert_eq!(ListNumber::decode("005775360091", older), Err(DecodeError::Newer { procedure: 1 }));
}

#[test]
fn the_procedure_is_read_before_any_rules_are_known() {
    assert_eq!(procedure_of("005 775 360 091"), Ok(1));
    assert_eq!(procedure_of("005775360092"), Err(DecodeError::CheckDigit));
    assert_eq!(procedure_of("13"), Err(DecodeError::Length), "the number of a whole procedure is no list");
}

#[test]
fn rules_read_numbers_of_older_content_and_refuse_those_of_newer() {
    let today = date("2026-11-23");
    let old = birth();
    let digits = |rules: &Rules| {
        let number = ListNumber::of(&Checklist::of(rules, &Answers::new(), today), rules);
        number.encode(always_at_birth(rules)).expect("within its ranges")
    };
    let mut new = birth();
    let last = new.requirements.len() as u8;
    new.requirements.push(crate::rules::RequirementRule {
        number: last,
        id: "moi".into(),
        ..old.requirements[1].clone()
    });
    let read = ListNumber::decode(&digits(&old), births(&new)).expect("an older number");
    assert_eq!(read.known, last);
    assert!(read.checklist(&new, today).is_some_and(|list| list.items().len() == usize::from(last) + 1));
    assert_eq!(ListNumber::decode(&digits(&new), births(&old)), Err(DecodeError::Newer { procedure: 1 }));

    // The newest requirement is taken back: its number was given out all the same.
    let taken_back = Rules { numbered: last + 1, ..birth() };
    let read = ListNumber::decode(&digits(&new), births(&taken_back)).expect("an older number");
    assert!(read.checklist(&taken_back, today).is_some_and(|list| list.items().len() == usize::from(last)));

    let other = Rules { procedure: 2, ..birth() };
    assert_eq!(ListNumber::decode(&digits(&old), births(&other)), Err(DecodeError::Newer { procedure: 1 }));
}

#[test]
fn a_list_says_what_is_needed_and_what_is_perhaps_needed() {
    let rules = birth();
    let checklist = Checklist::of(&rules, &said(&[("giay-chung-sinh", "co")]), date("2026-11-23"));
    assert_eq!(ListNumber::of(&checklist, &rules), SMALL);
    let unsure = Checklist::of(&rules, &Answers::new(), date("2026-11-23"));
    assert_eq!(ListNumber::of(&unsure, &rules).needed, 0b11_1111);
}

#[test]
fn what_is_still_missing_has_a_number_of_its_own() {
    let rules = birth();
    let checklist = Checklist::of(&rules, &said(&[("giay-chung-sinh", "co")]), date("2026-11-23"));
    let missing = ListNumber::still_missing(&checklist, &rules, |requirement| requirement != 1);
    assert_eq!((missing.kind, missing.needed), (ListKind::StillMissing, 0b10));
    let opened = missing.checklist(&rules, date("2026-11-23")).expect("the same procedure");
    assert_eq!(opened.items().iter().map(|item| item.requirement).collect::<Vec<_>>(), [1]);
}

#[test]
fn what_was_added_since_is_perhaps_needed() {
    let old = birth();
    let checklist = Checklist::of(&old, &said(&[("giay-chung-sinh", "co")]), date("2026-11-23"));
    let number = ListNumber::of(&checklist, &old);
    let mut new = birth();
    for (id, when) in
        [("moi", crate::Condition::Always), ("noi-khac", crate::Condition::Fact("office.mountain".into(), true))]
    {
        new.requirements.push(crate::rules::RequirementRule {
            number: new.requirements.len() as u8,
            id: id.into(),
            when,
            ..old.requirements[1].clone()
        });
    }
    new.facts = Facts(vec![("office.mountain".into(), Truth::Fails)]);
    let opened = number.checklist(&new, date("2026-11-23")).expect("the same procedure");
    assert_eq!(opened.item(6).map(|item| item.certainty), Some(Certainty::Perhaps));
    assert_eq!(opened.item(7), None, "applies to nobody at this office");
    new.commune = 1;
    let opened = number.checklist(&new, date("2026-11-23")).expect("the same procedure");
    assert!(opened.item(7).is_some(), "another office's facts say nothing");
}

#[test]
fn an_answer_that_could_have_ended_the_path_is_carried_too() {
    let mut rules = birth();
    let opened = |rules: &Rules, number: &ListNumber, day: &str| {
        let digits = number.encode(always_at_birth(rules)).expect("within its ranges");
        let read = ListNumber::decode(&digits, |_, number| Some(always_at_birth(rules)(number))).expect("a number");
        read.checklist(rules, date(day)).map(|list| list.may_end())
    };
    let home = |last| said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "khong"), ("ket-hon", last)]);
    let made = |rules: &Rules, last| ListNumber::of(&Checklist::of(rules, &home(last), date("2026-11-23")), rules);
    let (unsure, sure) = (made(&rules, "khong-biet"), made(&rules, "co"));
    assert_eq!([&unsure, &sure].map(|number| opened(&rules, number, "2026-11-23")), [Some(true), Some(false)]);
    // An end that is no longer in force is no longer open.
    rules.outcomes[0].until = Some(date("2026-12-31"));
    assert_eq!(["2026-12-31", "2027-01-01"].map(|day| opened(&rules, &unsure, day)), [Some(true), Some(false)]);
    // What nobody can hand in any more ends every list.
    rules.outcomes[0].when = crate::Condition::Always;
    assert_eq!(["2026-12-31", "2027-01-01"].map(|day| opened(&rules, &sure, day)), [Some(true), Some(false)]);
}

#[test]
fn the_rules_of_another_procedure_open_nothing() {
    let other = Rules { procedure: 2, ..birth() };
    assert_eq!(SMALL.checklist(&other, date("2026-11-23")), None);
}

#[test]
fn a_number_from_before_a_change_of_law_is_right_after_it() {
    let mut rules = birth();
    rules.requirements[4].until = Some(date("2027-02-28"));
    rules.requirements[5].from = Some(date("2027-03-01"));
    let number = ListNumber::of(&Checklist::of(&rules, &said(&[("ket-hon", "co")]), date("2027-02-20")), &rules);
    let on = |day: &str| {
        let opened = number.checklist(&rules, date(day)).expect("the same procedure");
        (opened.item(4).is_some(), opened.item(5).is_some())
    };
    assert_eq!(on("2027-02-28"), (true, false));
    assert_eq!(on("2027-03-01"), (false, true));
}

#[test]
fn a_requirement_that_is_gone_costs_no_digit() {
    let mut rules = birth();
    rules.requirements.remove(0);
    let number = ListNumber::of(&Checklist::of(&rules, &Answers::new(), date("2026-11-23")), &rules);
    let digits = number.encode(always_at_birth(&rules)).expect("within its ranges");
    // The frozen file still says that number 0 was always needed.
    let opened = ListNumber::decode(&digits, |_, number| Some(number == 0 || number == 4)).expect("a number");
    assert_eq!(opened.checklist(&rules, date("2026-11-23")), number.checklist(&rules, date("2026-11-23")));
}

#[test]
fn a_whole_procedure_has_a_number_for_walls() {
    assert_eq!(encode_procedure(1), Ok("13".into()));
    assert_eq!(encode_procedure(57), Ok("577".into()));
    assert_eq!(encode_procedure(499), Ok("4993".into()));
    assert_eq!(encode_procedure(0), Err(EncodeError::Procedure));
    assert_eq!(encode_procedure(500), Err(EncodeError::Procedure));
    for procedure in 1..500 {
        let digits = encode_procedure(procedure).expect("within its range");
        assert_eq!(decode_procedure(&digits), Ok(procedure));
    }
}

#[test]
fn every_other_short_row_of_digits_is_no_procedure() {
    let valid = (0..10_000u32)
        .flat_map(|value| [format!("{value}"), format!("{value:02}"), format!("{value:03}"), format!("{value:04}")])
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .filter_map(|text| Some((decode_procedure(&text).ok()?, text)))
        .collect::<Vec<_>>();
    assert_eq!(valid.len(), 499);
    assert!(valid.iter().all(|(procedure, text)| encode_procedure(*procedure).as_ref() == Ok(text)));
    assert_eq!(decode_procedure("1-3"), Ok(1));
    assert_eq!(decode_procedure("14"), Err(DecodeError::CheckDigit));
    assert_eq!(decode_procedure("5723x"), Err(DecodeError::NotDigits));
    assert_eq!(decode_procedure(&checked(vec![5, 0, 0])), Err(DecodeError::Procedure));
    assert_eq!(decode_procedure(&checked(vec![0, 1])), Err(DecodeError::Length));
}

#[test]
fn errors_say_what_was_wrong() {
    assert_eq!(EncodeError::Procedure.to_string(), "the procedure's number is not between 1 and 499");
    assert_eq!(EncodeError::Commune.to_string(), "the commune's number is not between 0 and 127");
    assert_eq!(DecodeError::CheckDigit.to_string(), "the check digit does not fit");
    let newer = DecodeError::Newer { procedure: 1 };
    assert_eq!(newer.to_string(), "it names a procedure or requirement that is not known here");
}

proptest! {
    #[test]
    fn what_was_written_is_read(number in list_numbers(), mask: u32) {
        let digits = written(&number, mask);
        prop_assert!(LENGTHS.contains(&digits.len()));
        prop_assert!(digits.len() == 12 || !digits.starts_with("000"), "not the shortest form");
        prop_assert_eq!(read(&digits, mask), Ok(number));
        prop_assert_eq!(read(&in_threes(&digits), mask), Ok(number));
    }

    #[test]
    fn a_wrong_digit_is_noticed(number in list_numbers(), mask: u32, at: prop::sample::Index, by in 1..10u8) {
        let mut digits = written(&number, mask).into_bytes();
        let at = at.index(digits.len());
        digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
        let damaged = String::from_utf8(digits).expect("digits");
        prop_assert_eq!(read(&damaged, mask), Err(DecodeError::CheckDigit));
    }

    #[test]
    fn swapped_neighbours_are_noticed(number in list_numbers(), mask: u32, at: prop::sample::Index) {
        let mut digits = written(&number, mask).into_bytes();
        let at = at.index(digits.len() - 1);
        prop_assume!(digits[at] != digits[at + 1]);
        digits.swap(at, at + 1);
        let damaged = String::from_utf8(digits).expect("digits");
        prop_assert_eq!(read(&damaged, mask), Err(DecodeError::CheckDigit));
    }

    #[test]
    fn a_missing_or_extra_digit_is_noticed(number in list_numbers(), mask: u32, at: prop::sample::Index, more in 0..10u8) {
        let digits = written(&number, mask);
        let at = at.index(digits.len());
        let mut less = digits.clone();
        less.remove(at);
        prop_assert_eq!(read(&less, mask), Err(DecodeError::Length));
        let mut longer = digits;
        longer.insert(at, char::from(b'0' + more));
        prop_assert_eq!(read(&longer, mask), Err(DecodeError::Length));
    }

    #[test]
    fn digits_that_are_read_are_the_only_ones_of_their_list(
        length in prop::sample::select(&LENGTHS[..]), digits in vec(0..10u8, 17), mask: u32
    ) {
        let digits = checked(digits[..length - 1].to_vec());
        if let Ok(number) = read(&digits, mask) {
            prop_assert_eq!(written(&number, mask), digits);
        }
    }

    #[test]
    fn a_number_damaged_in_two_digits_is_refused_or_is_the_number_of_another_list(
        number in list_numbers(), mask: u32, places in vec((any::<prop::sample::Index>(), 0..10u8), 2..5)
    ) {
        let mut digits = written(&number, mask).into_bytes();
        for (at, digit) in places {
            let at = at.index(digits.len());
            digits[at] = b'0' + digit;
        }
        let damaged = String::from_utf8(digits).expect("digits");
        if let Ok(other) = read(&damaged, mask) {
            prop_assert_eq!(written(&other, mask), damaged);
        }
    }

    #[test]
    fn no_text_panics(text in ".{0,24}", digits in "[0-9 .-]{0,24}", known: Option<bool>) {
        for text in [text, digits] {
            let _ = ListNumber::decode(&text, |_, _| known);
            let _ = procedure_of(&text);
            let _ = decode_procedure(&text);
            let _ = in_threes(&text);
        }
    }

    #[test]
    fn a_list_survives_its_number(rules in rules(), said in answers(), today in day()) {
        let checklist = Checklist::of(&rules, &given(&rules, &said), today);
        let number = ListNumber::of(&checklist, &rules);
        let digits = number.encode(always_at_birth(&rules)).expect("rules within their ranges");
        prop_assert_eq!(procedure_of(&digits), Ok(rules.procedure));
        let read = ListNumber::decode(&digits, births(&rules));
        prop_assert_eq!(read, Ok(number));
        let opened = number.checklist(&rules, today).expect("the same procedure");
        prop_assert_eq!(opened.may_end(), checklist.may_end());
        for item in checklist.items() {
            let found = opened.item(item.requirement).map(|found| found.certainty == Certainty::IfYouHave);
            prop_assert_eq!(found, Some(item.certainty == Certainty::IfYouHave));
        }
        let on_either = |requirement| {
            let mut both = checklist.items().iter().chain(checklist.later());
            both.any(|item| item.requirement == requirement)
        };
        prop_assert!(opened.items().iter().all(|item| on_either(item.requirement)));
    }

    #[test]
    fn a_list_opened_later_hides_nothing(rules in rules(), said in answers(), today in day(), opened_on in day()) {
        prop_assume!(today <= opened_on);
        let answers = given(&rules, &said);
        let number = ListNumber::of(&Checklist::of(&rules, &answers, today), &rules);
        let opened = number.checklist(&rules, opened_on).expect("the same procedure");
        for item in Checklist::of(&rules, &answers, opened_on).items() {
            prop_assert!(opened.item(item.requirement).is_some(), "{} is hidden", item.requirement);
        }
    }

    #[test]
    fn a_number_passed_on_says_the_same(rules in rules(), said in answers(), today in day()) {
        let number = ListNumber::of(&Checklist::of(&rules, &given(&rules, &said), today), &rules);
        let opened = number.checklist(&rules, today).expect("the same procedure");
        let again = ListNumber::of(&opened, &rules);
        prop_assert_eq!(again.checklist(&rules, today), Some(opened));
    }

    #[test]
    fn no_rules_panic(rules in wild_rules(), number in list_numbers(), today in day()) {
        let checklist = Checklist::of(&rules, &Answers::new(), today);
        let made = ListNumber::of(&checklist, &rules);
        if let Ok(digits) = made.encode(always_at_birth(&rules)) {
            let _ = ListNumber::decode(&digits, births(&rules));
        }
        let _ = made.checklist(&rules, today);
        let _ = ListNumber { procedure: rules.procedure, ..number }.checklist(&rules, today);
    }
}

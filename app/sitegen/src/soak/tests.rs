use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::content::Files;
use crate::scratch::Scratch;

/// The published content: what numbers are made of.
static SUBJECT: LazyLock<Subject> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let (site, problems) = Files::read(&root.join("app/content"), &root.join("public/pictograms")).load();
    Subject::of(&site.unwrap_or_else(|| panic!("{problems:?}"))).unwrap()
});

fn order(scratch: &Scratch, numbers: u64) -> Order {
    Order { numbers, state: scratch.path().join("soak.state"), restart: false }
}

fn tried(scratch: &Scratch, numbers: u64) -> Tally {
    run(&SUBJECT, &order(scratch, numbers), |_, _| {}).unwrap()
}

#[test]
fn no_number_becomes_another_list_unnoticed() {
    let scratch = Scratch::with(&[]);
    let tally = tried(&scratch, 2_000);
    assert_eq!((tally.numbers, tally.panics, tally.wrong()), (2_000, 0, 0), "{tally}");
    assert_eq!(tally.of(Damage::None), (2_000, 2_000));
    for damage in Damage::ALL {
        let (tried, accepted) = tally.of(damage);
        assert!(tried > 1_500, "{tally}");
        if damage.is_always_noticed() {
            assert_eq!(accepted, 0, "{tally}");
        }
    }
    let (tried, accepted) = tally.of(Damage::ThreeDigits);
    assert!(
        accepted > 0 && accepted < tried / 5,
        "some pass the check digit and are lists: who opens a number is asked whether it is his: {tally}"
    );
}

#[test]
fn what_was_stopped_goes_on_and_ends_the_same() {
    let (whole, parts) = (Scratch::with(&[]), Scratch::with(&[]));
    tried(&parts, 150);
    tried(&parts, 151);
    assert_eq!(tried(&parts, 400), tried(&whole, 400));
    let state = |scratch: &Scratch| fs::read_to_string(scratch.path().join("soak.state")).unwrap();
    assert_eq!(state(&parts), state(&whole));
    assert_eq!(tried(&parts, 10).numbers, 400, "fewer than there are: nothing is left to try");
    let anew = Order { restart: true, ..order(&parts, 10) };
    assert_eq!(run(&SUBJECT, &anew, |_, _| {}).unwrap().numbers, 10);
}

#[test]
fn a_state_that_is_none_of_ours_begins_anew() {
    for text in
        ["", "numbers\t5\tpanics\t0\n", "numbers\tmany\n\n", "\0\u{ff}", "numbers\t5\tpanics\t0\n\nnone\t1\t0\t0\t0\n"]
    {
        let scratch = Scratch::with(&[("soak.state", text)]);
        assert_eq!(tried(&scratch, 20).of(Damage::None), (20, 20), "{text:?}");
    }
}

#[test]
fn what_is_wrong_is_counted() {
    let mut tally = Tally::default();
    tally.add(&[Row::wrong(Damage::None), Row::accepted(Damage::Random, true), Row::refused(Damage::Swapped)], false);
    tally.add(&[Row::wrong(Damage::OneDigit)], false);
    tally.add(&[], true);
    assert_eq!((tally.numbers, tally.panics, tally.wrong()), (3, 1, 2));
    assert!(tally.to_string().contains("one digit\t1\t0\t1\t1\n"), "{tally}");
}

#[test]
fn rules_that_say_something_else_are_noticed() {
    let site = &SUBJECT.rules[0];
    let list = ListNumber {
        kind: ListKind::List,
        procedure: site.procedure,
        commune: site.commune,
        known: site.numbered,
        needed: 1,
        may_end: false,
    };
    let day = Date::new(2026, 11, 24).unwrap();
    assert!(says_its_bits(site, &list, day));
    assert!(!says_its_bits(&Rules { procedure: 499, ..site.clone() }, &list, day));
    // As many requirements, but in a number that says another one is needed.
    let shifted = ListNumber { needed: 2, ..list };
    let digits = shifted.encode(list_number::always_at_birth(site)).unwrap();
    assert_ne!(SUBJECT.read(&digits), Some(list));
}

#[test]
fn what_will_be_needed_stands_on_the_list_of_later_days() {
    let birth = |day| Date::new(2027, 1, day).unwrap();
    let mut rules = SUBJECT.rules[0].clone();
    rules.requirements.truncate(2);
    let [first, second] = &mut rules.requirements[..] else { panic!("too few requirements") };
    (first.from, first.until) = (None, None);
    (second.from, second.until) = (Some(birth(2)), None);
    let subject = Subject { rules: vec![rules.clone()] };
    let needed = rules.requirements.iter().fold(0, |bits, rule| bits | 1 << rule.number);
    let list = ListNumber {
        kind: ListKind::List,
        procedure: rules.procedure,
        commune: rules.commune,
        known: rules.numbered,
        needed,
        may_end: false,
    };
    let checklist = list.checklist(&rules, birth(1)).unwrap();
    assert_eq!((checklist.items().len(), checklist.later().len()), (1, 1));
    for day in [1, 2, 3] {
        assert!(says_its_bits(&rules, &list, birth(day)), "{day}");
        assert!(is_right_elsewhere(&subject, &rules, &list, birth(day)), "{day}");
    }
    // A list that forgot what comes later is not one that says what it has to.
    let forgets = ListNumber { needed: 1 << rules.requirements[0].number, ..list };
    assert!(forgets.checklist(&rules, birth(1)).unwrap().later().is_empty());
    let digits = forgets.encode(list_number::always_at_birth(&rules)).unwrap();
    assert_ne!(subject.read(&digits), Some(list));
}

#[test]
fn a_list_of_another_commune_has_all_that_ours_has() {
    let rules = &SUBJECT.rules[0];
    let day = Date::new(2026, 11, 24).unwrap();
    for needed in 0..64 {
        let list = ListNumber {
            kind: ListKind::StillMissing,
            procedure: rules.procedure,
            commune: rules.commune,
            known: 6,
            needed,
            may_end: true,
        };
        assert!(is_right_elsewhere(&SUBJECT, rules, &list, day), "{needed}");
    }
    let far = ListNumber { kind: ListKind::List, procedure: 499, commune: 0, known: 1, needed: 0, may_end: false };
    assert!(!is_right_elsewhere(&SUBJECT, rules, &far, day), "no procedure of ours");
}

#[test]
fn the_command_says_what_it_knows() {
    let parse = |words: &[&str]| Order::parse(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
    let order = parse(&["--numbers", "1_000", "--restart", "--state", "x"]).unwrap();
    assert_eq!((order.numbers, order.restart, order.state.to_str()), (1_000, true, Some("x")));
    assert_eq!(parse(&[]).unwrap().numbers, NUMBERS);
    for wrong in [&["--numbers"][..], &["--numbers", "many"], &["10"], &["--state"]] {
        assert!(parse(wrong).unwrap_err().to_string().contains("--numbers"), "{wrong:?}");
    }
}

//! Rules to test with: one procedure small enough to hold in the head, and random ones.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::calendar::Date;
use crate::condition::{Condition, Facts, Truth};
use crate::interview::{Answer, Answers};
use crate::requirement::{Group, Need};
use crate::rules::{OutcomeRule, QuestionRule, RequirementRule, Rules};

const FACTS: [&str; 3] = ["office.mountain", "office.border", "office.far"];
const MOST_QUESTIONS: usize = 6;
const MOST_OPTIONS: u8 = 4;

pub(crate) fn date(text: &str) -> Date {
    text.parse().expect("a date in a test")
}

/// Registering a birth. Questions: 0 birth paper (yes, no); 1 witness (yes, no), only without birth paper; 2 married
/// (yes, no). Requirements: 0 form made there; 1 birth paper; 2 witness's writing, instead of 1; 3 own statement,
/// instead of 2; 4 identity card of whoever goes; 5 marriage paper, if you have. Outcomes: 0 the father is recognised
/// first, in place of the list; 1 advice to the unmarried.
pub(crate) fn birth() -> Rules {
    let question = |id: &str, when| QuestionRule { id: id.into(), options: vec!["co".into(), "khong".into()], when };
    let requirement = |number, id: &str, need, group, when, instead_of| RequirementRule {
        number,
        id: id.into(),
        need,
        group,
        when,
        instead_of,
        from: None,
        until: None,
        always_at_birth: number == 0 || number == 4,
    };
    let (needed, always) = (Need::Needed, Condition::Always);
    let no_paper = Condition::Answered(0, vec![1]);
    Rules {
        procedure: 1,
        commune: 0,
        numbered: 0,
        facts: Facts::default(),
        questions: vec![
            question("giay-chung-sinh", always.clone()),
            question("nguoi-lam-chung", no_paper.clone()),
            question("ket-hon", always.clone()),
        ],
        requirements: vec![
            requirement(0, "to-khai", needed, Group::MadeThere, always.clone(), None),
            requirement(1, "giay-chung-sinh", needed, Group::Bring, always.clone(), None),
            requirement(2, "van-ban-lam-chung", needed, Group::Bring, Condition::Answered(1, vec![0]), Some(1)),
            requirement(3, "giay-cam-doan", needed, Group::Bring, Condition::Answered(1, vec![1]), Some(2)),
            requirement(4, "can-cuoc", needed, Group::Bring, always, None),
            requirement(5, "giay-ket-hon", Need::IfYouHave, Group::IfYouHave, Condition::Answered(2, vec![0]), None),
        ],
        outcomes: vec![
            OutcomeRule {
                id: "hoi-truoc".into(),
                when: Condition::All(vec![Condition::Answered(1, vec![1]), Condition::Answered(2, vec![1])]),
                ends: true,
                from: None,
                until: None,
            },
            OutcomeRule {
                id: "nhan-cha".into(),
                when: Condition::Answered(2, vec![1]),
                ends: false,
                from: None,
                until: None,
            },
        ],
    }
}

/// Answers to [`birth`] by ids.
pub(crate) fn said(pairs: &[(&str, &str)]) -> Answers {
    Answers::by_id(&birth(), pairs.iter().copied()).expect("answers in a test")
}

/// Rules as `sitegen check` lets them through: conditions only look back, numbers are unique, nothing goes round in
/// circles.
pub(crate) fn rules() -> impl Strategy<Value = Rules> {
    (0..=MOST_QUESTIONS)
        .prop_flat_map(|count| {
            let questions: Vec<_> = (0..count).map(question).collect();
            let numbers = subsequence((0..32).collect::<Vec<u8>>(), 0..12).prop_shuffle();
            let requirements = numbers.prop_flat_map(move |numbers| {
                numbers.into_iter().enumerate().map(|(at, number)| requirement(at, number, count)).collect::<Vec<_>>()
            });
            let outcomes = vec((condition(count), any::<bool>(), dates()), 0..4);
            (1..500u16, 0..128u8, facts(), questions, requirements, outcomes)
        })
        .prop_map(|(procedure, commune, facts, questions, requirements, outcomes)| Rules {
            procedure,
            commune,
            numbered: 0,
            facts,
            questions,
            requirements,
            outcomes: outcomes
                .into_iter()
                .enumerate()
                .map(|(at, (when, ends, (from, until)))| OutcomeRule { id: format!("o{at}"), when, ends, from, until })
                .collect(),
        })
}

/// What could be said to any of [`rules`], whole or in part.
pub(crate) fn answers() -> impl Strategy<Value = Vec<Option<Answer>>> {
    vec(option::weighted(0.8, answer()), MOST_QUESTIONS)
}

pub(crate) fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![4 => (0..MOST_OPTIONS).prop_map(Answer::Option), 1 => Just(Answer::DontKnow)]
}

/// Gives the answers of [`answers`], as far as the rules have such a question and option.
pub(crate) fn given(rules: &Rules, said: &[Option<Answer>]) -> Answers {
    let mut answers = Answers::new();
    for (question, (rule, answer)) in (0..).zip(rules.questions.iter().zip(said)) {
        match *answer {
            Some(Answer::Option(option)) if usize::from(option) >= rule.options.len() => {}
            Some(answer) => answers.set(question, answer),
            None => {}
        }
    }
    answers
}

/// A day around those on which random requirements come into force and cease to be.
pub(crate) fn day() -> impl Strategy<Value = Date> {
    (20_780..20_800).prop_map(|days| Date::from_days_since_epoch(days).expect("a day in 2026"))
}

/// Rules that no check has seen, as damaged data could hold them.
pub(crate) fn wild_rules() -> impl Strategy<Value = Rules> {
    let question = (wild_condition(), 0..3usize).prop_map(|(when, options)| QuestionRule {
        id: "q".into(),
        options: vec!["o".into(); options],
        when,
    });
    let requirement = (any::<u8>(), need_and_group(), wild_condition(), any::<Option<u8>>(), dates(), any::<bool>())
        .prop_map(|(number, (need, group), when, instead_of, (from, until), always_at_birth)| RequirementRule {
            number,
            id: "r".into(),
            need,
            group,
            when,
            instead_of: instead_of.map(|position| position % 9),
            from,
            until,
            always_at_birth,
        });
    let outcome = (wild_condition(), any::<bool>(), dates()).prop_map(|(when, ends, (from, until))| OutcomeRule {
        id: "o".into(),
        when,
        ends,
        from,
        until,
    });
    (any::<u16>(), any::<u8>(), facts(), vec(question, 0..6), vec(requirement, 0..8), vec(outcome, 0..3)).prop_map(
        |(procedure, commune, facts, questions, requirements, outcomes)| Rules {
            procedure,
            commune,
            numbered: 0,
            facts,
            questions,
            requirements,
            outcomes,
        },
    )
}

fn question(at: usize) -> impl Strategy<Value = QuestionRule> {
    (condition(at), 1..=MOST_OPTIONS).prop_map(move |(when, options)| QuestionRule {
        id: format!("q{at}"),
        options: (0..options).map(|option| format!("o{option}")).collect(),
        when,
    })
}

fn requirement(at: usize, number: u8, questions: usize) -> impl Strategy<Value = RequirementRule> {
    let earlier = (0..at).filter_map(|position| u8::try_from(position).ok()).collect::<Vec<_>>();
    let instead_of =
        if earlier.is_empty() { Just(None).boxed() } else { option::weighted(0.3, select(earlier)).boxed() };
    (need_and_group(), condition(questions), instead_of, dates(), any::<bool>()).prop_map(
        move |((need, group), when, instead_of, (from, until), always_at_birth)| RequirementRule {
            number,
            id: format!("r{number}"),
            need,
            group,
            when,
            instead_of,
            from,
            until,
            always_at_birth,
        },
    )
}

/// A condition on the first so many questions, which each have up to [`MOST_OPTIONS`] options.
fn condition(questions: usize) -> BoxedStrategy<Condition> {
    let fact = (select(&FACTS[..]), any::<bool>()).prop_map(|(name, is)| Condition::Fact(name.into(), is));
    let leaf = match u8::try_from(questions).unwrap_or(u8::MAX) {
        0 => prop_oneof![5 => Just(Condition::Always), 1 => fact].boxed(),
        count => {
            let options = subsequence((0..MOST_OPTIONS).collect::<Vec<_>>(), 1..usize::from(MOST_OPTIONS));
            let answered = (0..count, options).prop_map(|(question, options)| Condition::Answered(question, options));
            prop_oneof![2 => Just(Condition::Always), 1 => fact, 6 => answered].boxed()
        }
    };
    nested(leaf)
}

fn wild_condition() -> BoxedStrategy<Condition> {
    let answered = (prop_oneof![0..8u8, any::<u8>()], vec(prop_oneof![0..4u8, any::<u8>()], 0..3))
        .prop_map(|(question, options)| Condition::Answered(question, options));
    nested(prop_oneof![1 => Just(Condition::Always), 4 => answered].boxed())
}

fn nested(leaf: BoxedStrategy<Condition>) -> BoxedStrategy<Condition> {
    leaf.prop_recursive(2, 6, 3, |part| {
        prop_oneof![vec(part.clone(), 0..3).prop_map(Condition::All), vec(part, 0..3).prop_map(Condition::Any)]
    })
    .boxed()
}

fn facts() -> impl Strategy<Value = Facts> {
    let truth = select(&[Truth::Holds, Truth::Fails, Truth::Unknown][..]);
    subsequence(&FACTS[..], 0..=FACTS.len()).prop_flat_map(move |names| {
        let truths = vec(truth.clone(), names.len());
        truths.prop_map(move |truths| Facts(names.iter().map(|name| (*name).to_owned()).zip(truths).collect()))
    })
}

fn need_and_group() -> impl Strategy<Value = (Need, Group)> {
    const NEEDED: [Group; 5] = [Group::Bring, Group::Come, Group::Know, Group::MadeThere, Group::Collect];
    prop_oneof![
        4 => select(&NEEDED[..]).prop_map(|group| (Need::Needed, group)),
        1 => Just((Need::IfYouHave, Group::IfYouHave)),
    ]
}

fn dates() -> impl Strategy<Value = (Option<Date>, Option<Date>)> {
    (option::weighted(0.2, day()), option::weighted(0.2, day()))
}

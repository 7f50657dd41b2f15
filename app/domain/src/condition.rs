//! When something applies, in three values: an answer can be missing, and a missing answer hides nothing.

use serde::{Deserialize, Serialize};

use crate::interview::{Answer, Answers};
use crate::rules::{OptionIndex, QuestionIndex, Rules};

/// Three-valued truth (Kleene): what is not known is neither true nor false.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Truth {
    /// It is so.
    Holds,
    /// It is not so.
    Fails,
    /// Nobody has said yet, or the person does not know.
    Unknown,
}

impl Truth {
    /// Both: fails if either fails.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fails, _) | (_, Self::Fails) => Self::Fails,
            (Self::Holds, Self::Holds) => Self::Holds,
            _ => Self::Unknown,
        }
    }

    /// Either: holds if one holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Holds, _) | (_, Self::Holds) => Self::Holds,
            (Self::Fails, Self::Fails) => Self::Fails,
            _ => Self::Unknown,
        }
    }
}

/// What is known about the office where the list is handed in, for instance whether the commune is mountainous.
/// A fact nobody confirmed is [`Truth::Unknown`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts(pub Vec<(String, Truth)>);

impl Facts {
    /// What is known of one fact; unknown when it is not listed.
    pub fn truth(&self, name: &str) -> Truth {
        self.0.iter().find(|(known, _)| known == name).map_or(Truth::Unknown, |(_, truth)| *truth)
    }
}

/// When a question is asked, a requirement is needed, an outcome is reached, a fee or limit applies.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// No condition.
    #[default]
    Always,
    /// The question was answered with one of these options.
    Answered(QuestionIndex, Vec<OptionIndex>),
    /// The office fact is as said.
    Fact(String, bool),
    /// Every one of these.
    All(Vec<Condition>),
    /// At least one of these.
    Any(Vec<Condition>),
}

impl Condition {
    /// Evaluates under the answers so far. A question that is itself not asked counts as "none of its options":
    /// not applicable is a *no*, whereas not answered and not known stay [`Truth::Unknown`].
    ///
    /// Questions only look back, which `sitegen check` sees to; one that looks elsewhere finds [`Truth::Unknown`] there,
    /// so that the recursion ends whatever the rules are.
    pub fn truth(&self, rules: &Rules, answers: &Answers, facts: &Facts) -> Truth {
        self.truth_before(usize::MAX, rules, answers, facts)
    }

    fn truth_before(&self, end: usize, rules: &Rules, answers: &Answers, facts: &Facts) -> Truth {
        match self {
            Self::Always => Truth::Holds,
            Self::Fact(name, expected) => match (facts.truth(name), expected) {
                (Truth::Unknown, _) => Truth::Unknown,
                (Truth::Holds, true) | (Truth::Fails, false) => Truth::Holds,
                _ => Truth::Fails,
            },
            Self::Answered(question, options) => {
                let position = usize::from(*question);
                let Some(rule) = rules.questions.get(position).filter(|_| position < end) else {
                    return Truth::Unknown;
                };
                let said = match answers.of(*question) {
                    Some(Answer::Option(given)) if options.contains(&given) => Truth::Holds,
                    Some(Answer::Option(_)) => Truth::Fails,
                    Some(Answer::DontKnow) | None => Truth::Unknown,
                };
                if cfg!(feature = "fault-stale-answer") {
                    return said;
                }
                rule.when.truth_before(position, rules, answers, facts).and(said)
            }
            Self::All(parts) => parts
                .iter()
                .fold(Truth::Holds, |so_far, part| so_far.and(part.truth_before(end, rules, answers, facts))),
            Self::Any(parts) => {
                parts.iter().fold(Truth::Fails, |so_far, part| so_far.or(part.truth_before(end, rules, answers, facts)))
            }
        }
    }

    /// The answers that made this hold, for the sentence "vì …": every satisfied `Answered` on a branch that holds.
    pub fn reasons(&self, rules: &Rules, answers: &Answers, facts: &Facts) -> Vec<(QuestionIndex, OptionIndex)> {
        let mut found = Vec::new();
        self.collect_reasons(rules, answers, facts, &mut found);
        found
    }

    fn collect_reasons(
        &self,
        rules: &Rules,
        answers: &Answers,
        facts: &Facts,
        found: &mut Vec<(QuestionIndex, OptionIndex)>,
    ) {
        if self.truth(rules, answers, facts) != Truth::Holds {
            return;
        }
        match self {
            Self::Always | Self::Fact(..) => {}
            Self::Answered(question, _) => {
                if let Some(Answer::Option(option)) = answers.of(*question)
                    && !found.contains(&(*question, option))
                {
                    found.push((*question, option));
                }
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.collect_reasons(rules, answers, facts, found);
                }
            }
        }
    }

    /// Every question this looks at, in order of appearance, each once.
    pub fn questions(&self) -> Vec<QuestionIndex> {
        let mut found = Vec::new();
        self.collect_questions(&mut found);
        found
    }

    fn collect_questions(&self, found: &mut Vec<QuestionIndex>) {
        match self {
            Self::Always | Self::Fact(..) => {}
            Self::Answered(question, _) if !found.contains(question) => found.push(*question),
            Self::Answered(..) => {}
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.collect_questions(found)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::{answers, birth, given, rules, said};
    use Truth::{Fails, Holds, Unknown};

    const ALL: [Truth; 3] = [Holds, Fails, Unknown];

    #[test]
    fn both_and_either_follow_kleene() {
        let table = |combine: fn(Truth, Truth) -> Truth| ALL.map(|left| ALL.map(|right| combine(left, right)));
        let both = [[Holds, Fails, Unknown], [Fails, Fails, Fails], [Unknown, Fails, Unknown]];
        let either = [[Holds, Holds, Holds], [Holds, Fails, Unknown], [Holds, Unknown, Unknown]];
        assert_eq!(table(Truth::and), both);
        assert_eq!(table(Truth::or), either);
    }

    #[test]
    fn nothing_to_ask_of_is_true_and_nothing_to_choose_from_is_false() {
        let truth = |condition: Condition| condition.truth(&birth(), &Answers::new(), &Facts::default());
        assert_eq!(truth(Condition::Always), Holds);
        assert_eq!(truth(Condition::All(vec![])), Holds);
        assert_eq!(truth(Condition::Any(vec![])), Fails);
    }

    #[test]
    fn a_fact_nobody_confirmed_is_unknown() {
        let facts = Facts(vec![("office.mountain".into(), Holds), ("office.far".into(), Unknown)]);
        let truth = |name: &str, is| Condition::Fact(name.into(), is).truth(&birth(), &Answers::new(), &facts);
        assert_eq!([truth("office.mountain", true), truth("office.mountain", false)], [Holds, Fails]);
        assert_eq!([truth("office.far", true), truth("office.far", false)], [Unknown, Unknown]);
        assert_eq!(truth("office.sea", true), Unknown);
    }

    #[test]
    fn a_question_that_is_not_asked_was_answered_with_none_of_its_options() {
        let witness = Condition::Answered(1, vec![0, 1]);
        let truth = |pairs: &[(&str, &str)]| witness.truth(&birth(), &said(pairs), &Facts::default());
        assert_eq!(truth(&[]), Unknown);
        assert_eq!(truth(&[("giay-chung-sinh", "co")]), Fails);
        assert_eq!(truth(&[("giay-chung-sinh", "co"), ("nguoi-lam-chung", "co")]), Fails, "a stale answer");
        assert_eq!(truth(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co")]), Holds);
        assert_eq!(truth(&[("giay-chung-sinh", "khong-biet"), ("nguoi-lam-chung", "co")]), Unknown);
    }

    #[test]
    fn a_question_that_looks_at_itself_or_ahead_ends_nowhere() {
        let mut rules = birth();
        rules.questions[0].when = Condition::Answered(2, vec![0]);
        rules.questions[2].when =
            Condition::Any(vec![Condition::Answered(2, vec![0]), Condition::Answered(0, vec![0])]);
        let answers = said(&[("giay-chung-sinh", "co"), ("ket-hon", "co")]);
        for question in 0..4 {
            let condition = Condition::Answered(question, vec![0]);
            assert_ne!(condition.truth(&rules, &answers, &Facts::default()), Holds);
        }
    }

    #[test]
    fn reasons_come_only_from_branches_that_hold() {
        let condition = Condition::Any(vec![
            Condition::All(vec![Condition::Answered(0, vec![1]), Condition::Answered(1, vec![1])]),
            Condition::Answered(2, vec![0]),
            Condition::All(vec![Condition::Answered(0, vec![1]), Condition::Answered(2, vec![0])]),
        ]);
        let answers = said(&[("giay-chung-sinh", "khong"), ("nguoi-lam-chung", "co"), ("ket-hon", "co")]);
        assert_eq!(condition.reasons(&birth(), &answers, &Facts::default()), [(2, 0), (0, 1)]);
        assert_eq!(condition.questions(), [0, 1, 2]);
        assert_eq!(condition.reasons(&birth(), &Answers::new(), &Facts::default()), []);
    }

    proptest! {
        #[test]
        fn learning_an_answer_never_turns_a_truth_round(rules in rules(), said in answers(), question in 0..6u8) {
            let known = given(&rules, &said);
            let mut less = known.clone();
            less.forget(question);
            let conditions = rules.requirements.iter().map(|rule| &rule.when);
            for condition in conditions.chain(rules.questions.iter().map(|rule| &rule.when)) {
                let before = condition.truth(&rules, &less, &rules.facts);
                let after = condition.truth(&rules, &known, &rules.facts);
                prop_assert!(before == Unknown || before == after);
            }
        }

        #[test]
        fn reasons_are_answers_that_were_given(rules in rules(), said in answers()) {
            let answers = given(&rules, &said);
            for rule in &rules.requirements {
                for (question, option) in rule.when.reasons(&rules, &answers, &rules.facts) {
                    prop_assert_eq!(answers.of(question), Some(Answer::Option(option)));
                }
            }
        }
    }
}

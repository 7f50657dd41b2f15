//! Which of the possible days a family is told. A day too late costs nothing, a day too early is a walk for nothing; so
//! what they have not answered counts as taking time. What nobody has confirmed about the commune may add a second day.

use super::{AfterRules, ComeBack, ComeBackError, LimitRule, come_back};
use crate::calendar::{Date, HandedIn};
use crate::condition::Truth;
use crate::interview::Answers;

impl AfterRules {
    /// The days to tell a family: the first is right whatever they have not answered, the second one also where a limit
    /// applies that looks at nothing but facts of the commune which nobody has confirmed.
    ///
    /// # Errors
    /// As [`come_back`].
    pub fn days_to_tell(&self, answers: &Answers, on: Date, handed_in: HandedIn) -> Result<ComeBack, ComeBackError> {
        let of_the_commune = |limit: &&LimitRule| {
            limit.when.questions().is_empty()
                && limit.when.truth(&self.rules, answers, &self.rules.facts) == Truth::Unknown
        };
        let latest = self.come_back(answers, on, handed_in)?.latest;
        let limits: Vec<_> = self.limits.iter().filter(|limit| !of_the_commune(limit)).cloned().collect();
        let earliest = come_back(&limits, &self.rules, answers, &self.calendars, on, handed_in)?.latest;
        Ok(ComeBack { earliest, latest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Holidays;
    use crate::condition::{Condition, Facts};
    use crate::interview::Answer;
    use crate::procedure::Span;
    use crate::sample::{birth, date};

    fn rules(mountain: Truth) -> AfterRules {
        let limit = |span, when, adds| LimitRule { span, when, adds, from: None, until: None };
        let mut rules = birth();
        rules.facts = Facts(vec![("mountain".to_owned(), mountain)]);
        AfterRules {
            limits: vec![
                limit(Span::WorkingDays(3), Condition::Always, false),
                limit(Span::WorkingDays(10), Condition::Answered(0, vec![1]), true),
                limit(Span::Days(10), Condition::Fact("mountain".to_owned(), true), true),
            ],
            rules,
            calendars: vec![Holidays {
                from: date("2026-01-01"),
                until: date("2026-12-31"),
                days_off: vec![date("2026-11-24")],
                worked: Vec::new(),
            }],
        }
    }

    fn told(mountain: Truth, answers: &Answers) -> (Date, Date) {
        let days =
            rules(mountain).days_to_tell(answers, date("2026-11-20"), HandedIn::By15).expect("the year is known");
        (days.earliest, days.latest)
    }

    fn answered(option: u8) -> Answers {
        let mut answers = Answers::new();
        answers.set(0, Answer::Option(option));
        answers
    }

    #[test]
    fn what_a_family_has_not_answered_counts_as_taking_time() {
        assert_eq!(told(Truth::Fails, &answered(0)), (date("2026-11-26"), date("2026-11-26")));
        assert_eq!(told(Truth::Fails, &answered(1)), (date("2026-12-10"), date("2026-12-10")));
        assert_eq!(told(Truth::Fails, &Answers::new()), (date("2026-12-10"), date("2026-12-10")));
    }

    #[test]
    fn what_nobody_has_confirmed_about_the_commune_is_a_second_day() {
        assert_eq!(told(Truth::Unknown, &answered(0)), (date("2026-11-26"), date("2026-12-07")));
        assert_eq!(told(Truth::Holds, &answered(0)), (date("2026-12-07"), date("2026-12-07")));
    }

    #[test]
    fn no_day_is_told_where_nothing_else_is_confirmed() {
        let mut rules = rules(Truth::Unknown);
        rules.limits.retain(|limit| limit.when.questions().is_empty() && limit.when != Condition::Always);
        let told = rules.days_to_tell(&Answers::new(), date("2026-11-20"), HandedIn::By15);
        assert_eq!(told, Err(ComeBackError::Ask));
    }
}

//! Asking: which question comes next, what a changed answer changes, and where a path ends.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::condition::{Condition, Truth};
use crate::rules::{OptionIndex, OutcomeRule, QuestionIndex, Rules};

/// The id by which "không biết" is written down; no option has it.
pub const DONT_KNOW: &str = "khong-biet";

/// What somebody said to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// One of its options.
    Option(OptionIndex),
    /// "Không biết".
    DontKnow,
}

/// What was said so far, by position of the question. Every value is legal, whatever the rules: positions that the
/// rules do not have are never looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// Nothing said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What was said to one question.
    #[must_use]
    pub fn of(&self, question: QuestionIndex) -> Option<Answer> {
        self.0.get(usize::from(question)).copied().flatten()
    }

    /// Gives or changes one answer; the others stay.
    pub fn set(&mut self, question: QuestionIndex, answer: Answer) {
        let position = usize::from(question);
        if self.0.len() <= position {
            self.0.resize(position + 1, None);
        }
        self.0[position] = Some(answer);
    }

    /// Takes one answer back.
    pub fn forget(&mut self, question: QuestionIndex) {
        if let Some(answer) = self.0.get_mut(usize::from(question)) {
            *answer = None;
        }
        // Equal answers are equal values, whatever was said and taken back in between.
        while self.0.last() == Some(&None) {
            self.0.pop();
        }
    }

    /// The same with one answer given or changed.
    #[must_use]
    pub fn with(mut self, question: QuestionIndex, answer: Answer) -> Self {
        self.set(question, answer);
        self
    }

    /// Whether nothing was said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// From ids, as content and records write them; [`DONT_KNOW`] for "không biết".
    ///
    /// # Errors
    /// [`AnswerError`] at the first id the rules do not have. Who reads an old record and wants what is still known
    /// calls [`Answers::set_by_id`] pair by pair.
    pub fn by_id<'a>(rules: &Rules, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, AnswerError> {
        let mut answers = Self::new();
        for (question, option) in pairs {
            answers.set_by_id(rules, question, option)?;
        }
        Ok(answers)
    }

    /// Gives or changes one answer by ids.
    ///
    /// # Errors
    /// [`AnswerError`] when the rules do not have one of the ids; nothing is changed then.
    pub fn set_by_id(&mut self, rules: &Rules, question: &str, option: &str) -> Result<(), AnswerError> {
        let (position, rule) = rules
            .questions
            .iter()
            .enumerate()
            .find(|(_, rule)| rule.id == question)
            .ok_or(AnswerError::NoSuchQuestion)?;
        let index = index(position).ok_or(AnswerError::NoSuchQuestion)?;
        let answer = if option == DONT_KNOW {
            Answer::DontKnow
        } else {
            let position = rule.options.iter().position(|id| id == option);
            let position = position.and_then(|position| OptionIndex::try_from(position).ok());
            Answer::Option(position.ok_or(AnswerError::NoSuchOption)?)
        };
        self.set(index, answer);
        Ok(())
    }

    /// As pairs of ids (question, option), in the order of the questions; what the rules do not have is left out.
    pub fn ids<'a>(&'a self, rules: &'a Rules) -> impl Iterator<Item = (&'a str, &'a str)> {
        rules.questions.iter().zip(&self.0).filter_map(|(rule, answer)| match (*answer)? {
            Answer::DontKnow => Some((rule.id.as_str(), DONT_KNOW)),
            Answer::Option(option) => Some((rule.id.as_str(), rule.options.get(usize::from(option))?.as_str())),
        })
    }

    /// Only what was said to the first so many questions.
    fn to_first(&self, count: usize) -> Self {
        Self(self.0.iter().take(count).copied().collect())
    }
}

/// What is shown next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// This question.
    Question(QuestionIndex),
    /// This outcome (position in [`Rules::outcomes`]) in place of a list.
    Outcome(usize),
    /// The list.
    List,
}

/// One person's way through the questions of one procedure. It is computed anew from the answers at every look, so
/// that it never matters in which order they were given or how often they were changed. Outcomes that are not in force
/// on its day do not exist for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview<'a> {
    rules: &'a Rules,
    answers: Answers,
    today: Date,
}

impl<'a> Interview<'a> {
    /// Nothing answered yet.
    #[must_use]
    pub fn new(rules: &'a Rules, today: Date) -> Self {
        Self::resume(rules, Answers::new(), today)
    }

    /// With answers given earlier, of whatever origin.
    #[must_use]
    pub fn resume(rules: &'a Rules, answers: Answers, today: Date) -> Self {
        Self { rules, answers, today }
    }

    /// What was said so far, including answers to questions that are no longer asked.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The answers alone, to be kept.
    #[must_use]
    pub fn into_answers(self) -> Answers {
        self.answers
    }

    /// Gives or changes one answer. The others are kept, also where their question is no longer asked: who changes
    /// their mind back finds them again.
    ///
    /// # Errors
    /// [`AnswerError`] when the rules have no such question or option; nothing is changed then.
    pub fn answer(&mut self, question: QuestionIndex, answer: Answer) -> Result<(), AnswerError> {
        let rule = self.rules.questions.get(usize::from(question)).ok_or(AnswerError::NoSuchQuestion)?;
        if let Answer::Option(option) = answer
            && usize::from(option) >= rule.options.len()
        {
            return Err(AnswerError::NoSuchOption);
        }
        self.answers.set(question, answer);
        Ok(())
    }

    /// The questions that may concern this person, in the order they are asked: all except those known not to apply.
    #[must_use]
    pub fn in_use(&self) -> Vec<QuestionIndex> {
        (0..self.rules.questions.len()).filter_map(index).filter(|&question| self.is_in_use(question)).collect()
    }

    /// Whether one question may concern this person.
    #[must_use]
    pub fn is_in_use(&self, question: QuestionIndex) -> bool {
        self.rules
            .questions
            .get(usize::from(question))
            .is_some_and(|rule| truth(self.rules, &rule.when, &self.answers) != Truth::Fails)
    }

    /// Where to go on: the first question not answered yet, unless the path has ended.
    #[must_use]
    pub fn next(&self) -> Next {
        match self.outcome() {
            Some(outcome) => Next::Outcome(outcome),
            None => self
                .in_use()
                .into_iter()
                .find(|&question| self.answers.of(question).is_none())
                .map_or(Next::List, Next::Question),
        }
    }

    /// What is shown to somebody who wants to go through the questions from the beginning.
    #[must_use]
    pub fn first(&self) -> Next {
        self.at_or_after(0)
    }

    /// What "Next" shows from one question: the question after it, answered before or not, so that somebody who went
    /// back sees their answers again on the way. A question left without an answer counts as not known.
    #[must_use]
    pub fn next_after(&self, question: QuestionIndex) -> Next {
        self.at_or_after(usize::from(question) + 1)
    }

    fn at_or_after(&self, position: usize) -> Next {
        match self.end() {
            Some((after, outcome)) if after <= position => Next::Outcome(outcome),
            _ => {
                let mut rest = self.in_use().into_iter().skip_while(|&question| usize::from(question) < position);
                rest.next().map_or(Next::List, Next::Question)
            }
        }
    }

    /// What "Back" shows from one question; `None` before the first.
    #[must_use]
    pub fn previous(&self, question: QuestionIndex) -> Option<QuestionIndex> {
        self.in_use().into_iter().rev().find(|&earlier| earlier < question)
    }

    /// What "Back" shows from the list or from an outcome in its place; `None` when nothing is asked.
    #[must_use]
    pub fn last(&self) -> Option<QuestionIndex> {
        let end = self.end().map_or(usize::MAX, |(after, _)| after);
        self.in_use().into_iter().rev().find(|&question| usize::from(question) < end)
    }

    /// Which of how many questions this is, from 1; `None` when it does not concern this person. The second number
    /// only shrinks while answers come in: what is not known yet counts as asked.
    #[must_use]
    pub fn position(&self, question: QuestionIndex) -> Option<(usize, usize)> {
        let in_use = self.in_use();
        let nth = in_use.iter().position(|&other| other == question)?;
        Some((nth + 1, in_use.len()))
    }

    /// The outcome that stands in place of the list. One that may hold ends nothing.
    #[must_use]
    pub fn outcome(&self) -> Option<usize> {
        self.end().map(|(_, outcome)| outcome)
    }

    /// Outcomes that stand beside the list.
    #[must_use]
    pub fn advice(&self) -> Vec<usize> {
        let holding = |&(_, rule): &(usize, &OutcomeRule)| !rule.ends && self.is_reached(rule, &self.answers);
        self.rules.outcomes.iter().enumerate().filter(holding).map(|(position, _)| position).collect()
    }

    fn is_reached(&self, outcome: &OutcomeRule, answers: &Answers) -> bool {
        let truth = truth(self.rules, &outcome.when, answers);
        let holds = truth == Truth::Holds || cfg!(feature = "fault-end-perhaps") && truth == Truth::Unknown;
        outcome.is_in_force(self.today) && holds
    }

    /// After how many questions the path ends, and with which outcome: the first one in order of precedence that
    /// holds as soon as any does. Looking question by question keeps answers from beyond the end, given before
    /// somebody went back and changed their mind, from deciding how it ends.
    fn end(&self) -> Option<(usize, usize)> {
        (0..=self.rules.questions.len()).find_map(|count| {
            let answers = self.answers.to_first(count);
            let outcome = self.rules.outcomes.iter().position(|rule| rule.ends && self.is_reached(rule, &answers))?;
            Some((count, outcome))
        })
    }
}

fn truth(rules: &Rules, condition: &Condition, answers: &Answers) -> Truth {
    condition.truth(rules, answers, &rules.facts)
}

/// Positions are bytes; a procedure with more than 256 questions has none beyond.
fn index(position: usize) -> Option<QuestionIndex> {
    QuestionIndex::try_from(position).ok()
}

/// Why an answer was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerError {
    /// The rules have no such question.
    NoSuchQuestion,
    /// The question has no such option.
    NoSuchOption,
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchQuestion => "no such question",
            Self::NoSuchOption => "no such option",
        })
    }
}

impl std::error::Error for AnswerError {}

#[cfg(test)]
mod tests;

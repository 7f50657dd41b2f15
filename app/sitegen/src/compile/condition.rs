//! `when`: names of questions and options become positions.

use domain::Condition;

use crate::schema::{FACT_PREFIX, OneOrMore, Question, When, WhenValue};

/// A condition over these questions; no `when` always holds. `None` when a name cannot be resolved.
pub(crate) fn condition(when: Option<&When>, questions: &[Question]) -> Option<Condition> {
    let Some(when) = when else { return Some(Condition::Always) };
    let mut parts = when.0.iter().map(|(key, value)| part(key, value, questions)).collect::<Option<Vec<_>>>()?;
    match parts.len() {
        1 => parts.pop(),
        _ => Some(Condition::All(parts)),
    }
}

fn part(key: &str, value: &WhenValue, questions: &[Question]) -> Option<Condition> {
    match value {
        WhenValue::Parts(parts) => {
            let parts = parts.iter().map(|part| condition(Some(part), questions)).collect::<Option<Vec<_>>>()?;
            match key {
                "any" => Some(Condition::Any(parts)),
                "all" => Some(Condition::All(parts)),
                _ => None,
            }
        }
        WhenValue::Options(values) => match key.strip_prefix(FACT_PREFIX) {
            Some(fact) => Some(Condition::Fact(fact.to_owned(), expected(values)?)),
            None => answered(key, values.values(), questions),
        },
    }
}

fn expected(values: &OneOrMore) -> Option<bool> {
    match values.values() {
        [only] if only == "yes" => Some(true),
        [only] if only == "no" => Some(false),
        _ => None,
    }
}

fn answered(question: &str, options: &[String], questions: &[Question]) -> Option<Condition> {
    let index = questions.iter().position(|known| known.id == question)?;
    let options = options.iter().map(|option| {
        let position = questions[index].options.iter().position(|known| known.id == *option)?;
        u8::try_from(position).ok()
    });
    Some(Condition::Answered(u8::try_from(index).ok()?, options.collect::<Option<_>>()?))
}

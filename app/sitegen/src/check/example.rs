//! Examples: the family answers the questions it is asked, all of them and no others, and gets exactly its list.

use domain::checklist::Certainty;
use domain::interview::{DONT_KNOW, Next};
use domain::{Answers, Checklist, Date, Interview, Rules, Truth};

use crate::compile;
use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind, did_you_mean, listed};
use crate::schema::{Example, Procedure, Tri};
use crate::source::Place;

pub(super) fn check(procedure: &Parsed<Procedure>, rules: &Rules, problems: &mut Vec<Problem>) {
    for (position, example) in procedure.data.examples.iter().enumerate() {
        let place = Place::root().key("examples").at(position);
        let trial = Trial { procedure, example, place };
        let misnamed = trial.names(rules);
        if misnamed.is_empty() {
            problems.extend(trial.run(rules));
        }
        problems.extend(misnamed);
    }
}

struct Trial<'a> {
    procedure: &'a Parsed<Procedure>,
    example: &'a Example,
    place: Place,
}

impl Trial<'_> {
    /// Everything it names that is not there.
    fn names(&self, rules: &Rules) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (question, option) in &self.example.answers {
            problems.extend(self.answer(rules, question, option));
        }
        let requirements: Vec<&str> = rules.requirements.iter().map(|rule| rule.id.as_str()).collect();
        for (key, ids) in [("list", &self.example.list), ("perhaps", &self.example.perhaps)] {
            self.each(key, ids, &requirements, ("yêu cầu", ProblemKind::UnknownRequirement), &mut problems);
        }
        let outcomes: Vec<&str> = rules.outcomes.iter().map(|rule| rule.id.as_str()).collect();
        let outcome = (self.example.outcome.as_slice(), ("kết thúc", ProblemKind::UnknownOutcome));
        self.each("advice", &self.example.advice, &outcomes, outcome.1, &mut problems);
        self.each("outcome", outcome.0, &outcomes, outcome.1, &mut problems);
        let facts: Vec<&str> = rules.facts.0.iter().map(|(name, _)| name.as_str()).collect();
        for fact in self.example.facts.keys().filter(|fact| !facts.contains(&fact.as_str())) {
            let says = Explanation {
                message: format!("tệp của xã mặc định không nói gì về `{fact}`"),
                expected: format!("đang có: {}", listed(facts.iter().copied())),
                advice: did_you_mean(fact, facts.iter().copied(), "bỏ dòng này, hoặc thêm vào [facts] của xã"),
            };
            let place = self.place.key("facts").key(fact);
            problems.push(self.procedure.source.problem_with_key(ProblemKind::UnknownFact, &place, says));
        }
        problems
    }

    fn answer(&self, rules: &Rules, question: &str, option: &str) -> Option<Problem> {
        let place = self.place.key("answers").key(question);
        let ids = || rules.questions.iter().map(|rule| rule.id.as_str());
        let Some(rule) = rules.questions.iter().find(|rule| rule.id == question) else {
            return Some(self.procedure.source.problem_with_key(
                ProblemKind::UnknownQuestion,
                &place,
                Explanation {
                    message: format!("thủ tục này không có câu hỏi nào tên là `{question}`"),
                    expected: format!("đang có: {}", listed(ids())),
                    advice: did_you_mean(question, ids(), "bỏ câu trả lời này"),
                },
            ));
        };
        let options = || rule.options.iter().map(String::as_str).chain([DONT_KNOW]);
        if options().any(|known| known == option) {
            return None;
        }
        Some(self.procedure.problem(
            ProblemKind::UnknownOption,
            &place,
            Explanation {
                message: format!("câu hỏi `{question}` không có lựa chọn `{option}`"),
                expected: format!("đang có: {}", listed(options())),
                advice: did_you_mean(option, options(), "chọn một lựa chọn đang có"),
            },
        ))
    }

    fn each(
        &self,
        key: &str,
        ids: &[String],
        known: &[&str],
        (what, kind): (&str, ProblemKind),
        problems: &mut Vec<Problem>,
    ) {
        for (position, id) in ids.iter().enumerate().filter(|(_, id)| !known.contains(&id.as_str())) {
            let list = self.place.key(key);
            let place = if key == "outcome" { list } else { list.at(position) };
            problems.push(self.procedure.problem(
                kind,
                &place,
                Explanation {
                    message: format!("thủ tục này không có {what} nào tên là `{id}`"),
                    expected: format!("đang có: {}", listed(known.iter().copied())),
                    advice: did_you_mean(id, known.iter().copied(), "bỏ tên này"),
                },
            ));
        }
    }

    fn run(&self, rules: &Rules) -> Vec<Problem> {
        let Some(today) = compile::date(self.example.today.as_ref().unwrap_or(&self.procedure.data.checked)) else {
            return Vec::new();
        };
        let rules = &self.with_facts(rules);
        let mut answers = Answers::new();
        let mut used = Vec::new();
        let end = loop {
            match Interview::resume(rules, answers.clone(), today).next() {
                Next::Question(question) => {
                    let id = rules.questions[usize::from(question)].id.as_str();
                    let Some(option) = self.example.answers.get(id) else { return vec![self.unanswered(id)] };
                    // The names were looked at before, so this is an answer.
                    if answers.set_by_id(rules, id, option).is_err() {
                        return Vec::new();
                    }
                    used.push(id);
                }
                Next::Outcome(outcome) => break Some(outcome),
                Next::List => break None,
            }
        };
        let not_asked = self.example.answers.keys().filter(|id| !used.contains(&id.as_str()));
        let mut problems: Vec<Problem> = not_asked.map(|id| self.not_asked(rules, id, end)).collect();
        problems.extend(self.differences(rules, &answers, today, end));
        problems
    }

    /// The same rules at the commune that this family lives in.
    fn with_facts(&self, rules: &Rules) -> Rules {
        let mut rules = rules.clone();
        for (name, truth) in &mut rules.facts.0 {
            match self.example.facts.get(name) {
                Some(Tri::Yes) => *truth = Truth::Holds,
                Some(Tri::No) => *truth = Truth::Fails,
                Some(Tri::Unknown) => *truth = Truth::Unknown,
                None => {}
            }
        }
        rules
    }

    fn unanswered(&self, question: &str) -> Problem {
        let asked = self.procedure.data.questions.iter().find(|asked| asked.id == question);
        let options = || asked.into_iter().flat_map(|asked| &asked.options).map(|option| option.id.as_str());
        let words = asked.map_or("", |asked| &asked.words);
        self.procedure.source.problem_with_key(
            ProblemKind::ExampleUnanswered,
            &self.place.key("answers"),
            Explanation {
                message: format!("ví dụ chưa trả lời câu `{question}`: \"{words}\""),
                expected: "gia đình này được hỏi câu đó".to_owned(),
                advice: format!("thêm `{question} = \"…\"`, một trong: {}", listed(options().chain([DONT_KNOW]))),
            },
        )
    }

    fn not_asked(&self, rules: &Rules, question: &str, end: Option<usize>) -> Problem {
        let place = self.place.key("answers").key(question);
        let expected = match end.and_then(|outcome| rules.outcomes.get(outcome)) {
            Some(outcome) => format!("đã dừng ở `{}` trước câu này", outcome.id),
            None => "với các câu trả lời khác, câu này không được hỏi".to_owned(),
        };
        self.procedure.source.problem_with_key(
            ProblemKind::ExampleNotAsked,
            &place,
            Explanation {
                message: format!("gia đình này không được hỏi câu `{question}`"),
                expected,
                advice: format!("bỏ `{question}` ở ví dụ, hoặc xem lại `when` của câu hỏi đó"),
            },
        )
    }

    fn differences(&self, rules: &Rules, answers: &Answers, today: Date, end: Option<usize>) -> Vec<Problem> {
        let (list, perhaps, advice) = match end {
            Some(_) => (Vec::new(), Vec::new(), Vec::new()),
            None => {
                let checklist = Checklist::of(rules, answers, today);
                let items = |is_perhaps: bool| {
                    let wanted = checklist
                        .items()
                        .iter()
                        .filter(move |item| (item.certainty == Certainty::Perhaps) == is_perhaps);
                    wanted.map(|item| rules.requirements[item.requirement].id.as_str()).collect::<Vec<_>>()
                };
                let advice = Interview::resume(rules, answers.clone(), today).advice();
                (items(false), items(true), advice.into_iter().map(|one| rules.outcomes[one].id.as_str()).collect())
            }
        };
        let outcome = end.map(|outcome| rules.outcomes[outcome].id.as_str());
        let compared = [
            ("list", "danh sách", self.example.list.as_slice(), list),
            ("perhaps", "phần chưa rõ", &self.example.perhaps, perhaps),
            ("advice", "lời khuyên", &self.example.advice, advice),
            ("outcome", "kết thúc", self.example.outcome.as_slice(), outcome.into_iter().collect()),
        ];
        compared
            .into_iter()
            .filter_map(|(key, what, expected, found)| self.difference(key, what, expected, &found))
            .collect()
    }

    /// `expected` is what the editor wrote, `found` what the rules give.
    fn difference(&self, key: &str, what: &str, expected: &[String], found: &[&str]) -> Option<Problem> {
        let excess: Vec<&str> = expected.iter().map(String::as_str).filter(|id| !found.contains(id)).collect();
        let missing: Vec<&str> = found.iter().copied().filter(|id| !expected.iter().any(|known| known == id)).collect();
        let parts = [("thừa", &excess), ("thiếu", &missing)];
        let said: Vec<String> = parts
            .iter()
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(word, ids)| format!("{word}: {}", ids.join(", ")))
            .collect();
        if said.is_empty() {
            return None;
        }
        let found = match (key, found) {
            ("outcome", []) => "không có `outcome`".to_owned(),
            ("outcome", [only, ..]) => format!("`outcome = \"{only}\"`"),
            _ => format!("`{key} = [{}]`", found.iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ")),
        };
        Some(self.procedure.source.problem(
            ProblemKind::ExampleDiffers,
            &self.place.key(key),
            Explanation {
                message: format!("ví dụ \"{}\" khác với quy định, {what} {}", self.example.family, said.join("; ")),
                expected: said.join("; "),
                advice: format!("theo quy định thì ra {found}; ví dụ đúng thì sửa `when`, quy định đúng thì sửa ví dụ"),
            },
        ))
    }
}

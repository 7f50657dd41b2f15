//! Every way through the questions: that each question, requirement and outcome is met by somebody, and that nobody
//! is left with nothing.

use std::collections::BTreeSet;

use domain::interview::{Answer, Next};
use domain::{Answers, Checklist, Condition, Date, Interview, Rules, Truth};

use crate::compile;
use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::Procedure;
use crate::source::Place;

/// So many ways are all tried; of more, so many are picked.
const MOST_PATHS: usize = 200_000;

pub(super) fn check(procedure: &Parsed<Procedure>, rules: &Rules, problems: &mut Vec<Problem>) {
    let Some(checked) = compile::date(&procedure.data.checked) else { return };
    let mut met = Met::nothing(rules);
    let mut left_with_nothing = None;
    for day in days_of_outcomes(rules, checked) {
        for rules in at_every_commune(rules) {
            // "Không biết" keeps everything in sight, so only certain answers show what is met.
            walk(&without_days(&rules), day, DontKnow::Never, |rules, answers, end| met.add(rules, answers, end, day));
        }
        // No phone takes a day before the check for today.
        if day < checked {
            continue;
        }
        walk(rules, day, DontKnow::Allowed, |rules, answers, end| {
            if end == Next::List && left_with_nothing.is_none() && Checklist::of(rules, answers, day).items().is_empty()
            {
                left_with_nothing = Some((answers.clone(), day));
            }
        });
    }
    met.problems(procedure, problems);
    if let Some((answers, day)) = left_with_nothing {
        let since = (day > checked).then_some(day);
        problems.push(empty_list(procedure, rules, &answers, since));
    }
}

/// The day of the check, and of every time in which other outcomes are in force one more: its first, or of the time
/// before all of them its last.
fn days_of_outcomes(rules: &Rules, checked: Date) -> BTreeSet<Date> {
    let first_days = rules.outcomes.iter().flat_map(|rule| [rule.from, rule.until.map(|until| until.plus_days(1))]);
    let first_days: BTreeSet<Date> = first_days.flatten().collect();
    let before = first_days.first().map(|day| day.plus_days(-1));
    first_days.into_iter().chain(before).chain([checked]).collect()
}

/// What somebody meets, by position in the rules.
struct Met {
    questions: Vec<bool>,
    requirements: Vec<bool>,
    outcomes: Vec<bool>,
}

impl Met {
    fn nothing(rules: &Rules) -> Self {
        Self {
            questions: vec![false; rules.questions.len()],
            requirements: vec![false; rules.requirements.len()],
            outcomes: vec![false; rules.outcomes.len()],
        }
    }

    fn add(&mut self, rules: &Rules, answers: &Answers, end: Next, today: Date) {
        for (question, met) in (0..).zip(&mut self.questions) {
            *met |= answers.of(question).is_some();
        }
        if let Next::Outcome(outcome) = end {
            self.outcomes[outcome] = true;
            return;
        }
        for item in Checklist::of(rules, answers, today).items() {
            self.requirements[item.requirement] = true;
        }
        for outcome in Interview::resume(rules, answers.clone(), today).advice() {
            self.outcomes[outcome] = true;
        }
    }

    fn problems(&self, procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
        let data = &procedure.data;
        let unmet = |met: &[bool]| (0..met.len()).filter(|&position| !met[position]).collect::<Vec<_>>();
        for position in unmet(&self.questions) {
            let message = format!("không ai được hỏi câu `{}`", data.questions[position].id);
            problems.push(unreachable(procedure, ProblemKind::UnreachableQuestion, "questions", position, message));
        }
        for position in unmet(&self.requirements) {
            let message = format!("yêu cầu `{}` không có trong danh sách của ai", data.requirements[position].id);
            problems.push(unreachable(
                procedure,
                ProblemKind::UnreachableRequirement,
                "requirements",
                position,
                message,
            ));
        }
        for position in unmet(&self.outcomes) {
            let message = format!("không ai tới được kết thúc `{}`", data.outcomes[position].id);
            problems.push(unreachable(procedure, ProblemKind::UnreachableOutcome, "outcomes", position, message));
        }
    }
}

fn unreachable(
    procedure: &Parsed<Procedure>,
    kind: ProblemKind,
    table: &str,
    position: usize,
    message: String,
) -> Problem {
    let place = Place::root().key(table).at(position);
    let has = |key: &str| procedure.json[table][position].get(key).is_some();
    let place = if has("when") { place.key("when") } else { place.key("id") };
    let advice = if table == "outcomes" && has("from") {
        "thêm `until` cho kết thúc đứng trên mục này: ngày trước `from`; hoặc xem lại `when`"
    } else {
        "xem các điều kiện có chống nhau không (`any = [{…}, {…}]` khi chỉ cần một), hoặc bỏ mục này"
    };
    procedure.problem(
        kind,
        &place,
        Explanation {
            message,
            expected: "không câu trả lời nào làm điều kiện này đúng".to_owned(),
            advice: advice.to_owned(),
        },
    )
}

fn empty_list(procedure: &Parsed<Procedure>, rules: &Rules, answers: &Answers, since: Option<Date>) -> Problem {
    let said: Vec<String> = answers.ids(rules).map(|(question, option)| format!("{question} = \"{option}\"")).collect();
    let who = if said.is_empty() { "mọi người".to_owned() } else { format!("{{ {} }}", said.join(", ")) };
    let since = since.map_or_else(String::new, |day| format!("từ {}, ", day.dd_mm_yyyy()));
    procedure.source.problem_with_key(
        ProblemKind::EmptyList,
        &Place::root().key("requirements").at(0),
        Explanation {
            message: format!("{since}có người không ra giấy nào và không ra kết thúc nào: {who}"),
            expected: "mỗi đường phải ra ít nhất một mục hoặc một kết thúc".to_owned(),
            advice: "thêm một `[[outcomes]]` cho trường hợp này, ví dụ `kind = \"nothing-to-bring\"`".to_owned(),
        },
    )
}

/// Requirements of every time at once. Outcomes keep their days: one takes precedence over the next.
fn without_days(rules: &Rules) -> Rules {
    let mut rules = rules.clone();
    for requirement in &mut rules.requirements {
        (requirement.from, requirement.until) = (None, None);
    }
    rules
}

/// The rules at communes of every kind: what is not met at the default commune may be met elsewhere. Every
/// combination of the facts that a condition asks for; of many facts, only the first few are combined.
fn at_every_commune(rules: &Rules) -> Vec<Rules> {
    const MOST_FACTS: usize = 6;
    let mut asked = Vec::new();
    rules.questions.iter().for_each(|rule| facts(&rule.when, &mut asked));
    rules.requirements.iter().for_each(|rule| facts(&rule.when, &mut asked));
    rules.outcomes.iter().for_each(|rule| facts(&rule.when, &mut asked));
    asked.truncate(MOST_FACTS);
    let commune = |combination: usize| {
        let mut rules = rules.clone();
        for (bit, name) in asked.iter().enumerate() {
            let truth = if combination & (1 << bit) == 0 { Truth::Fails } else { Truth::Holds };
            rules.facts.0.iter_mut().filter(|(known, _)| known == name).for_each(|(_, known)| *known = truth);
        }
        rules
    };
    (0..1 << asked.len()).map(commune).collect()
}

fn facts(condition: &Condition, found: &mut Vec<String>) {
    match condition {
        Condition::Fact(name, _) if !found.contains(name) => found.push(name.clone()),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| facts(part, found)),
        Condition::Always | Condition::Answered(..) | Condition::Fact(..) => {}
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum DontKnow {
    Allowed,
    Never,
}

/// Calls `visit` at the end of every way through the questions, or of [`MOST_PATHS`] and as many picked ones.
fn walk(rules: &Rules, today: Date, dont_know: DontKnow, mut visit: impl FnMut(&Rules, &Answers, Next)) {
    let mut left = MOST_PATHS;
    let mut open = vec![Answers::new()];
    while let Some(answers) = open.pop() {
        match Interview::resume(rules, answers.clone(), today).next() {
            Next::Question(question) => {
                let possible = possible(rules, question, dont_know);
                open.extend(possible.into_iter().rev().map(|answer| answers.clone().with(question, answer)));
            }
            end => {
                visit(rules, &answers, end);
                left -= 1;
                if left == 0 {
                    return pick(rules, today, dont_know, visit);
                }
            }
        }
    }
}

/// The same ways at every run: a problem that comes and goes helps nobody.
fn pick(rules: &Rules, today: Date, dont_know: DontKnow, mut visit: impl FnMut(&Rules, &Answers, Next)) {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..MOST_PATHS {
        let mut answers = Answers::new();
        let end = loop {
            match Interview::resume(rules, answers.clone(), today).next() {
                Next::Question(question) => {
                    // xorshift64
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    let possible = possible(rules, question, dont_know);
                    let Some(answer) = possible.get((state >> 33) as usize % possible.len().max(1)) else { return };
                    answers.set(question, *answer);
                }
                end => break end,
            }
        };
        visit(rules, &answers, end);
    }
}

fn possible(rules: &Rules, question: u8, dont_know: DontKnow) -> Vec<Answer> {
    let options = rules.questions[usize::from(question)].options.len();
    let mut answers: Vec<Answer> = (0..).take(options).map(Answer::Option).collect();
    if dont_know == DontKnow::Allowed {
        answers.push(Answer::DontKnow);
    }
    answers
}

//! Every way through the questions: that each question, requirement and outcome is met by somebody, that nobody is left
//! with nothing, and that nobody reads the same line twice.

use std::collections::BTreeSet;

use domain::checklist::Certainty;
use domain::interview::{Answer, Next};
use domain::{Answers, Checklist, Condition, Date, Interview, Rules, Truth};

use crate::compile;
use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::figures::Walked;
use crate::schema::{Procedure, Requirement};
use crate::source::Place;

/// So many ways are all tried. Of more, so many are picked, and besides each two answers that go together once.
const MOST_WAYS: usize = 200_000;

pub(super) fn check(procedure: &Parsed<Procedure>, rules: &Rules, problems: &mut Vec<Problem>) -> Option<Walked> {
    let checked = compile::date(&procedure.data.checked)?;
    let mut met = Met::nothing(rules);
    let (mut left_with_nothing, mut twice) = (None, None);
    let lines = lines(procedure);
    let mut walked = Walked::default();
    for day in days(rules, checked) {
        for rules in at_every_commune(rules) {
            // "Không biết" keeps everything in sight, so only certain answers show what is met.
            let ways = Ways { rules: &without_days(&rules), today: day, dont_know: DontKnow::Never };
            walked.walks += ways.walk(MOST_WAYS, |rules, answers, end| met.add(rules, answers, end, day)).ways;
        }
        // No phone takes a day before the check for today.
        if day < checked {
            continue;
        }
        let ways = Ways { rules, today: day, dont_know: DontKnow::Allowed };
        let count = ways.walk(MOST_WAYS, |rules, answers, end| {
            if end != Next::List {
                return;
            }
            let list = Checklist::of(rules, answers, day);
            if left_with_nothing.is_none() && list.items().is_empty() {
                left_with_nothing = Some((answers.clone(), day));
            }
            if twice.is_none() {
                twice = same_line(&list, &lines).map(|(first, second)| (first, second, answers.clone()));
            }
        });
        walked.walks += count.ways;
        if day == checked {
            (walked.ways, walked.is_all) = (count.ways, count.is_all);
        }
    }
    met.problems(procedure, problems);
    if let Some((answers, day)) = left_with_nothing {
        let since = (day > checked).then_some(day);
        problems.push(empty_list(procedure, rules, &answers, since));
    }
    if let Some((first, second, answers)) = twice {
        problems.push(same_line_twice(procedure, rules, (first, second), &answers));
    }
    Some(walked)
}

/// Shows every list that somebody who knows all answers has, at communes of every kind, from the day of the check on. Of
/// very many ways through the questions some are picked.
pub(crate) fn every_list(rules: &Rules, checked: Date, mut visit: impl FnMut(&Checklist)) {
    for day in days(rules, checked).into_iter().filter(|day| *day >= checked) {
        for rules in at_every_commune(rules) {
            let ways = Ways { rules: &rules, today: day, dont_know: DontKnow::Never };
            ways.walk(MOST_WAYS, |rules, answers, end| {
                if end == Next::List {
                    visit(&Checklist::of(rules, answers, day));
                }
            });
        }
    }
}

/// By requirement, a number that two of them share when a reader could not tell them apart: same paper or name, same
/// person, same day.
fn lines(procedure: &Parsed<Procedure>) -> Vec<usize> {
    let requirements = &procedure.data.requirements;
    let shown = |one: &Requirement| {
        let name = one.plain.clone().or_else(|| one.documents.first().cloned());
        (one.kind, name, one.whose, one.at)
    };
    let first = |one: &Requirement| requirements.iter().position(|other| shown(other) == shown(one));
    requirements.iter().filter_map(first).collect()
}

/// Two requirements on a list that read the same, both for certain. Alternatives may look alike until it is known
/// which it is.
fn same_line(list: &Checklist, lines: &[usize]) -> Option<(usize, usize)> {
    let certain = || list.items().iter().filter(|item| item.certainty != Certainty::Perhaps);
    certain().enumerate().find_map(|(count, item)| {
        let line = lines.get(item.requirement)?;
        let earlier = certain().take(count).find(|earlier| lines.get(earlier.requirement) == Some(line))?;
        Some((earlier.requirement, item.requirement))
    })
}

fn same_line_twice(
    procedure: &Parsed<Procedure>,
    rules: &Rules,
    (first, second): (usize, usize),
    answers: &Answers,
) -> Problem {
    let id = |position: usize| procedure.data.requirements[position].id.as_str();
    procedure.problem(
        ProblemKind::TwiceOnList,
        &Place::root().key("requirements").at(second).key("id"),
        Explanation {
            message: format!("một danh sách có hai dòng giống nhau: `{}` và `{}`", id(first), id(second)),
            expected: format!("cùng trong danh sách của {}", said(rules, answers)),
            advice: "đặt `when` cho hai mục khác nhau, nói rõ `whose` là của ai, hoặc gộp hai mục làm một".to_owned(),
        },
    )
}

/// The day of the check, and of every time in which other outcomes or requirements are in force one more: its first, or
/// of the time before all of them its last.
fn days(rules: &Rules, checked: Date) -> BTreeSet<Date> {
    let outcomes = rules.outcomes.iter().map(|rule| (rule.from, rule.until));
    let requirements = rules.requirements.iter().map(|rule| (rule.from, rule.until));
    let first_days = outcomes.chain(requirements).flat_map(|(from, until)| [from, until.map(|day| day.plus_days(1))]);
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
    let who = said(rules, answers);
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

/// Answers as an example would have them.
fn said(rules: &Rules, answers: &Answers) -> String {
    let said: Vec<String> = answers.ids(rules).map(|(question, option)| format!("{question} = \"{option}\"")).collect();
    if said.is_empty() { "mọi người".to_owned() } else { format!("{{ {} }}", said.join(", ")) }
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

/// How many ways were walked, and whether there are no others.
struct Count {
    ways: usize,
    is_all: bool,
}

/// The ways through the questions of some rules on one day.
#[derive(Clone, Copy)]
struct Ways<'a> {
    rules: &'a Rules,
    today: Date,
    dont_know: DontKnow,
}

impl Ways<'_> {
    /// Calls `visit` at the end of every way. When there are more than `most`: of those, of ways that together have each
    /// pair of answers that can meet, and of as many picked ones.
    fn walk(self, most: usize, mut visit: impl FnMut(&Rules, &Answers, Next)) -> Count {
        let mut ways = 0;
        let mut open = vec![Answers::new()];
        while let Some(answers) = open.pop() {
            match self.next(&answers) {
                Next::Question(question) => {
                    let possible = self.possible(question);
                    open.extend(possible.into_iter().rev().map(|answer| answers.clone().with(question, answer)));
                }
                _ if ways == most => {
                    let mut dice = Dice::new();
                    ways += self.pairs(&mut dice, &mut visit);
                    ways += self.pick(most, &mut dice, &mut visit);
                    return Count { ways, is_all: false };
                }
                end => {
                    visit(self.rules, &answers, end);
                    ways += 1;
                }
            }
        }
        Count { ways, is_all: true }
    }

    fn next(self, answers: &Answers) -> Next {
        Interview::resume(self.rules, answers.clone(), self.today).next()
    }

    fn possible(self, question: u8) -> Vec<Answer> {
        let options = self.rules.questions[usize::from(question)].options.len();
        let mut answers: Vec<Answer> = (0..).take(options).map(Answer::Option).collect();
        if self.dont_know == DontKnow::Allowed {
            answers.push(Answer::DontKnow);
        }
        answers
    }

    /// One way, with certain answers where these are asked for and picked ones elsewhere; `None` when a question has no
    /// option.
    fn one(self, dice: &mut Dice, wanted: &[(u8, Answer)]) -> Option<(Answers, Next)> {
        let mut answers = Answers::new();
        loop {
            match self.next(&answers) {
                Next::Question(question) => {
                    let possible = self.possible(question);
                    let wanted = wanted.iter().find(|(other, _)| *other == question).map(|(_, answer)| *answer);
                    let picked = dice.throw(possible.len());
                    answers.set(question, wanted.or_else(|| possible.get(picked).copied())?);
                }
                end => return Some((answers, end)),
            }
        }
    }

    /// Ways on which every two answers that somebody can give together meet at least once: most mistakes in conditions
    /// need no more than two answers to show.
    fn pairs(self, dice: &mut Dice, visit: &mut impl FnMut(&Rules, &Answers, Next)) -> usize {
        /// After so many tries two answers are taken for ones that exclude each other.
        const TRIES: usize = 32;
        let questions = 0..u8::try_from(self.rules.questions.len()).unwrap_or(u8::MAX);
        let all: Vec<(u8, Answer)> = questions
            .flat_map(|question| self.possible(question).into_iter().map(move |answer| (question, answer)))
            .collect();
        let mut ways = 0;
        let mut covered = BTreeSet::new();
        let has = |answers: &Answers, (question, answer): (u8, Answer)| answers.of(question) == Some(answer);
        for (first, one) in all.iter().enumerate() {
            for (second, other) in all.iter().enumerate().skip(first + 1).filter(|(_, other)| other.0 != one.0) {
                if covered.contains(&(first, second)) {
                    continue;
                }
                for _ in 0..TRIES {
                    let Some((answers, end)) = self.one(dice, &[*one, *other]) else { return ways };
                    if has(&answers, *one) && has(&answers, *other) {
                        visit(self.rules, &answers, end);
                        ways += 1;
                        let met: Vec<usize> = (0..all.len()).filter(|&position| has(&answers, all[position])).collect();
                        covered.extend(met.iter().flat_map(|&one| met.iter().map(move |&other| (one, other))));
                        break;
                    }
                }
            }
        }
        ways
    }

    fn pick(self, most: usize, dice: &mut Dice, visit: &mut impl FnMut(&Rules, &Answers, Next)) -> usize {
        for way in 0..most {
            let Some((answers, end)) = self.one(dice, &[]) else { return way };
            visit(self.rules, &answers, end);
        }
        most
    }
}

/// Numbers that look random and are the same at every run: a problem that comes and goes helps nobody.
struct Dice(u64);

impl Dice {
    fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    /// One of so many.
    fn throw(&mut self, sides: usize) -> usize {
        // xorshift64
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % sides.max(1)
    }
}

#[cfg(test)]
mod tests {
    use domain::rules::QuestionRule;

    use super::*;

    /// Three questions of two options; the last is asked only after the first option of the first.
    fn rules() -> Rules {
        let question = |id: &str, when| QuestionRule {
            id: id.to_owned(),
            options: vec!["co".to_owned(), "khong".to_owned()],
            when,
        };
        let questions = vec![
            question("a", Condition::Always),
            question("b", Condition::Always),
            question("c", Condition::Answered(0, vec![0])),
        ];
        Rules { questions, ..Rules::default() }
    }

    fn today() -> Date {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn few_ways_are_all_walked() {
        let count = Ways { rules: &rules(), today: today(), dont_know: DontKnow::Never }.walk(100, |_, _, _| {});
        assert_eq!((count.ways, count.is_all), (6, true));
        // "Không biết" to the first question leaves the third open: 2 · 3 · 3 + 3.
        let count = Ways { rules: &rules(), today: today(), dont_know: DontKnow::Allowed }.walk(21, |_, _, _| {});
        assert_eq!((count.ways, count.is_all), (21, true));
    }

    #[test]
    fn of_too_many_ways_every_pair_of_answers_is_walked() {
        let mut pairs = BTreeSet::new();
        let count = Ways { rules: &rules(), today: today(), dont_know: DontKnow::Never }.walk(1, |_, answers, _| {
            let given: Vec<_> =
                (0..3_u8).filter_map(|question| Some(format!("{question}{:?}", answers.of(question)?))).collect();
            for one in &given {
                pairs.extend(given.iter().filter(|other| *other > one).map(|other| format!("{one} {other}")));
            }
        });
        assert!(!count.is_all);
        // a with b: 4; a = co with c: 2; b with c: 4.
        assert_eq!(pairs.len(), 10, "{pairs:?}");
    }
}

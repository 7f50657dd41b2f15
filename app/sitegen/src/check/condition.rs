//! `when`: it names questions that were asked before, options they have, and facts that are known.

use domain::interview::DONT_KNOW;

use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind, did_you_mean, listed};
use crate::schema::{Commune, FACT_PREFIX, Procedure, Question, When, WhenValue};
use crate::source::Place;

pub(super) fn check(procedure: &Parsed<Procedure>, commune: &Commune, problems: &mut Vec<Problem>) {
    let (root, data) = (Place::root(), &procedure.data);
    let mut look = |place: Place, when: Option<&When>, asked: usize| {
        let scope = Scope { procedure, asked, commune };
        when.into_iter().for_each(|when| scope.look(&place.key("when"), when, problems));
    };
    for (position, question) in data.questions.iter().enumerate() {
        look(root.key("questions").at(position), question.when.as_ref(), position);
    }
    let all = data.questions.len();
    for (position, requirement) in data.requirements.iter().enumerate() {
        look(root.key("requirements").at(position), requirement.when.as_ref(), all);
    }
    for (position, outcome) in data.outcomes.iter().enumerate() {
        look(root.key("outcomes").at(position), Some(&outcome.when), all);
    }
    for (position, fee) in data.fees.iter().enumerate() {
        look(root.key("fees").at(position), fee.when.as_ref(), all);
    }
    for (position, limit) in data.limits.iter().enumerate() {
        look(root.key("limits").at(position), limit.when.as_ref(), all);
    }
}

/// What a condition at one place may look at.
struct Scope<'a> {
    procedure: &'a Parsed<Procedure>,
    /// How many questions were asked before.
    asked: usize,
    commune: &'a Commune,
}

impl Scope<'_> {
    fn look(&self, place: &Place, when: &When, problems: &mut Vec<Problem>) {
        for (key, value) in &when.0 {
            let place = place.key(key);
            match value {
                WhenValue::Parts(parts) => {
                    for (position, part) in parts.iter().enumerate() {
                        self.look(&place.at(position), part, problems);
                    }
                }
                WhenValue::Options(values) => match key.strip_prefix(FACT_PREFIX) {
                    Some(fact) => self.fact(&place, fact, values.values(), problems),
                    None => self.question(&place, key, values.values(), problems),
                },
            }
        }
    }

    fn fact(&self, place: &Place, fact: &str, values: &[String], problems: &mut Vec<Problem>) {
        let source = &self.procedure.source;
        let facts = &self.commune.facts.0;
        if !facts.contains_key(fact) {
            let names = || facts.keys().map(String::as_str);
            problems.push(source.problem_with_key(
                ProblemKind::UnknownFact,
                place,
                Explanation {
                    message: format!("tệp của xã mặc định không nói gì về `{fact}`"),
                    expected: format!("đang có: {}", listed(names())),
                    advice: did_you_mean(fact, names(), "thêm vào [facts] trong tệp của xã; chưa rõ thì \"unknown\""),
                },
            ));
        }
        if !matches!(values, [only] if only == "yes" || only == "no") {
            problems.push(source.problem(
                ProblemKind::FactValue,
                place,
                Explanation {
                    message: "đặc điểm của xã chỉ hỏi được đúng hay không".to_owned(),
                    expected: "cần \"yes\" hoặc \"no\"".to_owned(),
                    advice: format!("gõ `\"{FACT_PREFIX}{fact}\" = \"yes\"`; chưa rõ thì máy tự giữ lại"),
                },
            ));
        }
    }

    fn question(&self, place: &Place, id: &str, values: &[String], problems: &mut Vec<Problem>) {
        let questions = &self.procedure.data.questions;
        match questions.iter().position(|question| question.id == id) {
            None => problems.push(self.unknown_question(place, id)),
            Some(position) if position >= self.asked => problems.push(self.later_question(place, id, position)),
            Some(position) => {
                for value in values {
                    problems.extend(self.option(place, &questions[position], value, values));
                }
            }
        }
    }

    fn unknown_question(&self, place: &Place, id: &str) -> Problem {
        let earlier = || self.procedure.data.questions[..self.asked].iter().map(|question| question.id.as_str());
        self.procedure.source.problem_with_key(
            ProblemKind::UnknownQuestion,
            place,
            Explanation {
                message: format!("thủ tục này không có câu hỏi nào tên là `{id}`"),
                expected: format!("đang có: {}", listed(earlier())),
                advice: did_you_mean(id, earlier(), "thêm câu hỏi đó, hoặc bỏ điều kiện này"),
            },
        )
    }

    fn later_question(&self, place: &Place, id: &str, position: usize) -> Problem {
        let (message, advice) = if position == self.asked {
            (format!("câu hỏi `{id}` nhìn chính nó"), "bỏ điều kiện này".to_owned())
        } else {
            (format!("câu hỏi `{id}` hỏi sau câu này"), format!("dời câu `{id}` lên trên câu này"))
        };
        self.procedure.source.problem_with_key(
            ProblemKind::LaterQuestion,
            place,
            Explanation { message, expected: "chỉ nhìn được các câu hỏi phía trên".to_owned(), advice },
        )
    }

    fn option(&self, place: &Place, question: &Question, id: &str, values: &[String]) -> Option<Problem> {
        if question.options.iter().any(|option| option.id == id) {
            return None;
        }
        let ids = || question.options.iter().map(|option| option.id.as_str());
        let (message, advice) = if id == DONT_KNOW {
            let advice = "bỏ điều kiện này: khi chưa biết, máy tự giữ giấy đó lại trong danh sách";
            ("không đặt điều kiện theo \"không biết\" được".to_owned(), advice.to_owned())
        } else {
            let otherwise = "thêm lựa chọn đó vào câu hỏi, hoặc chọn lựa chọn khác";
            (format!("câu hỏi `{}` không có lựa chọn `{id}`", question.id), did_you_mean(id, ids(), otherwise))
        };
        // Several options stand in a list, where each has its own place.
        let position = values.iter().position(|value| value == id).unwrap_or_default();
        let place = if values.len() > 1 { place.at(position) } else { place.clone() };
        Some(self.procedure.problem(
            ProblemKind::UnknownOption,
            &place,
            Explanation { message, expected: format!("đang có: {}", listed(ids())), advice },
        ))
    }
}

/// A question costs its reader time and trust. One on which at most a fee depends is not asked: exemptions are a
/// list everybody can read.
pub(super) fn idle(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    let data = &procedure.data;
    let mut used: Vec<&str> = Vec::new();
    data.requirements.iter().filter_map(|one| one.when.as_ref()).for_each(|when| names(when, &mut used));
    data.outcomes.iter().for_each(|one| names(&one.when, &mut used));
    data.limits.iter().filter_map(|one| one.when.as_ref()).for_each(|when| names(when, &mut used));
    // A question looks at earlier ones only, so going backwards sees every use of a question before the question.
    for (position, question) in data.questions.iter().enumerate().rev() {
        if used.contains(&question.id.as_str()) {
            question.when.iter().for_each(|when| names(when, &mut used));
            continue;
        }
        let place = Place::root().key("questions").at(position).key("id");
        problems.push(procedure.problem(
            ProblemKind::IdleQuestion,
            &place,
            Explanation {
                message: format!("hỏi `{}` mà không giấy nào, không kết thúc nào tùy theo câu trả lời", question.id),
                expected: "câu hỏi này không làm danh sách ngắn đi".to_owned(),
                advice:
                    "bỏ câu hỏi (chuyện miễn tiền thì ghi ở `exemptions`), hoặc dùng nó trong một `when`".to_owned(),
            },
        ));
    }
}

fn names<'a>(when: &'a When, found: &mut Vec<&'a str>) {
    for (key, value) in &when.0 {
        match value {
            WhenValue::Parts(parts) => parts.iter().for_each(|part| names(part, found)),
            WhenValue::Options(_) => found.push(key),
        }
    }
}

//! Limits, the wait and outcomes: exactly what belongs to them.

use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{OutcomeKind, Procedure};
use crate::source::Place;

pub(super) fn check(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    for (position, limit) in procedure.data.limits.iter().enumerate() {
        let given = [limit.working_days.is_some(), limit.days.is_some(), limit.same_day, limit.ask];
        let count = given.into_iter().filter(|is_given| *is_given).count();
        if count != 1 {
            let message = match count {
                0 => format!("thời hạn `{}` chưa nói là bao lâu", limit.id),
                _ => format!("thời hạn `{}` nói hai lần là bao lâu", limit.id),
            };
            let place = Place::root().key("limits").at(position);
            problems.push(procedure.problem(
                ProblemKind::LimitLength,
                &place,
                Explanation {
                    message,
                    expected: "cần đúng một trong: working_days, days, same_day, ask".to_owned(),
                    advice:
                        "giữ một dòng: `working_days = 3`, `days = 30`, `same_day = true` hoặc `ask = true`".to_owned(),
                },
            ));
        }
    }
    if let [least, most] = *procedure.data.wait.weeks
        && least > most
    {
        problems.push(procedure.problem(
            ProblemKind::WeeksReversed,
            &Place::root().key("wait").key("weeks"),
            Explanation {
                message: format!("ít nhất {least} tuần mà nhiều nhất {most} tuần"),
                expected: "số nhỏ viết trước".to_owned(),
                advice: format!("viết `weeks = [{most}, {least}]`"),
            },
        ));
    }
    for (position, outcome) in procedure.data.outcomes.iter().enumerate() {
        if outcome.kind == OutcomeKind::OtherProcedure && outcome.procedure.is_none() {
            let place = Place::root().key("outcomes").at(position);
            problems.push(
                procedure.problem(
                    ProblemKind::OutcomeTarget,
                    &place,
                    Explanation {
                        message: format!("`{}` nói phải làm thủ tục khác mà chưa nói thủ tục nào", outcome.id),
                        expected: "thiếu `procedure`".to_owned(),
                        advice:
                            "thêm dòng `procedure = \"…\"`; thủ tục đó chưa có ở đây thì dùng `kind = \"ask-first\"`"
                                .to_owned(),
                    },
                ),
            );
        }
    }
}

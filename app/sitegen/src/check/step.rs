//! Pictures of steps: what happens after the counter is followed by people who cannot ask anybody any more, so each
//! of those steps has one.

use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::Procedure;
use crate::source::Place;

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    draft.procedures.iter().for_each(|procedure| pictured(procedure, problems));
}

/// After the counter, and on the day of collecting, no step is without one.
fn pictured(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    let steps = &procedure.data.steps;
    for (part, sentences) in [("after", &steps.after), ("collecting", &steps.collecting)] {
        for step in sentences.0.keys().filter(|step| !steps.pictures.0.contains_key(*step)) {
            problems.push(procedure.problem(
                ProblemKind::StepWithoutPicture,
                &Place::root().key("steps").key(part).key(step),
                Explanation {
                    message: format!("bước `{step}` chưa có hình"),
                    expected: "mỗi bước sau khi nộp và khi đi lấy có một hình".to_owned(),
                    advice: format!("thêm vào `[steps.pictures]` một dòng: {step} = \"clock\" (tên một hình đã có)"),
                },
            ));
        }
    }
}

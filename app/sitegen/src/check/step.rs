//! Pictures of steps: what happens after the counter is followed by people who cannot ask anybody any more, so each
//! of those steps has one.

use std::collections::BTreeSet;

use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind, did_you_mean, listed};
use crate::schema::Procedure;
use crate::source::Place;

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    for procedure in &draft.procedures {
        named(procedure, &draft.names.pictures, problems);
        pictured(procedure, problems);
    }
}

/// Each picture is that of a step, and is drawn.
fn named(procedure: &Parsed<Procedure>, pictures: &BTreeSet<String>, problems: &mut Vec<Problem>) {
    let steps = &procedure.data.steps;
    let ids: BTreeSet<&str> = [&steps.before, &steps.counter, &steps.after, &steps.collecting]
        .into_iter()
        .flat_map(|part| part.0.keys().map(String::as_str))
        .collect();
    for (step, picture) in &steps.pictures.0 {
        let place = Place::root().key("steps").key("pictures").key(step);
        if !ids.contains(step.as_str()) {
            problems.push(procedure.problem(
                ProblemKind::UnknownStep,
                &place,
                Explanation {
                    message: format!("không có bước nào tên là `{step}`"),
                    expected: format!("đang có: {}", listed(ids.iter().copied())),
                    advice: did_you_mean(step, ids.iter().copied(), "thêm bước đó, hoặc bỏ dòng này"),
                },
            ));
        }
        if !pictures.contains(picture) {
            let names = pictures.iter().map(String::as_str);
            problems.push(procedure.problem(
                ProblemKind::UnknownPicture,
                &place,
                Explanation {
                    message: format!("không có hình nào tên là `{picture}`"),
                    expected: format!("cần tệp public/pictograms/{picture}.svg"),
                    advice: did_you_mean(picture, names, "vẽ hình đó, hoặc chọn hình đã có trong public/pictograms"),
                },
            ));
        }
    }
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

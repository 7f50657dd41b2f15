//! Pictures next to each other: many people know a paper by its picture alone, and every page carries some.

use std::collections::BTreeMap;

use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::pictogram::{self, LIMIT};
use crate::schema::Document;
use crate::source::Place;

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    own(draft, problems);
    light(draft, problems);
}

/// Every document has a picture of its own, by name and by what is drawn.
fn own(draft: &Draft, problems: &mut Vec<Problem>) {
    let mut by_name: BTreeMap<&str, &Parsed<Document>> = BTreeMap::new();
    let mut by_strokes: BTreeMap<String, &Parsed<Document>> = BTreeMap::new();
    for parsed in &draft.documents {
        let name = parsed.data.picture.as_str();
        if let Some(owner) = by_name.get(name) {
            let message = format!("hình `{name}` đã là hình của giấy `{}`", owner.id);
            let advice = "vẽ một hình khác vào public/pictograms, rồi ghi tên hình đó ở đây".to_owned();
            problems.push(shared(parsed, message, advice));
            continue;
        }
        by_name.insert(name, parsed);
        let Some(drawing) = draft.drawings.get(name) else { continue };
        let strokes = pictogram::strokes(&drawing.text);
        if let Some(owner) = by_strokes.get(&strokes) {
            let message = format!("hình `{name}` vẽ y hệt hình `{}` của giấy `{}`", owner.data.picture, owner.id);
            let advice = format!("vẽ lại {} cho khác hẳn; hai tệp là một giấy thì bỏ một tệp", drawing.file);
            problems.push(shared(parsed, message, advice));
            continue;
        }
        by_strokes.insert(strokes, parsed);
    }
}

fn shared(parsed: &Parsed<Document>, message: String, advice: String) -> Problem {
    let expected = "mỗi giấy một hình riêng: nhiều bà con nhìn hình, không đọc chữ".to_owned();
    parsed.problem(ProblemKind::SharedPicture, &Place::root().key("picture"), Explanation { message, expected, advice })
}

/// No drawing is too heavy, whoever uses it.
fn light(draft: &Draft, problems: &mut Vec<Problem>) {
    for drawing in draft.drawings.values().filter(|drawing| drawing.text.len() > LIMIT) {
        problems.push(Problem::in_file(
            ProblemKind::HeavyPicture,
            drawing.file.as_str(),
            Explanation {
                message: format!("hình nặng {} byte", drawing.text.len()),
                expected: format!("nhiều nhất {LIMIT} byte, vì mạng yếu vẫn phải tải được"),
                advice: "vẽ ít nét hơn, bỏ số lẻ và những gì chương trình vẽ tự thêm vào".to_owned(),
            },
        ));
    }
}

//! Requirements: complete for their kind, and replacing each other without going round in circles.

use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind, did_you_mean, listed};
use crate::schema::{Kind, Procedure, Requirement};
use crate::source::Place;

pub(super) fn check(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    for (position, requirement) in procedure.data.requirements.iter().enumerate() {
        let place = Place::root().key("requirements").at(position);
        match requirement.kind {
            Kind::Paper => paper(procedure, &place, requirement, problems),
            Kind::Person | Kind::Thing | Kind::Money | Kind::Fact => {
                not_a_paper(procedure, &place, requirement, problems)
            }
        }
        replaced(procedure, &place, requirement, problems);
    }
}

fn paper(procedure: &Parsed<Procedure>, place: &Place, requirement: &Requirement, problems: &mut Vec<Problem>) {
    if requirement.documents.is_empty() {
        problems.push(procedure.problem(
            ProblemKind::PaperParts,
            place,
            Explanation {
                message: format!("giấy tờ `{}` chưa nói là giấy nào", requirement.id),
                expected: "thiếu `documents`".to_owned(),
                advice: "thêm dòng `documents = [\"…\"]`, tên tệp trong documents".to_owned(),
            },
        ));
    }
    if requirement.form.is_none() {
        problems.push(procedure.problem(
            ProblemKind::PaperParts,
            place,
            Explanation {
                message: format!("giấy tờ `{}` chưa nói mang dạng nào", requirement.id),
                expected: "thiếu `form`".to_owned(),
                advice:
                    "thêm dòng `form = \"copy\"` (bản chụp), hoặc \"original\", \"shown\", \"made-there\"…".to_owned(),
            },
        ));
    }
}

fn not_a_paper(procedure: &Parsed<Procedure>, place: &Place, requirement: &Requirement, problems: &mut Vec<Problem>) {
    let missing = [("plain", requirement.plain.is_none()), ("picture", requirement.picture.is_none())];
    for (key, _) in missing.iter().filter(|(_, is_missing)| *is_missing) {
        problems.push(procedure.problem(
            ProblemKind::NameParts,
            place,
            Explanation {
                message: format!("`{}` không phải giấy tờ nên phải có `{key}` riêng", requirement.id),
                expected: format!("thiếu `{key}`"),
                advice: format!("thêm dòng `{key} = \"…\"`"),
            },
        ));
    }
    let excess = [
        ("documents", !requirement.documents.is_empty()),
        ("form", requirement.form.is_some()),
        ("also_accepted", !requirement.also_accepted.is_empty()),
    ];
    for (key, _) in excess.iter().filter(|(_, is_there)| *is_there) {
        problems.push(procedure.source.problem_with_key(
            ProblemKind::NameParts,
            &place.key(key),
            Explanation {
                message: format!("`{key}` chỉ dùng cho giấy tờ; `{}` không phải giấy tờ", requirement.id),
                expected: "không dùng ở đây".to_owned(),
                advice: "bỏ dòng này, hoặc đổi thành `kind = \"paper\"`".to_owned(),
            },
        ));
    }
}

fn replaced(procedure: &Parsed<Procedure>, place: &Place, requirement: &Requirement, problems: &mut Vec<Problem>) {
    let Some(instead_of) = &requirement.instead_of else { return };
    let place = place.key("instead_of");
    let all = &procedure.data.requirements;
    let next = |id: &str| all.iter().find(|other| other.id == id);
    if next(instead_of).is_none() {
        let ids = || all.iter().map(|other| other.id.as_str()).filter(|id| *id != requirement.id);
        problems.push(procedure.problem(
            ProblemKind::UnknownRequirement,
            &place,
            Explanation {
                message: format!("thủ tục này không có yêu cầu nào tên là `{instead_of}`"),
                expected: format!("đang có: {}", listed(ids())),
                advice: did_you_mean(instead_of, ids(), "bỏ dòng này, hoặc thêm yêu cầu đó"),
            },
        ));
        return;
    }
    let way = circle(all, requirement);
    let is_first = |id: &str| all.iter().find(|other| way.contains(&other.id.as_str())).is_some_and(|one| one.id == id);
    if is_first(&requirement.id) {
        problems.push(procedure.problem(
            ProblemKind::InsteadOfCircle,
            &place,
            Explanation {
                message: format!("các yêu cầu thay nhau thành vòng: {}", way.join(" → ")),
                expected: "vòng này không có chỗ dừng".to_owned(),
                advice: "giữ `instead_of` ở giấy khó có nhất, bỏ ở giấy hay dùng nhất".to_owned(),
            },
        ));
    }
}

/// The way from a requirement back to itself; empty when there is none.
fn circle<'a>(all: &'a [Requirement], start: &'a Requirement) -> Vec<&'a str> {
    let mut way = vec![start.id.as_str()];
    let mut current = start;
    // Who is not back after as many steps as there are requirements goes round in a circle further on.
    for _ in all {
        let Some(next) = all.iter().find(|other| current.instead_of.as_ref() == Some(&other.id)) else { break };
        way.push(&next.id);
        if next.id == start.id {
            return way;
        }
        current = next;
    }
    Vec::new()
}

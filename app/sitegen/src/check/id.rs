//! Names: unique where they must be, and not one that the program needs for itself.

use std::collections::HashMap;

use domain::interview::DONT_KNOW;

use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{Commune, Procedure};
use crate::source::Place;

/// First steps of addresses that are other pages, and first parts of ids that are other strings.
const RESERVED_SLUGS: &[&str] = &[
    "tat-ca",
    "gioi-thieu",
    "so",
    "k",
    "cach-xem",
    "da-nop",
    "them-giay",
    "hinh",
    "can-bo",
    "viec-khac",
    "specimens",
    "audio",
    "giay-cua-toi",
    "tim",
    "can-bo",
    "thu-am",
    "404",
    "pictograms",
    "icons",
    "og",
    "giay",
    "viec",
    "packs",
    "doc",
    "event",
    "commune",
    "site",
    "ui",
    "notice",
];

/// How phones tell a document that a clerk asked for besides the list from a requirement (`store::Record::set_asked`).
const ASKED: &str = "them-";

/// Keys of `when` that combine conditions.
const RESERVED_QUESTIONS: &[&str] = &["any", "all"];

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    for procedure in &draft.procedures {
        in_procedure(procedure, problems);
    }
    if let Some(events) = &draft.events {
        let ids = events.data.events.iter().map(|event| event.id.as_str());
        unique(events, &Place::root().key("events"), "id", ids, problems);
    }
    if let Some(site) = &draft.site {
        let asked_for = site.data.asked_for.iter().map(String::as_str);
        unique(site, &Place::root().key("asked_for"), "", asked_for, problems);
    }
    for document in &draft.documents {
        let ids = document.data.fields.iter().map(|field| field.id.as_str());
        unique(document, &Place::root().key("fields"), "id", ids, problems);
    }
    for commune in &draft.communes {
        one_office_of_a_kind(commune, problems);
    }
}

fn in_procedure(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    let root = Place::root();
    let data = &procedure.data;
    if RESERVED_SLUGS.contains(&procedure.id.as_str()) {
        problems.push(procedure.problem(
            ProblemKind::ReservedId,
            &root,
            Explanation {
                message: format!("tên tệp `{}` trùng với một trang khác hoặc một tên riêng của máy", procedure.id),
                expected: "trong tệp này".to_owned(),
                advice: format!("đổi tên tệp, ví dụ `thu-tuc-{}.toml`", procedure.id),
            },
        ));
    }
    let questions = root.key("questions");
    unique(procedure, &questions, "id", data.questions.iter().map(|question| question.id.as_str()), problems);
    for (position, question) in data.questions.iter().enumerate() {
        let place = questions.at(position);
        if RESERVED_QUESTIONS.contains(&question.id.as_str()) {
            problems.push(procedure.problem(
                ProblemKind::ReservedId,
                &place.key("id"),
                Explanation {
                    message: format!("`{}` có nghĩa riêng trong `when`", question.id),
                    expected: "không đặt tên câu hỏi như vậy được".to_owned(),
                    advice: "đặt tên khác cho câu hỏi, theo điều nó hỏi".to_owned(),
                },
            ));
        }
        let options = place.key("options");
        unique(procedure, &options, "id", question.options.iter().map(|option| option.id.as_str()), problems);
        for (position, option) in question.options.iter().enumerate() {
            if option.id == DONT_KNOW {
                problems.push(procedure.problem(
                    ProblemKind::ReservedId,
                    &options.at(position).key("id"),
                    Explanation {
                        message: "\"không biết\" luôn có sẵn ở mọi câu hỏi".to_owned(),
                        expected: "không viết lựa chọn này".to_owned(),
                        advice: "xóa cả lựa chọn này".to_owned(),
                    },
                ));
            }
        }
    }
    for (position, requirement) in data.requirements.iter().enumerate() {
        if requirement.id.starts_with(ASKED) {
            problems.push(procedure.problem(
                ProblemKind::ReservedId,
                &root.key("requirements").at(position).key("id"),
                Explanation {
                    message: format!("tên `{}` trùng với giấy mà cán bộ hỏi thêm", requirement.id),
                    expected: format!("tên không bắt đầu bằng `{ASKED}`"),
                    advice: format!("đổi tên, ví dụ `giay-{}`", requirement.id),
                },
            ));
        }
    }
    let ids = |ids: Vec<&'_ str>, table: &str, key: &str, problems: &mut Vec<Problem>| {
        unique(procedure, &root.key(table), key, ids.into_iter(), problems);
    };
    ids(data.requirements.iter().map(|one| one.id.as_str()).collect(), "requirements", "id", problems);
    ids(data.outcomes.iter().map(|one| one.id.as_str()).collect(), "outcomes", "id", problems);
    ids(data.fees.iter().map(|one| one.id.as_str()).collect(), "fees", "id", problems);
    ids(data.limits.iter().map(|one| one.id.as_str()).collect(), "limits", "id", problems);
    ids(data.related.iter().map(|one| one.id.as_str()).collect(), "related", "id", problems);
    ids(data.channels.iter().map(|one| one.kind.id()).collect(), "channels", "kind", problems);
}

fn one_office_of_a_kind(commune: &Parsed<Commune>, problems: &mut Vec<Problem>) {
    let kinds = commune.data.offices.iter().map(|office| office.kind.id());
    unique(commune, &Place::root().key("offices"), "kind", kinds, problems);
}

/// Every second use of a name is a problem at its place; without a key the list is one of names.
fn unique<'a, T>(
    parsed: &Parsed<T>,
    list: &Place,
    key: &str,
    ids: impl Iterator<Item = &'a str>,
    problems: &mut Vec<Problem>,
) {
    let mut seen = HashMap::new();
    for (position, id) in ids.enumerate() {
        if let Some(first) = seen.insert(id, position) {
            let advice = match key {
                "kind" => "gộp hai mục làm một".to_owned(),
                "" => "bỏ một trong hai".to_owned(),
                _ => format!("đổi tên một trong hai, ví dụ `{id}-2`; tên đã phát hành thì giữ nguyên"),
            };
            problems.push(parsed.problem(
                ProblemKind::DuplicateId,
                &if key.is_empty() { list.at(position) } else { list.at(position).key(key) },
                Explanation {
                    message: format!("`{id}` đã dùng cho mục thứ {} của `{}`", first + 1, list.last()),
                    expected: "mỗi tên chỉ dùng một lần".to_owned(),
                    advice,
                },
            ));
        }
    }
}

/// Whether a name can stand in addresses and ids of strings; the same as [`crate::schema::ID`].
pub(crate) fn is_id(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    name.split('-').all(|part| !part.is_empty() && part.bytes().all(plain))
}

/// The id that comes nearest to a name: "Giấy chứng sinh" gives `giay-chung-sinh`.
pub(crate) fn to_id(name: &str) -> String {
    let plain = domain::sms::without_accents(name).to_lowercase();
    let parts = plain.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let id = parts.collect::<Vec<_>>().join("-");
    if id.is_empty() { "ten-moi".to_owned() } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vietnamese_name_becomes_an_id() {
        assert_eq!(to_id("Giấy chứng sinh"), "giay-chung-sinh");
        assert_eq!(to_id("  ĐƠN (mẫu số 1) "), "don-mau-so-1");
        assert_eq!(to_id("…"), "ten-moi");
        assert!(is_id(&to_id("Ủy quyền — bản chính")));
    }

    #[test]
    fn ids_have_no_empty_parts() {
        assert!(is_id("so-ho-khau"));
        for wrong in ["", "-a", "a-", "a--b", "A", "sổ", "a_b", "a.b"] {
            assert!(!is_id(wrong), "{wrong}");
        }
    }
}

//! Short names: in a message a procedure, and each paper that can be missing, must be told from every other one, and must
//! not read as something else without accents. Money has none: a message that asks for it is what swindlers send.

use std::collections::BTreeMap;

use domain::sms::without_accents;

use crate::compile;
use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{Kind, Procedure, Requirement};
use crate::source::{Place, Source};

use super::phrase;

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    misread(draft, problems);
    let mut procedures = BTreeMap::new();
    for procedure in &draft.procedures {
        if let Some(other) = procedures.insert(procedure.data.sms.to_lowercase(), &procedure.id) {
            problems.push(shared(procedure, &Place::root().key("sms"), &procedure.data.sms, other));
        }
        requirements(draft, procedure, problems);
    }
}

/// Every short name, whoever has it, and the sentences around them.
fn misread(draft: &Draft, problems: &mut Vec<Problem>) {
    let own = Place::root().key("sms");
    if let Some(sentences) = &draft.from_clerks {
        for (key, text) in sentences.data.0.iter().filter(|(key, _)| key.starts_with(OF_MESSAGES)) {
            reads_as(draft, &sentences.source, &Place::root().key(key), text, problems);
        }
    }
    for document in &draft.documents {
        reads_as(draft, &document.source, &own, &document.data.sms, problems);
        says_an_amount(&document.source, &own, &document.data.sms, problems);
    }
    for procedure in &draft.procedures {
        reads_as(draft, &procedure.source, &own, &procedure.data.sms, problems);
        for (position, requirement) in procedure.data.requirements.iter().enumerate() {
            if let Some(sms) = &requirement.sms {
                let place = Place::root().key("requirements").at(position).key("sms");
                reads_as(draft, &procedure.source, &place, sms, problems);
                says_an_amount(&procedure.source, &place, sms, problems);
            }
        }
    }
}

/// Keys of the sentences that messages are made of begin so.
const OF_MESSAGES: &str = "sms_";

fn says_an_amount(source: &Source, place: &Place, sms: &str, problems: &mut Vec<Problem>) {
    if is_amount(sms) {
        problems.push(source.problem(
            ProblemKind::MoneyInMessage,
            place,
            Explanation {
                message: format!("`{sms}` nói số tiền: giá đổi thì tin nhắn nói sai"),
                expected: "tên không có số tiền".to_owned(),
                advice: "bỏ số tiền ở đây; số tiền viết ở `note` hoặc `fees`".to_owned(),
            },
        ));
    }
}

/// "50.000", and "50 dong": a number with a point before its last three digits, or before the name of the currency.
fn is_amount(sms: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    let pieces: Vec<&str> = sms.split([' ', '/', ',', '-']).collect();
    let thousands = |piece: &&str| {
        piece.split_once('.').is_some_and(|(before, rest)| is_number(before) && rest.get(..3).is_some_and(is_number))
    };
    let named = |pair: &[&str]| matches!(pair, [number, "dong" | "nghin" | "ngan" | "trieu"] if is_number(number));
    pieces.iter().any(thousands) || pieces.windows(2).any(named)
}

fn reads_as(draft: &Draft, source: &Source, place: &Place, sms: &str, problems: &mut Vec<Problem>) {
    let Some(words) = &draft.sms_words else { return };
    for (wrong, reason) in &words.data.misread.0 {
        if phrase::says(&without_accents(sms), wrong) {
            problems.push(source.problem(
                ProblemKind::MisreadSms,
                place,
                Explanation {
                    message: format!("`{wrong}` không dấu dễ đọc nhầm"),
                    expected: reason.clone(),
                    advice: "viết tên khác, rồi đọc to không dấu cho người bên cạnh nghe thử".to_owned(),
                },
            ));
        }
    }
}

fn requirements(draft: &Draft, procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    let mut names = BTreeMap::new();
    for (position, requirement) in procedure.data.requirements.iter().enumerate() {
        let place = Place::root().key("requirements").at(position);
        money(procedure, &place, requirement, problems);
        if requirement.kind == Kind::Money || !compile::group(requirement).is_fetched() {
            continue;
        }
        let of_document = || {
            let document =
                draft.documents.iter().find(|document| requirement.documents.first() == Some(&document.id))?;
            Some(document.data.sms.as_str())
        };
        match requirement.sms.as_deref().or_else(of_document) {
            Some(name) => {
                if let Some(other) = names.insert(name.to_lowercase(), &requirement.id) {
                    problems.push(shared(procedure, &place, name, other));
                }
            }
            // A document that is not there has been reported.
            None if requirement.kind == Kind::Paper => {}
            None => problems.push(procedure.problem(
                ProblemKind::NameParts,
                &place,
                Explanation {
                    message: format!("`{}` chưa có tên ngắn để gửi tin nhắn", requirement.id),
                    expected: "thiếu `sms`".to_owned(),
                    advice: "thêm dòng `sms = \"…\"`, không dấu, nhiều nhất 18 chữ".to_owned(),
                },
            )),
        }
    }
}

/// What is money says so, and has no name that a message could say.
fn money(procedure: &Parsed<Procedure>, place: &Place, requirement: &Requirement, problems: &mut Vec<Problem>) {
    let is_like_money = || {
        let is_drawn = requirement.picture.as_deref().is_some_and(|picture| picture.starts_with("money"));
        is_drawn || requirement.plain.as_deref().is_some_and(|plain| phrase::says(plain, "tiền"))
    };
    if requirement.kind == Kind::Thing && is_like_money() {
        problems.push(procedure.problem(
            ProblemKind::MoneyInMessage,
            &place.key("kind"),
            Explanation {
                message: format!("`{}` là tiền: tin nhắn sẽ thành đòi tiền", requirement.id),
                expected: "tiền có loại riêng".to_owned(),
                advice: "viết `kind = \"money\"`, bỏ dòng `sms` nếu có".to_owned(),
            },
        ));
    }
    if requirement.kind == Kind::Money && requirement.sms.is_some() {
        problems.push(procedure.source.problem_with_key(
            ProblemKind::MoneyInMessage,
            &place.key("sms"),
            Explanation {
                message: format!("tin nhắn không bao giờ nhắc tiền, nên `{}` không có tên ngắn", requirement.id),
                expected: "không dùng ở đây".to_owned(),
                advice: "bỏ dòng này; trang thủ tục đã nói tiền".to_owned(),
            },
        ));
    }
}

fn shared(procedure: &Parsed<Procedure>, place: &Place, name: &str, other: &str) -> Problem {
    procedure.problem(
        ProblemKind::SharedSms,
        place,
        Explanation {
            message: format!("trong tin nhắn, `{name}` cũng là tên của `{other}`"),
            expected: "mỗi thủ tục, mỗi giấy của một thủ tục có tên ngắn riêng".to_owned(),
            advice: "thêm hoặc đổi dòng `sms = \"…\"` cho khác, ví dụ nói giấy của ai".to_owned(),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::is_amount;

    #[test]
    fn an_amount_is_told_from_other_numbers() {
        for amount in ["tien 50.000 dong", "tien 10.000/giay", "het 8.000", "50 nghin", "le phi 2 trieu", "1.000.000"] {
            assert!(is_amount(amount), "{amount}");
        }
        for other in [
            "giam dinh 81",
            "don ban tru 05",
            "mau 27.1",
            "2 nguoi dong y",
            "nguoi dong y",
            "h.dong uy quyen",
            "12 so ca nha",
        ] {
            assert!(!is_amount(other), "{other}");
        }
    }
}

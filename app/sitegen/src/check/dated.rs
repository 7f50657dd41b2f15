//! Nothing without a day, nothing without a source, and no code that the State has taken back: what was true once is
//! what people lose a walk by.

use serde_json::Value;

use crate::compile;
use crate::content::{Draft, Parsed};
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{Law, OutcomeKind, Procedure, RepealedCode};
use crate::source::{Place, Source, texts};

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    for procedure in &draft.procedures {
        sourced(procedure, problems);
        dated(procedure, problems);
    }
    let Some(repealed) = &draft.repealed else { return };
    let codes = &repealed.data.codes;
    let mut look = |source: &Source, json: &Value| cites(source, json, codes, problems);
    draft.procedures.iter().for_each(|parsed| look(&parsed.source, &parsed.json));
    draft.documents.iter().for_each(|parsed| look(&parsed.source, &parsed.json));
    draft.communes.iter().for_each(|parsed| look(&parsed.source, &parsed.json));
    draft.notices.iter().for_each(|parsed| look(&parsed.source, &parsed.json));
    for messages in [&draft.messages, &draft.for_clerks, &draft.from_clerks].into_iter().flatten() {
        look(&messages.source, &messages.json);
    }
}

/// Who is sent away is told by which rule.
fn sourced(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    for (position, outcome) in procedure.data.outcomes.iter().enumerate() {
        let sends_away = outcome.ends && matches!(outcome.kind, OutcomeKind::NotYet | OutcomeKind::OtherProcedure);
        if sends_away && outcome.source.is_none() {
            problems.push(
                procedure.problem(
                    ProblemKind::Unsourced,
                    &Place::root().key("outcomes").at(position),
                    Explanation {
                        message: format!("`{}` bảo người ta đừng nộp ở đây mà không nói theo quy định nào", outcome.id),
                        expected: "thiếu `source`".to_owned(),
                        advice:
                            "thêm dòng `source = { law = \"…\", article = \"Điều …\", date = 2026-11-23 }`; không có \
                             quy định nào thì dùng `kind = \"ask-first\"`"
                                .to_owned(),
                    },
                ),
            );
        }
    }
}

/// Every rule has the day of its text, or at least a year in its name; nothing was read after the check.
fn dated(procedure: &Parsed<Procedure>, problems: &mut Vec<Problem>) {
    let (root, data) = (Place::root(), &procedure.data);
    let mut look = |place: Place, law: &Law| {
        let names_a_year = has_year(&law.law) || law.article.as_deref().is_some_and(has_year);
        if law.date.is_none() && !names_a_year {
            problems.push(
                procedure.problem(
                    ProblemKind::Undated,
                    &place,
                    Explanation {
                        message: format!("\"{}\" không có ngày", law.law),
                        expected: "không biết là bản năm nào".to_owned(),
                        advice: "thêm `date = 2026-11-23`, ngày của văn bản đã đọc; hoặc ghi số văn bản có năm, như \
                             \"Nghị định 18/2026/NĐ-CP\""
                            .to_owned(),
                    },
                ),
            );
        }
    };
    for (position, law) in data.law.iter().enumerate() {
        look(root.key("law").at(position), law);
    }
    for (table, sources) in [
        ("requirements", data.requirements.iter().map(|one| Some(&one.source)).collect::<Vec<_>>()),
        ("outcomes", data.outcomes.iter().map(|one| one.source.as_ref()).collect()),
        ("fees", data.fees.iter().map(|one| Some(&one.source)).collect()),
        ("limits", data.limits.iter().map(|one| Some(&one.source)).collect()),
    ] {
        for (position, law) in sources.into_iter().enumerate() {
            law.into_iter().for_each(|law| look(root.key(table).at(position).key("source"), law));
        }
    }
    data.deadline.iter().for_each(|deadline| look(root.key("deadline").key("source"), &deadline.source));
    let Some(checked) = compile::date(&data.checked) else { return };
    for (position, source) in data.sources.iter().enumerate() {
        let Some(read) = compile::date(&source.date).filter(|read| *read > checked) else { continue };
        problems.push(procedure.problem(
            ProblemKind::ReadLater,
            &root.key("sources").at(position).key("date"),
            Explanation {
                message: format!(
                    "nguồn này đọc ngày {}, sau ngày kiểm tra {}",
                    read.dd_mm_yyyy(),
                    checked.dd_mm_yyyy()
                ),
                expected: format!("không được sau {}", checked.dd_mm_yyyy()),
                advice: "kiểm tra lại cả thủ tục rồi sửa `checked`, hoặc sửa ngày này".to_owned(),
            },
        ));
    }
}

/// Whether a text names a year of our time, as numbers of laws do.
fn has_year(text: &str) -> bool {
    let digits = text.split(|letter: char| !letter.is_ascii_digit());
    digits.filter_map(|digits| digits.parse::<u32>().ok()).any(|number| (1945..2100).contains(&number))
}

fn cites(source: &Source, json: &Value, codes: &[RepealedCode], problems: &mut Vec<Problem>) {
    let mut read = Vec::new();
    texts(Place::root(), json, &|_| true, &mut read);
    for (place, text) in read {
        let tokens = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let mut cited = tokens.map(|token| token.trim_matches('.'));
        let found = cited.find_map(|token| Some((token, codes.iter().find(|code| code.covers(token))?)));
        let Some((token, code)) = found else { continue };
        let since = code.since.as_ref().and_then(compile::date);
        let since = since.map_or_else(String::new, |day| format!(" từ {}", day.dd_mm_yyyy()));
        problems.push(source.problem(
            ProblemKind::RepealedCode,
            &place,
            Explanation {
                message: format!("mã {token} đã bãi bỏ{since}: {}", code.was),
                expected: "không nhắc tới mã này nữa".to_owned(),
                advice: format!("thay bằng {}", code.instead),
            },
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_name_their_year() {
        assert!(has_year("Nghị định 10/2022/NĐ-CP"));
        assert!(has_year("Quy định từ 01/01/2027"));
        assert!(!has_year("Luật Hộ tịch, Điều 13, mã 1.000656"));
    }

    #[test]
    fn a_group_of_codes_begins_alike() {
        let group = |code: &str| RepealedCode {
            code: code.to_owned(),
            was: String::new(),
            instead: String::new(),
            since: None,
        };
        assert!(group("1.0127xx").covers("1.012753"));
        assert!(!group("1.0127xx").covers("1.012853"));
        assert!(!group("1.0127xx").covers("1.01275"));
        assert!(group("2.000986").covers("2.000986"));
    }
}

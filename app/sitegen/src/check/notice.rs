//! Urgent notices together: they travel in one small file, with every page.

use crate::compile;
use crate::content::Draft;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::notices::{self, LIMIT};
use crate::source::Place;

pub(super) fn check(draft: &Draft, problems: &mut Vec<Problem>) {
    // A notice with a day that does not exist is reported elsewhere, and not weighed.
    let compiled: Vec<_> = draft.notices.iter().filter_map(|parsed| Some((parsed, compile::notice(parsed)?))).collect();
    let all: Vec<_> = compiled.iter().map(|(_, notice)| notice.clone()).collect();
    let size = notices::json(&all).len();
    // The first of the longest ones: shortening it helps most.
    let longest = compiled.iter().rev().max_by_key(|(_, notice)| notice.words.text.len());
    if let Some((parsed, _)) = longest.filter(|_| size > LIMIT) {
        problems.push(parsed.problem(
            ProblemKind::NoticesTooLong,
            &Place::root().key("words"),
            Explanation {
                message: format!("{} thông báo nặng {size} byte, nhiều nhất là {LIMIT}", compiled.len()),
                expected: format!("thông báo dài nhất; cần bớt tất cả {} byte", size - LIMIT),
                advice: "xóa tệp của thông báo đã qua ngày `until`, rồi viết ngắn lại thông báo dài nhất".to_owned(),
            },
        ));
    }
}

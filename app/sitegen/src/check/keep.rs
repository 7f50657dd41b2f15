//! What the law says and the plain words may not lose: numbers, "miễn", "trừ" …

use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{Document, Law, Procedure, Requirement, Strings};
use crate::source::Place;

pub(super) fn check(procedure: &Parsed<Procedure>, documents: &[Parsed<Document>], problems: &mut Vec<Problem>) {
    let (root, data) = (Place::root(), &procedure.data);
    let mut kept = |place: Place, law: &Law, said: Vec<&str>, keys: &str| {
        keeps(procedure, &place.key("source"), law, &said, keys, problems);
    };
    for (position, requirement) in data.requirements.iter().enumerate() {
        let place = root.key("requirements").at(position);
        kept(place, &requirement.source, of_requirement(requirement, documents), "`plain`, `note`");
    }
    for (position, fee) in data.fees.iter().enumerate() {
        let place = root.key("fees").at(position);
        kept(place, &fee.source, with(&fee.words, &fee.exemptions), "`words`, `exemptions`");
    }
    for (position, limit) in data.limits.iter().enumerate() {
        let place = root.key("limits").at(position);
        kept(place, &limit.source, with(&limit.words, &limit.not_counted), "`words`, `not_counted`");
    }
    if let Some(deadline) = &data.deadline {
        kept(root.key("deadline"), &deadline.source, vec![&deadline.words, &deadline.late], "`words`, `late`");
    }
    for (position, outcome) in data.outcomes.iter().enumerate() {
        if let Some(source) = &outcome.source {
            let said = [Some(&outcome.words), outcome.reason.as_ref()].into_iter().flatten().map(String::as_str);
            kept(root.key("outcomes").at(position), source, said.collect(), "`words`, `reason`");
        }
    }
}

fn of_requirement<'a>(requirement: &'a Requirement, documents: &'a [Parsed<Document>]) -> Vec<&'a str> {
    let own = [&requirement.plain, &requirement.note].into_iter().flatten();
    let on_channels = requirement.channels.iter().filter_map(|channel| channel.note.as_ref());
    let named = documents.iter().filter(|document| requirement.documents.contains(&document.id));
    own.chain(on_channels).map(String::as_str).chain(named.map(|document| document.data.plain.as_str())).collect()
}

fn with<'a>(words: &'a str, more: &'a Strings) -> Vec<&'a str> {
    std::iter::once(words).chain(more.0.values().map(String::as_str)).collect()
}

fn keeps(
    procedure: &Parsed<Procedure>,
    source: &Place,
    law: &Law,
    said: &[&str],
    keys: &str,
    problems: &mut Vec<Problem>,
) {
    for (position, kept) in law.must_keep.iter().enumerate() {
        if !said.iter().any(|text| says(text, kept)) {
            problems.push(procedure.problem(
                ProblemKind::MustKeep,
                &source.key("must_keep").at(position),
                Explanation {
                    message: format!("câu dễ hiểu đã làm mất \"{kept}\""),
                    expected: format!("không thấy trong {keys}"),
                    advice: format!(
                        "viết \"{kept}\" vào câu dễ hiểu ({keys}); quy định không còn nói vậy thì bỏ ở đây"
                    ),
                },
            ));
        }
    }
}

/// Whether a text says something as words or numbers of their own: "60" is not said by "160" or "60.000".
fn says(text: &str, kept: &str) -> bool {
    let text = text.to_lowercase();
    let kept = kept.to_lowercase();
    text.match_indices(&kept).any(|(at, _)| {
        let mut before = text[..at].chars().rev();
        let mut after = text[at + kept.len()..].chars();
        !continues(before.next(), before.next()) && !continues(after.next(), after.next())
    })
}

/// Whether a word or number goes on with this letter: a point or comma belongs to a number when a digit follows.
fn continues(next: Option<char>, then: Option<char>) -> bool {
    match next {
        Some('.' | ',') => then.is_some_and(|letter| letter.is_ascii_digit()),
        Some(letter) => letter.is_alphanumeric(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_inside_another_number_is_not_said() {
        assert!(says("Làm trong 60 ngày.", "60"));
        assert!(says("Hạn là 60.", "60"));
        assert!(!says("Làm trong 160 ngày.", "60"));
        assert!(!says("Mất 60.000 đồng.", "60"));
        assert!(!says("Mất 8.060 đồng.", "060"));
        assert!(says("Miễn cho hộ nghèo", "miễn"));
    }
}

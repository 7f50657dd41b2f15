//! What the law says and the plain words may not lose: numbers, "miễn", "trừ" … in both directions. What a rule has to
//! keep stands in the plain words, and a number or condition in the plain words stands among what has to be kept, so
//! that nobody who shortens a sentence later loses it without being told.

use super::phrase::{found, says, sentences};
use crate::content::Parsed;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::schema::{Document, Law, Procedure, Requirement, Strings};
use crate::source::Place;

/// Words that change who a sentence is about, or when.
const CONDITIONS: &[&str] = &["miễn", "nếu", "hoặc", "trừ", "chỉ"];

/// Words in which "chỉ" is another word: address, thumbprint, and a clerk who shows something.
const NO_CONDITIONS: &[&str] =
    &["địa chỉ", "điểm chỉ", "chỉ cách", "chỉ cho", "chỉ chỗ", "chỉ giúp", "chỉ đường", "chỉ giới", "tín chỉ"];

pub(super) fn check(procedure: &Parsed<Procedure>, documents: &[Parsed<Document>], problems: &mut Vec<Problem>) {
    for rule in rules(&procedure.data) {
        let more = documents.iter().filter(|document| rule.documents.contains(&document.id));
        let said: Vec<&str> =
            rule.said.iter().copied().chain(more.map(|document| document.data.plain.as_str())).collect();
        // What was lost is often said in other words, which need no guard before that is mended.
        if !lost(procedure, &rule, &said, problems) {
            unguarded(procedure, &rule, problems);
        }
    }
}

/// One table with a rule in it.
struct Rule<'a> {
    source: Place,
    law: &'a Law,
    /// The plain words of the table itself.
    said: Vec<&'a str>,
    /// Papers whose names are said too.
    documents: &'a [String],
    exemptions: Option<&'a Strings>,
    /// Where the plain words stand, for the editor.
    keys: &'static str,
}

fn rules(data: &Procedure) -> Vec<Rule<'_>> {
    fn rule<'a>(place: Place, law: &'a Law, said: Vec<&'a str>, keys: &'static str) -> Rule<'a> {
        Rule { source: place.key("source"), law, said, documents: &[], exemptions: None, keys }
    }
    let root = Place::root();
    let mut rules = Vec::new();
    for (position, requirement) in data.requirements.iter().enumerate() {
        let place = root.key("requirements").at(position);
        let one = rule(place, &requirement.source, of_requirement(requirement), "`plain`, `note`");
        rules.push(Rule { documents: &requirement.documents, ..one });
    }
    for (position, fee) in data.fees.iter().enumerate() {
        let place = root.key("fees").at(position);
        let one = rule(place, &fee.source, with(&fee.words, &fee.exemptions), "`words`, `exemptions`");
        rules.push(Rule { exemptions: Some(&fee.exemptions), ..one });
    }
    for (position, limit) in data.limits.iter().enumerate() {
        let place = root.key("limits").at(position);
        rules.push(rule(place, &limit.source, with(&limit.words, &limit.not_counted), "`words`, `not_counted`"));
    }
    if let Some(deadline) = &data.deadline {
        let said = vec![deadline.words.as_str(), deadline.late.as_str()];
        rules.push(rule(root.key("deadline"), &deadline.source, said, "`words`, `late`"));
    }
    for (position, outcome) in data.outcomes.iter().enumerate() {
        if let Some(source) = &outcome.source {
            let said = [Some(&outcome.words), outcome.reason.as_ref()].into_iter().flatten().map(String::as_str);
            rules.push(rule(root.key("outcomes").at(position), source, said.collect(), "`words`, `reason`"));
        }
    }
    rules
}

fn of_requirement(requirement: &Requirement) -> Vec<&str> {
    let own = [&requirement.plain, &requirement.note].into_iter().flatten();
    let on_channels = requirement.channels.iter().filter_map(|channel| channel.note.as_ref());
    own.chain(on_channels).map(String::as_str).collect()
}

fn with<'a>(words: &'a str, more: &'a Strings) -> Vec<&'a str> {
    std::iter::once(words).chain(more.0.values().map(String::as_str)).collect()
}

/// What has to be kept and is not said; whether there is such a thing.
fn lost(procedure: &Parsed<Procedure>, rule: &Rule<'_>, said: &[&str], problems: &mut Vec<Problem>) -> bool {
    let (keys, before) = (rule.keys, problems.len());
    for (position, kept) in rule.law.must_keep.iter().enumerate() {
        let is_said = cfg!(feature = "fault-guard-nothing") || said.iter().any(|text| says(text, kept));
        if !is_said {
            problems.push(procedure.problem(
                ProblemKind::MustKeep,
                &rule.source.key("must_keep").at(position),
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
    problems.len() > before
}

/// What is said and would be lost unnoticed.
fn unguarded(procedure: &Parsed<Procedure>, rule: &Rule<'_>, problems: &mut Vec<Problem>) {
    let kept = &rule.law.must_keep;
    let mut open: Vec<String> = Vec::new();
    for text in &rule.said {
        for part in numbers(text).into_iter().chain(conditions(text)) {
            if !kept.iter().any(|kept| says(kept, &part)) && !open.contains(&part) {
                open.push(part);
            }
        }
    }
    let groups = rule.exemptions.map(|exemptions| unnamed(exemptions, rule, &open)).unwrap_or_default();
    let (kind, message, expected) = match (groups.is_empty(), open.is_empty()) {
        (true, true) => return,
        (false, _) => (
            ProblemKind::ExemptionNotKept,
            format!("chưa giữ tên nhóm được miễn: {}", quoted(&groups)),
            "mất một nhóm trong `exemptions` thì máy không biết",
        ),
        (true, false) => (
            ProblemKind::NotKept,
            format!("câu dễ hiểu có {} mà `must_keep` không giữ", quoted(&open)),
            "sau này sửa câu, chữ hoặc số đó mất thì máy không biết",
        ),
    };
    let all: Vec<String> = kept.iter().cloned().chain(open).chain(groups).collect();
    let place = if kept.is_empty() { rule.source.clone() } else { rule.source.key("must_keep") };
    problems.push(procedure.problem(
        kind,
        &place,
        Explanation {
            message,
            expected: expected.to_owned(),
            advice: format!("ghi trong `source`: `must_keep = [{}]`", quoted(&all)),
        },
    ));
}

fn quoted(parts: &[String]) -> String {
    parts.iter().map(|part| format!("\"{part}\"")).collect::<Vec<_>>().join(", ")
}

/// For each exempt group that nothing kept stands for, the words to keep. A word stands for an exemption when no other
/// text of the fee has it: dropping the exemption then loses it. One that lists several groups keeps a word of each.
fn unnamed(exemptions: &Strings, rule: &Rule<'_>, also: &[String]) -> Vec<String> {
    let is_own =
        |text: &str, words: &str| says(text, words) && rule.said.iter().filter(|other| says(other, words)).count() == 1;
    // A group that is a part of another one has no words of its own: its whole sentence has to do.
    let is_whole = |text: &str, words: &str| text.trim_end_matches('.').to_lowercase() == words.to_lowercase();
    let names = |text: &str, group: &str, words: &str| {
        let is_condition = CONDITIONS.contains(&words.to_lowercase().as_str());
        (says(words, group) || says(group, words) && !is_condition) && (is_own(text, words) || is_whole(text, words))
    };
    let mut open: Vec<String> = Vec::new();
    for text in exemptions.0.values() {
        let kept = || rule.law.must_keep.iter().chain(also);
        if !kept().any(|kept| is_own(text, kept) || is_whole(text, kept)) {
            open.push(naming(text, |words| is_own(text, words)));
        }
        for group in groups(text) {
            if !kept().chain(&open).any(|kept| names(text, group, kept)) {
                // A group that another exemption has too is kept together with those beside it.
                let whole = text.split(':').next().unwrap_or_default().trim_end_matches(['.', ' ']);
                let own = naming(group, |words| is_own(text, words));
                open.push(if is_own(text, &own) { own } else { whole.to_owned() });
            }
        }
    }
    open
}

/// The groups that an exemption lists: "Người già, người khuyết tật, hộ nghèo: hỏi cán bộ" are three.
fn groups(text: &str) -> Vec<&str> {
    let list = sentences(text).first().copied().unwrap_or_default();
    let list = list.split(':').next().unwrap_or_default();
    let parts = list.split([',', ';']).flat_map(|part| part.split(" và ")).flat_map(|part| part.split(" hoặc "));
    parts.map(|part| part.trim_matches([' ', '.', '(', ')'])).filter(|part| !part.is_empty()).collect()
}

/// The words at the beginning of a text that name its group, as many as only it has: "Hộ nghèo", "Người khuyết tật".
fn naming(text: &str, is_own: impl Fn(&str) -> bool) -> String {
    const USUAL: usize = 9;
    const LOOSE: [&str; 14] =
        ["và", "về", "ở", "của", "hoặc", "từ", "có", "là", "bị", "do", "với", "thì", "cho", "được"];
    let sentence = text.trim_end_matches(['.', '!', '…', ' ']);
    let first_part = sentence.find([',', ';', ':', '(']).unwrap_or(sentence.len());
    let spaces: Vec<usize> = sentence.match_indices(' ').map(|(at, _)| at).collect();
    let usual = spaces.get(USUAL - 1).copied().unwrap_or(sentence.len()).min(first_part);
    let ends = [usual].into_iter().chain(spaces.into_iter().filter(|end| *end > usual)).chain([sentence.len()]);
    let mut beginnings = ends.map(|end| {
        let mut words = sentence[..end].trim_end_matches([',', ';', ':', '(', ' ']);
        while let Some((before, _)) = words.rsplit_once(' ').filter(|(_, last)| LOOSE.contains(last)) {
            words = before.trim_end();
        }
        words
    });
    beginnings.find(|words| is_own(words)).unwrap_or(sentence).to_owned()
}

/// Numbers as they are written: "60", "8.000", "1/7/2025". Digits in a name like "CT01" are none, nor is the code of a
/// procedure.
fn numbers(text: &str) -> Vec<String> {
    let tokens = text.split(|letter: char| letter.is_whitespace() || "()\"“”–".contains(letter));
    let trimmed = tokens.map(|token| token.trim_matches(|letter: char| !letter.is_alphanumeric()));
    let is_number = |token: &&str| {
        token.starts_with(|letter: char| letter.is_ascii_digit())
            && token.chars().all(|letter| letter.is_ascii_digit() || "./,-%:".contains(letter))
    };
    let is_code = |token: &&str| token.len() == 8 && token.split_once('.').is_some_and(|(level, _)| level.len() == 1);
    trimmed.filter(is_number).filter(|token| !is_code(token)).map(str::to_owned).collect()
}

fn conditions(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let others: Vec<_> = NO_CONDITIONS.iter().flat_map(|other| found(&small, other)).collect();
    let stands = |word: &&&str| {
        let hits = found(&small, word);
        hits.iter().any(|hit| !others.iter().any(|other| other.start <= hit.start && hit.end <= other.end))
    };
    CONDITIONS.iter().filter(stands).map(|&word| word.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_as_they_are_written() {
        assert_eq!(numbers("Làm trong 60 ngày."), ["60"]);
        assert_eq!(numbers("Từ 1/7/2025: 8.000 đồng (mẫu 02), tờ CT01."), ["1/7/2025", "8.000", "02"]);
        assert_eq!(numbers("Mã 2.000635."), [""; 0]);
    }

    #[test]
    fn an_address_is_no_condition() {
        assert_eq!(conditions("Chỉ cần khi nhờ người khác."), ["chỉ"]);
        assert_eq!(conditions("Cán bộ chỉ cách điền địa chỉ."), [""; 0]);
        assert_eq!(conditions("Nếu nhà nghèo hoặc có công thì miễn, trừ bản sao."), ["miễn", "nếu", "hoặc", "trừ"]);
    }

    #[test]
    fn a_group_is_named_by_words_that_only_it_has() {
        let texts = ["Người khuyết tật nặng.", "Người khuyết tật nhẹ."];
        let is_own = |words: &str| texts.iter().filter(|text| says(text, words)).count() == 1;
        assert_eq!(naming(texts[0], is_own), "Người khuyết tật nặng");
        assert_eq!(naming("Hộ nghèo, cận nghèo.", |_| true), "Hộ nghèo");
        assert_eq!(naming("Bé dưới 6 tuổi ở xã khó khăn và ở bản.", |_| true), "Bé dưới 6 tuổi ở xã khó khăn");
    }

    #[test]
    fn an_exemption_lists_groups() {
        assert_eq!(
            groups("Người già, người khuyết tật, hộ nghèo: hỏi cán bộ. Hỏi trước, nếu xa."),
            ["Người già", "người khuyết tật", "hộ nghèo"]
        );
        assert_eq!(groups("Người có công và người thân của họ."), ["Người có công", "người thân của họ"]);
    }
}

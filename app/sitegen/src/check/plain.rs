//! Plain language: no word that only an office uses, nothing denied twice, one idea a sentence, a step that begins with
//! what to do. Which words these are stands in `content/glossary/plain-words.toml`.
//!
//! What can be said for certain is a problem; what is a matter of degree is counted, and printed by `sitegen report`.

use std::ops::Range;

use super::citizen::{File, Role, Text};
use super::phrase::{beginning, found, sentences, words};
use crate::content::Draft;
use crate::diagnostics::{Explanation, Problem, ProblemKind};
use crate::figures::Plain;
use crate::schema::PlainWords;

/// A sentence is long from here on, and still allowed.
const AIM: usize = 15;
/// A sentence of more joined parts than this says more than one thing: "Đọc kỹ rồi ký" is still one.
const MOST_IDEAS: usize = 2;
/// Up to here even three things can be followed: "Xin mẫu ở xã, điền rồi gửi."
const SHORT: usize = 8;
/// So many words between brackets still only explain the words before them.
const GLOSS: usize = 5;

/// By file, in their order: what was counted. Without a word list there is nothing to look for.
pub(super) fn check(draft: &Draft, files: &[File<'_>], problems: &mut Vec<Problem>) -> Vec<Plain> {
    let Some(list) = &draft.plain_words else { return vec![Plain::default(); files.len()] };
    let lint = Lint::new(&list.data, draft);
    files.iter().map(|file| lint.file(file, problems)).collect()
}

/// The word list, in small letters.
struct Lint<'a> {
    list: &'a PlainWords,
    /// Word of an office in small letters and as it is written, and what to say instead.
    words: Vec<(String, &'a str, &'a str)>,
    /// Phrases and official names in which such words may stand.
    names: Vec<String>,
}

impl<'a> Lint<'a> {
    fn new(list: &'a PlainWords, draft: &Draft) -> Self {
        let papers = draft.documents.iter().map(|parsed| &parsed.data.official);
        let procedures = draft.procedures.iter().map(|parsed| &parsed.data.official);
        let offices = draft.communes.iter().flat_map(|parsed| &parsed.data.offices).map(|office| &office.official);
        let official = papers.chain(procedures).chain(offices).filter(|name| name.contains(' '));
        let names = list.allowed.iter().chain(official).map(|name| name.to_lowercase()).collect();
        Self { list, words: small(list), names }
    }

    fn file(&self, file: &File<'_>, problems: &mut Vec<Problem>) -> Plain {
        let texts: Vec<(&Text<'_>, String)> = file
            .texts
            .iter()
            .filter(|text| text.role != Role::OpenPoint)
            .map(|text| (text, text.text.to_lowercase()))
            .collect();
        let explained: Vec<bool> =
            self.words.iter().map(|(word, ..)| texts.iter().any(|(_, small)| explains(small, word))).collect();
        let mut plain = Plain::default();
        for (text, small) in &texts {
            self.count(file, text, small, &mut plain);
            let findings =
                [self.office_words(text, small, &explained), self.denied_twice(text), self.not_a_step(text, small)];
            for (kind, says) in findings.into_iter().flatten() {
                problems.push(file.source.problem(kind, &text.place, says));
            }
        }
        plain
    }

    fn count(&self, file: &File<'_>, text: &Text<'_>, small: &str, plain: &mut Plain) {
        plain.strings += 1;
        for sentence in sentences(text.text) {
            let length = words(sentence);
            let says_more = length > SHORT && self.ideas(&sentence.to_lowercase()) > MOST_IDEAS;
            let is_long = length > AIM;
            plain.longest = plain.longest.max(length);
            plain.long += usize::from(is_long);
            plain.several_ideas += usize::from(says_more);
            if is_long || says_more {
                let why = if is_long { format!("{length} chữ") } else { "nhiều ý".to_owned() };
                let place = format!("{}:{}", file.source.file(), file.source.line(&text.place));
                plain.could_be_plainer.push(format!("{place}: {why}: {sentence}"));
            }
        }
        let begins = self.list.verbs.iter().any(|verb| begins_with(small, verb));
        plain.not_verb_first += usize::from(text.role == Role::Step && !begins);
    }

    /// How many things a sentence says or tells to do. What is only listed, in a word or two each, counts for nothing.
    fn ideas(&self, sentence: &str) -> usize {
        const AND_THEN: [&str; 4] = ["rồi", "nhưng", "nên", "sau đó"];
        const LISTED: usize = 2;
        let joined = AND_THEN.iter().map(|word| found(sentence, word).len()).sum::<usize>();
        let denies = |clause: &str| self.list.negatives.iter().any(|no| begins_with(clause, no));
        let tells = |clause: &&str| self.list.verbs.iter().any(|verb| begins_with(clause, verb)) && !denies(clause);
        let clauses = sentence.split([',', ';']).skip(1).map(str::trim_start).filter(|clause| words(clause) > LISTED);
        1 + joined + clauses.filter(tells).count()
    }

    fn office_words(&self, text: &Text<'_>, small: &str, explained: &[bool]) -> Option<(ProblemKind, Explanation)> {
        let mut hits: Vec<(Range<usize>, &str, &str)> = Vec::new();
        for ((word, written, say), explained) in self.words.iter().zip(explained) {
            let open = found(small, word).into_iter().filter(|hit| !explained && !is_quoted(small, hit));
            hits.extend(open.map(|hit| (hit, *written, *say)));
        }
        // Names are many and hits few, so names are looked for only where they can matter.
        let names: Vec<Range<usize>> = match hits.is_empty() {
            true => Vec::new(),
            false => self.names.iter().flat_map(|name| found(small, name)).collect(),
        };
        let lies_in = |hit: &Range<usize>, outer: &Range<usize>| outer.start <= hit.start && hit.end <= outer.end;
        hits.retain(|(hit, ..)| !names.iter().any(|name| lies_in(hit, name)));
        let longer = |hit: &Range<usize>, other: &Range<usize>| hit != other && lies_in(hit, other);
        let mut said: Vec<(&str, String)> = Vec::new();
        for (hit, word, say) in &hits {
            let is_part = hits.iter().any(|(other, ..)| longer(hit, other));
            if !is_part && !said.iter().any(|(known, _)| known == word) {
                said.push((word, format!("thay \"{word}\" bằng: {say}")));
            }
        }
        let abbreviations = self.abbreviations(text.text);
        for short in &abbreviations {
            said.push((short, format!("viết đủ chữ thay cho \"{short}\"")));
        }
        if said.is_empty() {
            return None;
        }
        let list: Vec<String> = said.iter().map(|(word, _)| format!("\"{word}\"")).collect();
        let advice: Vec<String> = said.into_iter().map(|(_, advice)| advice).collect();
        let says = Explanation {
            message: format!("chữ của cơ quan, bà con không hiểu: {}", list.join(", ")),
            expected: "cần chữ dễ hiểu, hoặc giải thích ngay ở đây".to_owned(),
            advice: format!(
                "{}; phải giữ chữ đó thì giải thích một lần trong tệp này, như \"giấy nhờ đi thay (ủy quyền)\"",
                advice.join("; ")
            ),
        };
        Some((ProblemKind::OfficeWord, says))
    }

    /// Words in capitals only that nobody has explained. The number of a form ("TK1-TS") and of a zone ("III") are names.
    fn abbreviations<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let unnumbered = text.split_whitespace().filter(|word| !word.contains(|letter: char| letter.is_ascii_digit()));
        let tokens = unnumbered.flat_map(|word| word.split(|letter: char| !letter.is_alphanumeric()));
        let is_short = |token: &&str| {
            token.chars().count() > 1
                && token.chars().all(char::is_uppercase)
                && token.chars().any(|letter| !"IVX".contains(letter))
                && !self.list.abbreviations.iter().any(|known| known == token)
                && !self.list.words.0.contains_key(*token)
        };
        let mut found: Vec<&str> = tokens.filter(is_short).collect();
        found.dedup();
        found
    }

    fn denied_twice(&self, text: &Text<'_>) -> Option<(ProblemKind, Explanation)> {
        let sentence = sentences(text.text).into_iter().find(|sentence| self.denials(&sentence.to_lowercase()) > 1)?;
        let says = Explanation {
            message: format!("phủ định hai lần trong một vế: \"{}\"", beginning(sentence)),
            expected: "người nghe dễ hiểu ngược".to_owned(),
            advice: "nói thẳng điều phải làm (\"phải có\" thay cho \"không thể không có\"); hai điều thì tách hai câu"
                .to_owned(),
        };
        Some((ProblemKind::DoubleNegative, says))
    }

    /// The most denials in one part of a sentence. At its end "không" and "chưa" ask and do not deny.
    fn denials(&self, sentence: &str) -> usize {
        let mut most = 0;
        for part in sentence.split(|letter: char| !letter.is_alphanumeric() && letter != ' ' && letter != '/') {
            let words: Vec<&str> = part.split_whitespace().collect();
            for clause in words.split(|word| self.list.joints.iter().any(|joint| joint == word)) {
                let inner = clause.len().saturating_sub(1);
                let denials = clause[..inner].iter().filter(|word| self.list.negatives.iter().any(|no| no == *word));
                most = most.max(denials.count());
            }
        }
        most
    }

    fn not_a_step(&self, text: &Text<'_>, small: &str) -> Option<(ProblemKind, Explanation)> {
        if text.role != Role::Step {
            return None;
        }
        let first = self.list.not_first.iter().find(|first| begins_with(small, first))?;
        let says = Explanation {
            message: format!("bước này bắt đầu bằng \"{first}\", chưa nói phải làm gì"),
            expected: "cần bắt đầu bằng một việc".to_owned(),
            advice: "viết động từ trước: \"Mang…\", \"Đưa…\", \"Hỏi…\", \"Ký…\"".to_owned(),
        };
        Some((ProblemKind::StepNotAct, says))
    }
}

/// The words of offices, in small letters and as they are written, and what to say instead.
fn small(list: &PlainWords) -> Vec<(String, &str, &str)> {
    list.words.0.iter().map(|(word, say)| (word.to_lowercase(), word.as_str(), say.as_str())).collect()
}

/// Whether a text begins with these words.
fn begins_with(text: &str, words: &str) -> bool {
    let rest = text.trim_start_matches(['"', '“', '(', ' ']).strip_prefix(words);
    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// Whether a text says what a word means: behind it in brackets or with "là", or the word itself in brackets behind
/// plain ones.
fn explains(text: &str, word: &str) -> bool {
    found(text, word).into_iter().any(|hit| {
        let rest = &text[hit.end..];
        let after = [" (", " là ", " tức là ", " nghĩa là "].iter().any(|sign| rest.starts_with(sign));
        after || is_gloss(text, &hit)
    })
}

/// Whether a word stands in short brackets behind other words.
fn is_gloss(text: &str, hit: &Range<usize>) -> bool {
    let Some(open) = text[..hit.start].rfind('(') else { return false };
    let inside = text[open + 1..].split(')').next().unwrap_or_default();
    open > 0 && open + 1 + inside.len() >= hit.end && words(inside) <= GLOSS
}

/// Whether a word stands in quotation marks, as what is printed on a paper or said at a counter.
fn is_quoted(text: &str, hit: &Range<usize>) -> bool {
    let before = &text[..hit.start];
    before.matches('"').count() % 2 == 1 || before.matches('“').count() > before.matches('”').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> PlainWords {
        let words = [("chứng thực", "xã đóng dấu"), ("hồ sơ", "giấy tờ"), ("thành phần hồ sơ", "giấy cần mang")];
        let own = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        PlainWords {
            abbreviations: own(&["OTP"]),
            negatives: own(&["không", "chưa"]),
            joints: own(&["thì", "hoặc"]),
            verbs: own(&["mang", "đưa", "ký"]),
            not_first: own(&["việc"]),
            words: crate::schema::Phrases(words.iter().map(|&(word, say)| (word.to_owned(), say.to_owned())).collect()),
            allowed: own(&["mã hồ sơ"]),
            names: Vec::new(),
        }
    }

    fn lint(list: &PlainWords) -> Lint<'_> {
        Lint { list, words: small(list), names: list.allowed.clone() }
    }

    #[test]
    fn what_denies_twice_and_what_only_asks() {
        let list = list();
        let lint = lint(&list);
        for twice in ["không thể không mang theo.", "chưa có giấy không nộp được.", "không phải là không được."]
        {
            assert_eq!(lint.denials(twice), 2, "{twice}");
        }
        for once in [
            "không có thì không mất gì.",
            "chưa có, không sao.",
            "không biết nhà có giấy không?",
            "đã có giấy chưa, có thẻ không?",
        ] {
            assert!(lint.denials(once) < 2, "{once}");
        }
    }

    #[test]
    fn a_word_is_explained_behind_it_or_behind_plain_words() {
        assert!(explains("bản sao xã đóng dấu (chứng thực).", "chứng thực"));
        assert!(explains("chứng thực là xã đóng dấu.", "chứng thực"));
        assert!(!explains("(chứng thực)", "chứng thực"));
        assert!(!explains("mang giấy đã chứng thực.", "chứng thực"));
        assert!(!explains("mang sổ (nộp kèm bản sao có chứng thực của cả hai vợ chồng)", "chứng thực"));
    }

    #[test]
    fn the_longest_word_is_the_one_that_is_named() {
        let list = list();
        let said = |text: &str| {
            let found = Text { place: crate::source::Place::root(), text, role: Role::Other };
            let says = lint(&list).office_words(&found, &text.to_lowercase(), &[false; 3]);
            says.map(|(_, says)| says.message)
        };
        assert_eq!(said("Thành phần hồ sơ").unwrap(), "chữ của cơ quan, bà con không hiểu: \"thành phần hồ sơ\"");
        assert_eq!(said("Giữ mã hồ sơ. Mã OTP, mẫu CT01, TK1-TS, xã khu vực III."), None);
        assert_eq!(said("Ghi chữ \"hồ sơ\" ở đầu tờ."), None);
        assert_eq!(said("Ra UBND nộp.").unwrap(), "chữ của cơ quan, bà con không hiểu: \"UBND\"");
    }

    #[test]
    fn ideas_are_counted_and_listed_things_are_not() {
        let list = list();
        let lint = lint(&list);
        assert_eq!(lint.ideas("mang thẻ, sổ, ảnh."), 1);
        assert_eq!(lint.ideas("mang thẻ, đưa cho cán bộ rồi ký."), 3);
        assert_eq!(lint.ideas("mang thẻ, ký tên, đưa xem."), 1);
    }
}

//! Spelling of everything that is written in content, official names and samples too, with the Vietnamese dictionary
//! that the system has for hunspell.
//!
//! The dictionary knows syllables, so it finds fingers that slipped ("giấyy", "chưng sịnh"), not one word written for
//! another. Names and foreign words stand in `content/glossary/plain-words.toml`.
//!
//! It writes the tone of an open syllable on its last letter ("toà"); the State writes "Tòa án" and "Ủy ban", and so do
//! we, everywhere: search and sound look for one spelling.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::process::Command;

use crate::content::{Files, Parsed};
use crate::diagnostics::{self, Explanation, Problem, ProblemKind};
use crate::pipe;
use crate::source::{Place, Source, texts};

/// Keys whose values are ids, codes, addresses or days, and tables of such values. `sms` has no accents on purpose.
const NO_WORDS: &[&str] = &[
    "asked_for",
    "id",
    "code",
    "picture",
    "pictures",
    "event",
    "procedure",
    "procedures",
    "documents",
    "instead_of",
    "when",
    "answers",
    "facts",
    "list",
    "perhaps",
    "advice",
    "outcome",
    "kind",
    "form",
    "also_accepted",
    "channel",
    "at",
    "need",
    "whose",
    "level",
    "receives",
    "amount",
    "sms",
    "url",
    "host",
    "commune",
    "phone",
    "report_phone",
    "report_email",
    "tongues",
];

/// What a dictionary does not know, and what may have been meant.
pub type Unknown = BTreeMap<String, Vec<String>>;

/// What was looked at, and what is wrong.
#[derive(Debug)]
pub struct Spelling {
    /// One for each text with misspelt words, by file, then from top to bottom.
    pub problems: Vec<Problem>,
    /// Texts that were looked at.
    pub texts: usize,
    /// Words in them.
    pub words: usize,
    /// Different ones.
    pub different: usize,
}

/// Looks at every text in `content`. `dictionary` gets each word once.
///
/// # Errors
/// [`SpellingError`] when the dictionary cannot be asked.
pub fn check(
    files: &Files,
    dictionary: impl FnOnce(&[String]) -> Result<Unknown, SpellingError>,
) -> Result<Spelling, SpellingError> {
    let (draft, _) = files.draft();
    let mut found = Vec::new();
    fn of<'a, T>(parsed: &'a Parsed<T>, found: &mut Vec<Text<'a>>) {
        let mut read = Vec::new();
        texts(Place::root(), &parsed.json, &|key| !NO_WORDS.contains(&key), &mut read);
        let read = read.into_iter().filter(|(_, text)| words(text).next().is_some());
        found.extend(read.map(|(place, text)| Text { source: &parsed.source, place, text }));
    }
    draft.procedures.iter().for_each(|parsed| of(parsed, &mut found));
    draft.documents.iter().for_each(|parsed| of(parsed, &mut found));
    draft.communes.iter().for_each(|parsed| of(parsed, &mut found));
    draft.notices.iter().for_each(|parsed| of(parsed, &mut found));
    draft.holidays.iter().for_each(|parsed| of(parsed, &mut found));
    draft.events.iter().for_each(|parsed| of(parsed, &mut found));
    draft.site.iter().for_each(|parsed| of(parsed, &mut found));
    for messages in [&draft.messages, &draft.for_clerks, &draft.from_clerks].into_iter().flatten() {
        of(messages, &mut found);
    }
    draft.repealed.iter().for_each(|parsed| of(parsed, &mut found));

    let names = draft.plain_words.iter().flat_map(|parsed| &parsed.data.names);
    let names: BTreeSet<&str> = names.flat_map(|name| words(name)).collect();
    let different: BTreeSet<&str> = found.iter().flat_map(|text| words(text.text)).collect();
    let unknown = unknown_of(&different, &names, dictionary)?;
    let mut problems: Vec<Problem> = found.iter().filter_map(|text| misspelt(text, &unknown)).collect();
    diagnostics::sort(&mut problems);
    let words = found.iter().map(|text| words(text.text).count()).sum();
    Ok(Spelling { problems, texts: found.len(), words, different: different.len() })
}

/// Which of these words are wrong, and what was meant.
fn unknown_of(
    words: &BTreeSet<&str>,
    names: &BTreeSet<&str>,
    dictionary: impl FnOnce(&[String]) -> Result<Unknown, SpellingError>,
) -> Result<Unknown, SpellingError> {
    let mut wrong = Unknown::new();
    let mut asked: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for &word in words.iter().filter(|word| !names.contains(*word)) {
        match moved_tone(word, Tone::ToFirst) {
            Some(meant) => {
                wrong.insert(word.to_owned(), vec![meant]);
            }
            None => {
                let known_as = moved_tone(word, Tone::ToLast).unwrap_or_else(|| word.to_owned());
                asked.entry(known_as).or_default().push(word);
            }
        }
    }
    let unknown = dictionary(&asked.keys().cloned().collect::<Vec<_>>())?;
    for (known_as, meant) in unknown {
        let meant: Vec<String> =
            meant.into_iter().map(|word| moved_tone(&word, Tone::ToFirst).unwrap_or(word)).collect();
        for word in asked.get(&known_as).into_iter().flatten() {
            wrong.insert((*word).to_owned(), meant.clone());
        }
    }
    Ok(wrong)
}

/// Where the tone of an open syllable that ends in `oa`, `oe` or `uy` is moved.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tone {
    /// "toà" becomes "tòa".
    ToFirst,
    /// "tòa" becomes "toà".
    ToLast,
}

/// The word with its tone moved; `None` when there is none to move. "quý" has its `u` with the `q`.
fn moved_tone(word: &str, tone: Tone) -> Option<String> {
    const ENDINGS: [(&str, &str); 15] = [
        ("òa", "oà"),
        ("óa", "oá"),
        ("ỏa", "oả"),
        ("õa", "oã"),
        ("ọa", "oạ"),
        ("òe", "oè"),
        ("óe", "oé"),
        ("ỏe", "oẻ"),
        ("õe", "oẽ"),
        ("ọe", "oẹ"),
        ("ùy", "uỳ"),
        ("úy", "uý"),
        ("ủy", "uỷ"),
        ("ũy", "uỹ"),
        ("ụy", "uỵ"),
    ];
    let small = word.to_lowercase();
    ENDINGS.iter().find_map(|(first, last)| {
        let (from, to) = if tone == Tone::ToLast { (first, last) } else { (last, first) };
        let before = small.strip_suffix(from).filter(|before| !before.ends_with('q'))?;
        let is_capital = word.starts_with(char::is_uppercase);
        let moved = format!("{before}{to}");
        let mut letters = moved.chars();
        let first_letter = letters.next().filter(|_| is_capital).map(|letter| letter.to_uppercase().to_string());
        Some(first_letter.map_or(moved.clone(), |letter| letter + letters.as_str()))
    })
}

struct Text<'a> {
    source: &'a Source,
    place: Place,
    text: &'a str,
}

/// Words as a dictionary knows them. Addresses, numbers of forms and laws, and abbreviations are none.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_address = |part: &&str| {
        part.contains("://") || part.contains('@') || part.trim_end_matches('.').contains('.') && !part.ends_with("…")
    };
    let has_digit = |part: &&str| part.contains(|letter: char| letter.is_ascii_digit());
    let parts = text.split_whitespace().filter(move |part| !is_address(part) && !has_digit(part));
    // What stands in braces is filled in, and named for programs.
    let said = parts.flat_map(|part| {
        let mut pieces = part.split('{');
        let before = pieces.next().into_iter();
        before.chain(pieces.map(|piece| piece.split_once('}').map_or("", |(_, after)| after)))
    });
    let words = said.flat_map(|part| part.split(|letter: char| !letter.is_alphabetic()));
    words.filter(|word| word.chars().nth(1).is_some() && !word.chars().all(char::is_uppercase))
}

fn misspelt(text: &Text<'_>, unknown: &Unknown) -> Option<Problem> {
    let wrong: Vec<(&str, &Vec<String>)> =
        words(text.text).filter_map(|word| Some((word, unknown.get(word)?))).collect();
    let (first, _) = wrong.first()?;
    let named: Vec<String> = wrong.iter().map(|(word, _)| format!("\"{word}\"")).collect();
    let meant: Vec<String> = wrong.iter().flat_map(|(_, meant)| meant.iter().take(3)).cloned().collect();
    let meant = if meant.is_empty() {
        format!("gõ lại \"{first}\" cho đúng")
    } else {
        format!("có phải là: {}?", meant.join(", "))
    };
    Some(text.source.problem(
        ProblemKind::Misspelt,
        &text.place,
        Explanation {
            message: format!("viết sai chính tả: {}", named.join(", ")),
            expected: "từ điển không có chữ này".to_owned(),
            advice: format!("{meant} Tên riêng thì thêm vào `names` trong glossary/plain-words.toml"),
        },
    ))
}

/// Asks hunspell, which reads a word a line and answers with what it does not know.
///
/// # Errors
/// [`SpellingError`] when it or its Vietnamese dictionary is not there.
pub fn hunspell(words: &[String]) -> Result<Unknown, SpellingError> {
    let asked = words.iter().fold(String::new(), |lines, word| lines + "^" + word + "\n");
    let mut hunspell = Command::new("hunspell");
    hunspell.args(["-a", "-d", "vi_VN", "-i", "UTF-8"]).env("LC_ALL", "C.UTF-8");
    let pipe::Answer { output, took_all } = pipe::ask(&mut hunspell, asked).map_err(SpellingError)?;
    // A dictionary that is missing ends it early, with nothing read and nothing said.
    if !output.status.success() || !took_all {
        return Err(SpellingError(io::Error::other("vi_VN")));
    }
    Ok(unknown(&String::from_utf8_lossy(&output.stdout)))
}

/// `& giấyy 3 1: giấy, giây, giầy` with suggestions, `# xyz 1` without; everything else is known.
fn unknown(answers: &str) -> Unknown {
    let mut unknown = Unknown::new();
    for line in answers.lines() {
        let mut parts = line.split(' ');
        if !matches!(parts.next(), Some("&" | "#")) {
            continue;
        }
        let Some(word) = parts.next() else { continue };
        let meant = line.split_once(": ").map(|(_, meant)| meant.split(", ").map(str::to_owned).collect());
        unknown.insert(word.to_owned(), meant.unwrap_or_default());
    }
    unknown
}

/// The dictionary cannot be asked.
#[derive(Debug)]
pub struct SpellingError(io::Error);

impl fmt::Display for SpellingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "không hỏi được từ điển hunspell ({}); chạy `make setup` để cài", self.0)
    }
}

impl std::error::Error for SpellingError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_of_hunspell_are_understood() {
        let answers = "@(#) International Ispell\n*\n\n& giấyy 2 1: giấy, giây\n\n# qxz 1\n\n";
        let unknown = unknown(answers);
        assert_eq!(unknown["giấyy"], ["giấy", "giây"]);
        assert!(unknown["qxz"].is_empty());
        assert_eq!(unknown.len(), 2);
    }

    #[test]
    fn one_place_for_the_tone() {
        assert_eq!(moved_tone("Ủy", Tone::ToLast).as_deref(), Some("Uỷ"));
        assert_eq!(moved_tone("tòa", Tone::ToLast).as_deref(), Some("toà"));
        assert_eq!(moved_tone("thoả", Tone::ToFirst).as_deref(), Some("thỏa"));
        for word in ["quý", "hoàn", "xoay", "xóa"] {
            assert_eq!(moved_tone(word, Tone::ToFirst), None, "{word}");
        }
    }

    #[test]
    fn names_of_laws_and_addresses_are_no_words() {
        let text = "Vào dichvucong.gov.vn, theo Nghị định 18/2026/NĐ-CP. Mẫu CT01 của UBND – xã…";
        assert_eq!(words(text).collect::<Vec<_>>(), ["Vào", "theo", "Nghị", "định", "Mẫu", "của", "xã"]);
    }
}

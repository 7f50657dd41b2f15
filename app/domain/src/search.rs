//! Finding something by a few letters, typed in a hurry and without accents.
//!
//! # An example
//! ```
//! use domain::search::rank;
//!
//! let birth = ["Làm giấy khai sinh cho con", "đăng ký khai sinh"];
//! let wedding = ["Đăng ký kết hôn"];
//! assert!(rank("khai si", &birth) < rank("dk ks", &birth).or(Some(u32::MAX)));
//! assert!(rank("kết", &wedding).is_some() && rank("kết", &birth).is_none());
//! assert!(rank("dkkh", &wedding).is_some(), "the first letters of its words");
//! ```

use crate::sms::without_accents;

/// How well a name answers: the first is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It begins so.
    Beginning,
    /// Words that follow each other begin so.
    Phrase,
    /// Every word typed begins one of its words.
    Words,
    /// All of it, or some of its words, are the first letters of words that follow each other; the others begin a word.
    Initials,
}

/// A text as it is compared: small letters without accents, numbers, and single spaces for everything else.
#[must_use]
pub fn folded(text: &str) -> String {
    let plain = without_accents(text).to_lowercase();
    plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How well something that has these names answers what was typed: smaller is better, names that stand earlier weigh more.
/// `None` when it does not. Nothing typed is answered by everything.
#[must_use]
pub fn rank(typed: &str, names: &[&str]) -> Option<u32> {
    let typed = folded(typed);
    if typed.is_empty() {
        return Some(0);
    }
    let names: Vec<String> = names.iter().map(|name| folded(name)).collect();
    let per_name = names.iter().enumerate().filter_map(|(position, name)| Some((fit(&typed, name)?, position)));
    // Words of different names may answer together: "giay de" of one name, "khai sinh" of another.
    let every =
        |answers: fn(&str, &str) -> bool| typed.split(' ').all(|word| names.iter().any(|name| answers(name, word)));
    let together = || {
        let words = every(begins_a_word).then_some(Fit::Words);
        let fit = words.or_else(|| every(begins_a_word_or_words).then_some(Fit::Initials))?;
        Some((fit, names.len()))
    };
    let (fit, position) = per_name.min().or_else(together)?;
    let worse = match fit {
        Fit::Beginning => 0,
        Fit::Phrase => 1_000,
        Fit::Words => 2_000,
        Fit::Initials => 3_000,
    };
    Some(worse + u32::try_from(position).unwrap_or(u32::MAX).min(999))
}

fn fit(typed: &str, name: &str) -> Option<Fit> {
    if name.starts_with(typed) {
        Some(Fit::Beginning)
    } else if begins_a_word(name, typed) {
        Some(Fit::Phrase)
    } else if typed.split(' ').all(|word| begins_a_word(name, word)) {
        Some(Fit::Words)
    } else {
        let letters: String = typed.chars().filter(|letter| *letter != ' ').collect();
        let is_mixed = || typed.split(' ').all(|word| begins_a_word_or_words(name, word));
        (has_initials(name, &letters) || is_mixed()).then_some(Fit::Initials)
    }
}

/// Whether what was typed stands in a name from the beginning of a word on.
fn begins_a_word(name: &str, typed: &str) -> bool {
    name.match_indices(typed).any(|(at, _)| at == 0 || name.as_bytes().get(at - 1) == Some(&b' '))
}

/// Whether the letters typed are the first ones of words that follow each other. One letter alone is no more than the
/// beginning of a word.
fn has_initials(name: &str, letters: &str) -> bool {
    let initials: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
    letters.chars().nth(1).is_some() && initials.contains(letters)
}

fn begins_a_word_or_words(name: &str, typed: &str) -> bool {
    begins_a_word(name, typed) || has_initials(name, typed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BIRTH: [&str; 3] = ["Làm giấy khai sinh cho con", "Thủ tục đăng ký khai sinh", "giấy đẻ"];
    const WEDDING: [&str; 2] = ["Đăng ký kết hôn", "cưới"];

    #[test]
    fn a_text_is_compared_without_accents_case_and_signs() {
        assert_eq!(folded("  Giấy KHAI-sinh, (mẫu 01)! "), "giay khai sinh mau 01");
        assert_eq!(folded("…"), "");
    }

    #[test]
    fn better_answers_come_first() {
        let typed = |typed| rank(typed, &BIRTH);
        let (beginning, phrase, words, initials) =
            (typed("lam giay"), typed("khai si"), typed("sinh giay"), typed("gks"));
        assert!(beginning < phrase && phrase < words && words < initials && initials.is_some());
        assert!(typed("lam") < typed("thu tuc"), "what people call it before what the law calls it");
        assert!(typed("de").is_some_and(|rank| rank > 1_000), "a later name answers too");
        assert!(typed("cho thu").is_some(), "words of two names together");
    }

    #[test]
    fn what_does_not_answer_is_not_shown() {
        assert_eq!(rank("hon khai", &WEDDING), None);
        assert_eq!(rank("on", &WEDDING), None, "the middle of a word");
        assert_eq!(rank("zz", &BIRTH), None);
        assert_eq!(rank("kx", &WEDDING), None);
        assert_eq!(rank(" - ", &WEDDING), Some(0));
        assert_eq!(rank("k", &["a b k"]), rank("K", &["a b k"]));
        assert_eq!(rank("x", &[]), None);
    }

    #[test]
    fn first_letters_of_some_words_stand_beside_others() {
        let late = ["Đăng ký khai sinh quá hạn cho trẻ em", "khai sinh trễ"];
        for (typed, names) in [
            ("dk sinh", &BIRTH[..]),
            ("sinh dk", &BIRTH),
            ("ks con", &BIRTH),
            ("ĐK khai si", &BIRTH),
            ("dk ks", &BIRTH),
            ("dk ket h", &WEDDING),
            ("dk ket hon", &WEDDING),
            ("ks tre", &late),
            ("ks qh", &late),
            ("ks de", &BIRTH),
        ] {
            let found = rank(typed, names);
            assert!(found.is_some_and(|rank| rank >= 3_000), "{typed}: {found:?}");
        }
        assert!(rank("khai sinh", &BIRTH) < rank("kh sinh", &BIRTH) && rank("kh sinh", &BIRTH) < rank("ks", &BIRTH));
        assert_eq!(rank("dk tu", &["Đăng ký khai sinh"]), None, "every word has to answer");
        assert_eq!(rank("dh sinh", &["Đăng ký khai sinh"]), None, "letters of words that do not follow each other");
        assert_eq!(rank("gd", &["giấy khai sinh", "đơn"]), None, "nor of words of two names");
    }

    proptest! {
        #[test]
        fn some_words_may_be_typed_by_their_first_letters(
            words in proptest::collection::vec("[a-zđ]{2,6}", 3..6), from: prop::sample::Index, last in 1..6usize,
        ) {
            let (initials, whole) = words.split_at(2 + from.index(words.len() - 2));
            let letters: String = initials.iter().filter_map(|word| word.chars().next()).collect();
            let typed: Vec<String> = whole.iter().map(|word| word.chars().take(last).collect()).collect();
            let typed = format!("{letters} {}", typed.join(" "));
            prop_assert!(rank(&typed, &["zz", &words.join(" ")]).is_some(), "{typed}");
        }

        #[test]
        fn accents_and_case_never_matter(typed in "[a-zđàáạêơưừ ]{0,12}") {
            let plain = without_accents(&typed).to_uppercase();
            prop_assert_eq!(rank(&typed, &BIRTH), rank(&plain, &BIRTH));
            prop_assert_eq!(rank(&typed, &WEDDING), rank(&plain, &WEDDING));
        }

        #[test]
        fn every_beginning_of_a_name_finds_it(name in "[a-zA-ZđĐàáạêơưừ]{1,6}( [a-zA-ZđĐàáạêơưừ]{1,6}){0,4}", at: prop::sample::Index) {
            let letters: Vec<char> = name.chars().collect();
            let beginning: String = letters.iter().take(at.index(letters.len()) + 1).collect();
            prop_assert!(rank(&beginning, &[&name]).is_some_and(|rank| rank < 1_000), "{beginning}");
            let last = name.split(' ').next_back().unwrap_or_default();
            prop_assert!(rank(last, &["zzz", &name]).is_some());
        }

        #[test]
        fn nothing_typed_panics(typed in any::<String>(), name in any::<String>()) {
            let _ = rank(&typed, &[&name]);
            prop_assert_eq!(folded(&folded(&typed)), folded(&typed));
        }
    }
}

//! Finding words in sentences: as words of their own, whatever their capitals.

/// Whether a text says something as words or numbers of their own: "60" is not said by "160" or "60.000".
pub(super) fn says(text: &str, phrase: &str) -> bool {
    !found(&text.to_lowercase(), &phrase.to_lowercase()).is_empty()
}

/// Where a phrase stands in a text as words of their own, in bytes. Both are in small letters.
pub(super) fn found(text: &str, phrase: &str) -> Vec<std::ops::Range<usize>> {
    if phrase.is_empty() {
        return Vec::new();
    }
    let stands_alone = |at: usize| {
        let mut before = text[..at].chars().rev();
        let mut after = text[at + phrase.len()..].chars();
        !continues(before.next(), before.next()) && !continues(after.next(), after.next())
    };
    text.match_indices(phrase).filter(|(at, _)| stands_alone(*at)).map(|(at, _)| at..at + phrase.len()).collect()
}

/// Whether a word or number goes on with this letter: a point or comma belongs to a number when a digit follows.
fn continues(next: Option<char>, then: Option<char>) -> bool {
    match next {
        Some('.' | ',') => then.is_some_and(|letter| letter.is_ascii_digit()),
        Some(letter) => letter.is_alphanumeric(),
        None => false,
    }
}

/// The sentences of a text. A full stop inside a number ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, letter)| ".!?…".contains(*letter)) {
        let next = at + mark.len_utf8();
        if text[next..].chars().next().is_none_or(char::is_whitespace) {
            found.push(text[start..next].trim());
            start = next;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// Vietnamese writes a space after every syllable, so this counts syllables, which is what takes time to read.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// How a sentence begins, to tell which one is meant.
pub(super) fn beginning(sentence: &str) -> String {
    let mut words = sentence.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(5).collect();
    let more = if words.next().is_some() { "…" } else { "" };
    format!("{}{more}", first.join(" "))
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

    #[test]
    fn a_number_with_a_point_is_one_word_of_one_sentence() {
        assert_eq!(sentences("Mất 8.000 đồng. Hỏi cán bộ!"), ["Mất 8.000 đồng.", "Hỏi cán bộ!"]);
        assert_eq!(words("Mất 8.000 đồng – hỏi cán bộ"), 6);
    }
}

//! Vietnamese without accents, as most messages are written.

/// Each plain letter with all that it can carry in Vietnamese. With the đ stand the Icelandic and the African letter that
/// look like it as capitals: old fonts and some keyboards write those.
const LETTERS: [(char, &str); 7] = [
    ('a', "àáảãạăằắẳẵặâầấẩẫậ"),
    ('e', "èéẻẽẹêềếểễệ"),
    ('i', "ìíỉĩị"),
    ('o', "òóỏõọôồốổỗộơờớởỡợ"),
    ('u', "ùúủũụưừứửữự"),
    ('y', "ỳýỷỹỵ"),
    ('d', "đðɖ"),
];

/// The five tones, and breve, circumflex and horn, where a keyboard writes them after the letter (Unicode, combining); two
/// of the tones have a second sign each, which was meant for Vietnamese and is no longer recommended.
const COMBINING: &str = "\u{300}\u{301}\u{303}\u{309}\u{323}\u{306}\u{302}\u{31b}\u{340}\u{341}";

/// A text with its Vietnamese letters as ASCII, composed or not; everything else stays as it is.
#[must_use]
pub fn without_accents(text: &str) -> String {
    text.chars().filter(|letter| !COMBINING.contains(*letter)).map(plain).collect()
}

fn plain(letter: char) -> char {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    match LETTERS.iter().find(|(_, accented)| accented.contains(lower)) {
        Some((plain, _)) if lower != letter => plain.to_ascii_uppercase(),
        Some((plain, _)) => *plain,
        None => letter,
    }
}

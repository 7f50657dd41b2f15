//! Text messages: which letters they have, in how many parts they travel, and how Vietnamese is written without accents.
//!
//! A message is paid for and torn apart by its parts. In the GSM 7-bit alphabet one part has 160 letters, in UCS-2 it has 70;
//! of several parts each gives up six bytes to the header that joins them again (3GPP TS 23.040 §9.2.3.24.1), which leaves
//! 153 and 67. One letter outside the small alphabet turns the whole text into UCS-2.
//!
//! # An example
//! ```
//! use domain::sms::{Alphabet, count, without_accents};
//!
//! let text = "Thiếu: giấy chứng sinh";
//! assert_eq!(count(text).alphabet, Alphabet::Ucs2);
//! let plain = without_accents(text);
//! assert_eq!(plain, "Thieu: giay chung sinh");
//! assert_eq!((count(&plain).parts, count(&plain).left), (1, 138));
//! ```

mod accents;
mod signs;
#[cfg(test)]
mod tests;

pub use accents::without_accents;
pub use signs::{Replaced, plain_signs};

/// The GSM 7-bit default alphabet without escape (3GPP TS 23.038 §6.2.1), in its order.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
                     abcdefghijklmnopqrstuvwxyzäöñüà";
/// The extension table (§6.2.1.1): an escape before each, so two units.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// In which letters a message travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// The GSM 7-bit default alphabet with its extension table. Vietnam has no national table of its own (TS 23.038 §6.2.1.2).
    Gsm7,
    /// Two bytes a letter. The specification says UCS-2; phones and carriers write UTF-16 into it.
    Ucs2,
}

impl Alphabet {
    /// The smallest alphabet that has every letter of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.chars().all(is_gsm7) { Self::Gsm7 } else { Self::Ucs2 }
    }

    /// Units of a message that is one part.
    #[must_use]
    pub fn alone(self) -> usize {
        match self {
            Self::Gsm7 => 160,
            Self::Ucs2 => 70,
        }
    }

    /// Units of each part of a message that has several.
    #[must_use]
    pub fn joined(self) -> usize {
        match self {
            Self::Gsm7 => 153,
            Self::Ucs2 => 67,
        }
    }

    /// What a letter takes, in units: septets or UTF-16 code units.
    fn units(self, letter: char) -> usize {
        match self {
            Self::Gsm7 if EXTENSION.contains(letter) => 2,
            Self::Gsm7 => 1,
            Self::Ucs2 => letter.len_utf16(),
        }
    }
}

/// What a message costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// In which letters it travels.
    pub alphabet: Alphabet,
    /// All its letters, in units of that alphabet.
    pub units: usize,
    /// Into how many parts it is cut: as many as [`split`] gives, none of an empty message.
    pub parts: usize,
    /// How many units are still free in the last part, or in the first one of an empty message.
    pub left: usize,
}

/// Counts as carriers do.
#[must_use]
pub fn count(text: &str) -> Count {
    let alphabet = Alphabet::of(text);
    let units_of = |part: &str| part.chars().map(|letter| alphabet.units(letter)).sum::<usize>();
    let parts = split(text);
    let room = if parts.len() > 1 { alphabet.joined() } else { alphabet.alone() };
    let last = parts.last().map_or(0, |part| units_of(part));
    Count { alphabet, units: units_of(text), parts: parts.len(), left: room.saturating_sub(last) }
}

/// The parts of a message, in order. A letter of two units is never torn apart: it begins the next part, and the unit
/// before it stays empty, so that there may be one part more than dividing would say.
#[must_use]
pub fn split(text: &str) -> Vec<&str> {
    let alphabet = Alphabet::of(text);
    let units: usize = text.chars().map(|letter| alphabet.units(letter)).sum();
    if text.is_empty() {
        return Vec::new();
    }
    if units <= alphabet.alone() {
        return vec![text];
    }
    let (mut parts, mut start, mut filled) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        let wants = alphabet.units(letter);
        if filled + wants > alphabet.joined() {
            parts.push(&text[start..at]);
            (start, filled) = (at, 0);
        }
        filled += wants;
    }
    parts.push(&text[start..]);
    parts
}

/// Whether a letter is in the GSM 7-bit alphabet or its extension table.
#[must_use]
pub fn is_gsm7(letter: char) -> bool {
    BASIC.contains(letter) || EXTENSION.contains(letter)
}

/// Whether gateways for messages under a sender's name let a letter through: visible ASCII and the space without what one
/// or the other of them refuses, `# & % [ ] { } \ < @` (conditions of two Vietnamese providers, read 23 November 2026), and
/// without what takes two units or is not in the alphabet at all. Nor is `>` let through, though neither names it: who
/// refuses `<` looks for mark-up, nobody has tried the other half of it, and a message that is turned back costs somebody a
/// walk while one without it costs nothing.
#[must_use]
pub fn is_gateway_safe(letter: char) -> bool {
    matches!(letter, ' '..='~') && !"#&%[]{}\\<>@^`|~".contains(letter)
}

//! Vietnamese telephone numbers as people and spreadsheets write them.
//!
//! Sources: the numbering plan of Circular 22/2014/TT-BTTTT (in force since 01-03-2015: area codes 200 to 299 with
//! subscriber numbers of 7 or 8 digits, shorter ones in networks of the state; mobile numbers of 10 digits); Decision
//! 2036/QĐ-BTTTT of 21-11-2016 (the area codes of 59 provinces, changed in 2017); the ministry's announcement of
//! 29-05-2018 (mobile numbers of 11 digits become 10, from 15-09-2018, with both working until 14-11-2018).

use std::fmt;

/// A mobile or landline number within Vietnam. Whether anybody has it is not known here, and area codes are not looked
/// at closely: a landline of ten digits may have one of before 2017.
///
/// ```
/// use domain::phone::{Phone, PhoneError};
///
/// let phone = Phone::read("+84 912.345.678")?;
/// assert_eq!(phone.local(), "0912345678");
/// assert_eq!(phone, Phone::read("912345678")?, "a spreadsheet drops the nought");
/// assert_eq!(Phone::read("9.12346E+08"), Err(PhoneError::Rounded));
/// # Ok::<(), PhoneError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(u64);

/// Why a text is not a telephone number that a message can be sent to or that can be called. Of several reasons it is
/// the first in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneError {
    /// Nothing but spaces and signs.
    Empty,
    /// A spreadsheet has written it as a power of ten (`9.12346E+08`): its last digits are lost.
    Rounded,
    /// There is something else than digits and the signs that people put between them.
    Letters,
    /// A number of another country.
    Abroad,
    /// Fewer digits than a number with this beginning has.
    TooShort,
    /// A mobile number of 11 digits, as they were until 2018: nobody has it any more.
    OldPrefix,
    /// No number of people or offices begins like this.
    NoSuchPrefix,
    /// More digits than a number with this beginning has; perhaps two numbers.
    TooLong,
}

impl Phone {
    /// Reads a number. Spaces, dots, commas, hyphens and brackets are passed over, and so is the apostrophe that keeps
    /// a spreadsheet from taking it for an amount. The country code may stand before it in any form, the nought may be
    /// missing.
    ///
    /// # Errors
    /// [`PhoneError`] says what is wrong.
    pub fn read(text: &str) -> Result<Self, PhoneError> {
        let text = text.trim_matches(|letter: char| is_between(letter) || matches!(letter, '\'' | '\u{2019}'));
        if is_power_of_ten(text) {
            return Err(PhoneError::Rounded);
        }
        let (is_international, rest) = match text.strip_prefix('+') {
            Some(rest) => (true, rest),
            None => (false, without_fraction(text)),
        };
        let mut digits = String::with_capacity(rest.len());
        for letter in rest.chars() {
            match letter {
                '0'..='9' => digits.push(letter),
                letter if is_between(letter) => {}
                _ => return Err(PhoneError::Letters),
            }
        }
        if digits.is_empty() {
            return Err(PhoneError::Empty);
        }
        national(&digits, is_international)
    }

    /// As it is dialled within the country: `0912345678`.
    #[must_use]
    pub fn local(self) -> String {
        format!("0{}", self.0)
    }

    /// As it is dialled from anywhere: `+84912345678`.
    #[must_use]
    pub fn international(self) -> String {
        format!("+84{}", self.0)
    }

    /// Whether it can receive messages; a landline cannot.
    #[must_use]
    pub fn is_mobile(self) -> bool {
        // A landline begins with 2 and has nine digits or ten.
        matches!(self.0, 300_000_000..=999_999_999)
    }
}

/// The number behind country code and nought, in any of the forms in which both are there or not.
fn national(digits: &str, is_international: bool) -> Result<Phone, PhoneError> {
    let from_abroad = if is_international { Some(digits) } else { digits.strip_prefix("00") };
    let number = match from_abroad {
        Some(digits) => match digits.strip_prefix("84") {
            Some(number) => without_nought(number),
            None if digits.len() < 8 => return Err(PhoneError::TooShort),
            None if digits.starts_with('0') => return Err(PhoneError::NoSuchPrefix),
            None => return Err(PhoneError::Abroad),
        },
        // Nine digits that begin with 84 are a mobile number without its nought.
        None if digits.len() > 9 => digits.strip_prefix("84").map_or_else(|| without_nought(digits), without_nought),
        None => without_nought(digits),
    };
    checked(number)
}

/// Spreadsheets drop the nought, and some people write it behind the country code.
fn without_nought(number: &str) -> &str {
    number.strip_prefix('0').unwrap_or(number)
}

/// A number without its nought.
fn checked(number: &str) -> Result<Phone, PhoneError> {
    if number.len() < 9 {
        return Err(PhoneError::TooShort);
    }
    let longest = match number.as_bytes() {
        [b'3' | b'5' | b'7' | b'8' | b'9', ..] => 9,
        [b'2', ..] => 10,
        _ if is_old_mobile(number) => return Err(PhoneError::OldPrefix),
        _ => return Err(PhoneError::NoSuchPrefix),
    };
    if number.len() > longest {
        return Err(PhoneError::TooLong);
    }
    number.parse().map(Phone).map_err(|_| PhoneError::TooLong)
}

/// The mobile prefixes that ended in 2018: 012x, 016x, 018x and 0199, with seven digits behind them.
fn is_old_mobile(number: &str) -> bool {
    number.len() == 10 && ["12", "16", "18", "199"].iter().any(|prefix| number.starts_with(prefix))
}

/// What stands between digits without meaning anything, marks of direction from an address book among it.
fn is_between(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '.' | ',' | '-' | '(' | ')' | '\u{ad}' | '\u{b7}' | '\u{2212}' | '\u{feff}')
        || matches!(letter, '\u{2010}'..='\u{2015}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}' | '\u{2066}'..='\u{2069}')
}

/// `9.12346E+08`, with the decimal comma of other settings too.
fn is_power_of_ten(text: &str) -> bool {
    let Some((amount, power)) = text.split_once(['e', 'E']) else { return false };
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_amount = amount.starts_with(|first: char| first.is_ascii_digit())
        && amount.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ','));
    is_amount && !power.is_empty() && power.bytes().all(|digit| digit.is_ascii_digit())
}

/// An amount that a program wrote with its decimal place, `912345678.0`: nobody sets a single digit apart.
fn without_fraction(text: &str) -> &str {
    match text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")) {
        Some(whole) if !whole.starts_with('0') && whole.bytes().all(|digit| digit.is_ascii_digit()) => whole,
        _ => text,
    }
}

impl fmt::Display for PhoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "no digits",
            Self::Rounded => "rounded by a spreadsheet",
            Self::Letters => "not only digits",
            Self::Abroad => "a number of another country",
            Self::TooShort => "too few digits",
            Self::OldPrefix => "a mobile number of before 2018",
            Self::NoSuchPrefix => "no number begins like this",
            Self::TooLong => "too many digits",
        })
    }
}

impl std::error::Error for PhoneError {}

#[cfg(test)]
mod tests;

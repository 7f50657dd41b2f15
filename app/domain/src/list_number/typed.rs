//! Digits as people bring them, typed on a keypad or at the end of an address: a list, a whole procedure, or what is
//! wrong with them in words one can act on.

use super::{decode_procedure, procedure_of};

/// The most digits that any number has.
pub const LONGEST: usize = 18;

/// What digits are, as far as they can tell by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The number of a list of this procedure; only its rules can tell the rest.
    List(u16),
    /// The number of this whole procedure.
    Procedure(u16),
    /// Nothing yet, or one digit: no number is so short.
    Begun,
    /// So many digits short of a list's number.
    Short(usize),
    /// More digits than one kind of list has and fewer than the next: too many or too few, nobody can tell which.
    Uneven,
    /// As many digits as a number has, but it is none: something was misread.
    Wrong,
}

/// Reads digits; spaces, dots and hyphens between them are passed over.
#[must_use]
pub fn typed(text: &str) -> Typed {
    match text.bytes().filter(u8::is_ascii_digit).count() {
        0 | 1 => Typed::Begun,
        2..=4 => decode_procedure(text).map_or(Typed::Wrong, Typed::Procedure),
        count @ 5..=11 => Typed::Short(12 - count),
        12 | 15 | LONGEST => procedure_of(text).map_or(Typed::Wrong, Typed::List),
        _ => Typed::Uneven,
    }
}

/// The digits in a piece of an address, where a message may have left more than them: `005%20775.` Of a piece that no
/// number is as long as, one digit more than the longest, which is enough to refuse it.
#[must_use]
pub fn digits_of_address(piece: &str) -> String {
    let mut letters = piece.chars();
    let mut digits = String::new();
    while let Some(letter) = letters.next() {
        if letter == '%' {
            // Two more stand for the letter that was escaped, which is no digit: those are never escaped.
            letters.nth(1);
        } else if letter.is_ascii_digit() && digits.len() <= LONGEST {
            digits.push(letter);
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_are_a_list_a_procedure_or_something_one_can_act_on() {
        for (text, expected) in [
            ("", Typed::Begun),
            ("1", Typed::Begun),
            ("13", Typed::Procedure(1)),
            ("14", Typed::Wrong),
            ("0013", Typed::Wrong),
            ("00577", Typed::Short(7)),
            ("005 775 360 09", Typed::Short(1)),
            ("005 775 360 091", Typed::List(1)),
            ("005 775 360 092", Typed::Wrong),
            ("0057753600911", Typed::Uneven),
            ("00577536009112", Typed::Uneven),
            ("0057753600911234", Typed::Uneven),
            ("725677674332159977", Typed::List(499)),
            ("7256776743321599770", Typed::Uneven),
            ("00577536009x1", Typed::Wrong),
        ] {
            assert_eq!(typed(text), expected, "{text}");
        }
    }

    #[test]
    fn an_address_may_carry_more_than_digits() {
        assert_eq!(digits_of_address("005775360091"), "005775360091");
        assert_eq!(digits_of_address("005%20775-360.091).%C2%A0"), "005775360091");
        assert_eq!(digits_of_address("main"), "");
        assert_eq!(digits_of_address("12%"), "12");
        assert_eq!(digits_of_address("12%2"), "12");
        assert_eq!(digits_of_address(&"7".repeat(400)).len(), LONGEST + 1);
    }

    proptest! {
        #[test]
        fn no_piece_of_an_address_panics(piece in ".{0,40}", digits in "[0-9%. ]{0,40}") {
            for piece in [piece, digits] {
                let digits = digits_of_address(&piece);
                prop_assert!(digits.bytes().all(|digit| digit.is_ascii_digit()));
                let _ = typed(&digits);
                let _ = typed(&piece);
            }
        }
    }
}

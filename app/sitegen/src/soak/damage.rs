//! How numbers are damaged on their way over a telephone, a wall, a tired eye.

use super::Chance;

/// A kind of damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// None: the number as it was made.
    None,
    /// One digit is another one.
    OneDigit,
    /// Two neighbours have changed places.
    Swapped,
    /// Two digits are other ones.
    TwoDigits,
    /// Three digits are other ones.
    ThreeDigits,
    /// Two groups of three have changed places.
    Groups,
    /// A digit is left out.
    Dropped,
    /// A digit is said twice.
    Doubled,
    /// Digits by chance, of a length that exists.
    Random,
    /// A letter or another sign among the digits.
    Sign,
    /// Far too long.
    Long,
}

impl Damage {
    /// Every kind, in its order.
    pub const ALL: [Self; 11] = [
        Self::None,
        Self::OneDigit,
        Self::Swapped,
        Self::TwoDigits,
        Self::ThreeDigits,
        Self::Groups,
        Self::Dropped,
        Self::Doubled,
        Self::Random,
        Self::Sign,
        Self::Long,
    ];

    /// Its name in tables and in the state.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::OneDigit => "one digit",
            Self::Swapped => "neighbours swapped",
            Self::TwoDigits => "two digits",
            Self::ThreeDigits => "three digits",
            Self::Groups => "groups swapped",
            Self::Dropped => "a digit dropped",
            Self::Doubled => "a digit doubled",
            Self::Random => "digits by chance",
            Self::Sign => "a letter or sign",
            Self::Long => "far too long",
        }
    }

    /// Whether a number that was damaged so may never be accepted: Damm's check digit notices one wrong digit and one swap
    /// of neighbours, and no length is another one's by a digit more or less.
    #[must_use]
    pub fn is_always_noticed(self) -> bool {
        matches!(self, Self::OneDigit | Self::Swapped | Self::Dropped | Self::Doubled | Self::Sign | Self::Long)
    }

    /// The damaged number; now and then it is the same, where two equal digits change places.
    pub(super) fn of(self, digits: &str, chance: &mut Chance) -> String {
        let mut all: Vec<u8> = digits.bytes().collect();
        let last = all.len().saturating_sub(1);
        match self {
            Self::None => {}
            Self::OneDigit => other_digits(&mut all, 1, chance),
            Self::TwoDigits => other_digits(&mut all, 2, chance),
            Self::ThreeDigits => other_digits(&mut all, 3, chance),
            Self::Swapped => {
                let at = chance.below(last);
                all.swap(at, at + 1);
            }
            Self::Groups => {
                let at = chance.below(all.len() / 3 - 1) * 3;
                all[at..at + 6].rotate_left(3);
            }
            Self::Dropped => {
                all.remove(chance.below(all.len()));
            }
            Self::Doubled => {
                let at = chance.below(all.len());
                all.insert(at, all[at]);
            }
            Self::Random => {
                let length = [12, 15, 18][chance.below(3)];
                all = (0..length).map(|_| digit(chance)).collect();
            }
            Self::Sign => {
                const SIGNS: [char; 8] = ['O', 'l', '#', '/', '٣', '１', '\u{200b}', 'ă'];
                let (at, sign) = (chance.below(digits.len()), SIGNS[chance.below(8)]);
                return [&digits[..at], &sign.to_string(), &digits[at + 1..]].concat();
            }
            Self::Long => all = (0..19 + chance.below(200)).map(|_| digit(chance)).collect(),
        }
        all.into_iter().map(char::from).collect()
    }
}

fn digit(chance: &mut Chance) -> u8 {
    b'0' + chance.below(10) as u8
}

/// This many digits at different places become other ones.
fn other_digits(digits: &mut [u8], count: usize, chance: &mut Chance) {
    let mut changed = Vec::with_capacity(count);
    while changed.len() < count.min(digits.len()) {
        let at = chance.below(digits.len());
        if !changed.contains(&at) {
            digits[at] = b'0' + (digits[at] - b'0' + 1 + chance.below(9) as u8) % 10;
            changed.push(at);
        }
    }
}

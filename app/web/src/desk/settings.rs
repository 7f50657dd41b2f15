//! What a clerk types once: kept on that computer, in nobody's name, never guessed.

use domain::phone::Phone;
use serde::{Deserialize, Serialize};

/// Where a [`Settings`] lies on the shelf.
pub const KEY: &str = "settings";

/// The form of the bytes. A later one gets the next number, and this one is still read.
const VERSION: u8 = 1;

/// The desk's own words in every message. What is empty is not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// In place of the commune's name.
    pub commune: String,
    /// Whom to ask, as typed.
    pub phone: String,
    /// When one may come.
    pub hours: String,
    /// What a message begins with.
    pub greeting: String,
}

impl Settings {
    /// The bytes that are kept.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_extend(self, vec![VERSION]).unwrap_or_default()
    }

    /// Reads what was kept; `None` for anything else, which is then asked for again.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first()? {
            (&VERSION, rest) => postcard::from_bytes(rest).ok(),
            _ => None,
        }
    }

    /// What the office is called: as the desk writes it, or by its official name.
    #[must_use]
    pub fn office(&self, official: String) -> String {
        let own = self.commune.trim();
        if own.is_empty() { official } else { own.to_owned() }
    }

    /// The telephone as people dial it; empty where it is no number, because a wrong one sends people to strangers.
    #[must_use]
    pub fn dialled(&self) -> String {
        Phone::read(&self.phone).map(Phone::local).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    #[test]
    fn what_is_kept_is_read_again() {
        let settings = Settings { commune: "xã Hạnh Phúc".into(), hours: "T2-T6".into(), ..Settings::default() };
        assert_eq!(Settings::from_bytes(&settings.to_bytes()), Some(settings));
    }

    #[test]
    fn what_is_damaged_is_asked_for_again() {
        assert_eq!(Settings::from_bytes(&[]), None);
        assert_eq!(Settings::from_bytes(&[9, 0, 0, 0, 0]), None);
        assert_eq!(Settings::from_bytes(&[1, 200]), None);
    }

    #[test]
    fn a_number_that_is_none_is_not_said() {
        let with = |phone: &str| Settings { phone: phone.into(), ..Settings::default() }.dialled();
        assert_eq!(with("0216 3.857.123"), "02163857123");
        assert_eq!(with("123"), "");
        assert_eq!(with(""), "");
    }
}

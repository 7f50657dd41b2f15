//! How rules travel inside a page, [`domain::Rules`] or [`domain::come_back::AfterRules`]: postcard bytes as text in an
//! attribute, where no parser can mistake them for markup and the content security policy has nothing to say.
//!
//! The text keeps letters, digits and hyphens as they are, because the ids in it stand elsewhere in the page too and
//! compress to almost nothing next to them; as base64 the rules of a page weighed 750 bytes, so they weigh 400.

#[cfg(feature = "ssr")]
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The attribute's text: what ids consist of stands for itself, the small numbers 0 to 25 are capital letters, any
/// other byte is `~` and two hexadecimal digits.
#[cfg(feature = "ssr")]
pub fn encode(rules: &impl Serialize) -> Result<String, postcard::Error> {
    let mut text = String::new();
    for byte in postcard::to_allocvec(rules)? {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => text.push(char::from(byte)),
            0..=25 => text.push(char::from(b'A' + byte)),
            _ => text.push_str(&format!("~{byte:02x}")),
        }
    }
    Ok(text)
}

/// Back from the text; `None` when it is not rules, so that the page stays plain instead of panicking.
pub fn decode<R: DeserializeOwned>(text: &str) -> Option<R> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(letter) = rest.next() {
        bytes.push(match letter {
            b'A'..=b'Z' => letter - b'A',
            b'~' => digit(rest.next()?)? * 16 + digit(rest.next()?)?,
            _ => letter,
        });
    }
    postcard::from_bytes(&bytes).ok()
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::condition::{Condition, Facts, Truth};
    use domain::requirement::{Group, Need};
    use domain::rules::{QuestionRule, RequirementRule};
    use domain::{Date, Rules};

    use super::{decode, encode};

    fn rules() -> Rules {
        let day = Date::new(2027, 3, 1).ok();
        Rules {
            procedure: 499,
            commune: 127,
            numbered: 32,
            facts: Facts(vec![("mountain".to_owned(), Truth::Unknown)]),
            questions: vec![QuestionRule {
                id: "giay-chung-sinh".to_owned(),
                options: vec!["co".to_owned(), "khong".to_owned()],
                when: Condition::Always,
            }],
            requirements: vec![RequirementRule {
                number: 31,
                id: "to-khai-2".to_owned(),
                need: Need::IfYouHave,
                group: Group::IfYouHave,
                when: Condition::Any(vec![
                    Condition::Answered(0, vec![1]),
                    Condition::Fact("mountain".to_owned(), true),
                ]),
                instead_of: Some(0),
                from: day,
                until: None,
                always_at_birth: true,
            }],
            outcomes: Vec::new(),
        }
    }

    #[test]
    fn rules_come_back_as_they_went() {
        let text = encode(&rules()).expect("rules are plain data");
        assert!(text.contains("giay-chung-sinh"), "ids stay readable, so that they compress: {text}");
        assert!(
            text.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-' || letter == b'~'),
            "{text}"
        );
        assert_eq!(decode(&text), Some(rules()));
    }

    #[test]
    fn what_is_not_rules_is_refused() {
        let text = encode(&rules()).expect("rules are plain data");
        for length in 0..text.len() {
            assert_eq!(decode::<Rules>(&text[..length]), None, "cut at {length}");
        }
        for nonsense in ["~", "~0", "~zz", "é", "<script>"] {
            assert_eq!(decode::<Rules>(nonsense), None, "{nonsense}");
        }
    }
}

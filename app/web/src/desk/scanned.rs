//! What a camera read, or somebody pasted: only ours is believed, and nothing is opened because it was read.

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// Digits of a list or of a procedure, not yet checked.
    Digits(String),
    /// The page of a procedure, by its slug, which may not exist.
    Procedure(String),
    /// Nothing.
    Empty,
    /// Something of somebody else.
    Foreign,
}

/// More letters than any of our addresses has.
const LONGEST: usize = 200;

/// Reads a text; `hosts` are ours.
#[must_use]
pub fn scanned(text: &str, hosts: &[&str]) -> Scanned {
    let text = text.trim();
    if text.is_empty() {
        return Scanned::Empty;
    }
    if text.len() > LONGEST {
        return Scanned::Foreign;
    }
    if text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '-')) {
        return Scanned::Digits(digits(text));
    }
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !hosts.iter().any(|own| own.eq_ignore_ascii_case(host)) {
        return Scanned::Foreign;
    }
    if let Some(number) = path.strip_prefix("k/") {
        let number = digits(number);
        return if number.is_empty() { Scanned::Foreign } else { Scanned::Digits(number) };
    }
    let slug = path.split(['/', '?', '#']).next().unwrap_or_default();
    let is_slug = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !slug.is_empty() && slug.bytes().all(is_slug) { Scanned::Procedure(slug.to_owned()) } else { Scanned::Foreign }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOSTS: [&str; 2] = ["dugiayto.example", "localhost:8080"];

    #[test]
    fn our_own_addresses_and_bare_digits_are_read() {
        let number = |digits: &str| Scanned::Digits(digits.into());
        assert_eq!(scanned("https://dugiayto.example/k/951987240096", &HOSTS), number("951987240096"));
        assert_eq!(scanned("DUGIAYTO.example/k/#951 987", &HOSTS), number("951987"));
        assert_eq!(scanned(" 951 987 240 096\n", &HOSTS), number("951987240096"));
        assert_eq!(scanned("http://localhost:8080/khai-sinh/#giay", &HOSTS), Scanned::Procedure("khai-sinh".into()));
        assert_eq!(scanned("", &HOSTS), Scanned::Empty);
    }

    #[test]
    fn what_is_somebody_elses_is_not_believed() {
        for text in [
            "https://dugiayto.example.evil.vn/k/951987240096",
            "https://evil.vn/dugiayto.example/k/951987240096",
            "https://dugiayto.example@evil.vn/k/951987240096",
            "javascript:alert(1)",
            "https://dugiayto.example/",
            "https://dugiayto.example/k/",
            "https://dugiayto.example/<b>/",
            "00020101021138",
            &"1".repeat(201),
        ] {
            let read = scanned(text, &HOSTS);
            assert!(read == Scanned::Foreign || text.starts_with("0002"), "{text}: {read:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_that_is_read_panics(text in any::<String>(), path in any::<String>()) {
            let _ = scanned(&text, &HOSTS);
            match scanned(&format!("https://dugiayto.example/{path}"), &HOSTS) {
                Scanned::Procedure(slug) => prop_assert!(slug.is_ascii() && !slug.contains('/')),
                Scanned::Digits(digits) => prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit())),
                Scanned::Empty | Scanned::Foreign => {}
            }
        }
    }
}

//! Signs that word processors write by themselves, and what comes along when something is copied. One of them in a
//! message makes it more than twice as long, and nobody sees it: they are replaced before anything is counted, and whoever
//! wrote them is told.

/// What stands for what. All that GOV.UK Notify replaces (alphagov/notifications-utils, `notifications_utils/sanitise_text.py`),
/// and of Twilio's much longer list (TwilioDevEd/message-segment-calculator, `libs/SmartEncodingMap`) what a text from a
/// word processor or a web page here may bring. Where they differ: a low quotation mark is a quotation mark (Notify; Twilio
/// makes it a comma), any space is one space (Twilio makes two), and an end of line or of paragraph is a space (Twilio;
/// Notify would glue the words together). Neither has the sign of the currency: its name is a word that cannot be taken
/// for part of the amount.
const SIGNS: [(char, &str); 30] = [
    ('\u{2018}', "'"),
    ('\u{2019}', "'"),
    ('\u{201a}', "'"),
    ('\u{201b}', "'"),
    ('\u{2032}', "'"),
    ('\u{b4}', "'"),
    ('`', "'"),
    // The full-width form of the one above.
    ('\u{ff40}', "'"),
    ('\u{201c}', "\""),
    ('\u{201d}', "\""),
    ('\u{201e}', "\""),
    ('\u{201f}', "\""),
    ('\u{2033}', "\""),
    ('\u{ab}', "\""),
    ('\u{bb}', "\""),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
    ('\u{2012}', "-"),
    ('\u{2013}', "-"),
    ('\u{2014}', "-"),
    ('\u{2015}', "-"),
    ('\u{2212}', "-"),
    ('\u{2022}', "-"),
    ('\u{b7}', "-"),
    ('\u{2192}', "-"),
    ('\u{2026}', "..."),
    ('\u{2044}', "/"),
    ('\u{2215}', "/"),
    ('\u{d7}', "x"),
    ('\u{20ab}', "dong"),
];

/// Numbers in one sign. Behind a digit they stand apart: half a day more than one is not eleven halves.
const NUMBERS: [(char, &str); 6] =
    [('\u{b9}', "1"), ('\u{b2}', "2"), ('\u{b3}', "3"), ('\u{bc}', "1/4"), ('\u{bd}', "1/2"), ('\u{be}', "3/4")];

/// Visible ASCII, in the order in which keyboards of China and Japan have it as wide as their own letters, from U+FF01 on.
const VISIBLE: &str =
    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/// A sign that was replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replaced {
    /// What stood there.
    pub from: char,
    /// What stands there now; empty for what cannot be seen.
    pub to: &'static str,
}

/// A text with signs that every phone has, and which of them are new, each once, in the order they stand in. Lines end
/// with `\n` alone.
#[must_use]
pub fn plain_signs(text: &str) -> (String, Vec<Replaced>) {
    let (mut plain, mut replaced) = (String::with_capacity(text.len()), Vec::<Replaced>::new());
    let mut letters = text.chars().peekable();
    while let Some(from) = letters.next() {
        let number = found(&NUMBERS, from);
        let to = match from {
            '\r' if letters.peek() == Some(&'\n') => Some(""),
            _ => number.or_else(|| replacement(from)),
        };
        let Some(to) = to else {
            plain.push(from);
            continue;
        };
        if number.is_some() && plain.ends_with(|before: char| before.is_ascii_digit()) {
            plain.push(' ');
        }
        plain.push_str(to);
        if replaced.iter().all(|known| known.from != from) {
            replaced.push(Replaced { from, to });
        }
    }
    (plain, replaced)
}

/// What stands for a sign wherever it stands; `None` where it stays.
fn replacement(letter: char) -> Option<&'static str> {
    match letter {
        ' ' | '\n' => None,
        '\r' => Some("\n"),
        _ if letter.is_whitespace() => Some(" "),
        _ if is_invisible(letter) => Some(""),
        _ => found(&SIGNS, letter).or_else(|| of_full_width(letter)),
    }
}

fn found(table: &[(char, &'static str)], letter: char) -> Option<&'static str> {
    table.iter().find(|(from, _)| *from == letter).map(|(_, to)| *to)
}

/// Control characters, soft hyphens, joiners, and the marks of direction that telephone books put around a number.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(letter, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn of_full_width(letter: char) -> Option<&'static str> {
    let at = u32::from(letter).checked_sub(0xff01)? as usize;
    VISIBLE.get(at..=at)
}

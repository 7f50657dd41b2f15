use proptest::prelude::*;

use super::*;

/// Alphabet, units, parts, what is left.
fn of(text: &str) -> (Alphabet, usize, usize, usize) {
    let Count { alphabet, units, parts, left } = count(text);
    (alphabet, units, parts, left)
}

#[test]
fn parts_are_counted_as_carriers_do_at_every_border() {
    use Alphabet::{Gsm7, Ucs2};
    let cases = [
        (Gsm7, "a", 0, 0, 160),
        (Gsm7, "a", 1, 1, 159),
        (Gsm7, "a", 159, 1, 1),
        (Gsm7, "a", 160, 1, 0),
        (Gsm7, "a", 161, 2, 145),
        (Gsm7, "a", 305, 2, 1),
        (Gsm7, "a", 306, 2, 0),
        (Gsm7, "a", 307, 3, 152),
        (Gsm7, "a", 459, 3, 0),
        (Gsm7, "a", 460, 4, 152),
        (Ucs2, "ă", 1, 1, 69),
        (Ucs2, "ă", 69, 1, 1),
        (Ucs2, "ă", 70, 1, 0),
        (Ucs2, "ă", 71, 2, 63),
        (Ucs2, "ă", 133, 2, 1),
        (Ucs2, "ă", 134, 2, 0),
        (Ucs2, "ă", 135, 3, 66),
        (Ucs2, "ă", 201, 3, 0),
        (Ucs2, "ă", 202, 4, 66),
    ];
    for (alphabet, letter, times, parts, left) in cases {
        assert_eq!(of(&letter.repeat(times)), (alphabet, times, parts, left), "{times} times {letter}");
    }
}

#[test]
fn a_letter_of_two_units_is_never_torn_apart() {
    use Alphabet::{Gsm7, Ucs2};
    let after = |letter: &str, before: usize, tail: &str, behind: usize| {
        [&letter.repeat(before), tail, &letter.repeat(behind)].concat()
    };
    assert_eq!(of(&"€".repeat(80)), (Gsm7, 160, 1, 0));
    assert_eq!(of(&after("a", 159, "€", 0)), (Gsm7, 161, 2, 145));
    assert_eq!(of(&after("a", 158, "€", 0)), (Gsm7, 160, 1, 0));
    // 152 and an escape that would be the last unit of the part: it begins the next one.
    let straddling = after("a", 152, "[", 10);
    assert_eq!(split(&straddling).iter().map(|part| part.len()).collect::<Vec<_>>(), [152, 11]);
    // 306 units that do not fit two parts.
    assert_eq!(of(&after("a", 152, "~", 152)), (Gsm7, 306, 3, 152));
    // The same with a letter beyond 16 bits, which is two units of UTF-16.
    assert_eq!(of(&after("ă", 68, "😀", 0)), (Ucs2, 70, 1, 0));
    assert_eq!(of(&after("ă", 69, "😀", 0)), (Ucs2, 71, 2, 63));
    assert_eq!(of(&after("ă", 66, "😀", 66)), (Ucs2, 134, 3, 66));
}

#[test]
fn of_vietnamese_letters_seven_are_in_the_small_alphabet() {
    let accented = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
    let both = accented.chars().chain(accented.chars().flat_map(char::to_uppercase));
    assert_eq!(both.filter(|letter| is_gsm7(*letter)).collect::<String>(), "àèéìòùÉ");
}

/// The cases in `tests/index.test.js` of TwilioDevEd/message-segment-calculator, whose sizes are bits.
#[test]
fn twilio_counts_the_same() {
    use Alphabet::{Gsm7, Ucs2};
    let digits = |times: usize| "2345678901".chars().cycle().take(times).collect::<String>();
    for (first, digits, alphabet, parts, bits) in [
        ("{", digits(158), Gsm7, 1, 1120),
        ("{", digits(159), Gsm7, 2, 1127),
        ("😜", digits(68), Ucs2, 1, 1120),
        ("😜", digits(69), Ucs2, 2, 1136),
    ] {
        let found = count(&[first, &digits].concat());
        let size = if alphabet == Gsm7 { 7 } else { 16 };
        assert_eq!((found.alphabet, found.parts, found.units * size), (alphabet, parts, bits));
    }
}

/// `SanitiseSMS.REPLACEMENT_CHARACTERS` of alphagov/notifications-utils, but for the two ends that are a space here.
#[test]
fn notify_replaces_the_same() {
    let theirs = [
        ("\u{2011}–—−", "----"),
        ("…", "..."),
        ("‘’‚", "'''"),
        ("“”„", "\"\"\""),
        ("\u{180e}\u{200b}\u{200c}\u{2060}\u{feff}", ""),
        ("\u{a0}\u{202f}\t", "   "),
        ("\u{2028}\u{2029}", "  "),
    ];
    for (from, to) in theirs {
        assert_eq!(plain_signs(from).0, to, "{from:?}");
    }
}

#[test]
fn letters_that_only_look_alike_are_told_apart() {
    assert_eq!(of("\u{c}|^€{}[]~\\"), (Alphabet::Gsm7, 20, 1, 140));
    assert_eq!(of("ç").0, Alphabet::Ucs2, "the specification has the capital letter only");
    assert_eq!(of("Ç").0, Alphabet::Gsm7);
    assert_eq!(of("ΓΔΘΛΞΠΣΦΨΩ").0, Alphabet::Gsm7);
    assert_eq!(of("Α").0, Alphabet::Ucs2, "a Greek letter that looks like A");
    assert_eq!(of("`").0, Alphabet::Ucs2);
    assert_eq!(of("👨\u{200d}👩\u{200d}👧"), (Alphabet::Ucs2, 8, 1, 62));
    assert_eq!(of(&"€".repeat(81)), (Alphabet::Gsm7, 162, 2, 143), "76 to a part: half a letter is none");
}

#[test]
fn signs_of_word_processors_are_replaced_and_told_once() {
    let (plain, replaced) = plain_signs("“Giay to”\u{a0}– ‘ban sao’…\u{200b}`–");
    assert_eq!(plain, "\"Giay to\" - 'ban sao'...'-");
    let told: Vec<_> = replaced.iter().map(|one| (one.from, one.to)).collect();
    assert_eq!(
        told,
        [
            ('“', "\""),
            ('”', "\""),
            ('\u{a0}', " "),
            ('–', "-"),
            ('‘', "'"),
            ('’', "'"),
            ('…', "..."),
            ('\u{200b}', ""),
            ('`', "'"),
        ]
    );
}

/// What stands there, what comes out, what is told.
#[test]
fn signs_from_outside_become_those_that_every_phone_has() {
    for (from, plain, told) in [
        ("50.000₫", "50.000dong", &[('₫', "dong")][..]),
        ("50.000\u{a0}₫", "50.000 dong", &[('\u{a0}', " "), ('₫', "dong")]),
        ("100 m²", "100 m2", &[('²', "2")]),
        ("2,5 m³", "2,5 m3", &[('³', "3")]),
        ("½ ngày", "1/2 ngày", &[('½', "1/2")]),
        (
            "1½ ngày, 2¼, 3¾, 10¹",
            "1 1/2 ngày, 2 1/4, 3 3/4, 10 1",
            &[('½', "1/2"), ('¼', "1/4"), ('¾', "3/4"), ('¹', "1")],
        ),
        ("xã → huyện", "xã - huyện", &[('→', "-")]),
        ("０９１２３", "09123", &[('０', "0"), ('９', "9"), ('１', "1"), ('２', "2"), ('３', "3")]),
        ("（Ａｚ～｀", "(Az~'", &[('（', "("), ('Ａ', "A"), ('ｚ', "z"), ('～', "~"), ('｀', "'")]),
        ("！。", "!。", &[('！', "!")]),
        (
            "a\u{2000}b\u{2001}c\u{2008}d\u{205f}e",
            "a b c d e",
            &[('\u{2000}', " "), ('\u{2001}', " "), ('\u{2008}', " "), ('\u{205f}', " ")],
        ),
        ("\u{202d}0912\u{202c}", "0912", &[('\u{202d}', ""), ('\u{202c}', "")]),
        (
            "\u{200e}a\u{200f}b\u{2066}c\u{2069}\u{61c}",
            "abc",
            &[('\u{200e}', ""), ('\u{200f}', ""), ('\u{2066}', ""), ('\u{2069}', ""), ('\u{61c}', "")],
        ),
        ("a\0b\u{1b}c\u{7f}d\u{9f}", "abcd", &[('\0', ""), ('\u{1b}', ""), ('\u{7f}', ""), ('\u{9f}', "")]),
        ("a\u{b}b\u{c}c\u{85}d", "a b c d", &[('\u{b}', " "), ('\u{c}', " "), ('\u{85}', " ")]),
        ("a\r\nb\r\n", "a\nb\n", &[('\r', "")]),
        ("a\rb\r\r\n", "a\nb\n\n", &[('\r', "\n")]),
        ("a\nb", "a\nb", &[]),
    ] {
        let (found, replaced) = plain_signs(from);
        let replaced: Vec<_> = replaced.iter().map(|one| (one.from, one.to)).collect();
        assert_eq!((found.as_str(), &replaced[..]), (plain, told), "{from:?}");
    }
    let wide: String = ('\u{ff01}'..='\u{ff5e}').collect();
    let narrow: String = ('!'..='~').map(|letter| if letter == '`' { '\'' } else { letter }).collect();
    assert_eq!(plain_signs(&wide).0, narrow);
}

#[test]
fn accents_go_composed_or_not() {
    assert_eq!(without_accents("Đăng ký khai sinh; ƯỜNG, Ỹ"), "Dang ky khai sinh; UONG, Y");
    assert_eq!(without_accents("Gia\u{302}\u{301}y chu\u{31b}\u{301}ng"), "Giay chung");
    assert_eq!(
        without_accents("\u{d0}a\u{300} N\u{103}\u{341}ng, \u{f0}o\u{340}, \u{189}o, \u{256}o"),
        "Da Nang, do, Do, do"
    );
    assert_eq!(without_accents("naïve ß 北"), "naïve ß 北");
}

#[test]
fn what_gateways_refuse_is_not_safe() {
    assert!("Xa Hanh Phuc: khai sinh (2), 0216/3. host.vn/k/012?!+-=\"'*;_$".chars().all(is_gateway_safe));
    assert!("#&%[]{}\\<@^`~|€à\n".chars().all(|letter| !is_gateway_safe(letter)));
    assert!(!is_gateway_safe('>'), "not on anybody's list, and nobody has tried it");
}

#[test]
fn an_empty_message_has_no_part() {
    assert_eq!(split(""), [""; 0]);
    assert_eq!(of(""), (Alphabet::Gsm7, 0, 0, 160));
}

proptest! {
    #[test]
    fn parts_joined_are_the_text_and_none_is_too_long(text in "[a-z€\\[ăệ😀 ]{0,400}") {
        let parts = split(&text);
        prop_assert_eq!(parts.concat(), text.clone());
        let alphabet = Alphabet::of(&text);
        let room = if parts.len() > 1 { alphabet.joined() } else { alphabet.alone() };
        for part in &parts {
            let units: usize = part.chars().map(|letter| alphabet.units(letter)).sum();
            prop_assert!(units <= room && units > 0);
        }
        prop_assert_eq!(count(&text).parts, parts.len());
    }

    #[test]
    fn plain_signs_never_make_a_message_dearer(text in any::<String>()) {
        let (plain, _) = plain_signs(&text);
        prop_assert!(Alphabet::of(&text) != Alphabet::Gsm7 || Alphabet::of(&plain) == Alphabet::Gsm7);
        prop_assert_eq!(plain_signs(&plain), (plain.clone(), Vec::new()));
        prop_assert!(plain.chars().all(|letter| letter == '\n' || !letter.is_control()));
    }

    #[test]
    fn vietnamese_without_accents_is_ascii(text in "[a-zA-ZàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĐÐðƉɖƯƠỆẮ\u{300}\u{301}\u{31b}\u{340}\u{341} ]{0,60}") {
        let plain = without_accents(&text);
        prop_assert!(plain.is_ascii());
        prop_assert_eq!(without_accents(&plain), plain.clone());
    }
}

use proptest::prelude::*;

use super::*;

fn local(text: &str) -> Result<String, PhoneError> {
    Phone::read(text).map(Phone::local)
}

#[test]
fn a_mobile_number_is_read_however_it_is_written() {
    for text in [
        "0912345678",
        "0912.345.678",
        "0912 345 678",
        "0912-345-678",
        "091.234.5678",
        "0912,345,678",
        " 0912345678\n",
        "0912\u{a0}345\u{a0}678",
        "0912\u{202f}345\u{2011}678",
        "0912–345–678",
        "(0912) 345 678",
        "'0912345678",
        "\u{2019}0912345678",
        "\u{202d}0912 345 678\u{202c}",
        "\u{feff}0912345678",
        "912345678",
        "912 345 678",
        "912345678.0",
        "912345678,0",
        "+84912345678",
        "+84 912 345 678",
        "(+84) 912 345 678",
        "+84 (0) 912 345 678",
        "'+84912345678",
        "84912345678",
        "84912345678.0",
        "84 0912 345 678",
        "0084912345678",
        "00 84 912 345 678",
    ] {
        let phone = Phone::read(text).expect(text);
        assert_eq!(phone.local(), "0912345678", "{text}");
        assert_eq!(phone.international(), "+84912345678", "{text}");
        assert!(phone.is_mobile());
    }
}

#[test]
fn a_mobile_number_that_begins_with_the_country_code_is_no_international_one() {
    for text in ["0841234567", "841234567", "+84841234567", "84841234567", "0084841234567", "841234567.0"] {
        assert_eq!(local(text), Ok("0841234567".to_owned()), "{text}");
    }
    for text in ["0849123456", "849123456"] {
        assert_eq!(local(text), Ok("0849123456".to_owned()), "{text}");
    }
}

#[test]
fn a_landline_is_read_and_is_no_mobile() {
    for (text, expected) in [
        ("(0216) 3 876 123", "02163876123"),
        ("0216.3876.123", "02163876123"),
        ("2163876123", "02163876123"),
        ("+84 216 3876 123", "02163876123"),
        ("842163876123", "02163876123"),
        ("00842163876123", "02163876123"),
        ("024 3825 1234", "02438251234"),
        ("28 3825 1234", "02838251234"),
        ("0216 387 612", "0216387612"),
        ("216387612", "0216387612"),
        ("216387612.0", "0216387612"),
    ] {
        let phone = Phone::read(text).expect(text);
        assert_eq!(phone.local(), expected, "{text}");
        assert!(!phone.is_mobile(), "{text}");
    }
}

#[test]
fn every_way_of_being_wrong_has_a_name() {
    for (text, error) in [
        ("", PhoneError::Empty),
        ("  \u{a0}", PhoneError::Empty),
        ("'", PhoneError::Empty),
        ("---", PhoneError::Empty),
        ("+", PhoneError::Empty),
        ("9.12346E+08", PhoneError::Rounded),
        ("9,12346E+08", PhoneError::Rounded),
        ("9.12346e8", PhoneError::Rounded),
        (" 8.49123E+10 ", PhoneError::Rounded),
        ("9E+08", PhoneError::Rounded),
        ("khong co", PhoneError::Letters),
        ("0912345678 (me)", PhoneError::Letters),
        ("0912345678/0987654321", PhoneError::Letters),
        ("0912345678; 0987654321", PhoneError::Letters),
        ("09123456O8", PhoneError::Letters),
        ("０９１２３４５６７８", PhoneError::Letters),
        ("++84912345678", PhoneError::Letters),
        ("84+912345678", PhoneError::Letters),
        ("=0912345678", PhoneError::Letters),
        ("E+08", PhoneError::Letters),
        ("+856 20 2345 6789", PhoneError::Abroad),
        ("0086 138 0013 8000", PhoneError::Abroad),
        ("+1 202 555 0123", PhoneError::Abroad),
        ("0", PhoneError::TooShort),
        ("0912", PhoneError::TooShort),
        ("091234567", PhoneError::TooShort),
        ("91234567", PhoneError::TooShort),
        ("+8491234567", PhoneError::TooShort),
        ("8491234567", PhoneError::TooShort),
        ("0216 387 61", PhoneError::TooShort),
        ("113", PhoneError::TooShort),
        ("1022", PhoneError::TooShort),
        ("18001096", PhoneError::TooShort),
        ("01695678945", PhoneError::OldPrefix),
        ("1695678945", PhoneError::OldPrefix),
        ("+841695678945", PhoneError::OldPrefix),
        ("0123 456 7890", PhoneError::OldPrefix),
        ("0186 345 6789", PhoneError::OldPrefix),
        ("0199 345 6789", PhoneError::OldPrefix),
        ("0190 345 6789", PhoneError::NoSuchPrefix),
        ("0412345678", PhoneError::NoSuchPrefix),
        ("0612345678", PhoneError::NoSuchPrefix),
        ("0169567894", PhoneError::NoSuchPrefix),
        ("+0912345678", PhoneError::NoSuchPrefix),
        ("000000000000", PhoneError::NoSuchPrefix),
        ("09123456789", PhoneError::TooLong),
        ("9123456789", PhoneError::TooLong),
        ("084912345678", PhoneError::TooLong),
        ("+849123456789", PhoneError::TooLong),
        ("021638761234", PhoneError::TooLong),
        ("0912345678 0987654321", PhoneError::TooLong),
        ("0912345678\n0987654321", PhoneError::TooLong),
        ("0912345678.0", PhoneError::TooLong),
    ] {
        assert_eq!(local(text), Err(error), "{text:?}");
    }
    assert_eq!(Phone::read(&"9".repeat(5_000)), Err(PhoneError::TooLong));
}

#[test]
fn errors_say_what_was_wrong() {
    let all = [
        PhoneError::Empty,
        PhoneError::Rounded,
        PhoneError::Letters,
        PhoneError::Abroad,
        PhoneError::TooShort,
        PhoneError::OldPrefix,
        PhoneError::NoSuchPrefix,
        PhoneError::TooLong,
    ];
    let mut said: Vec<_> = all.iter().map(ToString::to_string).collect();
    assert!(said.iter().all(|text| !text.is_empty() && !text.ends_with('.')));
    said.sort();
    said.dedup();
    assert_eq!(said.len(), all.len());
}

proptest! {
    #[test]
    fn every_mobile_number_is_itself_in_every_form(
        number in "[35789][0-9]{8}",
        gap in prop::sample::select(vec!["", " ", ".", "-", "\u{a0}"]),
        code in prop::sample::select(vec!["0", "", "+84", "84", "0084", "+840"]),
    ) {
        let written = [code, &number[..2], &number[2..5], &number[5..]].join(gap);
        let phone = Phone::read(&written);
        prop_assert_eq!(phone.map(Phone::local), Ok(format!("0{}", &number)), "{}", written);
        prop_assert!(phone.is_ok_and(Phone::is_mobile));
    }

    #[test]
    fn what_is_read_is_read_again(text in prop_oneof![any::<String>(), "[+0-9 .'()-]{0,16}", "[0-9]{8,13}"]) {
        if let Ok(phone) = Phone::read(&text) {
            for form in [phone.local(), phone.international(), phone.local().split_off(1)] {
                prop_assert_eq!(Phone::read(&form), Ok(phone), "{}", form);
            }
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let whole = digits.strip_suffix('0').unwrap_or(&digits);
            let number = phone.local().split_off(1);
            prop_assert!(digits.ends_with(&number) || whole.ends_with(&number), "{} from {}", number, text);
            prop_assert_eq!(phone.is_mobile(), !phone.local().starts_with("02"));
            prop_assert!(matches!(phone.local().len(), 10 | 11));
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>(), numbers in "[0-9eE+.,' ]{0,24}") {
        let _ = Phone::read(&text);
        let _ = Phone::read(&numbers);
    }
}

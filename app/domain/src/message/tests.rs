use proptest::prelude::*;

use super::*;
use crate::sms::{Alphabet, is_gateway_safe};

fn sentences() -> Sentences {
    Sentences {
        lead: "{commune}: {procedure}".to_owned(),
        missing: "thiếu {items}".to_owned(),
        again: "mang lại {items}".to_owned(),
        blurred: "không rõ chữ".to_owned(),
        wrong_name: "sai tên".to_owned(),
        expired: "hết hạn".to_owned(),
        unsigned: "chưa ký".to_owned(),
        when: "Đến {when}".to_owned(),
        ask: "Hỏi {phone}".to_owned(),
        trust: "Không chuyển tiền cho ai".to_owned(),
    }
}

fn gap(name: &str, fault: Fault) -> Gap {
    Gap { name: name.to_owned(), fault }
}

fn mother() -> Message {
    Message {
        greeting: String::new(),
        commune: "xã Hạnh Phúc".to_owned(),
        procedure: "khai sinh".to_owned(),
        gaps: vec![gap("giay chung sinh", Fault::Missing), gap("the can cuoc", Fault::Missing)],
        when: "T2-T6, 7h30-11h".to_owned(),
        phone: String::new(),
        link: "dugiayto.laocai.gov.vn/k/003240960131".to_owned(),
    }
}

#[test]
fn a_mother_without_two_papers_reads_one_part() {
    let written = mother().shortest(&sentences());
    assert_eq!(
        written.text,
        "Xa Hanh Phuc: khai sinh thieu giay chung sinh, the can cuoc. Den T2-T6, 7h30-11h. Khong chuyen tien cho ai. \
         dugiayto.laocai.gov.vn/k/003240960131"
    );
    assert_eq!((written.count.parts, written.count.alphabet), (1, Alphabet::Gsm7));
    assert_eq!(written.left_out, []);
    // The same with accents: its price.
    let accented = mother().text(&sentences(), true, &[]);
    assert!(accented.contains("thiếu") && accented.ends_with("/k/003240960131"));
    assert_eq!(count(&accented).parts, 3);
}

#[test]
fn what_will_not_do_stands_apart_from_what_is_not_there() {
    let mut message = mother();
    message.gaps = vec![
        gap("giay khai sinh", Fault::Blurred),
        gap("to that", Fault::Missing),
        gap("the can cuoc", Fault::Expired),
        gap("giay loi di", Fault::Unsigned),
        gap("so do", Fault::WrongName),
    ];
    assert!(message.text(&sentences(), false, &[]).starts_with(
        "Xa Hanh Phuc: khai sinh thieu to that; mang lai giay khai sinh (khong ro chu), the can cuoc (het han), giay \
         loi di (chua ky), so do (sai ten). Den"
    ));
    message.gaps.retain(|gap| gap.fault != Fault::Missing);
    assert!(
        message.text(&sentences(), false, &[]).starts_with("Xa Hanh Phuc: khai sinh mang lai giay khai sinh (khong")
    );
}

#[test]
fn what_is_left_out_is_said_in_its_order_and_only_when_it_helps() {
    let mut message = mother();
    message.greeting = "Chào bà con".to_owned();
    message.phone = "02163876123".to_owned();
    let written = message.shortest(&sentences());
    assert_eq!(written.left_out, [Extra::Greeting, Extra::When]);
    assert!(written.text.contains("Hoi 02163876123.") && !written.text.contains("Den "));
    assert_eq!(written.count.parts, 1);

    message.gaps = (0..9).map(|number| gap(&format!("giay to so {number}"), Fault::Missing)).collect();
    let written = message.shortest(&sentences());
    assert_eq!(written.left_out, [], "two parts have room for everything");
    assert!(written.count.parts == 2 && written.text.starts_with("Chao ba con. Xa Hanh Phuc"));

    // Where one part is out of reach, three are still too many when two would do.
    message.gaps = (0..13).map(|number| gap(&format!("giay to so {number:02}"), Fault::Missing)).collect();
    let written = message.shortest(&sentences());
    assert_eq!(count(&message.text(&sentences(), false, &[])).parts, 3);
    assert_eq!((written.count.parts, &written.left_out[..]), (2, &[Extra::Greeting, Extra::When][..]));

    // What nobody has confirmed is never said to have been left out.
    message.gaps.truncate(4);
    message.phone = " ".to_owned();
    assert_eq!(message.shortest(&sentences()).left_out, [Extra::Greeting, Extra::When]);
}

#[test]
fn signs_that_make_it_dearer_are_replaced() {
    let mut message = mother();
    message.when = "T2 – T6 …".to_owned();
    let text = message.text(&sentences(), false, &[]);
    assert!(text.contains("Den T2 - T6 ... Khong"), "{text}");
}

proptest! {
    #[test]
    fn names_and_link_are_never_lost(
        names in proptest::collection::vec("[a-z][a-z ]{2,14}[a-z]", 1..8),
        faults in proptest::collection::vec(0..5usize, 8),
        when in "[a-zA-Z0-9 ]{0,60}",
        phone in "[0-9]{0,11}",
        greeting in "[a-zà ]{0,60}",
    ) {
        const FAULTS: [Fault; 5] =
            [Fault::Missing, Fault::Blurred, Fault::WrongName, Fault::Expired, Fault::Unsigned];
        let gaps = names.iter().zip(&faults).map(|(name, fault)| gap(name, FAULTS[*fault])).collect();
        let message = Message { gaps, when, phone, greeting, ..mother() };
        let written = message.shortest(&sentences());
        for name in &names {
            prop_assert!(written.text.contains(name.as_str()));
        }
        prop_assert!(written.text.ends_with(&message.link));
        prop_assert!(written.text.matches("/k/").count() == 1 && written.text.contains("Khong chuyen tien cho ai."));
        prop_assert!(written.text.chars().all(is_gateway_safe));
        let whole = count(&message.text(&sentences(), false, &[])).parts;
        let least = count(&message.text(&sentences(), false, &Extra::ALL)).parts;
        prop_assert_eq!(written.count.parts, least);
        prop_assert!(written.left_out.is_empty() == (whole == least));
        prop_assert!(written.text.len() <= message.text(&sentences(), false, &[]).len());
    }

    #[test]
    fn two_papers_are_one_part_with_a_long_host_and_three_with_a_short_one(
        names in proptest::collection::vec("[a-z]{18}", 3), is_short: bool,
    ) {
        let (host, papers) = if is_short { ("giayto.gov.vn".get(..12).unwrap_or_default(), 3) } else { ("dugiayto.laocai.gov.vn", 2) };
        let gaps = names.iter().take(papers).map(|name| gap(name, Fault::Missing)).collect();
        let message = Message {
            gaps,
            procedure: "x".repeat(18),
            link: format!("{host}/k/003240960131"),
            phone: "02163876123".to_owned(),
            greeting: "Chào bà con".to_owned(),
            ..mother()
        };
        prop_assert_eq!(message.shortest(&sentences()).count.parts, 1);
    }
}

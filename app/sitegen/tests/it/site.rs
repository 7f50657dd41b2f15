//! The good site as the domain sees it.

use domain::Site;
use domain::Words;
use sitegen::content::overlay;

use crate::fixture::good;

fn site() -> Site {
    good().load().0.expect("the good site has no problem")
}

/// Every string with its id, in the order of the serialised site.
fn strings(site: &Site) -> Vec<Words> {
    let found = std::cell::RefCell::new(Vec::new());
    overlay(&mut site.clone(), &|id, text| {
        found.borrow_mut().push(Words::new(id, text));
        None
    });
    found.into_inner()
}

#[test]
fn every_string_has_its_stable_id() {
    // Recordings and translations hang on these ids: a change here takes them away from their sentences.
    let lines: Vec<String> = strings(&site()).iter().map(|words| format!("{} = {}", words.id, words.text)).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn an_id_stands_for_one_text() {
    let mut strings = strings(&site());
    strings.sort();
    strings.dedup();
    for pair in strings.windows(2) {
        assert_ne!(pair[0].id, pair[1].id);
    }
}

#[test]
fn rules_and_numbers_are_compiled() {
    let site = site();
    let birth = &site.procedures[0];
    let numbers = &site.numbers[&birth.number];
    insta::assert_debug_snapshot!(birth.rules(&site.commune, |number| numbers.get(&number).copied()));
    insta::assert_debug_snapshot!(site.numbers);
}

#[test]
fn a_paper_is_called_as_its_first_document_unless_it_says_otherwise() {
    let site = site();
    let requirement = |id: &str| site.procedures[0].requirements.iter().find(|one| one.id == id).unwrap();
    assert_eq!(requirement("chung-sinh").plain.id, "doc.giay-chung-sinh.plain");
    assert_eq!(requirement("lam-chung").plain.id, "khai-sinh.r.lam-chung.plain");
    assert_eq!(requirement("lam-chung").official.as_ref().unwrap().id, "doc.van-ban-lam-chung.official");
    assert_eq!(requirement("nguoi-lam-chung").official, None);
}

#[test]
fn other_words_reach_every_string_and_nothing_else() {
    let original = site();
    let mut other = original.clone();
    overlay(&mut other, &|_, text| Some(format!("«{text}»")));
    for (before, after) in strings(&original).iter().zip(strings(&other)) {
        assert_eq!(after, Words::new(&before.id, format!("«{}»", before.text)));
    }
    overlay(&mut other, &|_, text| Some(text.trim_matches(['«', '»']).to_owned()));
    assert_eq!(other, original);
}

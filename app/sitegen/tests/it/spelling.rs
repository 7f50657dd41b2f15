//! Spelling, with the dictionary of this machine (`make setup` installs it).

use sitegen::diagnostics::{self, ProblemKind};
use sitegen::spelling::{Spelling, check, hunspell};

use crate::fixture::{Change, changed, good};

fn spelling(changes: &[Change]) -> Spelling {
    check(&changed(changes), hunspell).expect("hunspell and its Vietnamese dictionary: run `make setup`")
}

#[test]
fn the_good_site_is_spelt_right() {
    let spelling = check(&good(), hunspell).expect("hunspell: run `make setup`");
    assert_eq!(diagnostics::report(&spelling.problems, false), "");
    assert!(spelling.texts > 100 && spelling.different > 100, "{} texts", spelling.texts);
}

#[test]
fn slips_of_the_finger_are_found_wherever_they_stand() {
    let changes = [
        Change::Replace("procedures/khai-sinh.toml", "Bàn tên con.", "Bàn tênn con."),
        Change::Replace("procedures/khai-sinh.toml", "official = \"Thủ tục", "official = \"Thủ tuục"),
        Change::Replace("documents/van-ban-lam-chung.toml", "ở bản Mẫu", "ở bảnn Mẫu"),
        Change::Replace("documents/to-khai.toml", "Viết thường.", "Thoả thuận viết thừờng."),
        Change::Replace("messages/vi.toml", "Tiếp", "Tiiếp"),
        Change::Replace("events.toml", "Sinh con", "Sinh conn"),
    ];
    let spelling = spelling(&changes);
    assert!(spelling.problems.iter().all(|problem| problem.kind == ProblemKind::Misspelt));
    insta::assert_snapshot!(diagnostics::report(&spelling.problems, false));
}

#[test]
fn what_is_no_word_is_not_asked_for() {
    let changes = [
        Change::Replace("procedures/khai-sinh.toml", "Chụp giấy cho rõ.", "Vào https://a.bcd.vn, mẫu CT01."),
        Change::Replace("procedures/khai-sinh.toml", "law = \"Nghị quyết 15/2026\"", "law = \"15/2026/NQ-HĐND\""),
    ];
    assert_eq!(diagnostics::report(&spelling(&changes).problems, false), "");
}

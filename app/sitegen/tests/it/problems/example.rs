//! Examples: the family's answers and its list.

use sitegen::diagnostics::ProblemKind::{ExampleDiffers, ExampleNotAsked, ExampleUnanswered};

use super::{BIRTH, Broken, FATHER};
use crate::fixture::Change::Replace;

pub(super) const BROKEN: &[Broken] = &[
    Broken {
        name: "a_family_leaves_a_question_out",
        kinds: &[ExampleUnanswered],
        changes: &[Replace(BIRTH, "lam-chung = \"co\", ket-hon = \"chua\"", "lam-chung = \"co\"")],
    },
    Broken {
        name: "a_family_answers_what_it_is_not_asked",
        kinds: &[ExampleNotAsked],
        changes: &[Replace(
            BIRTH,
            "trạm xá\"\nanswers = { chung-sinh = \"co\",",
            "trạm xá\"\nanswers = { chung-sinh = \"co\", lam-chung = \"co\",",
        )],
    },
    Broken {
        name: "a_family_answers_on_after_the_end",
        kinds: &[ExampleNotAsked],
        changes: &[Replace(
            BIRTH,
            "when = { ket-hon = \"chua\", lam-chung = [\"khong\"] }",
            "when = { lam-chung = \"khong\" }",
        )],
    },
    Broken {
        name: "the_list_has_one_too_many_and_lacks_one",
        kinds: &[ExampleDiffers],
        changes: &[Replace(
            BIRTH,
            "list = [\"to-khai\", \"lam-chung\", \"nguoi-lam-chung\"]",
            "list = [\"to-khai\", \"lam-chung\", \"chung-sinh\"]",
        )],
    },
    Broken {
        name: "what_is_not_known_is_said_to_be_certain",
        kinds: &[ExampleDiffers],
        changes: &[Replace(
            BIRTH,
            "list = [\"to-khai\", \"chung-sinh\"]\nperhaps = [\"lam-chung\", \"nguoi-lam-chung\"]",
            "list = [\"to-khai\", \"chung-sinh\", \"nguoi-lam-chung\"]\nperhaps = [\"lam-chung\"]",
        )],
    },
    Broken {
        name: "the_advice_is_forgotten",
        kinds: &[ExampleDiffers],
        changes: &[Replace(BIRTH, "advice = [\"ket-hon-truoc\"]\n", "")],
    },
    Broken {
        name: "the_advice_was_for_earlier_days",
        kinds: &[ExampleDiffers],
        changes: &[Replace(BIRTH, "until = 2027-12-31", "until = 2026-11-22")],
    },
    Broken {
        name: "the_end_is_forgotten",
        kinds: &[ExampleDiffers],
        changes: &[Replace(
            BIRTH,
            "outcome = \"nhan-con\"",
            "list = [\"to-khai\", \"nguoi-lam-chung\", \"chung-sinh\"]",
        )],
    },
    Broken {
        name: "a_list_is_forgotten",
        kinds: &[ExampleDiffers],
        changes: &[Replace(FATHER, "list = [\"to-khai\"]", "")],
    },
];

//! Names and numbers: what must be unique, what must exist, what never changes again.

use sitegen::diagnostics::ProblemKind::{
    DuplicateId, DuplicateNumber, FactValue, HeavyPicture, LaterQuestion, LockedNumberChanged, LockedNumberReused,
    MisreadSms, MoneyInMessage, NameParts, NotLocked, ReservedId, SharedPicture, SharedSms, UnknownCommune,
    UnknownDocument, UnknownEvent, UnknownFact, UnknownOption, UnknownOutcome, UnknownPicture, UnknownProcedure,
    UnknownQuestion, UnknownRequirement, UnknownStep,
};

use super::{BIRTH, Broken, COMMUNE, EVENTS, FATHER, LOCK, NOTICE, PAPER, SITE, WITNESS};
use crate::fixture::Change::{Draw, Put, Remove, Replace};

/// Another procedure, with the number of the one it is copied from.
const COPY: &[u8] = include_bytes!("../../fixtures/good/content/procedures/nhan-con.toml");

/// The picture of `giay-chung-sinh`, spaced by another program.
const PAPER_AGAIN: &[u8] = b"<svg  xmlns=\"http://www.w3.org/2000/svg\"\n  viewBox=\"0 0 48 48\">\n\t<path d=\"M12 6 h24 v36 H12 z\" />\n</svg>";

const HEAVY: &[u8] = &[b' '; 1201];

pub(super) const BROKEN: &[Broken] = &[
    Broken {
        name: "two_procedures_have_one_short_name",
        kinds: &[SharedSms],
        changes: &[Replace(FATHER, "sms = \"nhan con\"", "sms = \"Khai sinh\"")],
    },
    Broken {
        name: "two_papers_have_one_short_name",
        kinds: &[SharedSms],
        changes: &[Replace(BIRTH, "sms = \"nguoi lam chung\"", "sms = \"giay chung sinh\"")],
    },
    Broken {
        name: "a_person_has_no_short_name",
        kinds: &[NameParts],
        changes: &[Replace(BIRTH, "sms = \"nguoi lam chung\"\n", "")],
    },
    Broken {
        name: "a_short_name_reads_as_something_else",
        kinds: &[MisreadSms],
        changes: &[Replace(PAPER, "\"Giay chung sinh\"", "\"giay doi tien\"")],
    },
    Broken {
        name: "a_persons_short_name_reads_as_something_else",
        kinds: &[MisreadSms],
        changes: &[Replace(BIRTH, "sms = \"nguoi lam chung\"", "sms = \"nguoi doi tien\"")],
    },
    Broken {
        name: "money_counts_as_a_thing_that_can_be_missing",
        kinds: &[MoneyInMessage],
        changes: &[Replace(BIRTH, "kind = \"money\"", "kind = \"thing\"")],
    },
    Broken {
        name: "money_has_a_short_name",
        kinds: &[MoneyInMessage],
        changes: &[Replace(BIRTH, "kind = \"money\"", "kind = \"money\"\nsms = \"le phi\"")],
    },
    Broken {
        name: "a_short_name_says_an_amount",
        kinds: &[MoneyInMessage],
        changes: &[Replace(PAPER, "\"Giay chung sinh\"", "\"giay 50.000/ban\"")],
    },
    Broken {
        name: "a_picture_belongs_to_no_step",
        kinds: &[UnknownStep],
        changes: &[Replace(BIRTH, "cho = \"nguoi\"\n", "cho = \"nguoi\"\nhen = \"nguoi\"\n")],
    },
    Broken {
        name: "the_picture_of_a_step_is_not_drawn",
        kinds: &[UnknownPicture],
        changes: &[Replace(BIRTH, "cho = \"nguoi\"\n", "cho = \"nguoif\"\n")],
    },
    Broken {
        name: "two_fields_of_a_form_have_one_id",
        kinds: &[DuplicateId],
        changes: &[Replace("documents/to-khai.toml", "id = \"gioi-tinh\"", "id = \"ten-con\"")],
    },
    Broken {
        name: "two_questions_have_one_id",
        kinds: &[DuplicateId, UnknownQuestion],
        changes: &[Replace(BIRTH, "id = \"ket-hon\"\n", "id = \"chung-sinh\"\n")],
    },
    Broken {
        name: "two_options_have_one_id",
        kinds: &[DuplicateId],
        changes: &[Replace(BIRTH, "id = \"roi\"", "id = \"chua\"")],
    },
    Broken {
        name: "two_events_have_one_id",
        kinds: &[DuplicateId],
        changes: &[Replace(EVENTS, "id = \"cuoi\"", "id = \"sinh-con\"")],
    },
    Broken {
        name: "a_channel_stands_twice",
        kinds: &[DuplicateId],
        changes: &[Replace(BIRTH, "kind = \"online\"", "kind = \"counter\"")],
    },
    Broken {
        name: "an_office_stands_twice",
        kinds: &[DuplicateId],
        changes: &[Replace(COMMUNE, "kind = \"police\"", "kind = \"centre\"")],
    },
    Broken {
        name: "not_knowing_is_written_as_an_option",
        kinds: &[ReservedId],
        changes: &[Replace(BIRTH, "id = \"roi\"\nwords = \"Rồi\"", "id = \"khong-biet\"\nwords = \"Không biết\"")],
    },
    Broken {
        name: "a_question_is_called_like_a_key_of_conditions",
        kinds: &[ReservedId, UnknownQuestion],
        changes: &[Replace(BIRTH, "id = \"ket-hon\"\n", "id = \"all\"\n")],
    },
    Broken {
        name: "a_requirement_is_called_like_what_a_clerk_asks_for",
        kinds: &[ReservedId, LockedNumberReused],
        changes: &[Replace(BIRTH, "id = \"to-khai\"\n", "id = \"them-to-khai\"\n")],
    },
    Broken {
        name: "a_paper_is_asked_for_twice",
        kinds: &[DuplicateId],
        changes: &[Replace("site.toml", "\"giay-chung-sinh\", ", "\"to-khai\", ")],
    },
    Broken {
        name: "a_paper_that_is_asked_for_does_not_exist",
        kinds: &[UnknownDocument],
        changes: &[Replace("site.toml", "\"giay-chung-sinh\", ", "\"giay-chung-sin\", ")],
    },
    Broken {
        name: "an_address_belongs_to_another_page",
        kinds: &[ReservedId],
        changes: &[
            Put("procedures/tat-ca.toml", COPY),
            Replace("procedures/tat-ca.toml", "number = 2\n", "number = 4\n"),
            Replace("procedures/tat-ca.toml", "sms = \"nhan con\"", "sms = \"tat ca\""),
            Replace(
                LOCK,
                "[procedures.bo-roi]",
                "[procedures.tat-ca]\nnumber = 4\n[procedures.tat-ca.requirements]\nto-khai = { number = 0, always = true }\n\n[procedures.bo-roi]",
            ),
        ],
    },
    Broken {
        name: "two_procedures_have_one_number",
        kinds: &[DuplicateNumber],
        changes: &[
            Put("procedures/lam-lai.toml", COPY),
            Replace("procedures/lam-lai.toml", "sms = \"nhan con\"", "sms = \"lam lai\""),
        ],
    },
    Broken {
        name: "two_requirements_have_one_number",
        kinds: &[DuplicateNumber],
        changes: &[Replace(BIRTH, "number = 5\n", "number = 3\n")],
    },
    Broken {
        name: "the_number_of_a_procedure_changed",
        kinds: &[LockedNumberChanged],
        changes: &[Replace(FATHER, "number = 2\n", "number = 7\n")],
    },
    Broken {
        name: "the_number_of_a_requirement_changed",
        kinds: &[LockedNumberChanged],
        changes: &[Replace(BIRTH, "number = 5\n", "number = 6\n")],
    },
    Broken {
        name: "the_number_of_a_commune_changed",
        kinds: &[LockedNumberChanged],
        changes: &[Replace(COMMUNE, "number = 1\n", "number = 2\n")],
    },
    Broken {
        name: "a_new_procedure_takes_the_number_of_one_that_is_gone",
        kinds: &[LockedNumberReused],
        changes: &[
            Put("procedures/lam-lai.toml", COPY),
            Replace("procedures/lam-lai.toml", "number = 2\n", "number = 3\n"),
            Replace("procedures/lam-lai.toml", "sms = \"nhan con\"", "sms = \"lam lai\""),
        ],
    },
    Broken {
        name: "a_requirement_was_renamed",
        kinds: &[LockedNumberReused],
        changes: &[Replace(LOCK, "tien = ", "tien-le = ")],
    },
    Broken {
        name: "a_requirement_is_not_locked_yet",
        kinds: &[NotLocked],
        changes: &[Replace(LOCK, "tien = { number = 5, always = false }\n", "")],
    },
    Broken { name: "nothing_is_locked_yet", kinds: &[NotLocked], changes: &[Remove(LOCK)] },
    Broken {
        name: "a_document_is_mistyped",
        kinds: &[UnknownDocument],
        changes: &[Replace(BIRTH, "[\"giay-chung-sinh\"]", "[\"giay-chung-shin\"]")],
    },
    Broken {
        name: "a_document_is_not_there_yet",
        kinds: &[UnknownDocument],
        changes: &[Replace(BIRTH, "[\"giay-chung-sinh\"]", "[\"giay-chung-sinh\", \"so-ho-khau\"]")],
    },
    Broken {
        name: "a_picture_is_mistyped",
        kinds: &[UnknownPicture],
        changes: &[Replace(PAPER, "picture = \"giay\"", "picture = \"giayy\"")],
    },
    Broken {
        name: "a_picture_is_not_drawn_yet",
        kinds: &[UnknownPicture],
        changes: &[Replace(
            EVENTS,
            "words = \"Cưới\"\npicture = \"nguoi\"",
            "words = \"Cưới\"\npicture = \"dam-cuoi\"",
        )],
    },
    Broken {
        name: "two_documents_have_one_picture",
        kinds: &[SharedPicture],
        changes: &[Replace(WITNESS, "picture = \"lam-chung\"", "picture = \"giay\"")],
    },
    Broken {
        name: "the_pictures_of_two_documents_are_drawn_alike",
        kinds: &[SharedPicture],
        changes: &[Draw("lam-chung", PAPER_AGAIN)],
    },
    Broken { name: "a_picture_is_too_heavy", kinds: &[HeavyPicture], changes: &[Draw("khong", HEAVY)] },
    Broken {
        name: "an_event_is_mistyped",
        kinds: &[UnknownEvent],
        changes: &[Replace(BIRTH, "event = \"sinh-con\"", "event = \"sinhcon\"")],
    },
    Broken {
        name: "an_outcome_sends_to_a_procedure_that_is_not_there",
        kinds: &[UnknownProcedure],
        changes: &[Replace(
            BIRTH,
            "chưa kết hôn.\"\nprocedure = \"nhan-con\"",
            "chưa kết hôn.\"\nprocedure = \"nhan-cha\"",
        )],
    },
    Broken {
        name: "a_notice_is_about_a_procedure_that_is_not_there",
        kinds: &[UnknownProcedure],
        changes: &[Replace(NOTICE, "\"khai-sinh\"", "\"ket-hon\"")],
    },
    Broken {
        name: "a_document_is_issued_by_a_procedure_that_is_not_there",
        kinds: &[UnknownProcedure],
        changes: &[Replace(PAPER, "\"nhan-con\"", "\"cap-giay\"")],
    },
    Broken {
        name: "the_commune_of_the_site_is_not_there",
        kinds: &[UnknownCommune],
        changes: &[Replace(SITE, "\"ban-thu\"", "\"banthu\"")],
    },
    Broken {
        name: "a_condition_names_a_question_that_is_not_there",
        kinds: &[UnknownQuestion],
        changes: &[Replace(BIRTH, "lam-chung = [\"khong\"]", "nguoi-chung = [\"khong\"]")],
    },
    Broken {
        name: "an_example_answers_a_question_that_is_not_there",
        kinds: &[UnknownQuestion],
        changes: &[Replace(BIRTH, "lam-chung = \"co\", ket-hon = \"roi\"", "lamchung = \"co\", ket-hon = \"roi\"")],
    },
    Broken {
        name: "a_condition_names_an_option_that_is_not_there",
        kinds: &[UnknownOption],
        changes: &[Replace(BIRTH, "when = { chung-sinh = \"khong\" }", "when = { chung-sinh = \"khog\" }")],
    },
    Broken {
        name: "one_of_several_options_is_not_there",
        kinds: &[UnknownOption],
        changes: &[Replace(BIRTH, "lam-chung = [\"khong\"]", "lam-chung = [\"khong\", \"mot-nguoi\"]")],
    },
    Broken {
        name: "a_condition_waits_for_not_knowing",
        kinds: &[UnknownOption],
        changes: &[Replace(BIRTH, "lam-chung = [\"khong\"]", "lam-chung = [\"khong\", \"khong-biet\"]")],
    },
    Broken {
        name: "an_example_chooses_an_option_that_is_not_there",
        kinds: &[UnknownOption],
        changes: &[Replace(BIRTH, "lam-chung = \"co\", ket-hon = \"chua\"", "lam-chung = \"coo\", ket-hon = \"chua\"")],
    },
    Broken {
        name: "a_paper_replaces_one_that_is_not_there",
        kinds: &[UnknownRequirement],
        changes: &[Replace(BIRTH, "instead_of = \"chung-sinh\"", "instead_of = \"chung-minh\"")],
    },
    Broken {
        name: "an_example_lists_a_requirement_that_is_not_there",
        kinds: &[UnknownRequirement],
        changes: &[Replace(FATHER, "list = [\"to-khai\"]", "list = [\"tokhai\"]")],
    },
    Broken {
        name: "an_example_ends_in_an_outcome_that_is_not_there",
        kinds: &[UnknownOutcome],
        changes: &[Replace(BIRTH, "outcome = \"nhan-con\"", "outcome = \"nhan-cha\"")],
    },
    Broken {
        name: "a_condition_asks_a_fact_that_no_commune_has",
        kinds: &[UnknownFact],
        changes: &[Replace(BIRTH, "\"office.mountain\" = \"no\"", "\"office.montain\" = \"no\"")],
    },
    Broken {
        name: "an_example_lives_with_a_fact_that_no_commune_has",
        kinds: &[UnknownFact],
        changes: &[Replace(BIRTH, "facts = { mountain = \"no\" }", "facts = { island = \"no\", mountain = \"no\" }")],
    },
    Broken {
        name: "a_condition_asks_whether_a_fact_is_unknown",
        kinds: &[FactValue],
        changes: &[Replace(BIRTH, "\"office.mountain\" = \"no\"", "\"office.mountain\" = \"unknown\"")],
    },
    Broken {
        name: "a_question_looks_at_a_later_one",
        kinds: &[LaterQuestion],
        changes: &[Replace(BIRTH, "when = { chung-sinh = \"khong\" }", "when = { ket-hon = \"roi\" }")],
    },
    Broken {
        name: "a_question_looks_at_itself",
        kinds: &[LaterQuestion],
        changes: &[Replace(BIRTH, "when = { chung-sinh = \"khong\" }", "when = { lam-chung = \"co\" }")],
    },
];

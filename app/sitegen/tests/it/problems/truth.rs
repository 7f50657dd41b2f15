//! What keeps the words true and plain: nothing lost from the law, nothing old, no word that only an office uses.

use sitegen::diagnostics::ProblemKind::{
    DoubleNegative, ExemptionNotKept, MustKeep, NotKept, OfficeWord, ReadLater, RepealedCode, StepNotAct, TwiceOnList,
    Undated, Unsourced,
};

use super::{BIRTH, Broken, FATHER, LOCK, PAPER, WITNESS};
use crate::fixture::Change::Replace;

pub(super) const BROKEN: &[Broken] = &[
    Broken {
        name: "a_word_of_offices_stands_in_a_note",
        kinds: &[OfficeWord],
        changes: &[Replace(BIRTH, "Chụp giấy cho rõ.", "Chụp hồ sơ cho rõ.")],
    },
    Broken {
        name: "an_abbreviation_stands_in_a_step",
        kinds: &[OfficeWord],
        changes: &[Replace(PAPER, "Hỏi trạm xá nơi đẻ.", "Hỏi UBND hoặc TYT nơi đẻ.")],
    },
    Broken {
        name: "who_writes_a_paper_is_told_in_office_words",
        kinds: &[OfficeWord],
        changes: &[Replace(WITNESS, "Người làm chứng viết và ký.", "Người làm chứng viết, xã chứng thực.")],
    },
    Broken {
        name: "something_is_denied_twice",
        kinds: &[DoubleNegative],
        changes: &[Replace(BIRTH, "Chụp giấy cho rõ.", "Không chụp thì không được. Không thể không chụp giấy.")],
    },
    Broken {
        name: "a_step_begins_with_a_noun",
        kinds: &[StepNotAct],
        changes: &[Replace(BIRTH, "Bàn tên con.", "Việc đặt tên do bố mẹ bàn.")],
    },
    Broken {
        name: "nothing_keeps_a_number",
        kinds: &[NotKept],
        changes: &[Replace(BIRTH, "note = \"Nộp bản chính.\"", "note = \"Nộp bản chính, trừ khi dưới 14 tuổi.\"")],
    },
    Broken {
        name: "nothing_keeps_a_condition_where_nothing_is_kept_yet",
        kinds: &[NotKept],
        changes: &[Replace(BIRTH, "plain = \"Giấy làm chứng\"", "plain = \"Giấy làm chứng hoặc cam đoan\"")],
    },
    Broken {
        name: "nothing_keeps_an_exempt_group",
        kinds: &[ExemptionNotKept],
        changes: &[Replace(
            BIRTH,
            "exemptions = { ho-ngheo = \"Nhà thuộc hộ nghèo được miễn.\" }",
            "exemptions = { ho-ngheo = \"Nhà thuộc hộ nghèo được miễn.\", co-cong = \"Gia đình có công.\" }",
        )],
    },
    Broken {
        name: "nothing_keeps_one_of_three_exempt_groups",
        kinds: &[ExemptionNotKept],
        changes: &[Replace(
            BIRTH,
            "exemptions = { ho-ngheo = \"Nhà thuộc hộ nghèo được miễn.\" }",
            "exemptions = { ho-ngheo = \"Người già, người khuyết tật, hộ nghèo được miễn.\" }",
        )],
    },
    // The fault that this guard is for: a group drops out of the list, and its words are still kept.
    Broken {
        name: "an_exempt_group_was_dropped",
        kinds: &[MustKeep],
        changes: &[
            Replace(
                BIRTH,
                "exemptions = { ho-ngheo = \"Nhà thuộc hộ nghèo được miễn.\" }",
                "exemptions = { co-cong = \"Gia đình có công được miễn.\" }",
            ),
            Replace(BIRTH, "must_keep = [\"miễn\", \"hộ nghèo\"]", "must_keep = [\"miễn\", \"hộ nghèo\", \"có công\"]"),
        ],
    },
    Broken {
        name: "somebody_is_sent_away_without_a_rule",
        kinds: &[Unsourced],
        changes: &[Replace(
            BIRTH,
            "procedure = \"nhan-con\"\nsource = { law = \"Luật Hộ tịch 2014\" }\n",
            "procedure = \"nhan-con\"\n",
        )],
    },
    Broken {
        name: "a_rule_has_no_day",
        kinds: &[Undated],
        changes: &[Replace(BIRTH, "law = \"Nghị quyết 15/2026\"", "law = \"Nghị quyết của tỉnh\"")],
    },
    Broken {
        name: "a_source_was_read_after_the_check",
        kinds: &[ReadLater],
        changes: &[Replace(
            BIRTH,
            "url = \"https://dichvucong.gov.vn\"\ndate = 2026-11-23",
            "url = \"https://dichvucong.gov.vn\"\ndate = 2026-12-23",
        )],
    },
    Broken {
        name: "a_repealed_code_is_related",
        kinds: &[RepealedCode],
        changes: &[Replace(BIRTH, "code = \"1.001022\"", "code = \"2.000986\"")],
    },
    Broken {
        name: "a_note_cites_a_code_of_a_repealed_group",
        kinds: &[RepealedCode],
        changes: &[Replace(BIRTH, "Lệ phí: hỏi cán bộ.", "Mã 1.012753: hỏi cán bộ.")],
    },
    Broken {
        name: "a_list_names_one_paper_twice",
        kinds: &[TwiceOnList],
        changes: &[
            Replace(
                FATHER,
                "[[fees]]",
                r#"
[[requirements]]
number = 1
id = "to-khai-nua"
kind = "paper"
documents = ["to-khai"]
form = "original"
source = { law = "Luật Hộ tịch 2014" }
[[fees]]"#,
            ),
            Replace(FATHER, "list = [\"to-khai\"]", "list = [\"to-khai\", \"to-khai-nua\"]"),
            Replace(
                LOCK,
                "\n[procedures.bo-roi]\n",
                "to-khai-nua = { number = 1, always = true }\n\n[procedures.bo-roi]\n",
            ),
        ],
    },
];

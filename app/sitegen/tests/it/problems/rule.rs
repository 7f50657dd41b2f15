//! What a procedure says: complete, followable, true to the law, and leading somewhere.

use sitegen::diagnostics::ProblemKind::{
    DayOutside, DaysReversed, EmptyList, IdleQuestion, InsteadOfCircle, LimitLength, MustKeep, NameParts,
    NoticesTooLong, OutcomeTarget, PaperParts, StepWithoutPicture, TooManyWords, UnreachableOutcome,
    UnreachableQuestion, UnreachableRequirement, WeeksReversed,
};

use super::{BIRTH, Broken, FATHER, HOLIDAYS, MESSAGES, NOTICE, PAPER};
use crate::fixture::Change::{Put, Replace};

/// As long as a notice may be, in words of the longest kind.
const LONG_NOTICE: &[u8] = "procedures = [\"all\"]
from = 2026-11-20
until = 2026-11-30
words = \"Nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng \
    nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng nghiêng.\"
kind = \"inform\"
"
.as_bytes();

pub(super) const BROKEN: &[Broken] = &[
    Broken {
        name: "a_step_after_the_counter_has_no_picture",
        kinds: &[StepWithoutPicture],
        changes: &[Replace(BIRTH, "cho = \"nguoi\"\n", "")],
    },
    Broken {
        name: "the_wait_is_longer_at_the_least_than_at_the_most",
        kinds: &[WeeksReversed],
        changes: &[Replace(BIRTH, "weeks = [0, 1]", "weeks = [3, 1]")],
    },
    Broken {
        name: "only_a_fee_depends_on_a_question",
        kinds: &[IdleQuestion],
        changes: &[
            Replace(
                FATHER,
                "[[requirements]]",
                r#"
[[questions]]
id = "ngheo"
words = "Nhà có thuộc hộ nghèo không?"
why = "Để biết mất bao nhiêu tiền."
check = "Xem giấy hộ nghèo của năm nay."
picture = "giay"
[[questions.options]]
id = "co"
words = "Có"
because = "nhà thuộc hộ nghèo"
picture = "co"
[[requirements]]"#,
            ),
            Replace(FATHER, "amount = \"ask\"", "amount = \"ask\"\nwhen = { ngheo = \"co\" }"),
            Replace(FATHER, "list = [\"to-khai\"]", "answers = { ngheo = \"co\" }\nlist = [\"to-khai\"]"),
        ],
    },
    Broken {
        name: "two_papers_replace_each_other",
        kinds: &[InsteadOfCircle],
        changes: &[Replace(BIRTH, "whose = \"child\"", "whose = \"child\"\ninstead_of = \"lam-chung\"")],
    },
    Broken {
        name: "a_paper_replaces_itself",
        kinds: &[InsteadOfCircle],
        changes: &[Replace(BIRTH, "instead_of = \"chung-sinh\"", "instead_of = \"lam-chung\"")],
    },
    Broken {
        name: "a_paper_names_no_document",
        kinds: &[PaperParts],
        changes: &[Replace(BIRTH, "documents = [\"van-ban-lam-chung\"]\n", "")],
    },
    Broken {
        name: "a_paper_has_no_form",
        kinds: &[PaperParts],
        changes: &[Replace(FATHER, "form = \"made-there\"\n", "")],
    },
    Broken {
        name: "a_person_has_no_picture",
        kinds: &[NameParts],
        changes: &[Replace(BIRTH, "picture = \"nguoi\"\nwhose = \"witness\"", "whose = \"witness\"")],
    },
    Broken {
        name: "a_person_has_a_form",
        kinds: &[NameParts],
        changes: &[Replace(BIRTH, "whose = \"witness\"", "whose = \"witness\"\nform = \"shown\"")],
    },
    Broken {
        name: "a_limit_has_no_length",
        kinds: &[LimitLength],
        changes: &[Replace(BIRTH, "same_day = true\n", "")],
    },
    Broken {
        name: "a_limit_has_two_lengths",
        kinds: &[LimitLength],
        changes: &[Replace(FATHER, "working_days = 3", "working_days = 3\nask = true")],
    },
    Broken {
        name: "an_outcome_sends_nowhere",
        kinds: &[OutcomeTarget],
        changes: &[Replace(BIRTH, "chưa kết hôn.\"\nprocedure = \"nhan-con\"\n", "chưa kết hôn.\"\n")],
    },
    Broken {
        name: "a_question_is_long",
        kinds: &[TooManyWords],
        changes: &[Replace(
            BIRTH,
            "Có giấy chứng sinh không?",
            "Lúc sinh bé, trạm xá hoặc bệnh viện có đưa cho nhà mình tờ giấy chứng sinh không?",
        )],
    },
    Broken {
        name: "an_option_is_long",
        kinds: &[TooManyWords],
        changes: &[Replace(BIRTH, "words = \"Không có\"", "words = \"Không có vì đẻ ở nhà\"")],
    },
    Broken {
        name: "the_second_sentence_is_long",
        kinds: &[TooManyWords],
        changes: &[Replace(
            PAPER,
            "Tờ giấy trạm xá cho.",
            "Tờ giấy trạm xá cho. Trên đó có ghi ngày giờ sinh, cân nặng, con trai hay con gái và tên người đỡ đẻ cho bé.",
        )],
    },
    Broken {
        name: "a_step_is_long",
        kinds: &[TooManyWords],
        changes: &[Replace(
            BIRTH,
            "Bàn tên con.",
            "Hai vợ chồng ngồi bàn trước với nhau cho xong tên con, họ của con, dân tộc của con và quê quán của con",
        )],
    },
    Broken {
        name: "a_notice_is_long",
        kinds: &[TooManyWords],
        changes: &[Replace(
            NOTICE,
            "Cầu gãy, quầy nghỉ đến hết tháng.",
            "Do mưa lũ làm gãy cầu nên quầy của xã tạm nghỉ từ ngày hai mươi tháng này cho đến hết tháng này",
        )],
    },
    Broken {
        name: "more_notices_than_phones_fetch",
        kinds: &[NoticesTooLong],
        changes: &[
            Put("notices/cau-1.toml", LONG_NOTICE),
            Put("notices/cau-2.toml", LONG_NOTICE),
            Put("notices/cau-3.toml", LONG_NOTICE),
            Put("notices/cau-4.toml", LONG_NOTICE),
            Put("notices/cau-5.toml", LONG_NOTICE),
            Put("notices/cau-6.toml", LONG_NOTICE),
            Put("notices/cau-7.toml", LONG_NOTICE),
        ],
    },
    Broken {
        name: "a_message_is_long",
        kinds: &[TooManyWords],
        changes: &[Replace(
            MESSAGES,
            "\"Tiếp\"",
            "\"Bấm vào đây để đi tiếp sang câu hỏi sau nếu như đã trả lời xong câu hỏi này rồi nhé\"",
        )],
    },
    Broken {
        name: "the_plain_words_lost_a_number",
        kinds: &[MustKeep],
        changes: &[Replace(BIRTH, "Làm trong 60 ngày từ khi sinh.", "Làm trong 2 tháng từ khi sinh.")],
    },
    Broken {
        name: "the_plain_words_lost_an_exemption",
        kinds: &[MustKeep],
        changes: &[Replace(BIRTH, "Nhà thuộc hộ nghèo được miễn.", "Nhà thuộc hộ nghèo.")],
    },
    Broken {
        name: "the_note_lost_the_form",
        kinds: &[MustKeep],
        changes: &[Replace(BIRTH, "note = \"Nộp bản chính.\"\n", "")],
    },
    Broken {
        name: "the_review_was_before_the_check",
        kinds: &[DaysReversed],
        changes: &[Replace(BIRTH, "review_by = 2027-02-15", "review_by = 2026-02-15")],
    },
    Broken {
        name: "a_fee_ends_before_it_begins",
        kinds: &[DaysReversed],
        changes: &[Replace(BIRTH, "until = 2026-12-31", "until = 2025-12-31")],
    },
    Broken {
        name: "an_outcome_ends_before_it_begins",
        kinds: &[DaysReversed],
        changes: &[Replace(BIRTH, "until = 2027-12-31", "from = 2028-01-01\nuntil = 2027-12-31")],
    },
    Broken {
        name: "a_day_off_is_in_another_year",
        kinds: &[DayOutside],
        changes: &[Replace(HOLIDAYS, "2026-09-02", "2025-09-02")],
    },
    Broken {
        name: "a_working_day_is_worked_in_exchange",
        kinds: &[DayOutside],
        changes: &[Replace(HOLIDAYS, "2026-08-22", "2026-08-21")],
    },
    Broken {
        name: "the_law_fixes_a_day_of_another_year",
        kinds: &[DayOutside],
        changes: &[Replace(HOLIDAYS, "2026-04-30", "2027-04-30")],
    },
    Broken {
        name: "a_day_is_off_and_worked",
        kinds: &[DayOutside],
        changes: &[Replace(HOLIDAYS, "2026-04-30", "2026-08-22")],
    },
    Broken {
        name: "nobody_is_asked_a_question",
        kinds: &[UnreachableQuestion],
        changes: &[
            Replace(
                BIRTH,
                "[[requirements]]\nnumber = 0\n",
                r#"
[[questions]]
id = "xa"
words = "Nhà có xa không?"
why = "Để biết bao giờ xong."
check = "Hỏi đi đến xã mất bao lâu."
picture = "nguoi"
when = { all = [{ ket-hon = "roi" }, { ket-hon = "chua" }] }
[[questions.options]]
id = "co"
words = "Có"
because = "nhà xa"
picture = "co"
[[requirements]]
number = 0
"#,
            ),
            Replace(BIRTH, "when = { \"office.mountain\" = \"yes\" }", "when = { xa = \"co\" }"),
        ],
    },
    Broken {
        name: "a_requirement_is_on_no_list",
        kinds: &[UnreachableRequirement],
        changes: &[
            Replace(
                BIRTH,
                "when = { \"office.mountain\" = \"no\" }",
                "when = { chung-sinh = \"co\", lam-chung = \"co\" }",
            ),
            Replace(BIRTH, "\"chung-sinh\", \"tien\"]", "\"chung-sinh\"]"),
            // Somebody who does not know is told to take it along if it is there.
            Replace(
                BIRTH,
                "list = [\"to-khai\", \"chung-sinh\"]\nperhaps",
                "list = [\"to-khai\", \"chung-sinh\", \"tien\"]\nperhaps",
            ),
        ],
    },
    Broken {
        name: "nobody_reaches_an_outcome",
        kinds: &[UnreachableOutcome],
        changes: &[
            Replace(
                BIRTH,
                "ends = false\nwhen = { ket-hon = \"chua\" }",
                "ends = false\nwhen = { chung-sinh = \"co\", lam-chung = \"co\" }",
            ),
            Replace(BIRTH, "advice = [\"ket-hon-truoc\"]\n", ""),
        ],
    },
    Broken {
        name: "the_outcome_of_a_later_day_stands_behind_one_without_end",
        kinds: &[UnreachableOutcome],
        changes: &[Replace(
            BIRTH,
            "[steps.before]",
            r#"
[[outcomes]]
id = "nhan-con-moi"
kind = "ask-first"
when = { ket-hon = "chua", lam-chung = "khong" }
words = "Hỏi cán bộ trước khi đi."
from = 2027-01-01
[steps.before]"#,
        )],
    },
    Broken {
        name: "somebody_is_left_with_nothing",
        kinds: &[EmptyList],
        changes: &[
            Replace(FATHER, "form = \"made-there\"", "form = \"made-there\"\nwhen = { \"office.mountain\" = \"no\" }"),
            Replace(FATHER, "list = [\"to-khai\"]", "list = []"),
        ],
    },
    Broken {
        name: "somebody_is_left_with_nothing_once_an_outcome_has_ended",
        kinds: &[EmptyList],
        changes: &[
            Replace(FATHER, "form = \"made-there\"", "form = \"made-there\"\nwhen = { \"office.mountain\" = \"no\" }"),
            Replace(FATHER, "list = [\"to-khai\"]", "outcome = \"mien-nui\""),
            Replace(
                FATHER,
                "[[fees]]",
                r#"
[[outcomes]]
id = "mien-nui"
kind = "nothing-to-bring"
when = { "office.mountain" = "yes" }
words = "Không cần mang giấy gì."
until = 2026-12-31
[[fees]]"#,
            ),
        ],
    },
];

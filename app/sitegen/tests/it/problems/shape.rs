//! The shape of a file: keys, types, closed lists, forms, sizes.

use sitegen::diagnostics::ProblemKind::{
    BadId, BadPlaceholder, BadSms, EmptyText, ListLength, MissingKey, NotADay, NotOneOf, OutOfRange, UnknownKey,
    WrongForm, WrongType,
};

use super::{BIRTH, Broken, COMMUNE, EVENTS, FATHER, MESSAGES, NOTICE, PAPER, SITE};
use crate::fixture::Change::Replace;

pub(super) const BROKEN: &[Broken] = &[
    Broken { name: "a_key_is_mistyped", kinds: &[UnknownKey], changes: &[Replace(BIRTH, "everyday =", "everiday =")] },
    Broken {
        name: "a_key_belongs_elsewhere",
        kinds: &[UnknownKey],
        changes: &[Replace(BIRTH, "ends = false", "ends = false\nworking_days = 3")],
    },
    Broken {
        name: "a_line_was_added_at_the_end",
        kinds: &[UnknownKey],
        changes: &[Replace(BIRTH, "today = 2026-12-01\n", "today = 2026-12-01\nsensitive = true\n")],
    },
    Broken {
        name: "a_key_is_missing", kinds: &[MissingKey], changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"\n", "")]
    },
    Broken {
        name: "a_key_of_a_table_is_missing",
        kinds: &[MissingKey],
        changes: &[Replace(BIRTH, "why = \"Người đó viết giấy làm chứng.\"\n", "")],
    },
    Broken {
        name: "a_word_of_a_closed_list_is_missing",
        kinds: &[MissingKey],
        changes: &[Replace(BIRTH, "receives = \"centre\"\n", "")],
    },
    Broken {
        name: "no_table_says_how_to_hand_in",
        kinds: &[MissingKey],
        changes: &[Replace(FATHER, "[[channels]]\nkind = \"counter\"\n", "")],
    },
    Broken {
        name: "no_example_shows_the_list",
        kinds: &[MissingKey],
        changes: &[Replace(FATHER, "[[examples]]\nfamily = \"Nhà nào cũng vậy\"\nlist = [\"to-khai\"]\n", "")],
    },
    Broken {
        name: "a_day_is_missing",
        kinds: &[MissingKey],
        changes: &[Replace(FATHER, "review_by = 2027-02-15\n", "")],
    },
    Broken {
        name: "a_code_stands_without_quotes",
        kinds: &[WrongType],
        changes: &[Replace(FATHER, "code = \"1.001022\"", "code = 1.001022")],
    },
    Broken {
        name: "a_number_stands_in_quotes",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "number = 5\n", "number = \"5\"\n")],
    },
    Broken {
        name: "one_name_stands_where_a_list_belongs",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "[\"giay-chung-sinh\"]", "\"giay-chung-sinh\"")],
    },
    Broken {
        name: "a_list_stands_where_one_text_belongs",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"", "sector = [\"Hộ tịch\"]")],
    },
    Broken {
        name: "a_truth_stands_in_quotes",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "better = true", "better = \"true\"")],
    },
    Broken {
        name: "a_heading_is_not_marked_as_one_of_several",
        kinds: &[WrongType],
        changes: &[Replace(FATHER, "[[law]]", "[law]")],
    },
    Broken {
        name: "a_heading_is_marked_as_one_of_several",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "[approved]", "[[approved]]")],
    },
    Broken {
        name: "a_fact_in_a_condition_stands_without_quotes",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "\"office.mountain\" = \"no\"", "office.mountain = \"no\"")],
    },
    Broken {
        name: "a_condition_compares_with_a_truth",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "when = { chung-sinh = \"khong\" }", "when = { chung-sinh = false }")],
    },
    Broken {
        name: "alternatives_of_a_condition_are_not_a_list",
        kinds: &[WrongType],
        changes: &[Replace(BIRTH, "[{ lam-chung = \"co\" }, { lam-chung = \"khong\" }]", "{ lam-chung = \"co\" }")],
    },
    Broken {
        name: "a_word_of_a_closed_list_is_mistyped",
        kinds: &[NotOneOf],
        changes: &[Replace(BIRTH, "form = \"electronic\"", "form = \"electonic\"")],
    },
    Broken {
        name: "a_word_is_not_in_the_closed_list",
        kinds: &[NotOneOf],
        changes: &[Replace(BIRTH, "\"witness\"", "\"hàng xóm\"")],
    },
    Broken {
        name: "an_amount_is_a_sentence",
        kinds: &[NotOneOf],
        changes: &[Replace(BIRTH, "amount = 8000", "amount = \"8.000 đồng\"")],
    },
    Broken {
        name: "a_code_has_another_form",
        kinds: &[WrongForm],
        changes: &[Replace(FATHER, "\"1.001022\"", "\"1001022\"")],
    },
    Broken {
        name: "a_commune_code_is_short",
        kinds: &[WrongForm],
        changes: &[Replace(COMMUNE, "\"04585\"", "\"4585\"")],
    },
    Broken {
        name: "a_telephone_number_has_spaces",
        kinds: &[WrongForm],
        changes: &[Replace(COMMUNE, "02163123456", "+84 216 312 3456")],
    },
    Broken {
        name: "an_address_is_not_whole",
        kinds: &[WrongForm],
        changes: &[Replace(BIRTH, "https://dichvucong", "dichvucong")],
    },
    Broken {
        name: "a_host_has_a_scheme",
        kinds: &[WrongForm],
        changes: &[Replace(SITE, "dugiayto.", "https://dugiayto.")],
    },
    Broken {
        name: "a_mail_address_has_no_host",
        kinds: &[WrongForm],
        changes: &[Replace(SITE, "report =", "report_email = \"can-bo\"\nreport =")],
    },
    Broken {
        name: "a_tongue_is_not_a_tag",
        kinds: &[WrongForm],
        changes: &[Replace(COMMUNE, "\"hmn\"", "\"tiếng Mông\"")],
    },
    Broken {
        name: "a_number_is_too_large",
        kinds: &[OutOfRange],
        changes: &[Replace(BIRTH, "number = 5\n", "number = 32\n")],
    },
    Broken {
        name: "a_number_is_zero",
        kinds: &[OutOfRange],
        changes: &[Replace(FATHER, "number = 2\n", "number = 0\n")],
    },
    Broken { name: "a_fee_is_zero", kinds: &[NotOneOf], changes: &[Replace(BIRTH, "amount = 8000", "amount = 0")] },
    Broken {
        name: "a_question_has_five_options",
        kinds: &[ListLength],
        changes: &[Replace(
            BIRTH,
            "[[requirements]]\nnumber = 0\n",
            r#"
[[questions.options]]
id = "ba"
words = "Ba"
because = "ba"
picture = "co"
[[questions.options]]
id = "bon"
words = "Bốn"
because = "bốn"
picture = "co"
[[questions.options]]
id = "nam"
words = "Năm"
because = "năm"
picture = "co"
[[requirements]]
number = 0
"#,
        )],
    },
    Broken {
        name: "a_list_of_sources_is_empty",
        kinds: &[ListLength],
        changes: &[
            Replace(FATHER, "[[sources]]\ntitle = \"Cổng Dịch vụ công\"\ndate = 2026-11-23\n", ""),
            Replace(FATHER, "sector =", "sources = []\nsector ="),
        ],
    },
    Broken {
        name: "a_condition_is_empty",
        kinds: &[ListLength],
        changes: &[Replace(BIRTH, "when = { chung-sinh = \"khong\" }", "when = {}")],
    },
    Broken {
        name: "a_text_is_empty",
        kinds: &[EmptyText],
        changes: &[Replace(PAPER, "\"Tờ giấy trạm xá cho.\"", "\"\"")],
    },
    Broken {
        name: "an_id_is_a_name",
        kinds: &[BadId],
        changes: &[Replace(EVENTS, "id = \"cuoi\"", "id = \"Cưới hỏi\"")],
    },
    Broken {
        name: "the_key_of_a_sentence_has_a_capital",
        kinds: &[BadId],
        changes: &[Replace(PAPER, "hoi =", "Hoi =")],
    },
    Broken {
        name: "the_key_of_a_message_has_a_hyphen",
        kinds: &[BadId],
        changes: &[Replace(MESSAGES, "next", "next-1")],
    },
    Broken {
        name: "a_day_is_written_as_people_say_it",
        kinds: &[NotADay],
        changes: &[Replace(BIRTH, "2027-02-15", "\"15/2/2027\"")],
    },
    Broken {
        name: "a_quoted_day_is_not_in_the_calendar",
        kinds: &[NotADay],
        changes: &[Replace(BIRTH, "2027-02-15", "\"2027-02-30\"")],
    },
    Broken {
        name: "a_day_has_an_hour",
        kinds: &[NotADay],
        changes: &[Replace(NOTICE, "2026-11-30", "2026-11-30T17:00:00")],
    },
    Broken {
        name: "a_short_name_has_accents",
        kinds: &[BadSms],
        changes: &[Replace(PAPER, "\"Giay chung sinh\"", "\"Giấy chứng sinh\"")],
    },
    Broken {
        name: "a_short_name_is_long",
        kinds: &[BadSms],
        changes: &[Replace(PAPER, "\"Giay chung sinh\"", "\"Giay chung sinh moi\"")],
    },
    Broken {
        name: "a_procedures_short_name_is_long",
        kinds: &[BadSms],
        changes: &[Replace(FATHER, "sms = \"nhan con\"", "sms = \"nhan con, nhan cha me\"")],
    },
    Broken {
        name: "a_brace_is_no_placeholder",
        kinds: &[BadPlaceholder],
        changes: &[Replace(MESSAGES, "{n} giấy", "{số} giấy")],
    },
    Broken {
        name: "a_brace_is_not_closed",
        kinds: &[BadPlaceholder],
        changes: &[Replace(MESSAGES, "{n} giấy", "{n giấy")],
    },
];

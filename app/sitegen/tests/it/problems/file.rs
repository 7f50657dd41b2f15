//! Files and TOML.

use sitegen::diagnostics::ProblemKind::{FileName, MissingFile, NotComposed, Syntax, UnknownCommune, Unreadable};

use super::{BIRTH, Broken, COMMUNE, MESSAGES, NOTICE, PAPER};
use crate::fixture::Change::{Draw, Put, Remove, Replace};

const NEW_PAPER: &[u8] =
    b"plain = \"A\"\nofficial = \"A\"\nsms = \"A\"\npicture = \"nguoi\"\n[missing.steps]\nxin = \"Xin.\"\n";

pub(super) const BROKEN: &[Broken] = &[
    Broken { name: "the_messages_are_missing", kinds: &[MissingFile], changes: &[Remove(MESSAGES)] },
    Broken { name: "no_commune_is_left", kinds: &[MissingFile, UnknownCommune], changes: &[Remove(COMMUNE)] },
    Broken {
        name: "a_file_was_saved_in_another_encoding",
        kinds: &[Unreadable],
        changes: &[Put(NOTICE, b"words = \"C\xe2u g\xe3y\"")],
    },
    Broken { name: "a_drawing_is_packed", kinds: &[Unreadable], changes: &[Draw("khong", b"\x1f\x8b\x08\x00\x00")] },
    Broken {
        name: "a_file_name_has_accents",
        kinds: &[FileName],
        changes: &[Put("documents/Giấy mới.toml", NEW_PAPER)],
    },
    Broken {
        name: "a_file_has_another_ending",
        kinds: &[FileName],
        changes: &[Put("documents/giay-moi.txt", NEW_PAPER)],
    },
    Broken {
        name: "a_quote_is_not_closed",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"", "sector = \"Hộ tịch")],
    },
    Broken {
        name: "words_stand_without_quotes",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"", "sector = Hộ tịch")],
    },
    Broken {
        name: "words_go_on_after_the_quote",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"", "sector = \"Hộ \"tịch\"\"")],
    },
    Broken {
        name: "a_key_stands_twice",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "sector =", "plain = \"Khai sinh\"\nsector =")],
    },
    Broken { name: "a_key_has_accents", kinds: &[Syntax], changes: &[Replace(PAPER, "hoi = ", "hỏi = ")] },
    Broken {
        name: "a_key_has_no_value",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"", "sector =")],
    },
    Broken {
        name: "a_key_has_no_equals_sign",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "sector = \"Hộ tịch\"", "sector \"Hộ tịch\"")],
    },
    Broken {
        name: "a_list_is_not_closed",
        kinds: &[Syntax],
        changes: &[Replace(PAPER, "[\"giấy ra viện\"]", "[\"giấy ra viện\"")],
    },
    Broken {
        name: "a_table_is_not_closed",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "when = { chung-sinh = \"khong\" }", "when = { chung-sinh = \"khong\"")],
    },
    Broken {
        name: "a_heading_is_not_closed",
        kinds: &[Syntax],
        changes: &[Replace(PAPER, "[missing.steps]", "[missing.steps")],
    },
    Broken {
        name: "a_comma_is_missing",
        kinds: &[Syntax],
        changes: &[Replace(COMMUNE, "[\"vi\", \"hmn\"]", "[\"vi\" \"hmn\"]")],
    },
    Broken { name: "a_number_begins_with_zero", kinds: &[Syntax], changes: &[Replace(COMMUNE, "\"04585\"", "04585")] },
    Broken {
        name: "a_bare_day_is_not_in_the_calendar",
        kinds: &[Syntax],
        changes: &[Replace(BIRTH, "2027-02-15", "2027-02-30")],
    },
    Broken {
        name: "accents_are_letters_of_their_own",
        kinds: &[NotComposed],
        changes: &[Replace(PAPER, "looks = \"Tờ", "looks = \"Tơ\u{300}")],
    },
];

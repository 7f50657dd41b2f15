//! Specimens of papers.

use sitegen::diagnostics::ProblemKind::{
    HeavySpecimen, MissingSpecimen, SpecimenActive, SpecimenEmbeds, SpecimenNotSvg, SpecimenReaches, SpecimenStyled,
    SpecimenUnmarked, SpecimenUntitled, StraySpecimen, Unreadable,
};

use super::{Broken, PAPER};
use crate::fixture::Change::{Put, Replace, Specimen};

const OF: &str = "giay-chung-sinh";

/// A good specimen with something more in it.
macro_rules! with {
    ($($more:literal)*) => {
        concat!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 6 8\">\n",
            "<title>Tờ mẫu</title>\n",
            $($more,)*
            "\n<text>MẪU</text>\n</svg>\n"
        )
        .as_bytes()
    };
}

/// A specimen of 15,001 bytes.
const HEAVY: &[u8] = &{
    let around = with!("                ");
    let mut text = [b' '; 15_001];
    let mut at = 0;
    while at < around.len() {
        // Blanks after the last tag are white space, which XML allows there.
        text[at] = around[at];
        at += 1;
    }
    text
};

pub(super) const BROKEN: &[Broken] = &[
    Broken {
        name: "a_paper_promises_a_specimen_that_is_not_drawn",
        kinds: &[MissingSpecimen],
        changes: &[Replace("documents/to-khai.toml", "picture = ", "specimen = true\npicture = ")],
    },
    Broken {
        name: "a_specimen_has_a_slip_in_its_name",
        kinds: &[MissingSpecimen, StraySpecimen],
        changes: &[
            Replace("documents/to-khai.toml", "picture = ", "specimen = true\npicture = "),
            Specimen("tokhai", with!("")),
        ],
    },
    Broken {
        name: "a_specimen_is_drawn_and_its_paper_does_not_say_so",
        kinds: &[StraySpecimen],
        changes: &[Replace(PAPER, "specimen = true\n", "")],
    },
    Broken { name: "a_specimen_has_no_paper", kinds: &[StraySpecimen], changes: &[Specimen("so-do", with!(""))] },
    Broken {
        name: "a_specimen_is_misspelt",
        kinds: &[StraySpecimen],
        changes: &[Specimen("van-ban-lam-chng", with!(""))],
    },
    Broken { name: "a_specimen_is_heavy", kinds: &[HeavySpecimen], changes: &[Specimen(OF, HEAVY)] },
    Broken { name: "a_specimen_is_packed", kinds: &[Unreadable], changes: &[Specimen(OF, b"\x1f\x8b\x08\x00\x00")] },
    Broken {
        name: "a_specimen_is_cut_off",
        kinds: &[SpecimenNotSvg],
        changes: &[Specimen(OF, b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 6 8\"><title>")],
    },
    Broken {
        name: "a_specimen_is_a_page",
        kinds: &[SpecimenNotSvg],
        changes: &[Specimen(
            OF,
            "<html xmlns:s=\"http://www.w3.org/2000/svg\"><s:title>A</s:title><s:text>MẪU</s:text></html>".as_bytes(),
        )],
    },
    Broken {
        name: "a_specimen_does_not_say_how_large_the_paper_is",
        kinds: &[SpecimenNotSvg],
        changes: &[Specimen(
            OF,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"6\"><title>A</title><text>MẪU</text></svg>".as_bytes(),
        )],
    },
    Broken {
        name: "the_title_of_a_specimen_comes_late",
        kinds: &[SpecimenUntitled],
        changes: &[Specimen(
            OF,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 6 8\"><text>MẪU</text><title>A</title></svg>"
                .as_bytes(),
        )],
    },
    Broken {
        name: "only_the_title_of_a_specimen_says_that_it_is_one",
        kinds: &[SpecimenUnmarked],
        changes: &[Specimen(
            OF,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 6 8\"><title>MẪU</title></svg>".as_bytes(),
        )],
    },
    Broken {
        name: "a_specimen_has_a_style_sheet_and_styles",
        kinds: &[SpecimenStyled],
        changes: &[Specimen(
            OF,
            with!("<style>path{}</style><path class=\"f1\" d=\"M0 0\"/><path style=\"fill:red\" d=\"M0 0\"/>"),
        )],
    },
    Broken {
        name: "a_specimen_brings_programs",
        kinds: &[SpecimenActive],
        changes: &[Specimen(OF, with!("<script>1</script><path onclick=\"a()\" d=\"M0 0\"/>"))],
    },
    Broken {
        name: "a_scan_is_pasted_into_a_specimen",
        kinds: &[SpecimenEmbeds],
        changes: &[Specimen(OF, with!("<image width=\"6\" height=\"8\"/><foreignObject/>"))],
    },
    Broken {
        name: "a_specimen_fetches_from_elsewhere",
        kinds: &[SpecimenReaches],
        changes: &[Specimen(
            OF,
            with!(
                "<use href=\"khung.svg#a\"/>\n<use xlink:href=\"https://example.org/a.svg#a\"/>\n"
                "<path fill=\"url(https://example.org/a.svg#b)\" d=\"M0 0\"/>"
            ),
        )],
    },
    Broken {
        name: "the_paper_of_a_specimen_cannot_be_read",
        kinds: &[Unreadable],
        changes: &[Put("documents/so-do.toml", b"plain = \"S\xe3\""), Specimen("so-do", with!(""))],
    },
];

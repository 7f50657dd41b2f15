//! One line of a table: whose telephone, which procedure, what is missing. What is not certain is refused with its reason: a
//! message about the wrong paper costs somebody a day.

use domain::list_number::decode_procedure;
use domain::message::{Fault, Gap};
use domain::phone::{Phone, PhoneError};
use domain::search::folded;

use super::table::Line;
use super::{Catalog, Known, Thing};

/// Why a line is no message. The names are what the page's sentences are found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowError {
    /// The telephone cannot be read.
    Phone(PhoneError),
    /// A landline, which gets no messages.
    Landline,
    /// No procedure stands there.
    NoProcedure,
    /// No procedure is called so.
    UnknownProcedure(String),
    /// More than one is.
    SeveralProcedures(String),
    /// Nothing stands there that is missing.
    NothingMissing,
    /// The procedure asks for nothing that is called so.
    UnknownThing(String),
    /// More than one thing is called so.
    SeveralThings(String),
}

impl RowError {
    /// What the page calls it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Phone(PhoneError::Empty) => "phone-empty",
            Self::Phone(PhoneError::Rounded) => "phone-rounded",
            Self::Phone(PhoneError::Letters) => "phone-letters",
            Self::Phone(PhoneError::Abroad) => "phone-abroad",
            Self::Phone(PhoneError::TooShort) => "phone-short",
            Self::Phone(PhoneError::OldPrefix) => "phone-old",
            Self::Phone(PhoneError::NoSuchPrefix) => "phone-prefix",
            Self::Phone(PhoneError::TooLong) => "phone-long",
            Self::Landline => "phone-landline",
            Self::NoProcedure => "procedure-none",
            Self::UnknownProcedure(_) => "procedure-unknown",
            Self::SeveralProcedures(_) => "procedure-several",
            Self::NothingMissing => "missing-none",
            Self::UnknownThing(_) => "missing-unknown",
            Self::SeveralThings(_) => "missing-several",
        }
    }

    /// What it is about, as it stood in the table or as it is called; empty where the sentence says all.
    #[must_use]
    pub fn about(&self) -> &str {
        match self {
            Self::UnknownProcedure(about)
            | Self::SeveralProcedures(about)
            | Self::UnknownThing(about)
            | Self::SeveralThings(about) => about,
            _ => "",
        }
    }
}

/// A line that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// Whom it goes to.
    pub phone: Phone,
    /// What it is about.
    pub procedure: &'a Known,
    /// What is not there or will not do, each once.
    pub gaps: Vec<(&'a Thing, Fault)>,
}

impl Row<'_> {
    /// The gaps of the message.
    #[must_use]
    pub fn named(&self) -> Vec<Gap> {
        self.gaps.iter().map(|(thing, fault)| Gap { name: thing.sms.clone(), fault: *fault }).collect()
    }

    /// The digits of its link.
    #[must_use]
    pub fn digits(&self) -> Option<String> {
        self.procedure.numbered.still_missing(self.gaps.iter().map(|(thing, _)| thing.number))
    }
}

/// Reads a line. `faults` are the words that may stand in brackets behind a thing, [`folded`].
///
/// # Errors
/// [`RowError`]: the first thing that is wrong, from left to right.
pub fn read<'a>(line: &Line, catalog: &'a Catalog, faults: &[(String, Fault)]) -> Result<Row<'a>, RowError> {
    let [phone, procedure, missing] = &line.cells;
    let phone = Phone::read(phone).map_err(RowError::Phone)?;
    if !phone.is_mobile() {
        return Err(RowError::Landline);
    }
    let procedure = procedure_called(procedure, catalog)?;
    let gaps = things_called(missing, procedure, faults)?;
    Ok(Row { phone, procedure, gaps })
}

fn procedure_called<'a>(text: &str, catalog: &'a Catalog) -> Result<&'a Known, RowError> {
    if folded(text).is_empty() {
        return Err(RowError::NoProcedure);
    }
    // Its number on walls: with a check digit, so that no other number is taken for it.
    if let Ok(number) = decode_procedure(text.trim())
        && let Some(known) = catalog.procedures.iter().find(|known| known.numbered.procedure == number)
    {
        return Ok(known);
    }
    match called(text, &catalog.procedures, |known| &known.names).as_slice() {
        [] => Err(RowError::UnknownProcedure(text.to_owned())),
        [only] => Ok(only),
        several => Err(RowError::SeveralProcedures(
            several.iter().map(|known| known.sms.as_str()).collect::<Vec<_>>().join(", "),
        )),
    }
}

/// Things stand between semicolons, plus signs or lines; between commas only where a whole piece is no name.
fn things_called<'a>(
    text: &str,
    procedure: &'a Known,
    faults: &[(String, Fault)],
) -> Result<Vec<(&'a Thing, Fault)>, RowError> {
    let mut gaps: Vec<(&Thing, Fault)> = Vec::new();
    let mut add = |gap: (&'a Thing, Fault)| {
        if !gaps.iter().any(|(thing, _)| thing.number == gap.0.number) {
            gaps.push(gap);
        }
    };
    for piece in text.split([';', '+', '\n', '\r']).map(str::trim).filter(|piece| !folded(piece).is_empty()) {
        match thing_called(piece, procedure, faults) {
            Ok(gap) => add(gap),
            Err(error) if !piece.contains(',') => return Err(error),
            Err(_) => {
                for piece in piece.split(',').map(str::trim).filter(|piece| !folded(piece).is_empty()) {
                    add(thing_called(piece, procedure, faults)?);
                }
            }
        }
    }
    if gaps.is_empty() { Err(RowError::NothingMissing) } else { Ok(gaps) }
}

fn thing_called<'a>(
    piece: &str,
    procedure: &'a Known,
    faults: &[(String, Fault)],
) -> Result<(&'a Thing, Fault), RowError> {
    let (name, fault) = with_fault(piece, faults).unwrap_or((piece, Fault::Missing));
    match called(name, &procedure.things, |thing| &thing.names).as_slice() {
        [] => Err(RowError::UnknownThing(piece.to_owned())),
        [only] => Ok((only, fault)),
        several => {
            Err(RowError::SeveralThings(several.iter().map(|thing| thing.sms.as_str()).collect::<Vec<_>>().join(", ")))
        }
    }
}

/// A name with what is wrong with it in brackets behind it.
fn with_fault<'a>(piece: &'a str, faults: &[(String, Fault)]) -> Option<(&'a str, Fault)> {
    let (name, rest) = piece.trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let said = folded(rest);
    faults.iter().find(|(words, _)| *words == said).map(|(_, fault)| (name, *fault))
}

/// What has exactly this name; where nothing has, what has a name that begins with these words.
fn called<'a, T>(text: &str, all: &'a [T], names: impl Fn(&T) -> &Vec<String>) -> Vec<&'a T> {
    let text = folded(text);
    if text.is_empty() {
        return Vec::new();
    }
    let exactly: Vec<_> = all.iter().filter(|one| names(one).contains(&text)).collect();
    if !exactly.is_empty() {
        return exactly;
    }
    let begins = |name: &String| name.strip_prefix(&text).is_some_and(|rest| rest.starts_with(' '));
    all.iter().filter(|one| names(one).iter().any(begins)).collect()
}

#[cfg(test)]
mod tests {
    use domain::message::Fault;
    use proptest::prelude::*;

    use super::super::number_of_test;
    use super::*;

    /// Telephone, slug, and what is wrong with which thing.
    type ReadRow = (String, String, Vec<(u8, Fault)>);

    fn thing(number: u8, sms: &str, names: &[&str]) -> Thing {
        Thing { number, sms: sms.into(), names: names.iter().map(|name| folded(name)).collect() }
    }

    fn catalog() -> Catalog {
        let known = |number, slug: &str, names: &[&str], things| Known {
            slug: slug.into(),
            sms: slug.replace('-', " "),
            numbered: number_of_test(number),
            names: names.iter().map(|name| folded(name)).collect(),
            things,
        };
        let birth = vec![
            thing(0, "giay chung sinh", &["giấy chứng sinh"]),
            thing(1, "can cuoc", &["can-cuoc", "thẻ căn cước của mẹ", "thẻ căn cước"]),
            thing(2, "ten, que be", &["Tên, quê của bé"]),
            thing(3, "can cuoc bo", &["thẻ căn cước của bố"]),
        ];
        Catalog {
            procedures: vec![
                known(1, "khai-sinh", &["khai-sinh", "1.001193", "Làm giấy khai sinh"], birth),
                known(
                    2,
                    "khai-tu",
                    &["khai-tu", "khai tử cho người mất"],
                    vec![thing(0, "giay bao tu", &["giấy báo tử"])],
                ),
                known(3, "khai-lai", &["khai lại khi mất sổ"], vec![]),
            ],
        }
    }

    fn faults() -> Vec<(String, Fault)> {
        vec![("mo".into(), Fault::Blurred), ("het han".into(), Fault::Expired)]
    }

    fn reads(cells: [&str; 3]) -> Result<ReadRow, RowError> {
        let catalog = catalog();
        let row = read(&Line { number: 2, cells: cells.map(str::to_owned) }, &catalog, &faults())?;
        let gaps = row.gaps.iter().map(|(thing, fault)| (thing.number, *fault)).collect();
        Ok((row.phone.local(), row.procedure.slug.clone(), gaps))
    }

    #[test]
    fn a_line_is_read_however_its_procedure_and_things_are_called() {
        let missing = |numbers: &[u8]| numbers.iter().map(|number| (*number, Fault::Missing)).collect::<Vec<_>>();
        let ok = |gaps| Ok(("0912345678".to_owned(), "khai-sinh".to_owned(), gaps));
        for procedure in ["khai sinh", "KHAI-SINH", "1.001193", "Làm giấy", "13"] {
            assert_eq!(reads(["912345678", procedure, "Giấy chứng sinh"]), ok(missing(&[0])), "{procedure}");
        }
        assert_eq!(reads(["0912.345.678", "khai sinh", "giay chung sinh, can cuoc"]), ok(missing(&[0, 1])));
        assert_eq!(
            reads(["+84 912 345 678", "khai sinh", "can-cuoc; Tên, quê của bé\ncan cuoc"]),
            ok(missing(&[1, 2]))
        );
        let faulty = vec![(1, Fault::Expired), (0, Fault::Blurred)];
        assert_eq!(reads(["84912345678", "khai sinh", "can cuoc (hết hạn) + giay chung sinh (MỜ)"]), ok(faulty));
    }

    #[test]
    fn what_is_not_certain_is_refused_with_its_reason() {
        let refused = |phone, procedure, missing| {
            let error = reads([phone, procedure, missing]).expect_err("it is refused");
            format!("{} {}", error.name(), error.about()).trim().to_owned()
        };
        let phone = "0912345678";
        assert_eq!(refused("", "khai sinh", "can cuoc"), "phone-empty");
        assert_eq!(refused("9.12E+08", "khai sinh", "can cuoc"), "phone-rounded");
        assert_eq!(refused("02163857123", "khai sinh", "can cuoc"), "phone-landline");
        assert_eq!(refused(phone, "", "can cuoc"), "procedure-none");
        assert_eq!(refused(phone, "cưới", "can cuoc"), "procedure-unknown cưới");
        assert_eq!(refused(phone, "14", "can cuoc"), "procedure-unknown 14");
        assert_eq!(refused(phone, "khai", "can cuoc"), "procedure-several khai sinh, khai tu, khai lai");
        assert_eq!(refused(phone, "khai sinh", " ; "), "missing-none");
        assert_eq!(refused(phone, "khai sinh", "can cuoc; hộ chiếu"), "missing-unknown hộ chiếu");
        assert_eq!(refused(phone, "khai sinh", "can cuoc (rách)"), "missing-unknown can cuoc (rách)");
        let two = catalog().procedures[0].things.clone();
        assert_eq!(called("thẻ căn", &two, |thing| &thing.names).len(), 2);
    }

    proptest! {
        #[test]
        fn no_line_panics(cells in prop::array::uniform3(any::<String>())) {
            let _ = reads([&cells[0], &cells[1], &cells[2]]);
            let _ = reads(["0912345678", "khai sinh", &cells[2]]);
        }
    }
}

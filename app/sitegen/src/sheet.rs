//! Sheets on paper for the people who answer for the content: `review-sheet` to tick and sign a procedure, `ask-sheet`
//! to be told what nobody has confirmed; and for village heads, `booklet` with all procedures. HTML that prints well, and
//! PDF where there is a Chromium.

mod ask;
mod booklet;
mod html;
pub mod paper;
mod review;
mod who;
mod words;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::Site;
use web::Messages;

use crate::content::Files;
use crate::diagnostics::did_you_mean;
use crate::dist;
use crate::pictogram;
use crate::prerender::Sources;
use ask::Unconfirmed;
use booklet::Booklet;
use paper::{PrintError, Printer};

/// Where sheets are written when nothing else is said.
pub const FOLDER: &str = "sheets";
/// The style sheet's source, below the style folder.
pub const STYLE: &str = "sheet/print.css";
/// The source of the booklet's style sheet, below the style folder.
pub const BOOKLET_STYLE: &str = "sheet/booklet.css";

/// The most pages of a booklet that is copied and stapled.
pub const BOOKLET_PAGES: usize = 60;

/// How small a sheet is printed until it is one page: in points, and as a class of the style sheet.
const SIZES: [(usize, &str); 4] = [(9, "size-9"), (8, "size-8"), (7, "size-7"), (6, "size-6")];
const LARGEST: &str = SIZES[0].1;

/// More letters than one page has ever held, at one point; a line begun counts for some. Printing takes a second, so
/// what cannot fit is not tried.
const MOST_LETTERS: usize = 600_000;
const LETTERS_A_LINE: usize = 25;

/// What a command of this module is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The folder that is written into.
    pub out: PathBuf,
    /// Slugs of procedures; empty for all.
    pub procedures: Vec<String>,
}

impl Order {
    /// From `[slug…] [--out DIR]`.
    ///
    /// # Errors
    /// [`SheetError::Argument`] for anything else.
    pub fn parse(arguments: &[String]) -> Result<Self, SheetError> {
        let mut order = Self { out: FOLDER.into(), procedures: Vec::new() };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--out" => order.out = rest.next().ok_or_else(|| SheetError::Argument(argument.clone()))?.into(),
                option if option.starts_with('-') => return Err(SheetError::Argument(argument.clone())),
                slug => order.procedures.push(slug.to_owned()),
            }
        }
        Ok(order)
    }
}

/// One sheet that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The HTML; a PDF lies beside it where there is a number of pages.
    pub file: PathBuf,
    /// How many pages it takes; `None` where nothing could be printed.
    pub pages: Option<usize>,
    /// Whether what has to be one page is one: a review sheet, the first page of the sheet that asks. Of a booklet, whether
    /// it has [`BOOKLET_PAGES`] at most.
    pub fits: bool,
}

/// The review sheet of one procedure at the largest print, as text.
#[must_use]
pub fn review(site: &Site, slug: &str) -> Option<String> {
    let procedure = site.procedures.iter().find(|procedure| procedure.slug == slug)?;
    Some(review::document(site, procedure, LARGEST))
}

/// The sheet of everything that is not confirmed, at the largest print, as text. `files` are those of the site.
#[must_use]
pub fn ask(site: &Site, files: &Files) -> String {
    Unconfirmed { site, commune_points: &commune_points(files) }.document(LARGEST)
}

/// What the commune's own file leaves open.
fn commune_points(files: &Files) -> Vec<String> {
    let (draft, _) = files.draft();
    let commune = draft.default_commune();
    commune.map(|commune| commune.data.open_points.0.values().cloned().collect()).unwrap_or_default()
}

/// Writes one review sheet for each procedure that is asked for into `review/` of the folder.
///
/// # Errors
/// [`SheetError`], with the file it happened at.
pub fn write_review(
    site: &Site,
    style: &Path,
    order: &Order,
    printer: Option<&Printer>,
) -> Result<Vec<Sheet>, SheetError> {
    let slugs = || site.procedures.iter().map(|procedure| procedure.slug.as_str());
    if let Some(slug) = order.procedures.iter().find(|slug| !slugs().any(|known| known == slug.as_str())) {
        let advice = did_you_mean(slug, slugs(), "xem tên tệp trong app/content/procedures");
        return Err(SheetError::Procedure(slug.clone(), advice));
    }
    write_style(style, &order.out)?;
    let wanted = |slug: &String| order.procedures.is_empty() || order.procedures.contains(slug);
    let procedures = site.procedures.iter().filter(|procedure| wanted(&procedure.slug));
    let written = procedures.map(|procedure| {
        let file = order.out.join("review").join(format!("{}.html", procedure.slug));
        let size = smallest_needed(printer, &file, |size| review::document(site, procedure, size))?;
        Ok(Sheet { file, pages: size.pages, fits: size.fits })
    });
    written.collect()
}

/// Writes the sheet of everything that is not confirmed.
///
/// # Errors
/// As [`write_review`].
pub fn write_ask(
    site: &Site,
    files: &Files,
    style: &Path,
    order: &Order,
    printer: Option<&Printer>,
) -> Result<Sheet, SheetError> {
    if let Some(slug) = order.procedures.first() {
        return Err(SheetError::Argument(slug.clone()));
    }
    write_style(style, &order.out)?;
    let unconfirmed = Unconfirmed { site, commune_points: &commune_points(files) };
    let file = order.out.join("ask.html");
    // The first page has to be one page; how many follow is as it is.
    let first = smallest_needed(printer, &file, |size| unconfirmed.first_page(size))?;
    write(&file, unconfirmed.document(first.class).as_bytes())?;
    let pages = printer.map(|printer| printer.print(&file)).transpose().map_err(SheetError::Print)?;
    Ok(Sheet { file, pages, fits: first.fits })
}

/// The booklet of all procedures, as text. `pictograms` is the folder of these.
#[must_use]
pub fn booklet(site: &Site, messages: &Messages, pictograms: &Path) -> String {
    let pictogram = pictogram::in_folder(pictograms);
    Booklet { site, messages, pictogram: &pictogram }.document()
}

/// Writes the booklet of all procedures.
///
/// # Errors
/// As [`write_review`].
pub fn write_booklet(
    site: &Site,
    messages: &Messages,
    sources: &Sources,
    order: &Order,
    printer: Option<&Printer>,
) -> Result<Sheet, SheetError> {
    if let Some(slug) = order.procedures.first() {
        return Err(SheetError::Argument(slug.clone()));
    }
    copy_style(&sources.style.join(BOOKLET_STYLE), &order.out.join("booklet.css"))?;
    let file = order.out.join("booklet.html");
    write(&file, booklet(site, messages, &sources.pictograms()).as_bytes())?;
    let pages = printer.map(|printer| printer.print(&file)).transpose().map_err(SheetError::Print)?;
    Ok(Sheet { file, pages, fits: pages.is_none_or(|pages| pages <= BOOKLET_PAGES) })
}

/// How a sheet came out.
struct Printed {
    class: &'static str,
    pages: Option<usize>,
    fits: bool,
}

/// Writes and prints a document smaller and smaller until it is one page.
fn smallest_needed(
    printer: Option<&Printer>,
    file: &Path,
    document: impl Fn(&'static str) -> String,
) -> Result<Printed, SheetError> {
    let mut printed = Printed { class: LARGEST, pages: None, fits: true };
    for (points, class) in SIZES {
        let text = document(class);
        let is_last = class == SIZES[SIZES.len() - 1].1;
        if printer.is_some() && !is_last && letters(&text) * points * points > MOST_LETTERS {
            continue;
        }
        write(file, text.as_bytes())?;
        let Some(printer) = printer else {
            // A PDF of the last time would not be this sheet.
            let _ = fs::remove_file(file.with_extension("pdf"));
            return Ok(printed);
        };
        let pages = printer.print(file).map_err(SheetError::Print)?;
        printed = Printed { class, pages: Some(pages), fits: pages == 1 };
        if printed.fits {
            break;
        }
    }
    Ok(printed)
}

/// How much room a document takes, in letters.
fn letters(html: &str) -> usize {
    let outside = html.split('<').filter_map(|part| part.split_once('>'));
    let text: usize = outside.map(|(_, text)| text.chars().count()).sum();
    text + html.matches("<li").count() * LETTERS_A_LINE
}

fn write_style(style: &Path, out: &Path) -> Result<(), SheetError> {
    copy_style(&style.join(STYLE), &out.join("sheet.css"))
}

fn copy_style(from: &Path, to: &Path) -> Result<(), SheetError> {
    let sheet = fs::read(from).map_err(|error| SheetError::File(from.to_owned(), error))?;
    write(to, &sheet)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), SheetError> {
    dist::write(path, bytes).map_err(|error| SheetError::File(path.to_owned(), error))
}

/// What the commands say in the end, in the words of whoever called them.
#[must_use]
pub fn said(sheets: &[Sheet], has_printer: bool) -> String {
    let mut text = String::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.fits) {
        let pages = sheet.pages.unwrap_or_default();
        text.push_str(&format!(
            "{}: {pages} trang, in chữ nhỏ nhất vẫn không vừa một trang; in hai mặt\n",
            sheet.file.display()
        ));
    }
    let folder = sheets.first().and_then(|sheet| sheet.file.parent()).unwrap_or(Path::new(FOLDER)).display();
    let pages: usize = sheets.iter().filter_map(|sheet| sheet.pages).sum();
    if has_printer {
        text.push_str(&format!("{} phiếu, {pages} trang A4: {folder}\n", sheets.len()));
    } else {
        text.push_str(&format!(
            "{} phiếu (chỉ HTML): {folder}\nKhông thấy Chromium nên chưa có PDF. Mở tệp .html bằng trình duyệt nào cũng \
             được rồi in ra giấy A4, hoặc cài Chromium (sudo apt-get install chromium) và chạy lại.\n",
            sheets.len()
        ));
    }
    text
}

/// Why there are no sheets.
#[derive(Debug)]
pub enum SheetError {
    /// An argument that is not known, or lacks its value.
    Argument(String),
    /// No such procedure, and what to type instead.
    Procedure(String, String),
    /// A file cannot be read or written.
    File(PathBuf, io::Error),
    /// The browser did not print.
    Print(PrintError),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(argument) => {
                write!(
                    f,
                    "không hiểu `{argument}`; review-sheet nhận [tên-thủ-tục…] [--out thư-mục], ask-sheet và booklet nhận [--out thư-mục]"
                )
            }
            Self::Procedure(slug, advice) => write!(f, "không có thủ tục `{slug}`: {advice}"),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Print(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SheetError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(arguments: &[&str]) -> Result<Order, String> {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        Order::parse(&arguments).map_err(|error| error.to_string())
    }

    #[test]
    fn an_order_names_procedures_and_a_folder() {
        assert_eq!(order(&[]), Ok(Order { out: "sheets".into(), procedures: vec![] }));
        let some = Order { out: "a".into(), procedures: vec!["khai-tu".to_owned()] };
        assert_eq!(order(&["khai-tu", "--out", "a"]), Ok(some));
        assert!(order(&["--out"]).is_err());
        assert!(order(&["--pdf"]).unwrap_err().contains("`--pdf`"));
    }

    #[test]
    fn letters_are_counted_outside_of_tags_and_a_line_takes_room_of_its_own() {
        assert_eq!(letters("<p class=\"long\">giấy</p>"), 4);
        assert_eq!(letters("<li>a</li><li>b</li>"), 2 + 2 * LETTERS_A_LINE);
    }

    #[test]
    fn what_does_not_fit_and_what_could_not_be_printed_is_said() {
        let sheet = |pages: Option<usize>| Sheet {
            file: "sheets/review/khai-tu.html".into(),
            pages,
            fits: pages.is_none_or(|pages| pages == 1),
        };
        let text = said(&[sheet(Some(1)), sheet(Some(2))], true);
        assert_eq!(
            text,
            "sheets/review/khai-tu.html: 2 trang, in chữ nhỏ nhất vẫn không vừa một trang; in hai mặt\n2 phiếu, 3 trang A4: sheets/review\n"
        );
        assert!(said(&[sheet(None)], false).contains("apt-get install chromium"));
    }
}

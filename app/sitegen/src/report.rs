//! What a visitor downloads, against the budgets of the design: a build over a limit fails.
//!
//! All sizes are bytes as they travel: brotli where there is a twin. A kilobyte is 1,000 bytes.

mod content;
mod families;
mod faults;
mod messages;
mod offline;
mod pictures;
pub mod plain;
mod table;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::compile;
use crate::content::{Draft, Files};
use crate::diagnostics::Problem;
use crate::dist::{self, DistError, Kind, Published};
use crate::release::ReleaseError;
use messages::Messages;
pub use offline::Offline;
use table::Table;

/// A size that must not be passed, and one that we try for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// In bytes; more fails.
    pub limit: u64,
    /// In bytes; more is only said.
    pub aim: u64,
}

/// One page with its styles and inline pictures, readable with nothing else: one first flight of packets.
pub const PAGE: Budget = Budget { limit: 14_600, aim: 10_000 };
/// All scripts and wasm of a citizen page.
pub const CODE: Budget = Budget { limit: 110_000, aim: 80_000 };
/// What the first visit brings: the largest page, the shell, the code.
pub const FIRST_TIER: Budget = Budget { limit: 150_000, aim: 110_000 };

/// A page of the clerk's desk, which carries every procedure: an office's line brings it once a day.
pub const DESK_PAGE: Budget = Budget { limit: 25_000, aim: 15_000 };
/// All scripts and wasm of the desk.
pub const DESK_CODE: Budget = Budget { limit: 130_000, aim: 100_000 };

/// Pages of the desk begin so.
const DESK_PAGES: &str = "/can-bo/";

/// What a citizen page runs. A page that does not exist without script would be a mistake, a site without these too.
const CITIZEN: &[&str] = &["look.js", "boot.js", "phone.js", "listen.js", "helper.js", "citizen.js", "citizen_bg.wasm"];
/// What the clerk's desk runs; no citizen downloads it.
const DESK: &[&str] = &["desk-boot.js", "desk.js", "desk_bg.wasm"];
/// What a desk brings besides when somebody scans; the program only where the browser cannot read squares itself.
const EYE: &[&str] = &["desk-scan.js", "scan.js", "scan_bg.wasm"];

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// `/khai-sinh/`
    pub address: String,
    /// The document with the pictures in it.
    pub html: u64,
    /// The styles that it links.
    pub css: u64,
}

impl Page {
    fn size(&self) -> u64 {
        self.html + self.css
    }

    fn budget(&self) -> Budget {
        if self.address.starts_with(DESK_PAGES) { DESK_PAGE } else { PAGE }
    }
}

/// Everything measured in a published folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// By address.
    pub pages: Vec<Page>,
    /// Name and size of each file that a citizen page runs.
    pub citizen: Vec<(&'static str, u64)>,
    /// The same of the desk.
    pub desk: Vec<(&'static str, u64)>,
    /// What scanning brings besides.
    pub eye: Vec<(&'static str, u64)>,
    /// What the worker brings.
    pub offline: Offline,
}

/// Measures a published folder.
///
/// # Errors
/// [`ReportError`] when the folder or one of the files every site has cannot be read.
pub fn measure(dist: &Path) -> Result<Report, ReportError> {
    let files = dist::files(dist).map_err(ReportError::Dist)?;
    let size = |address: &str| {
        let file = files.iter().find(|file| file.address == address);
        file.map_or_else(
            || Err(ReportError::File(dist.join(address.trim_start_matches('/')), io::ErrorKind::NotFound.into())),
            |file| travelling(file).map_err(|error| ReportError::File(file.path.clone(), error)),
        )
    };
    let sizes = |names: &[&'static str]| -> Result<Vec<_>, ReportError> {
        names.iter().map(|name| Ok((*name, size(&format!("/{name}"))?))).collect()
    };
    let mut pages = Vec::new();
    for file in files.iter().filter(|file| file.kind == Kind::Page) {
        let text = fs::read_to_string(&file.path).map_err(|error| ReportError::File(file.path.clone(), error))?;
        let mut css = 0;
        for address in stylesheets(&text) {
            css += size(address)?;
        }
        pages.push(Page { address: file.address.clone(), html: size(&file.address)?, css });
    }
    Ok(Report {
        pages,
        citizen: sizes(CITIZEN)?,
        desk: sizes(DESK)?,
        eye: sizes(EYE)?,
        offline: Offline::measure(dist)?,
    })
}

/// The bytes that travel for a file.
fn travelling(file: &Published) -> io::Result<u64> {
    let twin = dist::twin(&file.path);
    Ok(fs::metadata(if twin.is_file() { &twin } else { &file.path })?.len())
}

/// The addresses of the stylesheets that a page links to be seen: one for paper keeps nobody waiting.
fn stylesheets(html: &str) -> impl Iterator<Item = &str> {
    let tags = html.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| attribute(tag, "rel") == Some("stylesheet") && attribute(tag, "media") != Some("print"))
        .filter_map(|tag| attribute(tag, "href"))
}

/// The value of an attribute in double quotes, in single ones or in none; minified pages have all three.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let value = tag.split_ascii_whitespace().find_map(|part| part.strip_prefix(name)?.strip_prefix('='))?;
    Some(value.trim_end_matches('/').trim_matches(['"', '\'']))
}

impl Report {
    /// Bytes of all code of a citizen page.
    pub fn code(&self) -> u64 {
        self.citizen.iter().map(|(_, size)| size).sum()
    }

    /// Bytes of all code of the desk.
    pub fn desk_code(&self) -> u64 {
        self.desk.iter().map(|(_, size)| size).sum()
    }

    /// One sentence for each limit that is passed.
    pub fn over_limit(&self) -> Vec<String> {
        let pages = self.pages.iter().map(|page| (page.address.clone(), page.size(), page.budget()));
        pages
            .chain([("the code of a citizen page".to_owned(), self.code(), CODE)])
            .chain([("the code of the desk".to_owned(), self.desk_code(), DESK_CODE)])
            .chain(self.offline.budgets())
            .filter(|(_, size, budget)| *size > budget.limit)
            .map(|(what, size, budget)| format!("{what} has {size} bytes, the limit is {}", budget.limit))
            .collect()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Bytes as they travel (brotli). A kilobyte is 1,000 bytes.\n")?;
        let mut pages = Table::new(&["page", "html", "css", "together", "of limit", ""]);
        for page in &self.pages {
            let (html, css) = (page.html.to_string(), page.css.to_string());
            pages.row(&[
                &page.address,
                &html,
                &css,
                &page.size().to_string(),
                &share(page.size(), page.budget()),
                verdict(page.size(), page.budget()),
            ]);
        }
        writeln!(f, "{pages}{}; of the desk {}\n", said(PAGE), said(DESK_PAGE))?;

        let mut code = Table::new(&["code", "bytes", "of limit", ""]);
        for (name, size) in &self.citizen {
            code.row(&[name, &size.to_string()]);
        }
        code.row(&["a citizen page", &self.code().to_string(), &share(self.code(), CODE), verdict(self.code(), CODE)]);
        for (name, size) in &self.desk {
            code.row(&[name, &size.to_string()]);
        }
        let (own, limit) = (self.desk_code(), DESK_CODE);
        code.row(&["the desk", &own.to_string(), &share(own, limit), verdict(own, limit)]);
        for (name, size) in &self.eye {
            code.row(&[name, &size.to_string()]);
        }
        writeln!(f, "{code}{}; of the desk {}\n", said(CODE), said(DESK_CODE))?;

        write!(f, "{}", self.offline)
    }
}

fn share(size: u64, budget: Budget) -> String {
    format!("{} %", (size * 100).div_ceil(budget.limit))
}

fn verdict(size: u64, budget: Budget) -> &'static str {
    match size {
        _ if size > budget.limit => "OVER THE LIMIT",
        _ if size > budget.aim => "over the aim",
        _ => "",
    }
}

fn said(budget: Budget) -> String {
    format!("limit {}, aim {}", budget.limit, budget.aim)
}

/// The numbers in a tab-separated file, its first line the heads, as an aligned table. Lines with `#` are dropped.
pub fn aligned(numbers: &str) -> String {
    let mut lines = numbers.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let heads: Vec<_> = lines.next().unwrap_or_default().split('\t').collect();
    let mut table = Table::new(&heads);
    for line in lines {
        table.row(&line.split('\t').collect::<Vec<_>>());
    }
    table.to_string()
}

/// What the content is, in tables: how much of it there is, how plain, what it is worth to a family. `every` adds a line
/// for each family.
#[must_use]
pub fn of_content(files: &Files, every: bool) -> String {
    let (draft, mut problems) = files.draft();
    let figures = crate::check::all(&draft, &mut problems);
    let messages = messages(&draft, &problems).map_or_else(|error| format!("{error}\n"), |all| all.in_short());
    format!(
        "{}{}\n\n{}\n{}\n{}",
        content::table(&draft),
        pictures::line(files),
        families::table(&draft, every),
        plain::table(&figures),
        messages
    )
}

/// The longest messages about every procedure.
fn messages(draft: &Draft, problems: &[Problem]) -> Result<Messages, ReportError> {
    let site = if problems.is_empty() { compile::site(draft) } else { None };
    site.and_then(|site| Messages::of(&site)).ok_or(ReportError::Messages)
}

/// `sitegen report [--dist dist] [--waking docs/waking.tsv] [--families]`: prints the tables; the result says whether
/// all limits are kept. `--messages` prints what stands in `docs/messages.tsv` and nothing else.
///
/// # Errors
/// Those of [`measure`], [`ReportError::Argument`], and [`ReportError::Messages`].
pub fn run(arguments: &[String], files: &Files) -> Result<bool, ReportError> {
    let (mut dist, mut waking) = (PathBuf::from("dist"), PathBuf::from("docs/waking.tsv"));
    let mut every_family = false;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().map(PathBuf::from).ok_or_else(|| ReportError::Argument(argument.clone()));
        match argument.as_str() {
            "--dist" => dist = value()?,
            "--waking" => waking = value()?,
            "--families" => every_family = true,
            "--messages" => {
                let (draft, problems) = files.draft();
                print!("{}", messages(&draft, &problems)?);
                return Ok(true);
            }
            _ => return Err(ReportError::Argument(argument.clone())),
        }
    }
    let report = measure(&dist)?;
    print!("{report}\n{}", of_content(files, every_family));
    let (draft, problems) = files.draft();
    if let Ok(messages) = messages(&draft, &problems) {
        let messages = messages.to_string();
        let is_this = fs::read_to_string(messages::FILE).is_ok_and(|text| text == messages);
        let of = if is_this { "this content" } else { "other content than this: sitegen report --messages" };
        println!("{}: each of them, of {of}", messages::FILE);
    }
    match fs::read_to_string(faults::FILE) {
        Ok(counted) => println!("\n{}", faults::line(&counted, files)),
        Err(error) => println!("\nno count of seeded faults: {}: {error}", faults::FILE),
    }
    match fs::read_to_string(&waking) {
        Ok(numbers) => {
            print!("\nWays to wake a page ({}), measured by hand:\n\n{}", waking.display(), aligned(&numbers))
        }
        Err(error) => println!("\nno numbers of waking: {}: {error}", waking.display()),
    }
    let over = report.over_limit();
    for sentence in &over {
        println!("\nOVER THE LIMIT: {sentence}");
    }
    Ok(over.is_empty())
}

/// Why nothing could be measured.
#[derive(Debug)]
pub enum ReportError {
    /// The folder cannot be used.
    Dist(DistError),
    /// This file cannot be read.
    File(PathBuf, io::Error),
    /// What phones keep of the folder cannot be told.
    Release(ReleaseError),
    /// The content has problems, or no sentences for messages.
    Messages,
    /// An argument that is not known, or lacks its value.
    Argument(String),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dist(error) => error.fmt(f),
            Self::File(path, error) => write!(f, "cannot measure {}: {error}", path.display()),
            Self::Release(error) => error.fmt(f),
            Self::Messages => f.write_str("no messages to count: the content has problems, or no sentences for them"),
            Self::Argument(argument) => {
                write!(
                    f,
                    "cannot make sense of {argument}: report takes [--dist dist] [--waking docs/waking.tsv] [--families] [--messages]"
                )
            }
        }
    }
}

impl std::error::Error for ReportError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress::compress;
    use crate::release;
    use crate::scratch::Scratch;

    const LINK: &str = "<link rel=\"stylesheet\" href=\"/main.css\">";

    fn site() -> Scratch {
        let site = Scratch::with(&[
            ("khai-sinh/index.html", LINK),
            ("main.css", &"p{}".repeat(10)),
            ("look.js", "1"),
            ("boot.js", "1"),
            ("phone.js", "7777777"),
            ("listen.js", "1"),
            ("helper.js", "1"),
            ("citizen.js", "22"),
            ("citizen_bg.wasm", "333"),
            ("desk-boot.js", "1"),
            ("desk-scan.js", "1"),
            ("scan.js", "1"),
            ("scan_bg.wasm", "1"),
            ("desk.js", "4444"),
            ("desk_bg.wasm", "55555"),
            ("sw.js", "/* release */ {} /* end */"),
            (release::EVENTS, "khai-sinh\tsinh-con\n"),
        ]);
        release::write(site.path()).unwrap();
        site
    }

    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let step = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            b'a' + (state >> 24) as u8 % 26
        };
        (0..length).map(step).collect()
    }

    #[test]
    fn a_page_is_its_html_and_its_styles() {
        let report = measure(site().path()).unwrap();
        assert_eq!(report.pages, [Page { address: "/khai-sinh/".to_owned(), html: LINK.len() as u64, css: 30 }]);
        assert_eq!(report.code(), 16);
        assert_eq!(report.over_limit(), [""; 0]);
    }

    #[test]
    fn compressed_bytes_are_what_counts() {
        let site = site();
        compress(site.path(), None).unwrap();
        assert!(measure(site.path()).unwrap().pages[0].css < 30);
    }

    #[test]
    fn a_page_over_its_limit_fails() {
        let site = site();
        site.write("khai-sinh/index.html", &noise(14_601));
        let over = measure(site.path()).unwrap().over_limit();
        assert_eq!(over, ["/khai-sinh/ has 14601 bytes, the limit is 14600"]);
        let nothing = Files::read(site.path(), site.path());
        assert!(!run(&["--dist".to_owned(), site.path().display().to_string()], &nothing).unwrap());
    }

    #[test]
    fn a_page_of_the_desk_has_a_limit_of_its_own() {
        let of = |address: &str| Page { address: address.into(), html: PAGE.limit, css: 1 }.budget();
        assert_eq!((of("/can-bo/so-dem/"), of("/khai-sinh/")), (DESK_PAGE, PAGE));
    }

    #[test]
    fn a_page_at_its_limit_does_not() {
        let site = site();
        site.write("khai-sinh/index.html", &noise(14_600));
        assert_eq!(measure(site.path()).unwrap().over_limit(), [""; 0]);
    }

    #[test]
    fn too_much_code_fails_twice() {
        let site = site();
        site.write("citizen_bg.wasm", &noise(150_000));
        let over = measure(site.path()).unwrap().over_limit();
        assert_eq!(over.len(), 2, "{over:?}");
    }

    #[test]
    fn a_missing_program_is_an_error_and_not_a_small_page() {
        let site = Scratch::with(&[("index.html", "")]);
        let error = measure(site.path()).unwrap_err().to_string();
        assert!(error.contains("look.js"), "{error}");
    }

    #[test]
    fn links_are_found_however_they_are_quoted() {
        let html = "<link href=/a.css rel=stylesheet><link rel='stylesheet' href='/b.css' /><link rel=\"icon\" href=\"/c.svg\"><link rel=\"stylesheet\" href=\"/p.css\" media=\"print\">";
        assert_eq!(stylesheets(html).collect::<Vec<_>>(), ["/a.css", "/b.css"]);
    }

    #[test]
    fn measured_numbers_are_aligned() {
        let table = aligned("# by hand\nway\twasm_br\tready_ms\nislands\t40654\t1200\none root\t9\t80\n");
        assert_eq!(table, "way       wasm_br  ready_ms\nislands     40654      1200\none root        9        80\n");
    }
}

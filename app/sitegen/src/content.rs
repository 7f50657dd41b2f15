//! Reading `content/`: every file at once, every problem at once.
//!
//! A file goes through TOML, then through the schema of its kind, then into the types of [`crate::schema`]; what gets
//! that far is looked at by `check` even when other files did not. Only content without any problem becomes
//! a [`Site`].

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::Site;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostics::{self, Explanation, Problem, ProblemKind};
use crate::figures::Figures;
use crate::schema::{self, FileKind};
use crate::source::{Place, Source};
use crate::{check, compile};

mod drawing;
mod overlay;
mod shape;
mod syntax;

pub(crate) use drawing::Drawing;
pub use overlay::overlay;

use drawing::Drawings;

/// The lock file's place in `content/`.
pub(crate) const LOCK_FILE: &str = "numbers.lock.toml";

/// The folder of the specimens, beside that of the pictograms.
const SPECIMENS: &str = "specimens";

/// A folder may say in such a file what belongs into it.
const NOTE: &str = "README.md";

/// Reads everything in `content`, the pictograms in `pictures`, and the specimens beside these. The site is there only when there is no problem;
/// problems come by file, then from top to bottom.
pub fn load(content: &Path, pictures: &Path) -> (Option<Site>, Vec<Problem>) {
    Files::read(content, pictures).load()
}

/// The files of a content folder, in memory.
#[derive(Debug, Clone)]
pub struct Files {
    root: PathBuf,
    /// By path inside the folder, with `/`.
    texts: BTreeMap<String, Result<Arc<str>, Unreadable>>,
    pictures: Drawings,
    specimens: Drawings,
}

/// Why there is no text.
#[derive(Debug, Clone)]
enum Unreadable {
    NotUtf8,
    Io(String),
}

impl Files {
    /// Folders with one thing per file, and what it is.
    const FOLDERS: [(&str, FileKind); 5] = [
        ("procedures", FileKind::Procedure),
        ("documents", FileKind::Document),
        ("offices", FileKind::Commune),
        ("notices", FileKind::Notice),
        ("holidays", FileKind::Holidays),
    ];

    const SINGLE: [&str; 9] = [
        "site.toml",
        "events.toml",
        "messages/vi.toml",
        "messages/can-bo.toml",
        "messages/tin-nhan.toml",
        LOCK_FILE,
        "glossary/plain-words.toml",
        "glossary/repealed.toml",
        "glossary/sms-words.toml",
    ];

    /// Reads the content, the pictograms, and the specimens that lie beside them. What cannot be read becomes a problem
    /// later.
    pub fn read(content: &Path, pictures: &Path) -> Self {
        let mut files = Self {
            root: content.to_owned(),
            texts: BTreeMap::new(),
            pictures: Drawings::read(pictures),
            specimens: Drawings::read(&pictures.with_file_name(SPECIMENS)),
        };
        for name in Self::SINGLE {
            if content.join(name).exists() {
                files.read_one(name);
            }
        }
        for (folder, _) in Self::FOLDERS {
            for name in names_in(&content.join(folder)) {
                files.read_one(&format!("{folder}/{name}"));
            }
        }
        files
    }

    /// Every file of content that is text, with its path inside the folder, by path. What a folder says of itself is none.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let texts = self.texts.iter().filter(|(path, _)| path.ends_with(".toml"));
        texts.filter_map(|(path, text)| Some((path.as_str(), text.as_deref().ok()?)))
    }

    /// Puts a file in place of what is there, without touching the disk.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.texts.insert(path.to_owned(), text(bytes));
    }

    /// Puts a pictogram in place of what is there, without touching the disk. `name` is without `.svg`.
    pub fn put_picture(&mut self, name: &str, bytes: Vec<u8>) {
        self.pictures.texts.insert(name.to_owned(), text(bytes));
    }

    /// Puts the specimen of a paper in place of what is there, without touching the disk.
    pub fn put_specimen(&mut self, document: &str, bytes: Vec<u8>) {
        self.specimens.texts.insert(document.to_owned(), text(bytes));
    }

    /// Takes a file away, without touching the disk.
    pub fn remove(&mut self, path: &str) {
        self.texts.remove(path);
    }

    /// The text of a file, if it is there and is text.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path)?.as_deref().ok()
    }

    /// How many examples the procedures have, as far as these could be read: the tests of the content.
    pub fn examples(&self) -> usize {
        self.draft().0.procedures.iter().map(|procedure| procedure.data.examples.len()).sum()
    }

    /// See [`load`].
    pub fn load(&self) -> (Option<Site>, Vec<Problem>) {
        let (site, problems, _) = self.check();
        (site, problems)
    }

    /// The same as [`load`], and what was looked at, in numbers.
    pub fn check(&self) -> (Option<Site>, Vec<Problem>, Figures) {
        let (draft, mut problems) = self.draft();
        let figures = check::all(&draft, &mut problems);
        diagnostics::sort(&mut problems);
        let site = if problems.is_empty() { compile::site(&draft) } else { None };
        (site, problems, figures)
    }

    /// What could be read, and what is wrong with the rest.
    pub(crate) fn draft(&self) -> (Draft, Vec<Problem>) {
        let mut problems = Vec::new();
        let draft = Draft {
            site: self.single("site.toml", FileKind::Site, &mut problems),
            events: self.single("events.toml", FileKind::Events, &mut problems),
            messages: self.single("messages/vi.toml", FileKind::Messages, &mut problems),
            for_clerks: self.single("messages/can-bo.toml", FileKind::Messages, &mut problems),
            from_clerks: self.single("messages/tin-nhan.toml", FileKind::Messages, &mut problems),
            lock: self.lock(&mut problems),
            plain_words: self.single("glossary/plain-words.toml", FileKind::PlainWords, &mut problems),
            repealed: self.single("glossary/repealed.toml", FileKind::Repealed, &mut problems),
            sms_words: self.single("glossary/sms-words.toml", FileKind::SmsWords, &mut problems),
            procedures: self.folder("procedures", FileKind::Procedure, &mut problems),
            documents: self.folder("documents", FileKind::Document, &mut problems),
            communes: self.folder("offices", FileKind::Commune, &mut problems),
            notices: self.folder("notices", FileKind::Notice, &mut problems),
            holidays: self.folder("holidays", FileKind::Holidays, &mut problems),
            names: Names {
                procedures: self.names("procedures"),
                documents: self.names("documents"),
                communes: self.names("offices"),
                pictures: self.pictures.texts.keys().cloned().collect(),
                specimens: self.specimens.texts.keys().cloned().collect(),
            },
            drawings: self.pictures.readable(&mut problems),
            specimens: self.specimens.readable(&mut problems),
        };
        for (folder, there) in [("procedures", &draft.names.procedures), ("offices", &draft.names.communes)] {
            if there.is_empty() {
                problems.push(self.missing(folder, "ít nhất một tệp .toml trong thư mục này"));
            }
        }
        (draft, problems)
    }

    fn read_one(&mut self, path: &str) {
        self.texts.insert(path.to_owned(), read(&self.root.join(path)));
    }

    /// The path by which people open a file.
    pub(crate) fn shown(&self, path: &str) -> String {
        shown(&self.root.join(path))
    }

    fn names(&self, folder: &str) -> BTreeSet<String> {
        self.paths_in(folder).filter_map(|path| Some(id_of(path)?.to_owned())).collect()
    }

    fn paths_in<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.texts
            .keys()
            .map(String::as_str)
            .filter(move |path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
    }

    fn folder<T: DeserializeOwned>(&self, folder: &str, kind: FileKind, problems: &mut Vec<Problem>) -> Vec<Parsed<T>> {
        let mut parsed = Vec::new();
        for path in self.paths_in(folder) {
            match id_of(path) {
                Some(id) if check::is_id(id) => {}
                _ => problems.push(self.bad_name(path)),
            }
            if id_of(path).is_some() {
                parsed.extend(self.parse(path, kind, problems));
            }
        }
        parsed
    }

    fn single<T: DeserializeOwned>(
        &self,
        path: &str,
        kind: FileKind,
        problems: &mut Vec<Problem>,
    ) -> Option<Parsed<T>> {
        if !self.texts.contains_key(path) {
            problems.push(self.missing(path, "tệp này phải có"));
        }
        self.parse(path, kind, problems)
    }

    /// A site that never published a number has no lock file yet, which is the same as an empty one.
    fn lock(&self, problems: &mut Vec<Problem>) -> Option<Parsed<schema::Lock>> {
        if self.texts.contains_key(LOCK_FILE) {
            return self.parse(LOCK_FILE, FileKind::Lock, problems);
        }
        self.parse_text(LOCK_FILE, &Arc::from(""), FileKind::Lock, problems)
    }

    fn parse<T: DeserializeOwned>(&self, path: &str, kind: FileKind, problems: &mut Vec<Problem>) -> Option<Parsed<T>> {
        match self.texts.get(path)? {
            Ok(text) => self.parse_text(path, text, kind, problems),
            Err(why) => {
                problems.push(unreadable(self.shown(path), why));
                None
            }
        }
    }

    fn parse_text<T: DeserializeOwned>(
        &self,
        path: &str,
        text: &Arc<str>,
        kind: FileKind,
        problems: &mut Vec<Problem>,
    ) -> Option<Parsed<T>> {
        let file = self.shown(path);
        problems.extend(syntax::loose_accent(&file, text));
        let source = match Source::parse(file.clone(), Arc::clone(text)) {
            Ok(source) => source,
            Err(error) => {
                problems.push(syntax::problem(file, text, &error));
                return None;
            }
        };
        let json = source.to_json();
        let wrong = shape::problems(&source, kind, &json);
        if !wrong.is_empty() {
            problems.extend(wrong);
            return None;
        }
        match serde_json::from_value(json.clone()) {
            Ok(data) => Some(Parsed { id: id_of(path).unwrap_or(path).to_owned(), source, json, data }),
            Err(error) => {
                problems.push(shape::not_covered(&source, &error.to_string()));
                None
            }
        }
    }

    fn missing(&self, path: &str, expected: &str) -> Problem {
        Problem::in_file(
            ProblemKind::MissingFile,
            self.shown(path),
            Explanation {
                message: format!("không thấy `{path}`"),
                expected: expected.to_owned(),
                advice: format!("tạo `{path}` trong thư mục nội dung, hoặc lấy lại bản cũ"),
            },
        )
    }

    fn bad_name(&self, path: &str) -> Problem {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Problem::in_file(
            ProblemKind::FileName,
            self.shown(path),
            Explanation {
                message: format!("tên tệp `{name}` không dùng được"),
                expected: "chữ thường không dấu, số và gạch ngang, rồi đuôi .toml".to_owned(),
                advice: format!("đổi tên tệp thành `{}.toml`", check::to_id(stem)),
            },
        )
    }
}

/// Everything that could be read, not yet checked.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) site: Option<Parsed<schema::Site>>,
    pub(crate) events: Option<Parsed<schema::Events>>,
    pub(crate) messages: Option<Parsed<schema::Messages>>,
    /// Words of the clerk's desk.
    pub(crate) for_clerks: Option<Parsed<schema::Messages>>,
    /// What clerks write, read out and pin up: citizens read and hear it.
    pub(crate) from_clerks: Option<Parsed<schema::Messages>>,
    pub(crate) lock: Option<Parsed<schema::Lock>>,
    pub(crate) plain_words: Option<Parsed<schema::PlainWords>>,
    pub(crate) repealed: Option<Parsed<schema::Repealed>>,
    pub(crate) sms_words: Option<Parsed<schema::SmsWords>>,
    pub(crate) procedures: Vec<Parsed<schema::Procedure>>,
    pub(crate) documents: Vec<Parsed<schema::Document>>,
    pub(crate) communes: Vec<Parsed<schema::Commune>>,
    pub(crate) notices: Vec<Parsed<schema::Notice>>,
    pub(crate) holidays: Vec<Parsed<schema::Holidays>>,
    pub(crate) names: Names,
    /// The pictograms that could be read, by name.
    pub(crate) drawings: BTreeMap<String, Drawing>,
    /// The specimens that could be read, by the id of their paper.
    pub(crate) specimens: BTreeMap<String, Drawing>,
}

impl Draft {
    /// The commune that lists are for when nothing else is said.
    pub(crate) fn default_commune(&self) -> Option<&Parsed<schema::Commune>> {
        let id = &self.site.as_ref()?.data.commune;
        self.communes.iter().find(|commune| commune.id == *id)
    }
}

/// What can be referred to, also where the file itself could not be read: one broken file is not reported by every
/// other that names it.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) procedures: BTreeSet<String>,
    pub(crate) documents: BTreeSet<String>,
    pub(crate) communes: BTreeSet<String>,
    pub(crate) pictures: BTreeSet<String>,
    pub(crate) specimens: BTreeSet<String>,
}

/// One file in the types of its format.
#[derive(Debug)]
pub(crate) struct Parsed<T> {
    /// File name without `.toml`.
    pub(crate) id: String,
    pub(crate) source: Source,
    /// The same as `data`, for checks that look at every value of a kind.
    pub(crate) json: Value,
    pub(crate) data: T,
}

impl<T> Parsed<T> {
    /// A problem with the value at a place.
    pub(crate) fn problem(&self, kind: ProblemKind, place: &Place, says: Explanation) -> Problem {
        self.source.problem(kind, place, says)
    }
}

/// Names of the files in a folder, hidden ones and the note to editors left out; empty when there is no such folder.
fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    entries
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && name != NOTE)
        .collect()
}

fn read(path: &Path) -> Result<Arc<str>, Unreadable> {
    text(fs::read(path).map_err(|error| Unreadable::Io(error.to_string()))?)
}

fn text(bytes: Vec<u8>) -> Result<Arc<str>, Unreadable> {
    String::from_utf8(bytes).map(Arc::from).map_err(|_| Unreadable::NotUtf8)
}

fn shown(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    path.strip_prefix("./").map_or(path.clone(), str::to_owned)
}

fn id_of(path: &str) -> Option<&str> {
    path.rsplit('/').next()?.strip_suffix(".toml")
}

fn unreadable(file: String, why: &Unreadable) -> Problem {
    let says = match why {
        Unreadable::NotUtf8 => Explanation {
            message: "tệp không phải chữ UTF-8".to_owned(),
            expected: "tệp văn bản thường, bảng mã UTF-8".to_owned(),
            advice: "mở bằng trình soạn thảo, chọn lưu với bảng mã UTF-8 (đừng lưu bằng Word)".to_owned(),
        },
        Unreadable::Io(error) => Explanation {
            message: format!("không đọc được tệp: {error}"),
            expected: "tệp đọc được".to_owned(),
            advice: "xem lại quyền của tệp, hoặc đóng chương trình đang giữ nó".to_owned(),
        },
    };
    Problem::in_file(ProblemKind::Unreadable, file, says)
}

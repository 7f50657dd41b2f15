//! From content to a folder that can be published: pages, joined styles, what lies in `public/`, compressed twins.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::Site;
use web::Messages;
use web::components::frame::Build;
use web::desk::{Desk, DeskWords, SaidWords};

use crate::{compress, dist, headers, manifest, notices, pictogram, pixels, preview, release, scripts, styles};

/// Where the parts of the project lie, below its root.
#[derive(Debug, Clone)]
pub struct Sources {
    /// TOML files.
    pub content: PathBuf,
    /// Files that are served as they are, pictograms among them.
    pub public: PathBuf,
    /// Style sheets.
    pub style: PathBuf,
}

impl Sources {
    /// The sources of the project at `root`.
    pub fn below(root: &Path) -> Self {
        Self { content: root.join("app/content"), public: root.join("public"), style: root.join("style") }
    }

    /// Where pictograms lie, one SVG each.
    pub fn pictograms(&self) -> PathBuf {
        self.public.join("pictograms")
    }
}

/// Why a site could not be made.
#[derive(Debug)]
pub enum BuildError {
    /// This file of content lacks these words.
    Messages(&'static str, Vec<&'static str>),
    /// A page shows a pictogram that is not drawn.
    Pictogram {
        /// The page's file.
        page: String,
        /// The pictogram's id.
        id: String,
    },
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The styles could not be joined.
    Styles(styles::StyleError),
    /// A script could not be made smaller.
    Script(PathBuf, scripts::ScriptError),
    /// An icon or a preview could not be drawn.
    Drawing(pixels::DrawingError),
    /// The worker's list and the packs could not be made.
    Release(release::ReleaseError),
    /// The published folder could not be compressed.
    Compress(compress::CompressError),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Messages(file, missing) => {
                write!(
                    f,
                    "app/content/messages/{file} thiếu: {}. Thêm mỗi chữ một dòng, ví dụ: {} = \"…\"",
                    missing.join(", "),
                    missing[0]
                )
            }
            Self::Pictogram { page, id } => {
                write!(f, "{page}: không có hình `{id}`. Vẽ vào public/pictograms/{id}.svg hoặc đổi tên hình")
            }
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Styles(error) => error.fmt(f),
            Self::Script(file, error) => write!(f, "{}: {error}", file.display()),
            Self::Drawing(error) => error.fmt(f),
            Self::Release(error) => error.fmt(f),
            Self::Compress(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for BuildError {}

/// Every page as text: its file below the published folder, and the document.
///
/// # Errors
/// [`BuildError::Messages`] when a page asks for words that the content does not have.
pub fn pages(site: &Site, pictograms: &Path) -> Result<Vec<(String, String)>, BuildError> {
    let messages = Messages::from_map(&site.messages).map_err(lacking("vi.toml"))?;
    let csp = headers::meta_csp();
    let pictogram = pictogram::in_folder(pictograms);
    let build = Build { site, messages: &messages, csp: &csp, pictogram: &pictogram };
    let mut pages = web::pages::all_pages(&build);
    preview::add_tags(site, &messages, &mut pages);
    let words = DeskWords::from_map(&site.desk).map_err(lacking("can-bo.toml"))?;
    let said = SaidWords::from_map(&site.said).map_err(lacking("tin-nhan.toml"))?;
    pages.extend(web::desk::pages::all(&Desk { build: &build, words: &words, said: &said }));
    for (page, text) in &pages {
        for id in pictograms_named_in(text) {
            if !pictograms.join(format!("{id}.svg")).is_file() {
                return Err(BuildError::Pictogram { page: page.clone(), id: id.to_owned() });
            }
        }
    }
    Ok(pages)
}

fn lacking(file: &'static str) -> impl FnOnce(Vec<&'static str>) -> BuildError {
    move |missing| BuildError::Messages(file, missing)
}

/// Ids of the pictograms that a page draws or loads.
fn pictograms_named_in(text: &str) -> impl Iterator<Item = &str> {
    let names =
        |before: &'static str, after: char| text.split(before).skip(1).filter_map(move |rest| rest.split(after).next());
    names("href=\"#p-", '"').chain(names("/pictograms/", '.'))
}

/// Makes the published folder `out` from checked content; `previous` is the folder of the build before, from which
/// unchanged compressed files are taken over. What Trunk has put into `out` stays.
///
/// # Errors
/// [`BuildError`], with the file it happened at.
pub fn build(site: &Site, sources: &Sources, out: &Path, previous: Option<&Path>) -> Result<usize, BuildError> {
    let pages = pages(site, &sources.pictograms())?;
    copy_folder(&sources.public, out)?;
    ship_scripts(out)?;
    stand_alone(&sources.pictograms(), &out.join("pictograms"))?;
    for (file, text) in &pages {
        write(&out.join(file), text.as_bytes())?;
    }
    for (name, sheet) in styles::sheets(&sources.style).map_err(BuildError::Styles)? {
        write(&out.join(name), sheet.as_bytes())?;
    }
    for (file, bytes) in beside_pages(site, sources)? {
        write(&out.join(file), &bytes)?;
    }
    write(&out.join("_headers"), headers::underscore_headers().as_bytes())?;
    write(&out.join("_redirects"), headers::underscore_redirects().as_bytes())?;
    let events: String = site.procedures.iter().map(|it| format!("{}\t{}\n", it.slug, it.event)).collect();
    write(&out.join(release::EVENTS), events.as_bytes())?;
    release::write(out).map_err(BuildError::Release)?;
    compress::compress(out, previous).map_err(BuildError::Compress)?;
    Ok(pages.len())
}

/// What phones and other programs ask for beside the pages: urgent notices, the manifest with its icons, previews.
fn beside_pages(site: &Site, sources: &Sources) -> Result<Vec<(String, Vec<u8>)>, BuildError> {
    let messages = Messages::from_map(&site.messages).map_err(lacking("vi.toml"))?;
    let mut files = vec![
        (notices::FILE.to_owned(), notices::json(&site.notices).into_bytes()),
        (manifest::FILE.to_owned(), manifest::json(&messages).into_bytes()),
    ];
    files.extend(manifest::icons(&sources.public.join("icons")).map_err(BuildError::Drawing)?);
    files.extend(preview::pictures(site, &sources.pictograms()).map_err(BuildError::Drawing)?);
    Ok(files)
}

/// Pictograms as files of their own carry their colours themselves: no style of the page reaches into them.
fn stand_alone(from: &Path, to: &Path) -> Result<(), BuildError> {
    for entry in fs::read_dir(from).map_err(|error| BuildError::File(from.to_owned(), error))?.flatten() {
        let path = entry.path();
        let svg = fs::read_to_string(&path).map_err(|error| BuildError::File(path.clone(), error))?;
        write(&to.join(entry.file_name()), pictogram::stand_alone(&svg).as_bytes())?;
    }
    Ok(())
}

/// The scripts of the folder itself, those that Trunk has put there included.
fn ship_scripts(out: &Path) -> Result<(), BuildError> {
    for entry in fs::read_dir(out).map_err(|error| BuildError::File(out.to_owned(), error))?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let script = fs::read_to_string(&path).map_err(|error| BuildError::File(path.clone(), error))?;
            let is_worker = path.file_name().is_some_and(|name| name == release::WORKER.trim_start_matches('/'));
            let shipped = if is_worker { Ok(scripts::uncommented(&script)) } else { scripts::minified(&script) };
            let shipped = shipped.map_err(|error| BuildError::Script(path.clone(), error))?;
            write(&path, shipped.as_bytes())?;
        }
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), BuildError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| BuildError::File(path, error)
    };
    for entry in fs::read_dir(from).map_err(failed(from))? {
        let entry = entry.map_err(failed(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_folder(&source, &target)?;
        } else {
            write(&target, &fs::read(&source).map_err(failed(&source))?)?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    dist::write(path, bytes).map_err(|error| BuildError::File(path.to_owned(), error))
}

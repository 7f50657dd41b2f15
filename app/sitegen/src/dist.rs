//! The published folder: which files are in it, of which kind, and under which address.
//!
//! Files beginning with a dot, compressed twins (`.br`), `_headers` and `_redirects` lie in the folder too, but have no
//! address.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a file is, as far as serving and compressing care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `.html`
    Page,
    /// `.css`
    Style,
    /// `.js`
    Script,
    /// `.wasm`
    Wasm,
    /// `.json`
    Json,
    /// `.webmanifest`
    Manifest,
    /// `.svg`
    Drawing,
    /// `.png`
    Png,
    /// `.webp`
    Webp,
    /// `.jpg`
    Jpeg,
    /// `.ico`
    Icon,
    /// `.woff2`
    Font,
    /// `.mp3`
    Mp3,
    /// `.ogg`, `.opus`
    Ogg,
    /// `.m4a`
    M4a,
    /// `.txt`
    Text,
    /// `.xml`
    Xml,
    /// Anything else: compiled data, packs.
    Bytes,
}

impl Kind {
    /// The kind of a file, by the end of its name.
    pub fn of(path: &Path) -> Self {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("html") => Self::Page,
            Some("css") => Self::Style,
            Some("js") => Self::Script,
            Some("wasm") => Self::Wasm,
            Some("json") => Self::Json,
            Some("webmanifest") => Self::Manifest,
            Some("svg") => Self::Drawing,
            Some("png") => Self::Png,
            Some("webp") => Self::Webp,
            Some("jpg" | "jpeg") => Self::Jpeg,
            Some("ico") => Self::Icon,
            Some("woff2") => Self::Font,
            Some("mp3") => Self::Mp3,
            Some("ogg" | "opus") => Self::Ogg,
            Some("m4a") => Self::M4a,
            Some("txt") => Self::Text,
            Some("xml") => Self::Xml,
            _ => Self::Bytes,
        }
    }

    /// The `Content-Type`. Everything textual is UTF-8.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Style => "text/css; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
            // Browsers compile while downloading only under exactly this type.
            Self::Wasm => "application/wasm",
            Self::Json => "application/json",
            Self::Manifest => "application/manifest+json",
            Self::Drawing => "image/svg+xml",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Jpeg => "image/jpeg",
            Self::Icon => "image/x-icon",
            Self::Font => "font/woff2",
            Self::Mp3 => "audio/mpeg",
            Self::Ogg => "audio/ogg",
            Self::M4a => "audio/mp4",
            Self::Text => "text/plain; charset=utf-8",
            Self::Xml => "application/xml",
            Self::Bytes => "application/octet-stream",
        }
    }

    /// Whether the file gets a brotli twin; pictures, fonts and sound are compressed already.
    pub fn is_compressible(self) -> bool {
        !matches!(self, Self::Png | Self::Webp | Self::Jpeg | Self::Font | Self::Mp3 | Self::Ogg | Self::M4a)
    }
}

/// One file that has an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Where it lies.
    pub path: PathBuf,
    /// Its address from the root, a folder's page under the folder's: `/khai-sinh/`, `/main.css`.
    pub address: String,
    /// What it is.
    pub kind: Kind,
}

/// The compressed twin of a file: `main.css` → `main.css.br`.
pub fn twin(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    PathBuf::from(name)
}

/// Whether a file or folder of this name is part of the site.
pub fn has_address(name: &str) -> bool {
    !name.starts_with('.') && !name.ends_with(".br") && !matches!(name, "_headers" | "_redirects")
}

/// Every file of the folder that has an address, sorted by it.
///
/// # Errors
/// [`DistError`] when the folder is missing or cannot be read.
pub fn files(dist: &Path) -> Result<Vec<Published>, DistError> {
    if !dist.is_dir() {
        return Err(DistError::Missing(dist.to_owned()));
    }
    let mut found = Vec::new();
    walk(dist, "/", &mut found).map_err(|error| DistError::Unreadable(dist.to_owned(), error))?;
    found.sort_by(|left, right| left.address.cmp(&right.address));
    Ok(found)
}

fn walk(folder: &Path, address: &str, found: &mut Vec<Published>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        // An address is text; a name that is not cannot be asked for.
        let Some(name) = name.to_str().filter(|name| has_address(name)) else {
            continue;
        };
        if entry.file_type()?.is_dir() {
            walk(&path, &format!("{address}{name}/"), found)?;
        } else {
            let address = match name {
                "index.html" => address.to_owned(),
                _ => format!("{address}{name}"),
            };
            let kind = Kind::of(&path);
            found.push(Published { path, address, kind });
        }
    }
    Ok(())
}

/// Why the published folder could not be used.
#[derive(Debug)]
pub enum DistError {
    /// There is no such folder.
    Missing(PathBuf),
    /// The folder, or something in it, could not be read.
    Unreadable(PathBuf, io::Error),
}

impl fmt::Display for DistError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "there is no folder {}: run `make build` first", path.display()),
            Self::Unreadable(path, error) => write!(f, "cannot read {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for DistError {}

/// Writes a file into folders that are made on the way.
///
/// # Errors
/// Those of the disk.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn pages_stand_under_their_folders_address() {
        let dist = Scratch::with(&[("index.html", ""), ("khai-sinh/index.html", ""), ("404.html", "")]);
        let addresses: Vec<_> = files(dist.path()).unwrap().into_iter().map(|file| file.address).collect();
        assert_eq!(addresses, ["/", "/404.html", "/khai-sinh/"]);
    }

    #[test]
    fn what_is_not_for_visitors_has_no_address() {
        let files_of = ["main.css", "main.css.br", "_headers", "_redirects", ".stage/x.js"].map(|name| (name, ""));
        let dist = Scratch::with(&files_of);
        let addresses: Vec<_> = files(dist.path()).unwrap().into_iter().map(|file| file.address).collect();
        assert_eq!(addresses, ["/main.css"]);
    }

    #[test]
    fn a_missing_folder_says_what_to_run() {
        let error = files(Path::new("/nowhere/dist")).unwrap_err();
        assert_eq!(error.to_string(), "there is no folder /nowhere/dist: run `make build` first");
    }
}

//! From HTML to paper: Chromium prints a PDF, and what it printed is counted.

use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A Chromium that prints. The browser's own files are thrown away with it.
#[derive(Debug)]
pub struct Printer {
    program: PathBuf,
    profile: PathBuf,
}

/// By which names Chromium is installed, the one that the journeys use first.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

impl Printer {
    /// The first Chromium on the search path.
    #[must_use]
    pub fn find() -> Option<Self> {
        let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
        let program =
            NAMES.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|it| it.is_file()))?;
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("sheets-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        Some(Self { program, profile: env::temp_dir().join(name) })
    }

    /// Prints a document beside it and says how many pages that took.
    ///
    /// # Errors
    /// [`PrintError`] when the browser cannot be started or writes no PDF.
    pub fn print(&self, html: &Path) -> Result<usize, PrintError> {
        let (html, pdf) = (absolute(html)?, absolute(&html.with_extension("pdf"))?);
        let failed = |error| PrintError::File(pdf.clone(), error);
        if pdf.exists() {
            // A sheet of the last time must not pass for one of this time.
            fs::remove_file(&pdf).map_err(failed)?;
        }
        let mut profile = std::ffi::OsString::from("--user-data-dir=");
        profile.push(&self.profile);
        let mut target = std::ffi::OsString::from("--print-to-pdf=");
        target.push(&pdf);
        // Chromium's sandbox does not start for root, which build machines are; the page is ours and runs no script.
        let output = Command::new(&self.program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
            .args([profile, target])
            .arg(&html)
            .stdin(Stdio::null())
            .output()
            .map_err(|error| PrintError::Start(self.program.clone(), error))?;
        match fs::read(&pdf) {
            Ok(bytes) => Ok(pages(&bytes)),
            Err(_) => {
                let said = String::from_utf8_lossy(&output.stderr);
                Err(PrintError::Nothing(html, said.lines().last().unwrap_or_default().to_owned()))
            }
        }
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.profile);
    }
}

fn absolute(path: &Path) -> Result<PathBuf, PrintError> {
    std::path::absolute(path).map_err(|error| PrintError::File(path.to_owned(), error))
}

/// How many pages a PDF has. Chromium leaves the objects that say so uncompressed.
fn pages(pdf: &[u8]) -> usize {
    const PAGE: &[u8] = b"/Type /Page";
    pdf.windows(PAGE.len() + 1).filter(|part| part.starts_with(PAGE) && !part[PAGE.len()].is_ascii_alphabetic()).count()
}

/// Why there is no PDF.
#[derive(Debug)]
pub enum PrintError {
    /// The browser cannot be started.
    Start(PathBuf, io::Error),
    /// The browser wrote nothing of this sheet; the last thing that it said.
    Nothing(PathBuf, String),
    /// A file cannot be written.
    File(PathBuf, io::Error),
}

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(program, error) => write!(f, "không mở được {}: {error}", program.display()),
            Self::Nothing(html, said) => {
                write!(f, "{}: Chromium không viết ra PDF, hãy chạy lại lệnh này; nó nói: {said}", html.display())
            }
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for PrintError {}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn pages_are_counted_and_the_tree_of_pages_is_none() {
        let pdf = b"<</Type /Pages\n/Count 2>> <</Type /Page\n/Parent>> <</Type /Page/Parent>>";
        assert_eq!(pages(pdf), 2);
        assert_eq!(pages(b""), 0);
    }
}

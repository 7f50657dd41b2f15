//! Joins the style sheets into the few that are published. The order is a matter of layers, which `main.css` names once.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A style sheet that could not be read.
#[derive(Debug)]
pub struct StyleError {
    file: PathBuf,
    error: io::Error,
}

impl fmt::Display for StyleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.error)
    }
}

impl std::error::Error for StyleError {}

/// Every sheet of the site by name, each without comments and indentation, which no phone needs.
///
/// - `main.css`: what a page needs to be read. `style/main.css` first, because it orders the layers, then every other
///   file by name; it is linked by every page and weighs in each page's budget.
/// - `alive.css`: what only shows with script (`style/alive/`); `boot.js` adds it before it wakes a page.
/// - one sheet for each file of `style/pages/`, linked by the pages that ask for it.
/// - the same for `style/desk/`, the clerk's: `desk.css`, and `desk-<name>.css` of any other.
///
/// What staff print (`style/sheet/`) is not of the site.
///
/// # Errors
/// [`StyleError`] with the file that could not be read.
pub fn sheets(style: &Path) -> Result<Vec<(String, String)>, StyleError> {
    let (alive, pages, desk, paper) =
        (style.join("alive"), style.join("pages"), style.join("desk"), style.join("sheet"));
    let mut main = Vec::new();
    collect(style, &mut main)?;
    main.retain(|file| ![&alive, &pages, &desk, &paper].into_iter().any(|folder| file.starts_with(folder)));
    main.sort_by_key(|file| (!file.ends_with("main.css"), file.clone()));
    let mut all = vec![("main.css".to_owned(), joined(&main)?), ("alive.css".to_owned(), joined(&below(&alive)?)?)];
    for page in below(&pages)? {
        let name = page.file_name().unwrap_or_default().to_string_lossy().into_owned();
        all.push((name, joined(&[page])?));
    }
    for sheet in below(&desk)? {
        let name = sheet.file_name().unwrap_or_default().to_string_lossy();
        let name = if name == "desk.css" { name.into_owned() } else { format!("desk-{name}") };
        all.push((name, joined(&[sheet])?));
    }
    Ok(all)
}

fn joined(files: &[PathBuf]) -> Result<String, StyleError> {
    let mut all = String::new();
    for file in files {
        let sheet = fs::read_to_string(file).map_err(|error| StyleError { file: file.clone(), error })?;
        all.push_str(&compact(&sheet));
    }
    Ok(all)
}

/// The sheets of a folder that may be missing, by name.
fn below(folder: &Path) -> Result<Vec<PathBuf>, StyleError> {
    let mut files = Vec::new();
    if folder.is_dir() {
        collect(folder, &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), StyleError> {
    let failed = |error| StyleError { file: folder.to_owned(), error };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    Ok(())
}

/// Without comments and indentation. Our sheets hold no string with `/*` in it (a test of the tree holds that).
fn compact(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let mut all = String::with_capacity(out.len());
    for line in out.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_suffix(" {") {
            Some(selector) => all.extend([selector, "{"]),
            None => all.push_str(&line.replacen(": ", ":", usize::from(line.ends_with(';')))),
        }
        // A selector or a value that goes on in the next line keeps its space.
        if !line.ends_with([';', '{', '}', ',']) {
            all.push(' ');
        }
    }
    all.push('\n');
    all
}

#[cfg(test)]
mod tests {
    use super::{compact, sheets};
    use crate::scratch::Scratch;

    #[test]
    fn what_needs_script_and_what_one_page_needs_are_sheets_of_their_own() {
        let style = Scratch::with(&[
            ("main.css", "@layer base;"),
            ("base.css", "a {}"),
            ("alive/step.css", "b {}"),
            ("pages/number.css", "c {}"),
            ("desk/desk.css", "e {}"),
            ("desk/many.css", "f {}"),
            ("sheet/print.css", "d {}"),
        ]);
        let sheets = sheets(style.path()).unwrap();
        let sheets: Vec<_> = sheets.iter().map(|(name, text)| (name.as_str(), text.trim())).collect();
        assert_eq!(
            sheets,
            [
                ("main.css", "@layer base;\na {}"),
                ("alive.css", "b {}"),
                ("number.css", "c {}"),
                ("desk.css", "e {}"),
                ("desk-many.css", "f {}"),
            ]
        );
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(compact("/* why */\na {\n  color: red; /* because */\n}\n"), "a{color:red;}\n");
    }
}

//! Joins the style sheets into one. The order is a matter of layers, which `main.css` names once.

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

/// One sheet: `main.css` first, because it orders the layers, then every other file by name, without comments and
/// indentation, which no phone needs.
///
/// # Errors
/// [`StyleError`] with the file that could not be read.
pub fn joined(style: &Path) -> Result<String, StyleError> {
    let mut files = Vec::new();
    collect(style, &mut files)?;
    files.sort_by_key(|file| (!file.ends_with("main.css"), file.clone()));
    let mut all = String::new();
    for file in files {
        let sheet = fs::read_to_string(&file).map_err(|error| StyleError { file: file.clone(), error })?;
        all.push_str(&compact(&sheet));
    }
    Ok(all)
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
    use super::compact;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(compact("/* why */\na {\n  color: red; /* because */\n}\n"), "a{color:red;}\n");
    }
}

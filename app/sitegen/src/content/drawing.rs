//! Folders of drawings beside the content: pictograms, and blank specimens of papers.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Unreadable, names_in, read, shown, unreadable};
use crate::diagnostics::Problem;

/// The SVG files of one folder, in memory.
#[derive(Debug, Clone)]
pub(super) struct Drawings {
    root: PathBuf,
    /// By name without `.svg`.
    pub(super) texts: BTreeMap<String, Result<Arc<str>, Unreadable>>,
}

/// One drawing that could be read.
#[derive(Debug)]
pub(crate) struct Drawing {
    /// The path by which people open it.
    pub(crate) file: String,
    /// SVG.
    pub(crate) text: Arc<str>,
}

impl Drawings {
    /// Every drawing of a folder; none when there is no such folder.
    pub(super) fn read(root: &Path) -> Self {
        let mut texts = BTreeMap::new();
        for file in names_in(root) {
            if let Some(name) = file.strip_suffix(".svg") {
                texts.insert(name.to_owned(), read(&root.join(&file)));
            }
        }
        Self { root: root.to_owned(), texts }
    }

    /// Those that are text, by name; the others are problems.
    pub(super) fn readable(&self, problems: &mut Vec<Problem>) -> BTreeMap<String, Drawing> {
        let mut drawings = BTreeMap::new();
        for (name, text) in &self.texts {
            let file = shown(&self.root.join(format!("{name}.svg")));
            match text {
                Ok(text) => {
                    drawings.insert(name.clone(), Drawing { file, text: Arc::clone(text) });
                }
                Err(why) => problems.push(unreadable(file, why)),
            }
        }
        drawings
    }
}

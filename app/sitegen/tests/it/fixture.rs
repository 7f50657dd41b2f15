//! The good site, and small ways to break it.

use std::path::Path;

use sitegen::content::Files;

/// Relative, so that problems name the same paths on every machine.
pub(crate) const CONTENT: &str = "tests/fixtures/good/content";
pub(crate) const PICTURES: &str = "tests/fixtures/good/pictograms";

/// Everything of the good site.
pub(crate) fn good() -> Files {
    Files::read(Path::new(CONTENT), Path::new(PICTURES))
}

/// One change to a file.
#[derive(Clone, Copy)]
pub(crate) enum Change {
    /// In this file, this text, which stands there once, becomes that.
    Replace(&'static str, &'static str, &'static str),
    /// This file has these bytes.
    Put(&'static str, &'static [u8]),
    /// This pictogram is drawn like that.
    Draw(&'static str, &'static [u8]),
    /// The specimen of this paper is drawn like that.
    Specimen(&'static str, &'static [u8]),
    /// This file is not there.
    Remove(&'static str),
}

/// The good site with some changes.
pub(crate) fn changed(changes: &[Change]) -> Files {
    let mut files = good();
    for change in changes {
        match *change {
            Change::Replace(path, find, with) => {
                let text = files.text(path).unwrap_or_else(|| panic!("there is no {path}"));
                assert_eq!(text.matches(find).count(), 1, "{find:?} must stand once in {path}");
                let text = text.replacen(find, with, 1);
                files.put(path, text.into_bytes());
            }
            Change::Put(path, bytes) => files.put(path, bytes.to_vec()),
            Change::Draw(name, bytes) => files.put_picture(name, bytes.to_vec()),
            Change::Specimen(document, bytes) => files.put_specimen(document, bytes.to_vec()),
            Change::Remove(path) => files.remove(path),
        }
    }
    files
}

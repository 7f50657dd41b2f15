//! Brotli twins of the published files, made once at the highest level, so that a server only has to copy bytes.
//! There is no gzip: every browser that can run the site's code reads brotli, and the rest gets the plain file.

use std::fmt;
use std::fs;
use std::io;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use brotli::enc::BrotliEncoderParams;

use crate::dist::{self, DistError, Published};

/// What [`compress`] did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compressed {
    /// Twins that were made anew.
    pub written: usize,
    /// Twins that still fitted their file.
    pub kept: usize,
    /// Files that do not get smaller and so have no twin.
    pub plain: usize,
}

/// Writes a twin beside every compressible file of `dist`. A twin that is there already, in `dist` or in the
/// `previous` build, is kept when it unpacks to exactly the file's bytes.
///
/// # Errors
/// [`CompressError`] when a file cannot be read or written.
pub fn compress(dist: &Path, previous: Option<&Path>) -> Result<Compressed, CompressError> {
    let files = dist::files(dist).map_err(CompressError::Dist)?;
    let files: Vec<_> = files.into_iter().filter(|file| file.kind.is_compressible()).collect();
    let next = AtomicUsize::new(0);
    let work = || -> Result<Compressed, CompressError> {
        let mut done = Compressed::default();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress_one(dist, previous, file, &mut done)
                .map_err(|error| CompressError::File(file.path.clone(), error))?;
        }
        Ok(done)
    };
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut total = Compressed::default();
        for worker in running {
            let done = worker.join().expect("compressing does not panic")?;
            total.written += done.written;
            total.kept += done.kept;
            total.plain += done.plain;
        }
        Ok(total)
    })
}

fn compress_one(dist: &Path, previous: Option<&Path>, file: &Published, done: &mut Compressed) -> io::Result<()> {
    let plain = fs::read(&file.path)?;
    let twin = dist::twin(&file.path);
    if unpack(&twin).is_some_and(|bytes| bytes == plain) {
        done.kept += 1;
        return Ok(());
    }
    let earlier = previous
        .zip(twin.strip_prefix(dist).ok())
        .map(|(previous, path)| previous.join(path))
        .filter(|earlier| unpack(earlier).is_some_and(|bytes| bytes == plain));
    if let Some(earlier) = earlier {
        fs::copy(earlier, &twin)?;
        done.kept += 1;
        return Ok(());
    }
    let packed = pack(&plain);
    if packed.len() < plain.len() {
        fs::write(&twin, packed)?;
        done.written += 1;
    } else {
        // A stale twin would be served in place of the file.
        if twin.exists() {
            fs::remove_file(&twin)?;
        }
        done.plain += 1;
    }
    Ok(())
}

/// The bytes at level 11, in the smallest window that holds them all: a phone reserves the window to unpack.
pub fn pack(plain: &[u8]) -> Vec<u8> {
    let window = usize::BITS - plain.len().leading_zeros();
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: window.clamp(16, 24) as i32,
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &parameters).expect("memory to memory cannot fail");
    packed
}

fn unpack(path: &Path) -> Option<Vec<u8>> {
    let packed = fs::read(path).ok()?;
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut &packed[..], &mut plain).ok()?;
    Some(plain)
}

/// Why compressing stopped.
#[derive(Debug)]
pub enum CompressError {
    /// The folder cannot be used.
    Dist(DistError),
    /// This file could not be read, or its twin not be written.
    File(PathBuf, io::Error),
}

impl fmt::Display for CompressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dist(error) => error.fmt(f),
            Self::File(path, error) => write!(f, "cannot compress {}: {error}", path.display()),
        }
    }
}

impl std::error::Error for CompressError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    fn page() -> String {
        "<p>Đi một lần, đủ giấy tờ.</p>\n".repeat(50)
    }

    #[test]
    fn a_twin_unpacks_to_its_file() {
        let dist = Scratch::with(&[("index.html", &page())]);
        let done = compress(dist.path(), None).unwrap();
        assert_eq!(done, Compressed { written: 1, kept: 0, plain: 0 });
        let twin = dist.path().join("index.html.br");
        assert_eq!(unpack(&twin), Some(page().into_bytes()));
        assert!(fs::metadata(twin).unwrap().len() < 100);
    }

    #[test]
    fn an_unchanged_file_keeps_its_twin() {
        let dist = Scratch::with(&[("index.html", &page())]);
        compress(dist.path(), None).unwrap();
        assert_eq!(compress(dist.path(), None).unwrap(), Compressed { written: 0, kept: 1, plain: 0 });
    }

    #[test]
    fn a_changed_file_gets_a_new_twin() {
        let dist = Scratch::with(&[("index.html", &page())]);
        compress(dist.path(), None).unwrap();
        dist.write("index.html", page().replace("lần", "chuyến").as_bytes());
        assert_eq!(compress(dist.path(), None).unwrap(), Compressed { written: 1, kept: 0, plain: 0 });
    }

    #[test]
    fn the_previous_build_lends_its_twins() {
        let (old, new) = (
            Scratch::with(&[("a/index.html", &page())]),
            Scratch::with(&[("a/index.html", &page()), ("b/index.html", &page())]),
        );
        compress(old.path(), None).unwrap();
        let done = compress(new.path(), Some(old.path())).unwrap();
        assert_eq!(done, Compressed { written: 1, kept: 1, plain: 0 });
    }

    #[test]
    fn what_does_not_shrink_stays_plain_and_loses_a_stale_twin() {
        let dist = Scratch::with(&[("x.txt", "ấ"), ("x.txt.br", "stale"), ("picture.png", &page())]);
        assert_eq!(compress(dist.path(), None).unwrap(), Compressed { written: 0, kept: 0, plain: 1 });
        assert!(!dist.path().join("x.txt.br").exists());
        assert!(!dist.path().join("picture.png.br").exists());
    }
}

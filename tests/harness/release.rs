//! Copies of the built site that a journey may change: the release after this one, or a site on a peculiar phone.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Scratch, root};

/// What runs before everything else, on citizens' pages and on the desk's.
const FIRST: [&str; 2] = ["/boot.js", "/desk-boot.js"];
/// The prelude stands between these lines at the top of each.
const PRELUDE: (&str, &str) = ("// before the site's own scripts\n", "// the site's own scripts\n");

/// A folder like `dist/` in a journey's own scratch folder. It is served once it is
/// [published](crate::Site::publish).
#[derive(Debug)]
pub struct Release {
    folder: PathBuf,
}

impl Release {
    /// A copy of what was built.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[must_use]
    pub fn copy_of_dist(scratch: &Scratch) -> Self {
        Self::copied(&root().join("dist"), scratch.folder())
    }

    /// A copy of this release as it is now.
    ///
    /// # Panics
    /// When it cannot be copied.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::copied(&self.folder, self.folder.parent().expect("releases lie in a scratch folder"))
    }

    fn copied(from: &Path, beside: &Path) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = beside.join(format!("release-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
        copy(from, &folder).unwrap_or_else(|error| panic!("{} cannot be copied: {error}", from.display()));
        Self { folder }
    }

    /// Where it lies.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What a visitor of an address gets, uncompressed: `/`, `/khai-sinh/`, `/main.css`.
    ///
    /// # Panics
    /// When there is no such file.
    #[must_use]
    pub fn read(&self, address: &str) -> Vec<u8> {
        fs::read(self.file(address)).unwrap_or_else(|error| panic!("{address} cannot be read: {error}"))
    }

    /// [`Self::read`] as text.
    ///
    /// # Panics
    /// When there is no such file, or no text in it.
    #[must_use]
    pub fn text(&self, address: &str) -> String {
        String::from_utf8(self.read(address)).unwrap_or_else(|_| panic!("{address} is no text"))
    }

    /// Puts another body under an address; there may be none yet.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn write(&self, address: &str, body: impl AsRef<[u8]>) -> &Self {
        let file = self.file(address);
        fs::create_dir_all(file.parent().expect("files lie in folders")).expect("the scratch folder is writable");
        // Its compressed twin would still say the old thing.
        self.forget_twin(&file);
        fs::write(&file, body).unwrap_or_else(|error| panic!("{address} cannot be written: {error}"));
        self
    }

    /// Puts `to` in the place of every `from`.
    ///
    /// # Panics
    /// When `from` does not stand there.
    pub fn edit(&self, address: &str, from: &str, to: &str) -> &Self {
        let text = self.text(address);
        assert!(text.contains(from), "{address} does not say {from:?}");
        self.write(address, text.replace(from, to))
    }

    /// Takes an address away.
    ///
    /// # Panics
    /// When there is none.
    pub fn remove(&self, address: &str) -> &Self {
        let file = self.file(address);
        self.forget_twin(&file);
        fs::remove_file(&file).unwrap_or_else(|error| panic!("{address} cannot be removed: {error}"));
        self
    }

    /// Makes anew what follows from the files: the worker's list, the packs, the compressed twins.
    ///
    /// # Panics
    /// With what sitegen said, when it did not succeed.
    pub fn seal(&self) -> &Self {
        let arguments = ["release".as_ref(), "--dist".as_ref(), self.folder.as_os_str()];
        let said = Command::new(root().join("target/debug/sitegen"))
            .args::<_, &OsStr>(arguments)
            .current_dir(root())
            .output()
            .expect("sitegen is built; otherwise please run `make build` first");
        assert!(
            said.status.success(),
            "sitegen release: {}{}",
            String::from_utf8_lossy(&said.stdout),
            String::from_utf8_lossy(&said.stderr)
        );
        self
    }

    /// Makes every page run this script before the site's own, in place of the one that did so before.
    pub(crate) fn set_prelude(&self, script: &str) -> &Self {
        for first in FIRST {
            let boot = self.text(first);
            let own = boot.split_once(PRELUDE.1).map_or(boot.as_str(), |(_, own)| own);
            self.write(first, format!("{}{script}{}{own}", PRELUDE.0, PRELUDE.1));
        }
        self
    }

    fn file(&self, address: &str) -> PathBuf {
        let name = address.strip_prefix('/').unwrap_or_else(|| panic!("{address} is no address of the site"));
        let file = self.folder.join(name);
        if name.is_empty() || name.ends_with('/') { file.join("index.html") } else { file }
    }

    fn forget_twin(&self, file: &Path) {
        let mut twin = file.as_os_str().to_owned();
        twin.push(".br");
        if let Err(error) = fs::remove_file(&twin) {
            assert_eq!(error.kind(), io::ErrorKind::NotFound, "{}: {error}", twin.display());
        }
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            // A build that is under way has its workshop in here.
            if entry.file_name() == ".stage" {
                continue;
            }
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

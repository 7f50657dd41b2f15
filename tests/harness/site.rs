//! The built site and the server that shows it. Every test has its own server, so that it can turn it off and publish
//! the next release.

use std::cell::{Cell, RefCell};
use std::ffi::OsStr;
use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::Release;
use crate::port::Port;
use crate::process::{Family, Scratch};

/// A server that runs until it is stopped, and may be started again under the same address.
#[derive(Debug)]
pub struct Site {
    server: RefCell<Option<Family>>,
    port: Port,
    rewrite: bool,
    published: PathBuf,
    swaps: Cell<u32>,
    scratch: PathBuf,
}

impl Site {
    /// Serves `dist` on a free port.
    ///
    /// # Panics
    /// With the command to run, when the site or the server has not been built.
    #[must_use]
    pub fn start(scratch: &Scratch) -> Self {
        Self::start_with(scratch, true)
    }

    /// The same on a host that rewrites `/k/<digits>`, or on one that does not.
    ///
    /// # Panics
    /// With the command to run, when the site or the server has not been built.
    #[must_use]
    pub fn start_with(scratch: &Scratch, rewrite: bool) -> Self {
        let dist = root().join("dist");
        assert!(
            dist.join("index.html").exists() && sitegen().exists(),
            "the site is not built yet; please run `make build` first (looked for {} and {})",
            dist.display(),
            sitegen().display()
        );
        let site = Self {
            server: RefCell::new(None),
            port: Port::take(),
            rewrite,
            published: scratch.folder().join("published"),
            swaps: Cell::new(0),
            scratch: scratch.folder().to_owned(),
        };
        site.show(&dist);
        site.start_again();
        site
    }

    /// Where it listens, or would.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.port.address()
    }

    /// Ends the server: from now on the browser is without network.
    pub fn stop(&self) {
        self.server.take();
    }

    /// Starts the server again, where it was before.
    ///
    /// # Panics
    /// When it runs already, or cannot.
    pub fn start_again(&self) {
        assert!(self.server.borrow().is_none(), "the server runs already");
        let port = self.address().port().to_string();
        let mut arguments: Vec<&OsStr> = vec!["serve".as_ref(), "--port".as_ref(), port.as_ref()];
        arguments.extend(["--dist".as_ref(), self.published.as_os_str()]);
        if !self.rewrite {
            arguments.push("--no-rewrite".as_ref());
        }
        let listens = |line: &str| (port_in(line)? == self.address().port()).then_some(());
        let (family, ()) = Family::start(&sitegen(), &arguments, &self.scratch, listens)
            .unwrap_or_else(|trouble| panic!("the site's server does not run: {trouble}"));
        self.server.replace(Some(family));
    }

    /// Shows this release from the next request on. No request gets half of it.
    pub fn publish(&self, release: &Release) {
        self.show(release.folder());
    }

    fn show(&self, folder: &Path) {
        let next = self.scratch.join(format!("published-{}", self.swaps.replace(self.swaps.get() + 1)));
        symlink(folder, &next).expect("the scratch folder takes links");
        fs::rename(&next, &self.published).expect("a link takes the place of another");
    }
}

/// The folder with the workspace's Cargo.toml.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_owned()
}

fn sitegen() -> PathBuf {
    root().join("target/debug/sitegen")
}

/// The server says its address once, in a line such as `http://localhost:41234/`.
fn port_in(line: &str) -> Option<u16> {
    line.trim().strip_prefix("http://localhost:")?.trim_end_matches('/').parse().ok()
}

//! The built site and the server that shows it. Every test has its own server, so that it can turn it off.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use crate::process::{Family, Scratch};

/// A running server.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    _family: Family,
}

impl Site {
    /// Serves `dist` on a free port.
    ///
    /// # Panics
    /// With the command to run, when the site or the server has not been built.
    #[must_use]
    pub fn start(scratch: &Scratch) -> Self {
        let sitegen = root().join("target/debug/sitegen");
        let dist = root().join("dist");
        assert!(
            dist.join("index.html").exists() && sitegen.exists(),
            "the site is not built yet; please run `make build` first (looked for {} and {})",
            dist.display(),
            sitegen.display()
        );
        let arguments = ["serve".as_ref(), "--port".as_ref(), "0".as_ref(), "--dist".as_ref(), dist.as_os_str()];
        let (family, address) = Family::start(&sitegen, &arguments, scratch, address_in)
            .unwrap_or_else(|trouble| panic!("the site's server does not run: {trouble}"));
        Self { address, _family: family }
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

/// The folder with the workspace's Cargo.toml.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_owned()
}

/// The server says its address once, in a line such as `http://localhost:41234/`.
fn address_in(line: &str) -> Option<SocketAddr> {
    let port = line.trim().strip_prefix("http://localhost:")?.trim_end_matches('/').parse::<u16>().ok()?;
    Some(([127, 0, 0, 1], port).into())
}

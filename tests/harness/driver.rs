//! The two browsers, each behind its WebDriver, started afresh for every test.

use std::net::SocketAddr;
use std::path::PathBuf;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::Setting;
use crate::process::{Family, Scratch};

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, behind chromedriver.
    Chromium,
    /// Firefox, behind geckodriver.
    Firefox,
}

impl Engine {
    /// As folders and sentences name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// A running driver; the browser it starts dies with it.
#[derive(Debug)]
pub(crate) struct Driver {
    address: SocketAddr,
    _family: Family,
}

impl Driver {
    /// Starts the engine's driver on a free port.
    ///
    /// # Panics
    /// With the command to run, when the driver is not installed.
    #[must_use]
    pub(crate) fn start(engine: Engine, scratch: &Scratch) -> Self {
        let (name, arguments, before_port) = match engine {
            Engine::Chromium => ("chromedriver", &["--port=0"][..], "started successfully on port "),
            // System access is what lets `resize` go below Firefox's least window width.
            Engine::Firefox => {
                ("geckodriver", &["--port", "0", "--allow-system-access"][..], "Listening on 127.0.0.1:")
            }
        };
        let program = find(name).unwrap_or_else(|| panic!("{name} is not installed; please run `make setup` first"));
        let arguments: Vec<_> = arguments.iter().map(AsRef::as_ref).collect();
        let port = |line: &str| {
            let rest = &line[line.find(before_port)? + before_port.len()..];
            rest.split(|letter: char| !letter.is_ascii_digit()).next()?.parse::<u16>().ok()
        };
        let (family, port) =
            Family::start(&program, &arguments, scratch, port).unwrap_or_else(|trouble| panic!("{trouble}"));
        Self { address: ([127, 0, 0, 1], port).into(), _family: family }
    }

    /// Where it listens.
    #[must_use]
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Opens a browser with nothing in it.
    pub(crate) async fn open(&self, engine: Engine, setting: Setting) -> Client {
        let Value::Object(wishes) = wishes(engine, setting) else { unreachable!("wishes are an object") };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes)
            .connect(&format!("http://{}", self.address))
            .await
            .unwrap_or_else(|error| panic!("{} does not open: {error}", engine.name()))
    }
}

/// The capabilities of a new session.
fn wishes(engine: Engine, setting: Setting) -> Value {
    // With a file held back the page may never count as loaded.
    let strategy = if setting.holding_back.is_some() { "none" } else { "normal" };
    let script = if setting.script { 1 } else { 2 };
    let timeouts = json!({ "pageLoad": 60_000, "script": 60_000 });
    match engine {
        Engine::Chromium => json!({
            "pageLoadStrategy": strategy,
            "timeouts": timeouts,
            "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--hide-scrollbars",
                ],
                "prefs": { "profile.managed_default_content_settings.javascript": script },
            },
        }),
        Engine::Firefox => json!({
            "pageLoadStrategy": strategy,
            "timeouts": timeouts,
            "moz:firefoxOptions": {
                "args": ["-headless", "-width", "500", "-height", "1000"],
                "prefs": {
                    "javascript.enabled": setting.script,
                    // Phones lay their scroll bars over the page; here as there they must not take its width.
                    "ui.useOverlayScrollbars": 1,
                    // Otherwise Tab passes over links on some systems.
                    "accessibility.tabfocus": 7,
                },
            },
        }),
    }
}

/// On the PATH, or where the set-up script keeps the tools it compiled.
fn find(name: &str) -> Option<PathBuf> {
    let on_path =
        std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(name)).find(|file| file.is_file());
    on_path.or_else(|| {
        let cache = std::env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))?;
        let versions = std::fs::read_dir(cache.join("du-giay-to")).ok()?;
        versions.flatten().map(|version| version.path().join("bin").join(name)).find(|file| file.is_file())
    })
}

//! The browsers, each behind its WebDriver, started afresh for every test.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::Setting;
use crate::old_driver::OldDriver;
use crate::port::Port;
use crate::process::Family;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, behind chromedriver.
    Chromium,
    /// Firefox, behind geckodriver.
    Firefox,
    /// The last Chromium for Android 6, the oldest that pages have to wake in; behind a driver of our own.
    Chromium106,
}

impl Engine {
    /// As folders and sentences name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Chromium106 => "chromium-106",
        }
    }
}

/// A running driver; the browser it starts dies with it.
#[derive(Debug)]
pub(crate) struct Driver {
    address: SocketAddr,
    _program: Program,
}

/// What has to end with the driver.
#[derive(Debug)]
enum Program {
    Own { _family: Family, _port: Port },
    Ours { _old: OldDriver },
}

impl Driver {
    /// Starts the engine's driver on a free port.
    ///
    /// # Panics
    /// With the command to run, when the driver is not installed.
    #[must_use]
    pub(crate) fn start(engine: Engine, scratch: &Path) -> Self {
        let port = Port::take();
        let number = port.address().port().to_string();
        let (name, arguments, listens) = match engine {
            Engine::Chromium106 => {
                let old = OldDriver::start(installed("chromium-106"), scratch);
                return Self { address: old.address(), _program: Program::Ours { _old: old } };
            }
            Engine::Chromium => ("chromedriver", vec![format!("--port={number}")], "started successfully on port "),
            // System access is what lets `resize` go below Firefox's least window width.
            Engine::Firefox => {
                let arguments = ["--port", &number, "--allow-system-access"].map(str::to_owned);
                ("geckodriver", arguments.into(), "Listening on 127.0.0.1:")
            }
        };
        let arguments: Vec<_> = arguments.iter().map(AsRef::as_ref).collect();
        let listens = |line: &str| line.contains(&format!("{listens}{number}")).then_some(());
        let (family, ()) =
            Family::start(&installed(name), &arguments, scratch, listens).unwrap_or_else(|trouble| panic!("{trouble}"));
        Self { address: port.address(), _program: Program::Own { _family: family, _port: port } }
    }

    /// Where it listens.
    #[must_use]
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Opens a browser with what is in this profile, which is nothing at first.
    pub(crate) async fn open(&self, engine: Engine, setting: Setting, profile: &Path) -> Client {
        forget_the_dead(profile);
        let Value::Object(wishes) = wishes(engine, setting, profile) else { unreachable!("wishes are an object") };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes)
            .connect(&format!("http://{}", self.address))
            .await
            .unwrap_or_else(|error| panic!("{} does not open: {error}", engine.name()))
    }
}

/// A browser that was killed leaves in its profile who it was and where its driver finds it; the next one would be
/// taken for it.
fn forget_the_dead(profile: &Path) {
    std::fs::create_dir_all(profile).expect("the scratch folder is writable");
    for left in ["MarionetteActivePort", "SingletonLock", "SingletonSocket", "SingletonCookie", "DevToolsActivePort"] {
        // Most of them are links that lead nowhere, so looking first would not find them.
        let _ = std::fs::remove_file(profile.join(left));
    }
}

/// Where the browser saves files; it makes the folder when it does.
pub(crate) fn downloads(profile: &Path) -> PathBuf {
    profile.join("downloads")
}

/// The capabilities of a new session.
fn wishes(engine: Engine, setting: Setting, profile: &Path) -> Value {
    // With a file held back the page may never count as loaded.
    let strategy = if setting.holding_back.is_some() { "none" } else { "normal" };
    let timeouts = json!({ "pageLoad": 60_000, "script": 60_000 });
    let downloads = downloads(profile).display().to_string();
    let profile = profile.display();
    if engine == Engine::Firefox {
        let mut preferences = json!({
            "javascript.enabled": setting.script,
            // Phones lay their scroll bars over the page; here as there they must not take its width.
            "ui.useOverlayScrollbars": 1,
            // Otherwise Tab passes over links on some systems.
            "accessibility.tabfocus": 7,
            // Files are saved without asking, here.
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.alwaysOpenPanel": false,
        });
        if let Some(agent) = setting.user_agent {
            preferences["general.useragent.override"] = agent.into();
        }
        let arguments = ["-headless", "-width", "500", "-height", "1000", "-profile", &profile.to_string()];
        return json!({
            "pageLoadStrategy": strategy,
            "timeouts": timeouts,
            "moz:firefoxOptions": { "args": arguments, "prefs": preferences },
        });
    }
    let mut arguments: Vec<String> = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={profile}"));
    if let Some(agent) = setting.user_agent {
        arguments.push(format!("--user-agent={agent}"));
    }
    let script = if setting.script { 1 } else { 2 };
    let options = json!({
        "args": arguments,
        "prefs": {
            "profile.managed_default_content_settings.javascript": script,
            "download.default_directory": downloads,
            "download.prompt_for_download": false,
        },
    });
    json!({ "pageLoadStrategy": strategy, "timeouts": timeouts, "goog:chromeOptions": options })
}

fn installed(name: &str) -> PathBuf {
    find(name).unwrap_or_else(|| panic!("{name} is not installed; please run `make setup` first"))
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

//! How a phone is set up before a journey begins.

use std::fmt::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

/// How the browser and the server are set up for one journey.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Whether scripts run.
    pub script: bool,
    /// Ending of the paths that the [`crate::gate::Gate`] holds back until [`crate::Browser::let_through`].
    pub holding_back: Option<&'static str>,
    /// Whether a [`crate::gate::Gate`] stands between browser and server.
    pub gate: bool,
    /// Whether the server rewrites `/k/<digits>`; otherwise it is a dumb host of files.
    pub rewrite: bool,
    /// What the browser calls itself.
    pub user_agent: Option<&'static str>,
    /// What the browser cannot do.
    pub without: &'static [Ability],
    /// What the phone's clock says when the journey begins.
    pub clock: Option<Clock>,
}

impl Setting {
    /// As most people have it.
    pub const USUAL: Self = Self {
        script: true,
        holding_back: None,
        gate: false,
        rewrite: true,
        user_agent: None,
        without: &[],
        clock: None,
    };

    /// No scripts at all.
    pub const WITHOUT_SCRIPT: Self = Self { script: false, ..Self::USUAL };

    /// Everything that travels goes through a [`crate::gate::Gate`], which counts it and can cut it off.
    pub const WATCHED: Self = Self { gate: true, ..Self::USUAL };

    /// On a host that cannot rewrite addresses.
    pub const WITHOUT_REWRITE: Self = Self { rewrite: false, ..Self::USUAL };

    /// Opened from a message inside Zalo on Android: its web view, which speaks, shares, keeps and installs nothing.
    pub const IN_ZALO: Self = Self {
        user_agent: Some(
            "Mozilla/5.0 (Linux; Android 9; SM-J260G Build/PPR1.180610.011; wv) AppleWebKit/537.36 (KHTML, like Gecko) \
             Version/4.0 Chrome/106.0.5249.126 Mobile Safari/537.36 Zalo android/2209 ZaloTheme/light ZaloLanguage/vi",
        ),
        without: &[Ability::Speech, Ability::Share, Ability::Persist, Ability::Install],
        ..Self::USUAL
    };

    /// Files whose path ends so arrive only when the journey says so.
    #[must_use]
    pub const fn holding_back(ending: &'static str) -> Self {
        Self { holding_back: Some(ending), gate: true, ..Self::USUAL }
    }

    /// The same phone without these abilities.
    #[must_use]
    pub const fn without(self, without: &'static [Ability]) -> Self {
        Self { without, ..self }
    }

    /// The same phone with its clock set.
    #[must_use]
    pub const fn with_clock(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }

    /// What has to run before the site's own scripts to make the browser such a phone; empty when it is one already.
    pub(crate) fn prelude(&self) -> String {
        let mut prelude: String = self.without.iter().map(|ability| ability.removal()).collect();
        if let Some(clock) = self.clock {
            prelude.push_str(&clock.prelude());
        }
        prelude
    }
}

/// Something a browser can do, and some cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ability {
    /// Reading aloud.
    Speech,
    /// The system's own way of sending something on.
    Share,
    /// Promising not to clear what a site has stored.
    Persist,
    /// Becoming an app on the home screen.
    Install,
    /// Working without network.
    Worker,
    /// IndexedDB.
    Database,
}

impl Ability {
    /// A script that takes it away, as far as a page can tell.
    fn removal(self) -> &'static str {
        match self {
            Self::Speech => "delete window.speechSynthesis; delete window.SpeechSynthesisUtterance;\n",
            Self::Share => "delete Navigator.prototype.share; delete Navigator.prototype.canShare;\n",
            Self::Persist => {
                "if (window.StorageManager) { delete StorageManager.prototype.persist; delete StorageManager.prototype.persisted; }\n"
            }
            Self::Install => {
                "delete window.BeforeInstallPromptEvent;
                 addEventListener('beforeinstallprompt', (event) => event.stopImmediatePropagation(), true);\n"
            }
            Self::Worker => "delete Navigator.prototype.serviceWorker;\n",
            Self::Database => "delete window.indexedDB;\n",
        }
    }
}

/// What a phone's clock says. It goes on from there, and pages that are opened later see it later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// `YYYY-MM-DD`, in the phone's own time.
    pub day: &'static str,
    /// Hours since that day's midnight.
    pub hour: u32,
}

impl Clock {
    /// The script that sets it for the scripts that run after it.
    pub(crate) fn prelude(self) -> String {
        clock_prelude(self.day, self.hour)
    }
}

/// The distance to the real clock is taken once, here: taken in the page it would begin anew with every page.
pub(crate) fn clock_prelude(day: &str, hour: u32) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    let mut script = String::new();
    let _ = write!(
        script,
        "{{
            const Real = Date, ahead = new Real('{day}T00:00').getTime() + {hour} * 3600e3 - {now};
            window.Date = class Date extends Real {{
                constructor(...parts) {{ parts.length ? super(...parts) : super(Real.now() + ahead); }}
                static now() {{ return Real.now() + ahead; }}
            }};
        }}\n"
    );
    script
}

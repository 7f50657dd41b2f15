//! Screen sizes, and making a browser show exactly one of them.

use serde_json::{Value, json};

use crate::{Browser, Engine};

/// Width and height in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Across.
    pub width: u32,
    /// Down.
    pub height: u32,
}

impl std::fmt::Display for Size {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}×{}", self.width, self.height)
    }
}

/// What most journeys run on.
pub const PHONE: Size = Size { width: 360, height: 640 };

/// The smallest phone with and without browser bars, two usual ones, and an office computer.
pub const SCREENS: [Size; 5] = [
    Size { width: 320, height: 456 },
    Size { width: 320, height: 568 },
    PHONE,
    Size { width: 412, height: 915 },
    Size { width: 1280, height: 800 },
];

impl Browser {
    /// Makes the page's own area exactly so large.
    pub async fn resize(&self, size: Size) {
        self.set_size(size).await;
        // An empty window is not laid out like a phone's page, so only the site's own pages are waited for.
        let fits = fits(size);
        self.until(&format!("the page is {size}"), &format!("return !location.protocol.startsWith('http') || {fits}"))
            .await;
    }

    /// Runs a script in the page as soon as it is so large, and gives back what it returns: one question to the browser
    /// where [`Self::resize`] and [`Self::run`] are two, which counts for who looks at thousands of screens.
    ///
    /// # Panics
    /// With what the script says when it fails.
    pub async fn run_at(&self, size: Size, script: &str, arguments: Vec<Value>) -> Value {
        self.set_size(size).await;
        let fits = fits(size);
        let script = format!(
            "const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1);
             const measure = function () {{ {script} }};
             const begin = () => {{
                 if (!{fits}) return setTimeout(begin, 5);
                 try {{ done({{ value: measure(...given) }}); }} catch (error) {{ done({{ error: `${{error}} ${{error.stack}}` }}); }}
             }};
             begin();"
        );
        let mut seen = self.run_async(&script, arguments).await;
        assert!(seen.get("error").is_none(), "on {size} at {}: {}", self.place().await, seen["error"]);
        seen["value"].take()
    }

    /// Windows cannot be that small (Firefox stops at 500 pixels), so the area is set inside the window.
    async fn set_size(&self, size: Size) {
        let Size { width, height } = size;
        match self.engine() {
            Engine::Chromium | Engine::Chromium106 => {
                let phone = width < 600;
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
                self.command(
                    "goog/cdp/execute",
                    &json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": metrics }),
                );
            }
            Engine::Firefox => {
                self.window_holds(width.max(500), height + 150).await;
                self.run_in_firefox_itself(&format!(
                    "const style = gBrowser.selectedBrowser.style;
                     for (const [name, value] of [['width', '{width}px'], ['height', '{height}px']])
                       for (const edge of ['', 'min-', 'max-']) style.setProperty(edge + name, value, 'important');"
                ));
            }
        }
    }
}

/// The condition, as a script has it, that the page is so large.
fn fits(Size { width, height }: Size) -> String {
    format!("matchMedia('(width: {width}px) and (height: {height}px)').matches")
}

//! One browser showing the site, and the few things one can do with a browser.

use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::driver::Driver;
use crate::gate::Gate;
use crate::{Engine, Scratch, Setting, Site, http};

/// How long a state may take to come, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser of its own for one test.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    client: Client,
    session: String,
    gate: Option<Gate>,
    // Dropped in this order: the browser before the server, the profile last.
    driver: Driver,
    site: Site,
    _scratch: Scratch,
}

impl Browser {
    pub(crate) async fn start(engine: Engine, setting: Setting) -> Self {
        let scratch = Scratch::new();
        let site = Site::start(&scratch);
        let gate = setting.holding_back.map(|ending| Gate::before(site.address(), ending));
        let driver = Driver::start(engine, &scratch);
        let client = driver.open(engine, setting).await;
        let session = client.session_id().await.ok().flatten().expect("an open browser has a session");
        let browser = Self { engine, client, session, gate, driver, site, _scratch: scratch };
        browser.resize(crate::PHONE).await;
        browser
    }

    pub(crate) async fn close(self) {
        // An open gate lets the browser finish loading, which it may want to do before it closes.
        self.let_through();
        let _ = self.client.clone().close().await;
    }

    /// Which one it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Scheme, host and port of the site, no slash at the end.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.gate.as_ref().map_or(self.site.address(), Gate::address))
    }

    /// Opens a page of the site and waits until it is loaded; with something held back, until its HTML is there.
    pub async fn open(&self, path: &str) {
        let address = format!("{}{path}", self.origin());
        self.client.goto(&address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
        if self.gate.is_some() {
            // Laid out as well: a touch must not meet a page that still moves.
            let here = format!(
                "return location.href === '{address}' && document.readyState !== 'loading'
                     && [...document.querySelectorAll('link[rel=stylesheet]')].every(it => it.sheet?.cssRules.length)"
            );
            self.until(&format!("{address} is there"), &here).await;
        }
    }

    /// Opens a page and waits until it answers to touch.
    pub async fn open_ready(&self, path: &str) {
        self.open(path).await;
        self.ready().await;
    }

    /// Waits until the page that is shown answers to touch.
    pub async fn ready(&self) {
        self.until("the page is ready", "return document.documentElement.hasAttribute('data-ready')").await;
    }

    /// Opens the gate: what was held back arrives.
    pub fn let_through(&self) {
        if let Some(gate) = &self.gate {
            gate.open();
        }
    }

    /// The path and fragment that are shown.
    pub async fn place(&self) -> String {
        let address = self.client.current_url().await.expect("the browser knows its address");
        address.as_str().trim_start_matches(&self.origin()).to_owned()
    }

    /// Runs a script in the page; `return` gives its value. (In Firefox it also works with scripts switched off for
    /// pages only as long as it touches nothing but the DOM, so journeys without script read elements instead.)
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client.execute(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("{} at {}: {error}\n{script}", self.engine.name(), self.place().await),
        }
    }

    /// Like [`Self::run`], for scripts that call their last argument when they are done.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client.execute_async(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("{} at {}: {error}", self.engine.name(), self.place().await),
        }
    }

    /// Looks again and again until the script returns something true, and gives that back.
    ///
    /// # Panics
    /// When it does not come in half a minute; the message says what was awaited and where the browser stood.
    pub async fn until(&self, what: &str, script: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // While a page is being left there is a moment without a document; that is a "not yet".
            let seen = self.client.execute(script, vec![]).await.unwrap_or(Value::Null);
            if !matches!(seen, Value::Null | Value::Bool(false)) {
                return seen;
            }
            if Instant::now() > deadline {
                let step = self.client.execute("return document.querySelector('main')?.dataset.step", vec![]).await;
                panic!(
                    "waited in vain until {what}; {} is at {}, step {step:?}",
                    self.engine.name(),
                    self.place().await
                );
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// All elements that a CSS selector finds.
    pub async fn all(&self, selector: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(selector)).await.expect("the browser can search")
    }

    /// The first *visible* element that a CSS selector finds.
    ///
    /// # Panics
    /// When there is none.
    pub async fn visible(&self, selector: &str) -> Element {
        for element in self.all(selector).await {
            if element.is_displayed().await.unwrap_or(false) {
                return element;
            }
        }
        panic!("{} shows no {selector} at {}", self.engine.name(), self.place().await)
    }

    /// Touches the first visible element that a CSS selector finds, in its middle, as a thumb does: something lying
    /// above it is a failure.
    pub async fn tap(&self, selector: &str) {
        let element = self.visible(selector).await;
        // People bring what they touch out from under the fixed bar; drivers think it is in view there.
        let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.run(middle, vec![serde_json::to_value(&element).expect("elements are JSON")]).await;
        if let Err(error) = element.click().await {
            panic!("{} cannot touch {selector} at {}: {error}", self.engine.name(), self.place().await);
        }
    }

    /// Whether any visible element matches.
    pub async fn shows(&self, selector: &str) -> bool {
        for element in self.all(selector).await {
            if element.is_displayed().await.unwrap_or(false) {
                return true;
            }
        }
        false
    }

    /// Presses and lets go one key.
    pub async fn press(&self, key: impl Into<char>) {
        let value = key.into();
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value }).then(KeyAction::Up { value });
        self.client.perform_actions(keys).await.expect("the browser takes keys");
    }

    /// One step back in the browser's history.
    pub async fn back(&self) {
        self.client.back().await.expect("the browser goes back");
    }

    /// A picture of what is shown, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("the browser takes a picture")
    }

    /// A command that WebDriver does not name: a path below the session, and its JSON.
    pub(crate) fn command(&self, path: &str, body: &Value) -> Value {
        let path = format!("/session/{}/{path}", self.session);
        let answer = http::post_json(self.driver.address(), &path, &body.to_string());
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        serde_json::from_str::<Value>(&answer.text()).expect("drivers answer in JSON")["value"].take()
    }

    pub(crate) async fn window_to(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("the window can be resized");
    }

    /// Runs a script in Firefox's own window instead of the page.
    pub(crate) fn run_in_firefox_itself(&self, script: &str) -> Value {
        self.command("moz/context", &json!({ "context": "chrome" }));
        let value = self.command("execute/sync", &json!({ "script": script, "args": [] }));
        self.command("moz/context", &json!({ "context": "content" }));
        value
    }
}

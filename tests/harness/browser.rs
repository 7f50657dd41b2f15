//! One browser showing the site, and the few things one can do with a browser.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::driver::{Driver, downloads};
use crate::gate::Gate;
use crate::setting::clock_prelude;
use crate::{Ability, Engine, Release, Scratch, Setting, Site, http};

/// How often the page has said that it wrote down what it remembers.
const SAVES: &str = "return performance.getEntriesByName('saved').length";

/// How long a state may take to come, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(90);

/// A browser of its own for one test, with the site it shows.
#[derive(Debug)]
pub struct Browser {
    engine: Engine,
    setting: Setting,
    // Dropped in this order: the browser before the server, the folder with everything last.
    running: RefCell<Option<Running>>,
    gate: Option<Gate>,
    site: Site,
    /// The release that makes the browser what the setting says, if it needs one.
    release: Option<Release>,
    scratch: Scratch,
}

/// The browser's processes, from one start to the next.
#[derive(Debug)]
struct Running {
    client: Client,
    session: String,
    driver: Driver,
    /// How large Firefox's window was made.
    window: Cell<(u32, u32)>,
}

impl Browser {
    pub(crate) async fn start(engine: Engine, setting: Setting) -> Self {
        let scratch = Scratch::new();
        let site = Site::start_with(&scratch, setting.rewrite);
        let gate = setting.gate.then(|| Gate::before(site.address(), setting.holding_back));
        let prelude = setting.prelude();
        let release = (!prelude.is_empty()).then(|| {
            let release = Release::copy_of_dist(&scratch);
            release.set_prelude(&prelude);
            // Without a worker nobody compares what travels with a list.
            if !setting.without.contains(&Ability::Worker) {
                release.seal();
            }
            site.publish(&release);
            release
        });
        let browser = Self { engine, setting, running: RefCell::new(None), gate, site, release, scratch };
        browser.launch().await;
        browser
    }

    async fn launch(&self) {
        let driver = Driver::start(self.engine, self.scratch.folder());
        let client = driver.open(self.engine, self.setting, &self.scratch.folder().join("profile")).await;
        let session = client.session_id().await.ok().flatten().expect("an open browser has a session");
        self.running.replace(Some(Running { client, session, driver, window: Cell::default() }));
        self.resize(crate::PHONE).await;
    }

    /// Kills the browser hard, with everything it runs, as a phone does that is switched off. What it had stored stays.
    pub fn kill(&self) {
        self.running.take();
    }

    /// Starts the browser again with the profile it had. It shows an empty page.
    ///
    /// # Panics
    /// When it was not killed before.
    pub async fn start_again(&self) {
        assert!(self.running.borrow().is_none(), "the browser runs already");
        self.launch().await;
    }

    /// Kills the browser and starts it again with the profile it had. It shows an empty page.
    pub async fn restart(&self) {
        self.kill();
        self.start_again().await;
    }

    pub(crate) fn client(&self) -> Client {
        let running = self.running.borrow();
        running.as_ref().expect("a browser that was killed shows nothing before it is started again").client.clone()
    }

    /// The server, to stop it, to start it again, and to publish on it.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// A folder of this journey's own, for [`Release::copy_of_dist`].
    #[must_use]
    pub fn scratch(&self) -> &Scratch {
        &self.scratch
    }

    /// What stands between browser and server.
    ///
    /// # Panics
    /// When the [`Setting`] has no gate; [`Setting::WATCHED`] has one.
    #[must_use]
    pub fn gate(&self) -> &Gate {
        self.gate.as_ref().expect("a journey with a gate begins with Setting::WATCHED")
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
        self.client().goto(&address).await.unwrap_or_else(|error| panic!("{address} does not open: {error}"));
        if self.setting.holding_back.is_some() {
            // Laid out as well: a touch must not meet a page that still moves.
            let here = format!(
                "return location.href === '{address}' && document.readyState !== 'loading'
                     && [...document.querySelectorAll('link[rel=stylesheet]')].every(it => it.sheet?.cssRules.length)"
            );
            self.until(&format!("{address} is there"), &here).await;
        }
    }

    /// Whether a page opens at all; without network and without worker it does not.
    pub async fn opens(&self, path: &str) -> bool {
        // Where a worker answers for the network, drivers may call the browser's own page of excuses a success.
        let went = self.client().goto(&format!("{}{path}", self.origin())).await;
        went.is_ok() && self.run("return document.documentURI.startsWith('http')", vec![]).await == json!(true)
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

    /// Does something that changes what the phone remembers, and waits until the page says that it is written.
    pub async fn saving(&self, act: impl Future<Output = ()>) {
        let before = self.run(SAVES, vec![]).await;
        act.await;
        let count = SAVES.trim_start_matches("return ");
        self.until("it is saved", &format!("return {count} > {before}")).await;
    }

    /// Waits until the page shows that the site can be used without network, and the browser would still know it after
    /// being killed.
    pub async fn until_offline(&self) {
        self.until(
            "the readiness picture is shown",
            "return [...document.querySelectorAll('[data-offline]')].some(it => it.getClientRects().length)",
        )
        .await;
        self.until_worker_is_kept().await;
    }

    /// Waits until the browser would still know the site's worker after being killed.
    ///
    /// # Panics
    /// When it does not come in a minute and a half.
    pub async fn until_worker_is_kept(&self) {
        if self.engine == Engine::Firefox {
            // It writes its list of workers a moment after it has told the page of them.
            let list = self.scratch.folder().join("profile/serviceworker.txt");
            let deadline = Instant::now() + PATIENCE;
            while !std::fs::read_to_string(&list).is_ok_and(|list| list.contains("/sw.js")) {
                assert!(Instant::now() < deadline, "waited in vain until Firefox has written {}", list.display());
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }

    /// Waits until a file that the page offered to save lies there whole, and gives back what is in it.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let folder = downloads(&self.scratch.folder().join("profile"));
        let deadline = Instant::now() + PATIENCE;
        loop {
            // Both browsers write beside it, under another name, until it is whole; Firefox keeps the place with an
            // empty file.
            let found = std::fs::read(folder.join(name)).unwrap_or_default();
            if !found.is_empty() {
                return found;
            }
            assert!(Instant::now() < deadline, "waited in vain until {name} is saved in {}", folder.display());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Where the page keeps what it remembers: `idb` or `memory`; empty before it has looked.
    pub async fn store(&self) -> String {
        let store = self.run("return document.documentElement.dataset.store ?? ''", vec![]).await;
        store.as_str().unwrap_or_default().to_owned()
    }

    /// Sets the phone's clock, for the pages that are opened from now on; [`Setting::with_clock`] says what it was
    /// before.
    ///
    /// # Panics
    /// When the setting has a worker, which would go on showing what it has.
    pub fn turn_clock(&self, day: &str, hour: u32) {
        assert!(self.setting.without.contains(&Ability::Worker), "only a journey without worker turns the clock");
        let release = self.release.as_ref().expect("a browser without worker has a release of its own");
        let others = Setting { clock: None, ..self.setting }.prelude();
        release.set_prelude(&format!("{others}{}", clock_prelude(day, hour)));
    }

    /// Opens the gate: what was held back arrives.
    pub fn let_through(&self) {
        if let Some(gate) = &self.gate {
            gate.open();
        }
    }

    /// The path and fragment that are shown.
    pub async fn place(&self) -> String {
        let address = self.client().current_url().await.expect("the browser knows its address");
        address.as_str().trim_start_matches(&self.origin()).to_owned()
    }

    /// Runs a script in the page; `return` gives its value. (In Firefox it also works with scripts switched off for
    /// pages only as long as it touches nothing but the DOM, so journeys without script read elements instead.)
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client().execute(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("{} at {}: {error}\n{script}", self.engine.name(), self.place().await),
        }
    }

    /// Like [`Self::run`], for scripts that call their last argument when they are done.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.client().execute_async(script, arguments).await {
            Ok(value) => value,
            Err(error) => panic!("{} at {}: {error}", self.engine.name(), self.place().await),
        }
    }

    /// Looks again and again until the script returns something true, and gives that back.
    ///
    /// # Panics
    /// When it does not come in a minute and a half; the message says what was awaited and where the browser stood.
    pub async fn until(&self, what: &str, script: &str) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            // While a page is being left there is a moment without a document; that is a "not yet".
            let seen = self.client().execute(script, vec![]).await.unwrap_or(Value::Null);
            if !matches!(seen, Value::Null | Value::Bool(false)) {
                return seen;
            }
            if Instant::now() > deadline {
                let step = self.client().execute("return document.querySelector('main')?.dataset.step", vec![]).await;
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
        self.client().find_all(Locator::Css(selector)).await.expect("the browser can search")
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
        self.client().perform_actions(keys).await.expect("the browser takes keys");
    }

    /// One step back in the browser's history.
    pub async fn back(&self) {
        self.client().back().await.expect("the browser goes back");
    }

    /// A picture of what is shown, as PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.client().screenshot().await.expect("the browser takes a picture")
    }

    /// The page on paper of this size in centimetres, as PDF.
    ///
    /// # Panics
    /// When the browser prints nothing.
    #[must_use]
    pub fn printed(&self, width: f64, height: f64) -> Vec<u8> {
        // https://www.w3.org/TR/webdriver2/#print-page
        let sheet = json!({
            "page": { "width": width, "height": height },
            "margin": { "top": 0, "right": 0, "bottom": 0, "left": 0 },
            "shrinkToFit": false,
        });
        let printed = self.command("print", &sheet);
        BASE64.decode(printed.as_str().unwrap_or_default()).expect("a printed page is base64")
    }

    /// A command that WebDriver does not name: a path below the session, and its JSON.
    pub(crate) fn command(&self, path: &str, body: &Value) -> Value {
        let running = self.running.borrow();
        let running = running.as_ref().expect("the browser runs");
        let path = format!("/session/{}/{path}", running.session);
        let answer = http::post_json(running.driver.address(), &path, &body.to_string());
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        serde_json::from_str::<Value>(&answer.text()).expect("drivers answer in JSON")["value"].take()
    }

    /// Makes the window large enough for so much. It never becomes smaller: that takes long, and what is shown in it
    /// may.
    pub(crate) async fn window_holds(&self, width: u32, height: u32) {
        let had = self.running.borrow().as_ref().map_or((0, 0), |running| running.window.get());
        let needed = (had.0.max(width), had.1.max(height));
        if needed != had {
            self.client().set_window_size(needed.0, needed.1).await.expect("the window can be resized");
            if let Some(running) = &*self.running.borrow() {
                running.window.set(needed);
            }
        }
    }

    /// Runs a script in Firefox's own window instead of the page.
    pub(crate) fn run_in_firefox_itself(&self, script: &str) -> Value {
        self.command("moz/context", &json!({ "context": "chrome" }));
        let value = self.command("execute/sync", &json!({ "script": script, "args": [] }));
        self.command("moz/context", &json!({ "context": "content" }));
        value
    }
}

//! A WebDriver for Chromium 106. Today's chromedriver opens it but cannot run a script in it any more, and chromedrivers
//! of its own age are published nowhere that a package client reaches; so the few commands that journeys use are
//! translated here.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::devtools::DevTools;
use crate::http::read_head;

/// How elements are marked in WebDriver's JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// How long a page may take to load.
const PATIENCE: Duration = Duration::from_secs(60);

/// What stands in the way, as WebDriver names it, and in words.
type Trouble = (&'static str, String);

/// A driver that listens until it is dropped; the browser it opened dies with it.
#[derive(Debug)]
pub(crate) struct OldDriver {
    address: SocketAddr,
    desk: Arc<Desk>,
}

/// What the thread that listens shares with who owns the driver.
#[derive(Debug)]
struct Desk {
    program: PathBuf,
    scratch: PathBuf,
    is_closed: AtomicBool,
    session: Mutex<Option<DevTools>>,
}

impl OldDriver {
    /// Listens on a free port, and starts `program` when a session is wished for.
    pub(crate) fn start(program: PathBuf, scratch: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("the port is known");
        let (is_closed, session) = (AtomicBool::new(false), Mutex::new(None));
        let desk = Arc::new(Desk { program, scratch: scratch.to_owned(), is_closed, session });
        let shared = Arc::clone(&desk);
        std::thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                if shared.is_closed.load(Ordering::Relaxed) {
                    break;
                }
                // Who goes away before the answer does not want it.
                let _ = shared.serve(visitor);
            }
        });
        Self { address, desk }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for OldDriver {
    fn drop(&mut self) {
        self.desk.session.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.desk.is_closed.store(true, Ordering::Relaxed);
        // One more visitor, so that the thread looks up and ends.
        let _ = TcpStream::connect(self.address);
    }
}

impl Desk {
    /// One command and its answer.
    fn serve(&self, mut visitor: TcpStream) -> Option<()> {
        let (head, mut body) = read_head(&mut visitor)?;
        let length =
            |line: &str| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse::<usize>().ok();
        let mut rest = vec![0; head.lines().find_map(length).unwrap_or_default().saturating_sub(body.len())];
        visitor.read_exact(&mut rest).ok()?;
        body.extend(rest);
        let body = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let mut words = head.split(' ');
        let (method, path) = (words.next()?, words.next()?);
        // `/session/one/element/…`
        let command: Vec<&str> = path.split('/').skip(3).collect();
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = match (method, command.as_slice(), session.as_mut()) {
            ("POST", [], _) => open(&body, &self.program, &self.scratch).map(|tools| {
                session.replace(tools);
                json!({ "sessionId": "one", "capabilities": { "browserName": "chromium" } })
            }),
            ("DELETE", [], _) => {
                session.take();
                Ok(Value::Null)
            }
            (method, command, Some(tools)) => Page(tools).command(method, command, &body),
            (.., None) => Err(("invalid session id", "no session is open".to_owned())),
        };
        let (status, value) = match answer {
            Ok(value) => ("200 OK", value),
            Err((error, message)) => ("500 Trouble", json!({ "error": error, "message": message, "stacktrace": "" })),
        };
        let body = json!({ "value": value }).to_string();
        let length = body.len();
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/json; charset=utf-8\r\nConnection: close");
        visitor.write_all(format!("{head}\r\nContent-Length: {length}\r\n\r\n{body}").as_bytes()).ok()
    }
}

fn open(wishes: &Value, program: &Path, scratch: &Path) -> Result<DevTools, Trouble> {
    let arguments = &wishes["capabilities"]["alwaysMatch"]["goog:chromeOptions"]["args"];
    let arguments: Vec<String> = serde_json::from_value(arguments.clone()).unwrap_or_default();
    DevTools::start(program, &arguments, scratch).map_err(|trouble| ("session not created", trouble))
}

/// The page that is shown.
struct Page<'a>(&'a mut DevTools);

impl Page<'_> {
    fn command(&mut self, method: &str, command: &[&str], body: &Value) -> Result<Value, Trouble> {
        match (method, command) {
            ("POST", ["url"]) => self.go_to(body["url"].as_str().unwrap_or_default()),
            ("GET", ["url"]) => self.run("return location.href", &[]),
            ("POST", ["back"]) => {
                self.run("history.back()", &[])?;
                Ok(Value::Null)
            }
            ("POST", ["execute", "sync"]) => self.execute(body, "return (function () { SCRIPT }).apply(window, args);"),
            ("POST", ["execute", "async"]) => self.execute(
                body,
                "return new Promise((done) => (function () { SCRIPT }).apply(window, [...args, done]));",
            ),
            ("POST", ["elements"]) => self.find_all(body["value"].as_str().unwrap_or_default()),
            ("GET", ["element", id, "displayed"]) => self.run(
                "return args[0].checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
                     && [...args[0].getClientRects()].some((it) => it.width > 0 && it.height > 0)",
                &[element(id)],
            ),
            ("GET", ["element", id, "text"]) => self.run("return args[0].innerText.trim()", &[element(id)]),
            ("GET", ["element", id, "attribute", name]) => {
                self.run("return args[0].getAttribute(args[1])", &[element(id), json!(name)])
            }
            ("POST", ["element", id, "click"]) => self.click(id),
            ("GET", ["screenshot"]) => {
                Ok(self.ask("Page.captureScreenshot", &json!({ "format": "png" }))?["data"].take())
            }
            ("POST", ["goog", "cdp", "execute"]) => self.ask(body["cmd"].as_str().unwrap_or_default(), &body["params"]),
            _ => Err(("unknown command", format!("{method} {} is not translated for Chromium 106", command.join("/")))),
        }
    }

    fn ask(&mut self, method: &str, parameters: &Value) -> Result<Value, Trouble> {
        self.0.ask(method, parameters).map_err(|trouble| ("unknown error", trouble))
    }

    fn go_to(&mut self, address: &str) -> Result<Value, Trouble> {
        let gone = self.ask("Page.navigate", &json!({ "url": address }))?;
        if let Some(trouble) = gone["errorText"].as_str() {
            return Err(("unknown error", format!("{address}: {trouble}")));
        }
        let deadline = Instant::now() + PATIENCE;
        while self.run("return document.readyState", &[])? != "complete" {
            if Instant::now() > deadline {
                return Err(("timeout", format!("{address} does not finish loading")));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(Value::Null)
    }

    fn execute(&mut self, body: &Value, frame: &str) -> Result<Value, Trouble> {
        let arguments = body["args"].as_array().cloned().unwrap_or_default();
        self.run(&frame.replace("SCRIPT", body["script"].as_str().unwrap_or_default()), &arguments)
    }

    /// Runs the body of a function in the page, with the arguments as `args`, and gives back its value as JSON.
    fn run(&mut self, script: &str, arguments: &[Value]) -> Result<Value, Trouble> {
        let result = self.call(script, arguments, true)?;
        Ok(result.get("value").cloned().unwrap_or(Value::Null))
    }

    fn call(&mut self, script: &str, arguments: &[Value], by_value: bool) -> Result<Value, Trouble> {
        let mut window = self.ask("Runtime.evaluate", &json!({ "expression": "window" }))?;
        let arguments = arguments.iter().map(|argument| match argument[ELEMENT].as_str() {
            Some(id) => json!({ "objectId": id }),
            None => json!({ "value": argument }),
        });
        let call = json!({
            "functionDeclaration": format!("function (...args) {{ {script}\n}}"),
            "arguments": arguments.collect::<Vec<_>>(),
            "objectId": window["result"]["objectId"].take(),
            "returnByValue": by_value,
            "awaitPromise": true,
            "userGesture": true,
        });
        let mut answer = self.ask("Runtime.callFunctionOn", &call)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(("javascript error", details["exception"]["description"].to_string())),
            None => Ok(answer["result"].take()),
        }
    }

    fn find_all(&mut self, selector: &str) -> Result<Value, Trouble> {
        let list = self.call("return [...document.querySelectorAll(args[0])]", &[json!(selector)], false)?;
        let properties = json!({ "objectId": list["objectId"], "ownProperties": true });
        let properties = self.ask("Runtime.getProperties", &properties)?;
        let all = properties["result"].as_array().cloned().unwrap_or_default();
        let places = all.into_iter().filter(|own| own["enumerable"] == true);
        Ok(places.map(|own| json!({ ELEMENT: own["value"]["objectId"] })).collect())
    }

    /// Presses and lets go in the middle of an element, when nothing lies above it.
    fn click(&mut self, id: &str) -> Result<Value, Trouble> {
        let place = self.run(
            "args[0].scrollIntoView({ block: 'nearest', behavior: 'instant' });
             const box = args[0].getClientRects()[0];
             if (!box) return null;
             const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
             const hit = document.elementFromPoint(x, y);
             return args[0].contains(hit) ? [x, y] : [hit?.outerHTML.slice(0, 80) ?? 'nothing'];",
            &[element(id)],
        )?;
        let [Some(x), Some(y)] = [place[0].as_f64(), place[1].as_f64()] else {
            return Err(("element click intercepted", format!("{place} is there instead")));
        };
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
            self.ask("Input.dispatchMouseEvent", &event)?;
        }
        Ok(Value::Null)
    }
}

fn element(id: &str) -> Value {
    json!({ ELEMENT: id })
}

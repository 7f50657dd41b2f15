//! The tongue of Chromium's own tools, spoken over two named pipes: a question with a number, its answer with the same.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::process::Family;

/// A browser that listens on a pipe, and one page of it.
#[derive(Debug)]
pub(crate) struct DevTools {
    questions: File,
    answers: BufReader<File>,
    page: Option<String>,
    asked: u64,
    early: HashMap<u64, Value>,
    _family: Family,
}

impl DevTools {
    /// Starts the browser and opens an empty page in it.
    ///
    /// # Errors
    /// What went wrong, in its own words.
    pub(crate) fn start(program: &Path, arguments: &[String], scratch: &Path) -> Result<Self, String> {
        let pipes = ["questions", "answers"].map(|name| scratch.join(name));
        for pipe in &pipes {
            // Those of a browser that was killed may hold what nobody read.
            let _ = std::fs::remove_file(pipe);
            let made = Command::new("mkfifo").arg(pipe).status().map_err(|error| error.to_string())?;
            assert!(made.success(), "no pipe can be made at {}", pipe.display());
        }
        let [questions, answers] = &pipes;
        let script = "echo started; questions=$1 answers=$2; shift 2; exec \"$@\" 3<\"$questions\" 4>\"$answers\"";
        let mut line: Vec<&OsStr> = ["-c", script, "sh"].map(OsStr::new).into();
        line.extend([
            questions.as_os_str(),
            answers.as_os_str(),
            program.as_os_str(),
            "--remote-debugging-pipe".as_ref(),
        ]);
        line.extend(arguments.iter().map(OsStr::new));
        let (family, ()) = Family::start(Path::new("sh"), &line, scratch, |line| (line == "started\n").then_some(()))?;
        // Opening a pipe waits for who opens its other end, in the order of the shell.
        let questions = OpenOptions::new().write(true).open(questions).map_err(|error| error.to_string())?;
        let answers = BufReader::new(File::open(answers).map_err(|error| error.to_string())?);
        let early = HashMap::new();
        let mut tools = Self { questions, answers, page: None, asked: 0, early, _family: family };
        let page = tools.ask("Target.createTarget", &json!({ "url": "about:blank" }))?["targetId"].take();
        let attached = tools.ask("Target.attachToTarget", &json!({ "targetId": page, "flatten": true }))?;
        tools.page = attached["sessionId"].as_str().map(str::to_owned);
        tools.ask("Page.enable", &json!({}))?;
        Ok(tools)
    }

    /// Sends a command to the page and waits for its result.
    ///
    /// # Errors
    /// What the browser said against it, or that it is gone.
    pub(crate) fn ask(&mut self, method: &str, parameters: &Value) -> Result<Value, String> {
        self.asked += 1;
        let mut question = json!({ "id": self.asked, "method": method, "params": parameters });
        if let Some(page) = &self.page {
            question["sessionId"] = page.as_str().into();
        }
        let sent = self.questions.write_all(format!("{question}\0").as_bytes());
        sent.map_err(|error| format!("{method} cannot be asked: {error}"))?;
        let mut answer = loop {
            if let Some(answer) = self.early.remove(&self.asked) {
                break answer;
            }
            let heard = self.hear()?;
            // What has no number tells of an event; nobody here waits for one.
            if let Some(number) = heard["id"].as_u64() {
                self.early.insert(number, heard);
            }
        };
        match answer["error"]["message"].as_str() {
            Some(trouble) => Err(format!("{method}: {trouble}")),
            None => Ok(answer["result"].take()),
        }
    }

    fn hear(&mut self) -> Result<Value, String> {
        let mut message = Vec::new();
        let count = self.answers.read_until(0, &mut message).map_err(|error| error.to_string())?;
        if count == 0 {
            return Err("the browser has ended".to_owned());
        }
        serde_json::from_slice(message.trim_ascii_end().strip_suffix(b"\0").unwrap_or(&message))
            .map_err(|error| format!("the browser answers in no JSON: {error}"))
    }
}

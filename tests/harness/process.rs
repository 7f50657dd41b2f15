//! Child processes that never outlive the test, however the test ends.
//!
//! A driver that is killed leaves its browser behind, and an interrupted test cannot tidy up. So every child runs in
//! its own process group under a shell that waits at a pipe: when the pipe closes, because we dropped it or because we
//! died, the shell ends the whole group: at once and hard, as a phone does that needs the room.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// A running program with everything it started.
#[derive(Debug)]
pub(crate) struct Family {
    shell: Child,
}

impl Family {
    /// Starts `program` and reads its output until `find` sees what it waits for (a port, an address).
    ///
    /// # Errors
    /// What the program said instead, when it could not start or ended first.
    pub(crate) fn start<T>(
        program: &Path,
        arguments: &[&OsStr],
        scratch: &Path,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<(Self, T), String> {
        let mut shell = Command::new("sh")
            .args(["-c", "\"$@\" & exec >&-; read -r _; kill -KILL 0", "sh"])
            .arg(program)
            .args(arguments)
            .env("TMPDIR", scratch)
            // Where the phones are; days must not depend on where the tests run.
            .env("TZ", "Asia/Ho_Chi_Minh")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        let output = shell.stdout.take().expect("stdout is piped");
        let family = Self { shell };
        let mut output = BufReader::new(output);
        let mut said = String::new();
        loop {
            let from = said.len();
            match output.read_line(&mut said) {
                Ok(0) | Err(_) => return Err(format!("{} ended early and said: {said}", program.display())),
                Ok(_) => {}
            }
            if let Some(found) = find(&said[from..]) {
                // A full pipe would stop the program, so somebody has to go on reading.
                std::thread::spawn(move || output.read_to_end(&mut Vec::new()));
                return Ok((family, found));
            }
        }
    }
}

impl Drop for Family {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
        // The shell goes first; who follows must find the others gone too, with the locks they held.
        while is_anybody_left(self.shell.id()) {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// Whether a process of this group still runs.
fn is_anybody_left(group: u32) -> bool {
    let runs = |entry: std::fs::DirEntry| {
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        // `pid (name) state parent group`; the name may hold anything. A zombie holds nothing any more.
        let mut fields = stat.rsplit(')').next()?.split_whitespace();
        let (state, own) = (fields.next()?, fields.nth(1)?);
        (!matches!(state, "Z" | "X") && own.parse() == Ok(group)).then_some(())
    };
    std::fs::read_dir("/proc").is_ok_and(|mut entries| entries.any(|entry| entry.ok().and_then(runs).is_some()))
}

/// A folder for browser profiles and the like, gone when dropped.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    /// Makes an empty folder. Its path is short: browsers put sockets there, and those have at most 108 letters.
    #[must_use]
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("dgt-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("the folder for temporary files is writable");
        Self { folder }
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

//! A doorman between browser and server, who can hold back some files, count what passes and cut the line. What a
//! person does before the wasm has arrived, or when the network goes, is a matter of luck on a fast machine; here it is
//! a matter of order, in every browser.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::http::read_head;

/// Forwards everything, unless told otherwise.
#[derive(Debug)]
pub struct Gate {
    address: SocketAddr,
    door: Arc<Door>,
}

/// One request that came, in the order of coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// What was asked for, without query.
    pub path: String,
    /// What the server answered; 0 when the line was cut or nobody serves.
    pub status: u16,
    /// The bytes of the head that travelled.
    pub head: u64,
    /// The bytes of the body that travelled, compressed as they were.
    pub body: u64,
    /// Whether all of it did.
    pub whole: bool,
}

/// A point in time, from which on visits can be counted.
#[derive(Debug, Clone, Copy)]
pub struct Mark(usize);

#[derive(Debug, Default)]
struct Door {
    state: Mutex<State>,
    opened: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Paths that end so have to wait.
    holding_back: Option<String>,
    /// What may still pass before the line is cut.
    allowed: Option<u64>,
    visits: Vec<Visit>,
}

impl Gate {
    /// Stands before `server` and holds back paths that end in `ending`, if there is one.
    #[must_use]
    pub fn before(server: SocketAddr, ending: Option<&str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("the port is known");
        let state = State { holding_back: ending.map(str::to_owned), ..State::default() };
        let door = Arc::new(Door { state: Mutex::new(state), opened: Condvar::new() });
        let shared = Arc::clone(&door);
        std::thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let door = Arc::clone(&shared);
                std::thread::spawn(move || forward(visitor, server, &door));
            }
        });
        Self { address, door }
    }

    /// Where the browser has to go.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets through what waits, and everything after it; a line that was cut works again.
    pub fn open(&self) {
        let mut state = self.door.state();
        (state.holding_back, state.allowed) = (None, None);
        self.door.opened.notify_all();
    }

    /// From now on holds back paths that end so.
    pub fn hold_back(&self, ending: &str) {
        self.door.state().holding_back = Some(ending.to_owned());
    }

    /// Lets so many more bytes pass to the browser, heads and bodies, then cuts every connection, wherever it is, until
    /// [`Self::open`].
    pub fn cut_after(&self, bytes: u64) {
        self.door.state().allowed = Some(bytes);
    }

    /// Cuts the line now: from here on the browser is without network.
    pub fn cut(&self) {
        self.cut_after(0);
    }

    /// Whether the line is cut: all that was allowed has passed.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.door.state().allowed == Some(0)
    }

    /// Now, for [`Self::since`].
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark(self.door.state().visits.len())
    }

    /// Who came after the mark.
    #[must_use]
    pub fn since(&self, mark: Mark) -> Vec<Visit> {
        self.door.state().visits[mark.0..].to_vec()
    }

    /// The bytes that travelled to the browser after the mark, heads and bodies.
    #[must_use]
    pub fn bytes_since(&self, mark: Mark) -> u64 {
        self.since(mark).iter().map(|visit| visit.head + visit.body).sum()
    }
}

impl Door {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until this path may pass.
    fn wait(&self, path: &str) {
        let waits = |state: &mut State| state.holding_back.as_ref().is_some_and(|ending| path.ends_with(ending));
        drop(self.opened.wait_while(self.state(), waits).unwrap_or_else(PoisonError::into_inner));
    }

    /// Writes down a visit, before the browser can know of it, and says how much of the answer may pass.
    fn admit(&self, path: &str, answer: &[u8]) -> usize {
        let mut state = self.state();
        let wanted = answer.len() as u64;
        let passes = state.allowed.map_or(wanted, |allowed| allowed.min(wanted));
        if let Some(allowed) = &mut state.allowed {
            *allowed -= passes;
        }
        let head = answer.windows(4).position(|four| four == b"\r\n\r\n").map_or(answer.len(), |end| end + 4) as u64;
        state.visits.push(Visit {
            path: path.to_owned(),
            status: if passes == 0 { 0 } else { status_of(answer) },
            head: passes.min(head),
            body: passes.saturating_sub(head),
            whole: wanted > 0 && passes == wanted,
        });
        usize::try_from(passes).expect("no more than an answer's length")
    }
}

fn status_of(answer: &[u8]) -> u16 {
    let status = answer.split(|byte| *byte == b' ').nth(1).and_then(|word| std::str::from_utf8(word).ok());
    status.and_then(|word| word.parse().ok()).unwrap_or_default()
}

/// One request, one connection: a page load here has a dozen of them.
fn forward(mut visitor: TcpStream, server: SocketAddr, door: &Door) -> Option<()> {
    let (head, body) = read_head(&mut visitor)?;
    let path = head.split(' ').nth(1)?.split(['?', '#']).next()?;
    door.wait(path);
    let answer = ask(server, &head, &body).unwrap_or_default();
    let passes = door.admit(path, &answer);
    visitor.write_all(&answer[..passes]).ok()?;
    visitor.shutdown(Shutdown::Both).ok()
}

/// What the server answers; nothing when there is none.
fn ask(server: SocketAddr, head: &str, body: &[u8]) -> Option<Vec<u8>> {
    let kept: Vec<&str> =
        head.trim_end().lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:")).collect();
    let mut upstream = TcpStream::connect(server).ok()?;
    upstream.write_all(format!("{}\r\nConnection: close\r\n\r\n", kept.join("\r\n")).as_bytes()).ok()?;
    upstream.write_all(body).ok()?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer).ok()?;
    Some(answer)
}

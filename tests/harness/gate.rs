//! A doorman between browser and server who can hold back some files. What a person does before the wasm has arrived
//! is a matter of luck on a fast machine; with the wasm held back it is a matter of order, in every browser.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use crate::http::read_head;

/// Forwards everything, but keeps requests for paths with a certain ending waiting until it is opened.
#[derive(Debug)]
pub struct Gate {
    address: SocketAddr,
    door: Arc<Door>,
}

#[derive(Debug, Default)]
struct Door {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    /// Stands before `server` and holds back paths that end in `ending`.
    #[must_use]
    pub fn before(server: SocketAddr, ending: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("the port is known");
        let door = Arc::new(Door::default());
        let shared = Arc::clone(&door);
        std::thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let door = Arc::clone(&shared);
                std::thread::spawn(move || forward(visitor, server, ending, &door));
            }
        });
        Self { address, door }
    }

    /// Where the browser has to go.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets through what waits, and everything after it.
    pub fn open(&self) {
        *self.door.open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.door.opened.notify_all();
    }
}

impl Door {
    fn wait(&self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        while !*open {
            open = self.opened.wait(open).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// One request, one connection: a page load here has a dozen of them.
fn forward(mut visitor: TcpStream, server: SocketAddr, ending: &str, door: &Door) -> Option<()> {
    let (head, body) = read_head(&mut visitor)?;
    let path = head.split(' ').nth(1)?.split(['?', '#']).next()?;
    if path.ends_with(ending) {
        door.wait();
    }
    let kept: Vec<&str> =
        head.trim_end().lines().filter(|line| !line.to_ascii_lowercase().starts_with("connection:")).collect();
    let mut upstream = TcpStream::connect(server).ok()?;
    upstream.write_all(format!("{}\r\nConnection: close\r\n\r\n", kept.join("\r\n")).as_bytes()).ok()?;
    upstream.write_all(&body).ok()?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer).ok()?;
    visitor.write_all(&answer).ok()
}

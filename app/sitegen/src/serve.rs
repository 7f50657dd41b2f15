//! The published folder over HTTP on this machine, with the headers it will have in production: for looking at the
//! site and for the journeys. What is answered is decided in `answer`; here are only sockets and threads.

mod answer;
#[cfg(test)]
mod tests;

use std::fmt;
use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use answer::{Answer, Question, answer};

/// How many requests are answered at once; a page asks for about six files together.
const WORKERS: usize = 4;

/// How the folder is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The port on this machine; 0 takes any free one.
    pub port: u16,
    /// Whether `/k/<digits>` shows `/k/`. A host that cannot rewrite shows its 404 page there instead.
    pub rewrite: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, rewrite: true }
    }
}

/// A running server. It goes on until [`Server::stop`] or until the program ends.
pub struct Server {
    listening: Arc<tiny_http::Server>,
    workers: Vec<JoinHandle<()>>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Serves a folder on `127.0.0.1`.
    ///
    /// # Errors
    /// [`ServeError::Missing`] when there is no site in the folder, [`ServeError::PortTaken`] when another program
    /// listens there already, [`ServeError::Listen`] for anything else the system refuses.
    pub fn start(dist: &Path, options: &Options) -> Result<Self, ServeError> {
        if !dist.join("index.html").is_file() {
            return Err(ServeError::Missing(dist.to_owned()));
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => ServeError::PortTaken(options.port),
            _ => ServeError::Listen(error),
        })?;
        let address = listener.local_addr().map_err(ServeError::Listen)?;
        let listening = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| ServeError::Listen(io::Error::other(error)))?;
        let listening = Arc::new(listening);
        let workers = (0..WORKERS)
            .map(|_| {
                let (listening, dist) = (Arc::clone(&listening), dist.to_owned());
                let rewrite = options.rewrite;
                thread::spawn(move || {
                    while let Ok(request) = listening.recv() {
                        respond(request, &dist, rewrite);
                    }
                })
            })
            .collect();
        Ok(Self { listening, workers, address })
    }

    /// Stops listening. Connections that a client keeps open are left hanging, not closed: a test that wants its
    /// browser to be offline runs `sitegen serve` as a program of its own and ends that.
    pub fn stop(self) {
        // Each call wakes one worker.
        for _ in &self.workers {
            self.listening.unblock();
        }
        let address = self.address;
        self.wait();
        // The thread that accepts ends a moment later; each knock wakes it.
        for _ in 0..1000 {
            if TcpStream::connect(address).is_err() {
                break;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Serves until the program ends.
    fn wait(self) {
        for worker in self.workers {
            let _ = worker.join();
        }
    }
}

fn respond(request: tiny_http::Request, dist: &Path, rewrite: bool) {
    let header = |name: &'static str| {
        let found = request.headers().iter().find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str())
    };
    let question = Question {
        method: request.method().as_str(),
        target: request.url(),
        accept_encoding: header("Accept-Encoding").unwrap_or_default(),
        if_none_match: header("If-None-Match"),
    };
    let bytes = on_the_wire(&answer(dist, rewrite, &question), question.method == "HEAD");
    // In one piece, or the system waits up to 40 ms between pieces. A client that has gone away is its own affair.
    let mut writer = request.into_writer();
    let _ = writer.write_all(&bytes).and_then(|()| writer.flush());
}

fn on_the_wire(answer: &Answer, head_only: bool) -> Vec<u8> {
    let reason = tiny_http::StatusCode(answer.status).default_reason_phrase();
    let mut bytes = format!("HTTP/1.1 {} {reason}\r\n", answer.status).into_bytes();
    for (name, value) in &answer.headers {
        bytes.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    // "Not modified" has no body and may not claim an empty one.
    if answer.status != 304 {
        bytes.extend_from_slice(format!("Content-Length: {}\r\n", answer.body.len()).as_bytes());
    }
    bytes.extend_from_slice(b"\r\n");
    if !head_only {
        bytes.extend_from_slice(&answer.body);
    }
    bytes
}

/// `sitegen serve [--port 8080] [--dist dist] [--no-rewrite]`: says the address and serves until the program ends.
///
/// # Errors
/// Those of [`Server::start`], and [`ServeError::Argument`].
pub fn run(arguments: &[String]) -> Result<(), ServeError> {
    let (dist, options) = parse(arguments)?;
    let server = Server::start(&dist, &options)?;
    println!("http://localhost:{}/", server.address.port());
    server.wait();
    Ok(())
}

fn parse(arguments: &[String]) -> Result<(PathBuf, Options), ServeError> {
    let (mut dist, mut options) = (PathBuf::from("dist"), Options::default());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let wrong = || ServeError::Argument(argument.clone());
        match argument.as_str() {
            "--no-rewrite" => options.rewrite = false,
            "--port" => {
                let port = arguments.next().and_then(|port| port.parse().ok());
                options.port = port.ok_or_else(wrong)?;
            }
            "--dist" => dist = arguments.next().ok_or_else(wrong)?.into(),
            _ => return Err(wrong()),
        }
    }
    Ok((dist, options))
}

/// Why nothing is served.
#[derive(Debug)]
pub enum ServeError {
    /// The folder holds no built site.
    Missing(PathBuf),
    /// Another program listens on this port.
    PortTaken(u16),
    /// The system does not let us listen.
    Listen(io::Error),
    /// An argument that is not known, or lacks its value.
    Argument(String),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(dist) => {
                write!(f, "there is no built site in {}: run `make build` first", dist.display())
            }
            Self::PortTaken(port) => write!(
                f,
                "port {port} is taken by another program: end that, or choose another port with `make serve PORT=8081`"
            ),
            Self::Listen(error) => write!(f, "cannot listen on this machine: {error}"),
            Self::Argument(argument) => {
                write!(f, "cannot make sense of {argument}: serve takes [--port 8080] [--dist dist] [--no-rewrite]")
            }
        }
    }
}

impl std::error::Error for ServeError {}

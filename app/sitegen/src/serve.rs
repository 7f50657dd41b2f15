//! The published folder over HTTP on this machine, with the headers it will have in production: for looking at the
//! site and for the journeys. What is answered is decided in `answer`; here are only sockets.

mod answer;
#[cfg(test)]
mod tests;

use std::convert::Infallible;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT_ENCODING, HeaderName, IF_NONE_MATCH};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use answer::{Question, answer};

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
    stopping: oneshot::Sender<()>,
    serving: JoinHandle<()>,
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
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Listen)?;
        let listening = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port));
        let listening = runtime.block_on(listening).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => ServeError::PortTaken(options.port),
            _ => ServeError::Listen(error),
        })?;
        let address = listening.local_addr().map_err(ServeError::Listen)?;
        let (stopping, stopped) = oneshot::channel();
        let site = Arc::new((dist.to_owned(), options.rewrite));
        // When the runtime goes, so does every connection: who has stopped the server is offline.
        let serving = thread::spawn(move || runtime.block_on(serve(listening, site, stopped)));
        Ok(Self { stopping, serving, address })
    }

    /// Stops listening and ends every connection.
    pub fn stop(self) {
        drop(self.stopping);
        let _ = self.serving.join();
    }

    /// Serves until the program ends.
    fn wait(self) {
        let _ = self.serving.join();
    }
}

/// The folder, and whether addresses are rewritten.
type Site = Arc<(PathBuf, bool)>;

async fn serve(listening: TcpListener, site: Site, mut stopped: oneshot::Receiver<()>) {
    loop {
        let accepted = tokio::select! {
            accepted = listening.accept() => accepted,
            _ = &mut stopped => return,
        };
        // A client that is gone before it is greeted is its own affair.
        let Ok((stream, _)) = accepted else { continue };
        let _ = stream.set_nodelay(true);
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(move |request| {
                let site = Arc::clone(&site);
                async move { Ok::<_, Infallible>(respond(&request, &site)) }
            });
            let _ =
                http1::Builder::new().title_case_headers(true).serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

fn respond(request: &Request<Incoming>, site: &Site) -> Response<Full<Bytes>> {
    let header = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let target = request.uri().path_and_query().map_or_else(|| request.uri().path(), |target| target.as_str());
    let question = Question {
        method: request.method().as_str(),
        target,
        accept_encoding: header(ACCEPT_ENCODING).unwrap_or_default(),
        if_none_match: header(IF_NONE_MATCH),
    };
    let (dist, rewrite) = &**site;
    let answer = answer(dist, *rewrite, &question);
    let mut response = Response::builder().status(answer.status);
    for (name, value) in &answer.headers {
        response = response.header(*name, value);
    }
    // Names and values come from our own table, so they are valid; if not, the client is told that it is our fault.
    response.body(Full::new(answer.body.into())).unwrap_or_else(|_| {
        let mut failed = Response::new(Full::default());
        *failed.status_mut() = hyper::StatusCode::INTERNAL_SERVER_ERROR;
        failed
    })
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

//! What a request gets: a pure question to the folder, without sockets.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::dist::{self, Kind};
use crate::headers;

/// The parts of a request that matter here.
pub(super) struct Question<'a> {
    /// `GET`, …
    pub(super) method: &'a str,
    /// Path and query as they stand in the request line.
    pub(super) target: &'a str,
    /// Empty when the header is missing.
    pub(super) accept_encoding: &'a str,
    /// The versions the client has already.
    pub(super) if_none_match: Option<&'a str>,
}

/// A whole answer but for its length.
#[derive(Debug)]
pub(super) struct Answer {
    /// 200, 304, 308, 400, 404, 405.
    pub(super) status: u16,
    /// In the order they are sent.
    pub(super) headers: Vec<(&'static str, String)>,
    /// Also for `HEAD`, where only its length is told.
    pub(super) body: Vec<u8>,
}

/// Where an address leads.
enum Place {
    /// To a file; the address decides how long it may be kept.
    File(PathBuf),
    /// To the same folder with its slash.
    Folder(String),
    /// Nowhere.
    Nowhere,
    /// Out of the site, or it is not an address at all.
    Refused,
}

/// The answer of the site in `dist`.
pub(super) fn answer(dist: &Path, rewrite: bool, question: &Question<'_>) -> Answer {
    if !matches!(question.method, "GET" | "HEAD") {
        let mut answer = plain(405, "only GET and HEAD are answered here\n");
        answer.headers.push(("Allow", "GET, HEAD".to_owned()));
        return answer;
    }
    let path = question.target.split(['?', '#']).next().unwrap_or_default();
    match place(dist, rewrite, path) {
        Place::Refused => plain(400, "this is not an address of the site\n"),
        Place::Folder(location) => {
            let query = question.target.strip_prefix(path).unwrap_or_default();
            let mut answer = plain(308, "");
            answer.headers.push(("Location", format!("{location}{query}")));
            answer
        }
        Place::File(file) => known(question, path, &file),
        Place::Nowhere => {
            let page = dist.join("404.html");
            match read(&page, question.accept_encoding) {
                Some(bytes) => {
                    let mut answer = plain(404, "");
                    answer.headers.retain(|(name, _)| *name != "Content-Type");
                    answer.headers.extend(bytes.headers(&page));
                    answer.body = bytes.body;
                    answer
                }
                None => plain(404, "not found\n"),
            }
        }
    }
}

fn known(question: &Question<'_>, path: &str, file: &Path) -> Answer {
    let Some(bytes) = read(file, question.accept_encoding) else {
        return plain(404, "not found\n");
    };
    let tag = bytes.tag();
    let is_known = question.if_none_match.is_some_and(|tags| {
        let mut tags = tags.split(',').map(|tag| tag.trim().trim_start_matches("W/"));
        tags.any(|known| known == tag || known == "*")
    });
    let mut headers = headers::everywhere();
    headers.push(("Cache-Control", headers::cache_control(path).to_owned()));
    headers.push(("ETag", tag));
    headers.extend(bytes.headers(file));
    match is_known {
        true => Answer { status: 304, headers, body: Vec::new() },
        false => Answer { status: 200, headers, body: bytes.body },
    }
}

fn plain(status: u16, words: &str) -> Answer {
    let mut headers = headers::everywhere();
    headers.push(("Cache-Control", "no-cache".to_owned()));
    headers.push(("Content-Type", Kind::Text.content_type().to_owned()));
    Answer { status, headers, body: words.as_bytes().to_vec() }
}

/// A file's bytes as this client gets them.
struct Bytes {
    body: Vec<u8>,
    is_packed: bool,
}

impl Bytes {
    /// A fingerprint of what is sent, so that packed and plain have different ones, as they must.
    fn tag(&self) -> String {
        let mut tag = String::from("\"");
        for byte in Sha256::digest(&self.body).iter().take(8) {
            let _ = write!(tag, "{byte:02x}");
        }
        tag + "\""
    }

    fn headers(&self, file: &Path) -> Vec<(&'static str, String)> {
        let kind = Kind::of(file);
        let mut headers = vec![("Content-Type", kind.content_type().to_owned())];
        if kind.is_compressible() {
            headers.push(("Vary", "Accept-Encoding".to_owned()));
        }
        if self.is_packed {
            headers.push(("Content-Encoding", "br".to_owned()));
        }
        headers
    }
}

fn read(file: &Path, accept_encoding: &str) -> Option<Bytes> {
    let packed = accepts_brotli(accept_encoding).then(|| fs::read(dist::twin(file)).ok()).flatten();
    match packed {
        Some(body) => Some(Bytes { body, is_packed: true }),
        None => fs::read(file).ok().map(|body| Bytes { body, is_packed: false }),
    }
}

fn accepts_brotli(accept_encoding: &str) -> bool {
    accept_encoding.split(',').any(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, "q=1"));
        let weight = weight.trim().trim_start_matches("q=").parse::<f32>();
        name.trim() == "br" && weight.is_ok_and(|weight| weight > 0.0)
    })
}

fn place(dist: &Path, rewrite: bool, path: &str) -> Place {
    let Some(segments) = segments(path) else {
        return Place::Refused;
    };
    // The last segment is empty for a folder's address; an empty one elsewhere leads nowhere.
    let (last, folders) = match segments.split_last() {
        Some((last, folders)) => (last.as_str(), folders),
        None => return Place::Refused,
    };
    if folders.iter().any(String::is_empty) || segments.iter().any(|name| !dist::has_address(name)) {
        return Place::Nowhere;
    }
    let mut file = dist.to_owned();
    file.extend(folders);
    if last.is_empty() {
        file.push("index.html");
    } else {
        file.push(last);
    }
    if file.is_file() {
        Place::File(file)
    } else if file.join("index.html").is_file() {
        Place::Folder(format!("{path}/"))
    } else if rewrite && is_number(folders, last) && dist.join("k/index.html").is_file() {
        Place::File(dist.join("k/index.html"))
    } else {
        Place::Nowhere
    }
}

/// `/k/123456789012`: what a list's number in a message leads to.
fn is_number(folders: &[String], last: &str) -> bool {
    folders == ["k"] && !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
}

/// The names between the slashes, decoded, or `None` when one could lead out of the folder however it is written.
fn segments(path: &str) -> Option<Vec<String>> {
    let is_safe = |name: &String| {
        name != ".."
            && name != "."
            && !name.contains(|letter: char| letter == '/' || letter == '\\' || letter.is_control())
    };
    let names = path.strip_prefix('/')?.split('/').map(decode);
    names.map(|name| name.filter(is_safe)).collect()
}

fn decode(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::answer::{Answer, Question, answer};
use super::*;
use crate::compress::compress;
use crate::scratch::Scratch;

fn site() -> Scratch {
    let long = "<p>Đi một lần, đủ giấy tờ.</p>".repeat(20);
    let site = Scratch::with(&[
        ("index.html", &long),
        ("404.html", "<p>Không có trang này.</p>"),
        ("khai-sinh/index.html", &long),
        ("k/index.html", "số"),
        ("citizen_bg.wasm", "\0asm"),
        ("pictograms/co.svg", "<svg/>"),
        ("_headers", "/*"),
        ("_redirects", "/*"),
        (".stage/secret.txt", "no"),
    ]);
    compress(site.path(), None).unwrap();
    site
}

fn get(site: &Scratch, target: &str) -> Answer {
    let question = Question { method: "GET", target, accept_encoding: "", if_none_match: None };
    answer(site.path(), true, &question)
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str())
}

#[test]
fn a_folders_address_shows_its_page() {
    let answer = get(&site(), "/khai-sinh/?x=1");
    assert_eq!(answer.status, 200);
    assert_eq!(header(&answer, "Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(header(&answer, "Cache-Control"), Some("no-cache"));
    assert!(header(&answer, "Content-Security-Policy").is_some());
}

#[test]
fn a_folder_without_its_slash_is_sent_there_for_good() {
    let answer = get(&site(), "/khai-sinh?x=1");
    assert_eq!(answer.status, 308);
    assert_eq!(header(&answer, "Location"), Some("/khai-sinh/?x=1"));
}

#[test]
fn a_double_slash_does_not_redirect_to_another_host() {
    assert_eq!(get(&site(), "//khai-sinh").status, 404);
}

#[test]
fn what_is_not_there_gets_the_sites_own_page() {
    let answer = get(&site(), "/khong-co/");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.body, "<p>Không có trang này.</p>".as_bytes());
    assert_eq!(header(&answer, "Content-Type"), Some("text/html; charset=utf-8"));
    assert!(header(&answer, "Content-Security-Policy").is_some());
}

#[test]
fn wasm_has_the_type_that_browsers_insist_on() {
    assert_eq!(header(&get(&site(), "/citizen_bg.wasm"), "Content-Type"), Some("application/wasm"));
}

#[test]
fn pictures_may_be_kept() {
    let answer = get(&site(), "/pictograms/co.svg");
    assert_eq!(header(&answer, "Cache-Control"), Some("public, max-age=604800"));
}

#[test]
fn no_spelling_leads_out_of_the_folder() {
    let site = site();
    for target in [
        "/../Cargo.toml",
        "/khai-sinh/../../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/%2E%2e%2fCargo.toml",
        "/..%5cCargo.toml",
        "/..\\Cargo.toml",
        "/a%00b",
        "/%ff",
        "/%zz",
        "/%",
        "khai-sinh/",
        "",
    ] {
        assert_eq!(get(&site, target).status, 400, "{target}");
    }
    for target in ["/.stage/secret.txt", "/%2estage/secret.txt", "/_headers", "/_redirects", "/index.html.br"] {
        assert_eq!(get(&site, target).status, 404, "{target}");
    }
}

#[test]
fn brotli_goes_to_those_who_accept_it() {
    let site = site();
    let ask = |accept_encoding| {
        let question = Question { method: "GET", target: "/", accept_encoding, if_none_match: None };
        answer(site.path(), true, &question)
    };
    for accepting in ["br", "gzip, deflate, br", "gzip, br;q=0.5"] {
        let answer = ask(accepting);
        assert_eq!(header(&answer, "Content-Encoding"), Some("br"), "{accepting}");
        assert_eq!(header(&answer, "Vary"), Some("Accept-Encoding"));
        assert!(answer.body.len() < 100);
    }
    for refusing in ["", "gzip", "br;q=0", "brotli"] {
        assert_eq!(header(&ask(refusing), "Content-Encoding"), None, "{refusing}");
    }
}

#[test]
fn a_known_version_is_not_sent_again() {
    let site = site();
    let ask = |accept_encoding, if_none_match| {
        let question = Question { method: "GET", target: "/", accept_encoding, if_none_match };
        answer(site.path(), true, &question)
    };
    let first = ask("br", None);
    let tag = header(&first, "ETag").unwrap();
    let again = ask("br", Some(tag));
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(header(&again, "ETag"), Some(tag));
    let weak = format!("\"other\", W/{tag}");
    assert_eq!(ask("br", Some(&weak)).status, 304);
    assert_eq!(ask("", Some(tag)).status, 200, "the plain bytes are another version");
}

#[test]
fn a_lists_number_shows_the_page_for_numbers() {
    let site = site();
    assert_eq!(get(&site, "/k/123456789012").body, "số".as_bytes());
    assert_eq!(get(&site, "/k/12a").status, 404);
    let question = Question { method: "GET", target: "/k/12", accept_encoding: "", if_none_match: None };
    assert_eq!(answer(site.path(), false, &question).status, 404, "a host that cannot rewrite");
}

#[test]
fn only_reading_is_allowed() {
    let question = Question { method: "POST", target: "/", accept_encoding: "", if_none_match: None };
    let answer = answer(site().path(), true, &question);
    assert_eq!(answer.status, 405);
    assert_eq!(header(&answer, "Allow"), Some("GET, HEAD"));
}

/// Everything a server says to this request on a connection of its own.
fn exchange(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut said = Vec::new();
    stream.read_to_end(&mut said).unwrap();
    String::from_utf8_lossy(&said).into_owned()
}

#[test]
fn a_started_server_answers_and_a_stopped_one_does_not() {
    let site = site();
    let server = Server::start(site.path(), &Options { port: 0, rewrite: true }).unwrap();
    let address = server.address;
    let said = exchange(&server, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(said.starts_with("HTTP/1.1 200 OK\r\n"), "{said}");
    assert!(said.ends_with("</p>"), "{said}");
    server.stop();
    assert!(TcpStream::connect(address).is_err());
}

/// A browser opens connections ahead of time and keeps them. A server with a thread for each of a few connections
/// once left the next request waiting until the browser closed another one.
#[test]
fn connections_that_say_nothing_hold_up_nobody() {
    let site = site();
    let server = Server::start(site.path(), &Options { port: 0, rewrite: true }).unwrap();
    let idle: Vec<_> = (0..40).map(|_| TcpStream::connect(server.address).unwrap()).collect();
    let said = exchange(&server, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(said.starts_with("HTTP/1.1 200 OK\r\n"), "{said}");
    server.stop();
    for mut connection in idle {
        assert_eq!(connection.read(&mut [0]).unwrap_or(0), 0, "a stopped server has ended every connection");
    }
}

#[test]
fn head_tells_the_length_and_sends_nothing() {
    let site = site();
    let server = Server::start(site.path(), &Options { port: 0, rewrite: true }).unwrap();
    let said = exchange(&server, "HEAD /k/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(said.contains("\r\nContent-Length: 4\r\n"), "{said}");
    assert!(said.ends_with("\r\n\r\n"), "{said}");
    server.stop();
}

#[test]
fn a_taken_port_is_said_plainly() {
    let site = site();
    let server = Server::start(site.path(), &Options { port: 0, rewrite: true }).unwrap();
    let port = server.address.port();
    let error = Server::start(site.path(), &Options { port, rewrite: true }).err().unwrap();
    assert!(matches!(error, ServeError::PortTaken(taken) if taken == port), "{error}");
    server.stop();
}

#[test]
fn a_missing_site_says_what_to_run() {
    let error = Server::start(Path::new("/nowhere"), &Options::default()).err().unwrap();
    assert_eq!(error.to_string(), "there is no built site in /nowhere: run `make build` first");
}

#[test]
fn arguments_are_read_or_refused() {
    let read = |line: &str| parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let (dist, options) = read("--port 0 --dist x --no-rewrite").unwrap();
    assert_eq!((dist, options), ("x".into(), Options { port: 0, rewrite: false }));
    assert_eq!(read("").unwrap(), ("dist".into(), Options { port: 8080, rewrite: true }));
    for line in ["--port", "--port x", "--port 70000", "--dist", "--verbose"] {
        assert!(read(line).is_err(), "{line}");
    }
}

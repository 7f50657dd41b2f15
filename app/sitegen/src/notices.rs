//! Urgent notices as phones fetch them: one small file beside the release, so that a phone which still has an old
//! release shows today's notice.
//!
//! The form of the file is frozen: every release that was ever published reads it. A key may be added; what stands
//! here keeps its name and its meaning, or `v` changes and the phones out there show nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use domain::site::Notice;
use serde::Serialize;

use crate::dist;

/// Where the file lies in the published folder.
pub const FILE: &str = "notices.json";

/// How large it may be, in bytes: it is fetched with every page, on networks that carry little.
pub const LIMIT: usize = 2_048;

/// The version that phones compare.
const VERSION: u8 = 1;

#[derive(Serialize)]
struct File<'a> {
    v: u8,
    notices: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    /// Slugs; none for every procedure.
    procedures: &'a [String],
    /// First and last day, `YYYY-MM-DD`.
    from: String,
    until: String,
    /// Whether the list is not shown while the notice is.
    stop: bool,
    words: &'a str,
}

/// The file's text. What stops a list comes first, then what began earlier. Notices of every day are in it: the build
/// knows no clock, the phone does.
pub fn json(notices: &[Notice]) -> String {
    let mut notices: Vec<_> = notices.iter().collect();
    notices.sort_by_key(|notice| (!notice.stops_the_list, notice.from, &notice.id));
    let notices = notices.into_iter().map(|notice| Entry {
        id: &notice.id,
        procedures: &notice.procedures,
        from: notice.from.to_string(),
        until: notice.until.to_string(),
        stop: notice.stops_the_list,
        words: &notice.words.text,
    });
    let file = File { v: VERSION, notices: notices.collect() };
    serde_json::to_string(&file).expect("text, numbers and lists are JSON")
}

/// Writes the file into a published folder, and says where. A compressed twin of older notices goes: the file is so
/// small that it travels as it is until the next build.
///
/// # Errors
/// When the folder cannot be made or written to.
pub fn write(notices: &[Notice], dist: &Path) -> io::Result<PathBuf> {
    fs::create_dir_all(dist)?;
    let file = dist.join(FILE);
    match fs::remove_file(dist::twin(&file)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => fs::write(&file, json(notices))?,
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use domain::{Date, Words};

    use super::*;
    use crate::scratch::Scratch;

    fn notice(id: &str, from: &str, stops_the_list: bool) -> Notice {
        Notice {
            id: id.to_owned(),
            procedures: vec!["khai-sinh".to_owned()],
            from: from.parse::<Date>().unwrap(),
            until: "2026-11-30".parse().unwrap(),
            words: Words::new(format!("notice.{id}"), "Cầu \"treo\" gãy."),
            stops_the_list,
        }
    }

    #[test]
    fn the_form_is_the_one_that_every_release_reads() {
        assert_eq!(
            json(&[notice("cau-gay", "2026-11-20", true)]),
            "{\"v\":1,\"notices\":[{\"id\":\"cau-gay\",\"procedures\":[\"khai-sinh\"],\"from\":\"2026-11-20\",\
             \"until\":\"2026-11-30\",\"stop\":true,\"words\":\"Cầu \\\"treo\\\" gãy.\"}]}"
        );
    }

    #[test]
    fn written_alone_no_older_twin_stays_beside_it() {
        let dist = Scratch::with(&[("notices.json", "old"), ("notices.json.br", "older")]);
        let file = write(&[], dist.path()).unwrap();
        assert_eq!(fs::read_to_string(file).unwrap(), json(&[]));
        assert!(!dist.path().join("notices.json.br").exists());
    }

    #[test]
    fn no_notice_is_a_file_too() {
        assert_eq!(json(&[]), "{\"v\":1,\"notices\":[]}");
    }

    #[test]
    fn what_stops_a_list_comes_first_and_then_what_began_earlier() {
        let notices = [
            notice("b", "2026-11-01", false),
            notice("c", "2026-11-02", true),
            notice("a", "2026-11-01", false),
            notice("d", "2026-10-01", false),
        ];
        let text = json(&notices);
        let order: Vec<_> = text.split("\"id\":\"").skip(1).map(|rest| &rest[..1]).collect();
        assert_eq!(order, ["c", "d", "a", "b"]);
    }
}

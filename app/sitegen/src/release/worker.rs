//! Puts the release into the worker.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::list::Plan;
use crate::headers;

/// The list stands between these in `sw.js`.
pub(super) const MARKS: (&str, &str) = ("/* release */", "/* end */");

/// What the browser's own book-keeping takes for each file, roughly.
const KEEPING: u64 = 1_000;

/// Room is told in steps of this size, so that a changed word changes nothing but its file's line.
const STEP: u64 = 100_000;

/// The worker of a release.
pub(super) struct Worker {
    /// See [`super::Release::id`].
    pub(super) id: String,
    /// What phones run.
    pub(super) script: String,
}

/// The worker with this plan in it, in place of any that was there before; `None` without the marks.
pub(super) fn filled(template: &str, plan: &Plan) -> Option<Worker> {
    let (before, rest) = template.split_once(MARKS.0)?;
    let (_, after) = rest.split_once(MARKS.1)?;
    let with = |id: &str| format!("{before}{} {} {}{after}", MARKS.0, release(id, plan), MARKS.1);
    let mut id = String::new();
    for byte in Sha256::digest(with("")).iter().take(6) {
        let _ = write!(id, "{byte:02x}");
    }
    let script = with(&id);
    Some(Worker { id, script })
}

/// One file a line, so that people can compare two releases.
fn release(id: &str, plan: &Plan) -> String {
    let headers: BTreeMap<_, _> = headers::everywhere().into_iter().collect();
    let types: BTreeMap<_, _> = plan
        .files()
        .map(|file| (extension(file.address()), file.file.kind.content_type()))
        // Notices are not in the list, but their answers are made in the same place.
        .chain([("json", "application/json"), ("html", "text/html; charset=utf-8")])
        .collect();
    let needed: u64 = plan.files().map(|file| file.bytes + KEEPING).sum();
    let room = needed.div_ceil(STEP) * STEP;
    let procedures: Vec<_> = plan.procedures.iter().filter(|slug| plan.has_own_pack(slug)).collect();
    let parts: Vec<_> = plan
        .parts
        .iter()
        .map(|part| {
            let pack = Value::from(part.pack.as_deref().unwrap_or_default());
            let files: Vec<_> = part.files.iter().map(|file| json!([file.address(), file.hash]).to_string()).collect();
            format!("[{pack}, {}, [\n{}\n]]", u8::from(part.is_first), files.join(",\n"))
        })
        .collect();
    format!(
        "{{\nid: {},\nroom: {room},\nheaders: {},\ntypes: {},\nprocedures: {},\nparts: [{}] }}",
        json!(id),
        json!(headers),
        json!(types),
        json!(procedures),
        parts.join(", ")
    )
}

/// As the worker takes it from an address.
fn extension(address: &str) -> &str {
    match address.ends_with('/') {
        true => "html",
        false => Path::new(address).extension().and_then(|end| end.to_str()).unwrap_or_default(),
    }
}

//! Texts that travel together, each behind its address. Together they are compressed against each other, which is a
//! third of what they weigh one by one, and one request is one round trip. Not JSON: the quotes of HTML, escaped, make a
//! pack two in a hundred larger.

use super::PACKS;
use super::list::{Listed, Plan};

/// Stands between the texts of a pack, so a text that has it comes by itself.
pub(super) const BETWEEN: char = '\0';

/// Address and content of every pack.
pub(super) fn all(plan: &Plan) -> Vec<(String, String)> {
    let parts = plan.parts.iter().filter_map(|part| Some((part.pack.clone()?, joined(part.files.iter()))));
    let procedures = plan.procedures.iter().filter(|slug| plan.has_own_pack(slug));
    let procedures = procedures.map(|slug| (of_procedure(slug), joined(plan.of_procedure(slug))));
    parts.chain(procedures).collect()
}

/// The address of a pack.
pub(super) fn address(name: &str) -> String {
    format!("{PACKS}{name}.txt")
}

/// The address of a procedure's own pack. The worker knows it too.
pub(super) fn of_procedure(slug: &str) -> String {
    address(&format!("procedure/{slug}"))
}

fn joined<'a>(files: impl Iterator<Item = &'a Listed>) -> String {
    let texts = files.filter_map(|file| Some(format!("{}\n{}", file.address(), file.text.as_ref()?)));
    texts.collect::<Vec<_>>().join(&BETWEEN.to_string())
}

//! How many of the faults that `make faults` puts in on purpose were noticed, and on which content that was counted.

use sha2::{Digest as _, Sha256};

use crate::content::Files;

/// Where `make faults` writes.
pub(super) const FILE: &str = "docs/faults.tsv";

/// The last count in one line, with the faults that were not noticed.
pub(super) fn line(counted: &str, content: &Files) -> String {
    let rows = counted.lines().filter(|line| line.starts_with("fault-"));
    let rows: Vec<Vec<&str>> = rows.map(|line| line.split('\t').collect()).collect();
    let missed: Vec<&str> =
        rows.iter().filter(|row| row.get(2) != Some(&"yes")).filter_map(|row| row.first().copied()).collect();
    let said = counted.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    let is_this = said.ends_with(&digest(content));
    let of = if is_this { "this content" } else { "other content than this: run make faults" };
    let caught = rows.len() - missed.len();
    let missed = if missed.is_empty() { String::new() } else { format!("; NOT CAUGHT: {}", missed.join(", ")) };
    format!("Seeded faults: caught {caught} / seeded {} ({said}; {of}){missed}", rows.len())
}

/// What `.tooling/faults.sh` makes of the content: the sum of the sums of its files, each with its name.
fn digest(content: &Files) -> String {
    let list: String =
        content.texts().map(|(name, text)| format!("{}  {name}\n", hex(&Sha256::digest(text)))).collect();
    hex(&Sha256::digest(list))[..16].to_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn a_count_says_of_which_content_it_is() {
        let folder = Scratch::with(&[("site.toml", "a"), ("procedures/b.toml", "b"), ("procedures/README.md", "c")]);
        let mut content = Files::read(folder.path(), folder.path());
        // printf a > site.toml, printf b > procedures/b.toml, and the line of faults.sh.
        assert_eq!(digest(&content), "a4d8f597dd5fd9d6");
        let counted = "# make faults, 2026-11-23; content a4d8f597dd5fd9d6\nfault\ttest\tcaught\nfault-a\tt\tyes\nfault-b\tu\tno\n";
        assert_eq!(
            line(counted, &content),
            "Seeded faults: caught 1 / seeded 2 (make faults, 2026-11-23; content a4d8f597dd5fd9d6; this content); NOT CAUGHT: fault-b"
        );
        content.put("site.toml", b"other".to_vec());
        assert!(line(counted, &content).contains("other content than this: run make faults"));
    }
}

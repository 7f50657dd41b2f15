//! How many of the faults that `make faults` puts in on purpose were noticed, and on which content that was counted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// Where `make faults` writes.
pub(super) const FILE: &str = "docs/faults.tsv";

/// The last count in one line, with the faults that were not noticed.
pub(super) fn line(counted: &str, content: &Path) -> String {
    let rows = counted.lines().filter(|line| line.starts_with("fault-"));
    let rows: Vec<Vec<&str>> = rows.map(|line| line.split('\t').collect()).collect();
    let missed: Vec<&str> =
        rows.iter().filter(|row| row.get(2) != Some(&"yes")).filter_map(|row| row.first().copied()).collect();
    let said = counted.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    let is_this = digest(content).is_ok_and(|digest| said.ends_with(&digest));
    let of = if is_this { "this content" } else { "other content than this: run make faults" };
    let caught = rows.len() - missed.len();
    let missed = if missed.is_empty() { String::new() } else { format!("; NOT CAUGHT: {}", missed.join(", ")) };
    format!("Seeded faults: caught {caught} / seeded {} ({said}; {of}){missed}", rows.len())
}

/// What `.tooling/faults.sh` makes of the content: the sum of the sums of its files, each with its name.
fn digest(content: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    collect(content, content, &mut files)?;
    files.sort();
    let mut list = String::new();
    for (name, path) in files {
        list.push_str(&format!("{}  {name}\n", hex(&Sha256::digest(fs::read(path)?))));
    }
    Ok(hex(&Sha256::digest(list))[..16].to_owned())
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            files.push((name, path));
        }
    }
    Ok(())
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
        let content = Scratch::with(&[("site.toml", "a"), ("procedures/b.toml", "b"), ("README.md", "c")]);
        // printf a > site.toml, printf b > procedures/b.toml, and the line of faults.sh.
        assert_eq!(digest(content.path()).unwrap(), "a4d8f597dd5fd9d6");
        let counted = "# make faults, 2026-11-23; content a4d8f597dd5fd9d6\nfault\ttest\tcaught\nfault-a\tt\tyes\nfault-b\tu\tno\n";
        assert_eq!(
            line(counted, content.path()),
            "Seeded faults: caught 1 / seeded 2 (make faults, 2026-11-23; content a4d8f597dd5fd9d6; this content); NOT CAUGHT: fault-b"
        );
        content.write("site.toml", b"other");
        assert!(line(counted, content.path()).contains("other content than this: run make faults"));
    }
}

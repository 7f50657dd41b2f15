//! Gives pages and wasm the same `VIEW_VERSION`: a hash of every file that decides what the one finds in the other.
//! A page whose version differs from the wasm's stays plain, so a cached page never meets rules it does not know.
//! `DESK_VERSION` is the same for the clerk's desk, so that what changes there changes no page of citizens.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let rules = ["rules.rs", "condition.rs", "requirement.rs", "calendar.rs"];
    let rules = rules.map(|part| here.join("../domain/src").join(part));
    let mut view = rules.to_vec();
    collect(&here.join("src/pages"), &mut view);
    collect(&here.join("src/components"), &mut view);
    let mut desk = rules.to_vec();
    collect(&here.join("src/desk"), &mut desk);
    println!("cargo::rustc-env=VIEW_VERSION={:016x}", hash(view));
    println!("cargo::rustc-env=DESK_VERSION={:016x}", hash(desk));
    for folder in ["pages", "components", "desk"] {
        println!("cargo::rerun-if-changed={}", here.join("src").join(folder).display());
    }
    for file in rules {
        println!("cargo::rerun-if-changed={}", file.display());
    }
}

/// FNV-1a, 64 bit: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
fn hash(mut files: Vec<PathBuf>) -> u64 {
    files.sort();
    let bytes = files.iter().flat_map(|file| fs::read(file).unwrap_or_default());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

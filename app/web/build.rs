//! Gives pages and wasm the same `VIEW_VERSION`: a hash of every file that decides what the one finds in the other.
//! A page whose version differs from the wasm's stays plain, so a cached page never meets rules it does not know.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [here.join("src/pages"), here.join("src/components")] {
        collect(&folder, &mut files);
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    for part in ["rules.rs", "condition.rs", "requirement.rs", "calendar.rs"] {
        let file = here.join("../domain/src").join(part);
        println!("cargo::rerun-if-changed={}", file.display());
        files.push(file);
    }
    files.sort();
    // FNV-1a, 64 bit: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in files {
        for byte in fs::read(&file).unwrap_or_default() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    println!("cargo::rustc-env=VIEW_VERSION={hash:016x}");
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

//! The licences of everything that is compiled into the site or its tools, against a list of those that are allowed.

mod expression;

use std::fmt;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use expression::Expression;

/// Where the allowed licences stand, one SPDX id a line, from the workspace's root.
pub const ALLOWED: &str = ".tooling/licences.txt";

/// A package that may not be used as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Name and version.
    pub package: String,
    /// What it says about its licence, if it says anything.
    pub licence: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.licence {
            Some(licence) => {
                write!(f, "{}: the licence {licence} is not among those allowed in {ALLOWED}", self.package)
            }
            None => write!(f, "{}: does not say which licence it has", self.package),
        }
    }
}

/// The allowed ids of a list: one a line, `#` begins a comment.
pub fn allowed(list: &str) -> Vec<&str> {
    let lines = list.lines().filter_map(|line| line.split('#').next());
    lines.map(str::trim).filter(|id| !id.is_empty()).collect()
}

/// What [`check`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// How many packages of others are used.
    pub used: usize,
    /// By package.
    pub problems: Vec<Problem>,
}

/// Looks at the packages that `cargo metadata` says are used. Our own, which come from no registry, are left out.
///
/// # Errors
/// [`LicenceError::Metadata`] when the text is not what cargo writes.
pub fn check(metadata: &str, allowed: &[&str]) -> Result<Checked, LicenceError> {
    let metadata: Value = serde_json::from_str(metadata).map_err(|_| LicenceError::Metadata)?;
    // Packages are all those of the lock file; nodes are those that this platform uses.
    let nodes = metadata["resolve"]["nodes"].as_array().ok_or(LicenceError::Metadata)?;
    let packages = metadata["packages"].as_array().ok_or(LicenceError::Metadata)?;
    let is_used = |package: &Value| nodes.iter().any(|node| node["id"] == package["id"]);
    let used: Vec<_> = packages.iter().filter(|package| !package["source"].is_null() && is_used(package)).collect();
    let mut problems: Vec<_> = used
        .iter()
        .filter(|package| {
            let expression = package["license"].as_str().and_then(Expression::parse);
            !expression.is_some_and(|expression| expression.holds(allowed))
        })
        .map(|package| Problem {
            package: format!("{} {}", text(&package["name"]), text(&package["version"])),
            licence: package["license"].as_str().map(str::to_owned),
        })
        .collect();
    problems.sort_by(|left, right| left.package.cmp(&right.package));
    Ok(Checked { used: used.len(), problems })
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// `sitegen licences`, run in the workspace's root: prints every problem; the result says whether there is none.
///
/// # Errors
/// [`LicenceError`] when the list or cargo's answer is missing.
pub fn run() -> Result<bool, LicenceError> {
    let list = fs::read_to_string(ALLOWED).map_err(|error| LicenceError::List(ALLOWED.into(), error))?;
    let allowed = allowed(&list);
    let mut are_allowed = true;
    for platform in [host()?.as_str(), "wasm32-unknown-unknown"] {
        let checked = check(&metadata(platform)?, &allowed)?;
        for problem in &checked.problems {
            println!("{problem}");
        }
        if checked.problems.is_empty() {
            println!("{platform}: the licences of {} packages are allowed", checked.used);
        }
        are_allowed &= checked.problems.is_empty();
    }
    Ok(are_allowed)
}

/// What this machine's programs are compiled for.
fn host() -> Result<String, LicenceError> {
    let said = cargo(&["-vV"])?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or(LicenceError::Metadata)
}

fn metadata(platform: &str) -> Result<String, LicenceError> {
    // A package behind a feature is compiled too, only not by default.
    cargo(&["metadata", "--format-version", "1", "--locked", "--all-features", "--filter-platform", platform])
}

fn cargo(arguments: &[&str]) -> Result<String, LicenceError> {
    let output = Command::new("cargo").args(arguments).output().map_err(LicenceError::Cargo)?;
    if !output.status.success() {
        return Err(LicenceError::Refused(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    String::from_utf8(output.stdout).map_err(|_| LicenceError::Metadata)
}

/// Why the licences could not be checked.
#[derive(Debug)]
pub enum LicenceError {
    /// The list of allowed licences cannot be read.
    List(PathBuf, io::Error),
    /// cargo cannot be run.
    Cargo(io::Error),
    /// cargo ran and said this.
    Refused(String),
    /// cargo's answer is not what it used to be.
    Metadata,
}

impl fmt::Display for LicenceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::List(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Cargo(error) => write!(f, "cannot run cargo: {error}"),
            Self::Refused(words) => write!(f, "cargo metadata failed: {words}"),
            Self::Metadata => f.write_str("cargo metadata wrote something unexpected"),
        }
    }
}

impl std::error::Error for LicenceError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cargo's answer about packages with these licences; `None` stands for a package that says nothing.
    fn metadata(licences: &[Option<&str>]) -> String {
        let package = |(index, licence): (usize, &Option<&str>)| {
            serde_json::json!({
                "id": index, "name": format!("package{index}"), "version": "1.0.0", "license": licence,
                "source": "registry",
            })
        };
        let packages: Vec<_> = licences.iter().enumerate().map(package).collect();
        let nodes: Vec<_> = (0..licences.len()).map(|id| serde_json::json!({ "id": id })).collect();
        serde_json::json!({ "packages": packages, "resolve": { "nodes": nodes } }).to_string()
    }

    #[test]
    fn a_licence_that_is_not_on_the_list_is_named_with_its_package() {
        let checked = check(&metadata(&[Some("MIT"), Some("GPL-3.0-only")]), &["MIT"]).unwrap();
        let problems: Vec<_> = checked.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            ["package1 1.0.0: the licence GPL-3.0-only is not among those allowed in .tooling/licences.txt"]
        );
        assert_eq!(checked.used, 2);
    }

    #[test]
    fn a_package_without_a_licence_is_a_problem() {
        let checked = check(&metadata(&[None]), &["MIT"]).unwrap();
        assert_eq!(checked.problems[0].to_string(), "package0 1.0.0: does not say which licence it has");
    }

    #[test]
    fn an_expression_that_cannot_be_read_is_a_problem() {
        let checked = check(&metadata(&[Some("MIT OR")]), &["MIT"]).unwrap();
        assert_eq!(checked.problems.len(), 1);
    }

    #[test]
    fn our_own_packages_and_unused_ones_are_left_out() {
        let ours = r#"{"packages":[{"id":0,"name":"domain","version":"0","source":null,"license":"EUPL-1.2"},
            {"id":1,"name":"windows","version":"0","source":"registry","license":"Odd"}],"resolve":{"nodes":[{"id":0}]}}"#;
        assert_eq!(check(ours, &[]).unwrap(), Checked::default());
    }

    #[test]
    fn a_list_has_comments() {
        assert_eq!(allowed("# why\nMIT  # usual\n\nZlib\n"), ["MIT", "Zlib"]);
    }
}

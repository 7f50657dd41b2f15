//! Scripts as they travel.

use std::fmt;
use std::io;
use std::process::Command;

use crate::pipe;

/// Why a script could not be made smaller.
#[derive(Debug)]
pub enum ScriptError {
    /// `terser` could not be run: it is not on the path, as `.tooling/web-env.sh` sets it.
    Run(io::Error),
    /// What it said of the script.
    Refused(String),
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Run(error) => write!(f, "không chạy được terser ({error}); chạy `make setup` rồi làm lại"),
            Self::Refused(said) => write!(f, "terser không đọc được: {said}"),
        }
    }
}

impl std::error::Error for ScriptError {}

/// A script with short names and without what only explains, by [terser](https://terser.org): a sixth fewer bytes than
/// without comments alone. Names that other files use stay.
///
/// # Errors
/// [`ScriptError`] when there is no terser, and for what is no script.
pub fn minified(script: &str) -> Result<String, ScriptError> {
    let mut terser = Command::new("terser");
    terser.args(["--module", "--compress", "passes=2", "--mangle", "--ecma", "2020"]);
    let pipe::Answer { output, .. } = pipe::ask(&mut terser, script.to_owned()).map_err(ScriptError::Run)?;
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(ScriptError::Refused(text(&output.stderr))) }
}

/// A script without comment lines, documentation blocks and indentation. Comments behind code stay, and so do all other
/// lines: the worker's release is written between two of its comments. It holds no text that goes over several lines.
pub fn uncommented(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut explains = false;
    for line in script.lines().map(str::trim) {
        let begins = line.starts_with("/**");
        if !explains && !begins && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        explains = (explains || begins) && !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uncommented;

    #[test]
    fn what_explains_goes_and_code_stays() {
        let script =
            "// why\nconst a = 1; // kept\n\n  /**\n   * @returns {number}\n   */\n  b();\n  /** short */\n  c();\n";
        assert_eq!(uncommented(script), "const a = 1; // kept\nb();\nc();\n");
    }
}

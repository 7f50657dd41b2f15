//! Scripts as they travel: without what only explains.

/// A script without comment lines, documentation blocks and indentation. Comments behind code stay, and so do all other
/// lines, so that a line in a browser's console is found again. Our scripts hold no text that goes over several lines.
pub fn shipped(script: &str) -> String {
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
    use super::shipped;

    #[test]
    fn what_explains_goes_and_code_stays() {
        let script =
            "// why\nconst a = 1; // kept\n\n  /**\n   * @returns {number}\n   */\n  b();\n  /** short */\n  c();\n";
        assert_eq!(shipped(script), "const a = 1; // kept\nb();\nc();\n");
    }
}

//! Asking another program: text goes in, text comes out.

use std::io::{self, Write as _};
use std::process::{Command, Output, Stdio};
use std::thread;

/// What a program answered.
pub(crate) struct Answer {
    /// What it wrote, and whether it says that all is well.
    pub(crate) output: Output,
    /// Whether it read everything: one that lacks something often ends early and says nothing.
    pub(crate) took_all: bool,
}

/// Runs a program with this text as its input.
///
/// # Errors
/// When it cannot be started, or its answer cannot be read.
pub(crate) fn ask(program: &mut Command, text: String) -> io::Result<Answer> {
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    // Written beside reading: two full pipes would wait for each other.
    let writer = child.stdin.take().map(|mut stdin| thread::spawn(move || stdin.write_all(text.as_bytes())));
    let output = child.wait_with_output()?;
    let took_all = writer.is_none_or(|writer| writer.join().is_ok_and(|written| written.is_ok()));
    Ok(Answer { output, took_all })
}

//! What is written to the terminal: results to standard output, complaints to standard error.

use std::io::{self, Write as _};

use anyhow::Context as _;

/// Writes a result, and a line end if it has none. A reader that went away (`| head`) is no failure.
pub(crate) fn say(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    let end = if text.ends_with('\n') { "" } else { "\n" };
    match write!(out, "{text}{end}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("не удалось вывести результат"),
    }
}

/// Writes something that is no result: scripts read standard output alone.
pub(crate) fn hint(text: &str) {
    // there is nobody to be told when standard error is closed
    drop(writeln!(io::stderr().lock(), "{text}"));
}

/// Writes why it failed: one line first, then what lies under it.
pub(crate) fn complain(error: &anyhow::Error) {
    let mut lines = vec![format!("svyazka: {error}")];
    let mut told = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        // most errors here tell their cause themselves
        if !told.contains(&cause) {
            lines.push(format!("  {cause}"));
            told = cause;
        }
    }
    // there is nobody left to tell when standard error is closed
    drop(writeln!(io::stderr().lock(), "{}", lines.join("\n")));
}

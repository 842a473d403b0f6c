//! Running other programs, always telling what is run.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failed::{Done, Failed};

/// Tells the person something, on standard error: standard output belongs to the programs we run.
#[expect(clippy::print_stderr, reason = "a command-line tool speaks to its user")]
pub(crate) fn say(line: &str) {
    eprintln!("{line}");
}

/// Whether a program of that name stands in `PATH`.
pub(crate) fn has_command(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// What `cargo run` has told us about ourselves. A cargo started by us must not see it: build scripts
/// that watch these variables (ring's does) would run again, and half the tree with them, each time
/// the project is built by turns through xtask and without it.
fn set_by_cargo_run() -> impl Iterator<Item = OsString> {
    let about_xtask =
        |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    std::env::vars_os()
        .map(|(name, _)| name)
        .filter(move |name| name.to_str().is_some_and(about_xtask))
}

/// One program call, shown before it runs.
pub(crate) struct Run {
    command: Command,
    shown: String,
}

impl Run {
    /// A call of `program` in `folder`.
    pub(crate) fn new(program: &str, folder: &Path) -> Self {
        let mut command = Command::new(program);
        command.current_dir(folder);
        for variable in set_by_cargo_run() {
            command.env_remove(variable);
        }
        Self { command, shown: program.to_owned() }
    }

    /// Adds words written apart by spaces.
    pub(crate) fn words(mut self, words: &str) -> Self {
        for word in words.split_whitespace() {
            self = self.word(word);
        }
        self
    }

    /// Adds one word, taken as it is.
    pub(crate) fn word(mut self, word: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&word.as_ref().to_string_lossy());
        self.command.arg(word);
        self
    }

    /// Sets an environment variable for the program.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        let value = value.as_ref();
        self.shown = format!("{name}={} {}", value.to_string_lossy(), self.shown);
        self.command.env(name, value);
        self
    }

    /// Runs it with our own input and output.
    ///
    /// # Errors
    /// It could not be started, or ended with another status than 0.
    pub(crate) fn go(mut self) -> Done {
        say(&format!("+ {}", self.shown));
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failed::new(format!("`{}` failed: {status}", self.shown)))
        }
    }

    /// Runs it quietly and gives back what it printed.
    ///
    /// # Errors
    /// It could not be started, ended with another status than 0, or printed something that is not
    /// UTF-8.
    pub(crate) fn read(mut self) -> Done<String> {
        let output = self
            .command
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| self.not_started(&error))?;
        if !output.status.success() {
            return Err(Failed::new(format!("`{}` failed: {}", self.shown, output.status)));
        }
        Ok(String::from_utf8(output.stdout)?)
    }

    /// Becomes the program, so that signals meant for us reach it. Returns only when that failed.
    #[cfg(unix)]
    pub(crate) fn become_it(mut self) -> Failed {
        use std::os::unix::process::CommandExt;

        say(&format!("+ {}", self.shown));
        let error = self.command.exec();
        self.not_started(&error)
    }

    fn not_started(&self, error: &std::io::Error) -> Failed {
        Failed::new(format!("`{}` could not be started: {error}", self.shown))
    }
}

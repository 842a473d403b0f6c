//! An empty folder in which the program is run.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder of its own, which vanishes after the test.
pub(crate) struct Home {
    folder: tempfile::TempDir,
}

/// What a run of the program left behind.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// The run, which must have gone well.
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.status, 0, "{self:?}");
        self
    }

    /// The run, which must have failed for a reason told in one line first.
    pub(crate) fn failed(self) -> Self {
        assert_eq!(self.status, 1, "{self:?}");
        assert!(self.err.starts_with("svyazka: "), "{self:?}");
        self
    }

    /// The first line on standard error.
    pub(crate) fn reason(&self) -> &str {
        self.err.lines().next().unwrap_or_default()
    }
}

impl Home {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder.
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Runs the program with these words.
    pub(crate) fn run(&self, words: &str) -> Run {
        self.run_with(words, &[])
    }

    /// Runs the program with these words and environment variables.
    pub(crate) fn run_with(&self, words: &str, env: &[(&str, &str)]) -> Run {
        let output = Command::new(Path::new(env!("CARGO_BIN_EXE_svyazka")))
            .args(words.split_whitespace())
            .current_dir(self.folder.path())
            .env_clear()
            .envs(env.iter().copied())
            .output()
            .unwrap();
        Run::of(output)
    }
}

impl Run {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

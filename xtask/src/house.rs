//! Where things stand in the repository.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failed::{Done, Failed};
use crate::shell::Run;

/// The repository's working tree.
pub(crate) struct House {
    /// The folder of the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
}

impl House {
    /// Finds the repository this tool was started in.
    ///
    /// # Errors
    /// It was not started by cargo.
    pub(crate) fn find() -> Done<Self> {
        let own_folder = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        own_folder
            .as_deref()
            .and_then(Path::parent)
            .map(|root| Self { root: root.to_owned() })
            .ok_or_else(|| Failed::new("start it as `cargo xtask`"))
    }

    /// A call of `cargo` in the root.
    pub(crate) fn cargo(&self, words: &str) -> Run {
        Run::new("cargo", &self.root).words(words)
    }

    /// A path from the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The text of a file, by its path from the root.
    ///
    /// # Errors
    /// It can't be read; the message names it.
    pub(crate) fn read(&self, relative: &str) -> Done<String> {
        fs::read_to_string(self.path(relative))
            .map_err(|error| Failed::new(format!("{relative}: {error}")))
    }

    /// Whether there is a web part yet.
    pub(crate) fn has_web(&self) -> bool {
        self.path("web/package.json").is_file()
    }

    /// Every file of the project that is kept in git or is about to be, by its path from the root,
    /// in order.
    ///
    /// # Errors
    /// git can't tell.
    pub(crate) fn files(&self) -> Done<Vec<String>> {
        let listed = Run::new("git", &self.root)
            .words("-c core.quotePath=false ls-files --cached --others --exclude-standard")
            .read()?;
        let mut files: Vec<String> =
            listed.lines().filter(|file| self.path(file).is_file()).map(str::to_owned).collect();
        files.sort();
        files.dedup();
        Ok(files)
    }

    /// Where cargo builds.
    ///
    /// # Errors
    /// Cargo can't tell.
    pub(crate) fn target_folder(&self) -> Done<PathBuf> {
        let metadata = self.cargo("metadata --no-deps --format-version 1").read()?;
        // The field is a plain path; a JSON library would cost more than it gives.
        metadata
            .split_once("\"target_directory\":\"")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(folder, _)| PathBuf::from(folder))
            .ok_or_else(|| Failed::new("`cargo metadata` names no target folder"))
    }

    /// Where a program of the last build stands.
    ///
    /// # Errors
    /// Cargo can't tell where it builds.
    pub(crate) fn built_binary(&self, name: &str) -> Done<PathBuf> {
        Ok(self.target_folder()?.join("debug").join(name))
    }
}

/// What stands after a path's last dot; nothing when there is none.
pub(crate) fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

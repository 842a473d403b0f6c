//! What a generator makes: whole files, and folders that hold nothing else.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use crate::failed::Done;
use crate::house::House;

/// Files by their path from the root.
pub(super) struct Output {
    files: BTreeMap<String, Vec<u8>>,
    /// A folder in which every file is generated, so that one not made any more is taken away.
    folder: Option<String>,
}

/// In what a file differs from what would be generated.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Difference {
    Missing(String),
    Changed(String),
    Stale(String),
}

impl Output {
    /// One file.
    pub(super) fn file(path: &str, content: impl Into<Vec<u8>>) -> Self {
        Self { files: BTreeMap::from([(path.to_owned(), content.into())]), folder: None }
    }

    /// All files of a folder, taken from `made`, a folder anywhere.
    ///
    /// # Errors
    /// `made` can't be read.
    pub(super) fn folder(path: &str, made: &Path) -> Done<Self> {
        let mut files = BTreeMap::new();
        for name in file_names(made)? {
            files.insert(format!("{path}/{name}"), fs::read(made.join(&name))?);
        }
        Ok(Self { files, folder: Some(path.to_owned()) })
    }

    /// What stands in the repository and what should.
    pub(super) fn differences(&self, house: &House) -> Done<Vec<Difference>> {
        let mut differences = Vec::new();
        for (path, content) in &self.files {
            match fs::read(house.path(path)) {
                Ok(present) if present == *content => {}
                Ok(_) => differences.push(Difference::Changed(path.clone())),
                Err(_) => differences.push(Difference::Missing(path.clone())),
            }
        }
        differences.extend(self.stale(house)?.into_iter().map(Difference::Stale));
        Ok(differences)
    }

    /// Makes the repository hold exactly this.
    pub(super) fn write(&self, house: &House) -> Done {
        for (path, content) in &self.files {
            let path = house.path(path);
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            if fs::read(&path).is_ok_and(|present| present == *content) {
                continue; // an untouched file keeps its time, so nothing is rebuilt
            }
            fs::write(&path, content)?;
        }
        for path in self.stale(house)? {
            fs::remove_file(house.path(&path))?;
        }
        Ok(())
    }

    fn stale(&self, house: &House) -> Done<Vec<String>> {
        let Some(folder) = &self.folder else { return Ok(Vec::new()) };
        let present = file_names(&house.path(folder))?;
        let paths = present.into_iter().map(|name| format!("{folder}/{name}"));
        Ok(paths.filter(|path| !self.files.contains_key(path)).collect())
    }
}

/// The names of the files in a folder, in order; none when there is no such folder.
fn file_names(folder: &Path) -> Done<Vec<String>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(f, "missing: {path}"),
            Self::Changed(path) => write!(f, "differs: {path}"),
            Self::Stale(path) => write!(f, "not generated any more: {path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A repository of its own, gone after the test.
    fn empty_house() -> (tempfile::TempDir, House) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        (folder, House { root })
    }

    #[test]
    fn what_is_written_does_not_differ() {
        let (_folder, house) = empty_house();
        let output = Output::file("docs/page.md", "text");
        assert_eq!(
            output.differences(&house).unwrap(),
            [Difference::Missing("docs/page.md".to_owned())]
        );
        output.write(&house).unwrap();
        assert_eq!(output.differences(&house).unwrap(), []);
    }

    #[test]
    fn a_file_changed_by_hand_differs() {
        let (_folder, house) = empty_house();
        let output = Output::file("page.md", "text");
        fs::write(house.path("page.md"), "by hand").unwrap();
        assert_eq!(
            output.differences(&house).unwrap(),
            [Difference::Changed("page.md".to_owned())]
        );
    }

    #[test]
    fn a_generated_folder_keeps_nothing_else() {
        let (_folder, house) = empty_house();
        let made = tempfile::tempdir().unwrap();
        fs::write(made.path().join("new"), "text").unwrap();
        fs::create_dir(house.path("all")).unwrap();
        fs::write(house.path("all/old"), "text").unwrap();

        let output = Output::folder("all", made.path()).unwrap();
        let stale = Difference::Stale("all/old".to_owned());
        assert!(output.differences(&house).unwrap().contains(&stale));

        output.write(&house).unwrap();
        assert_eq!(output.differences(&house).unwrap(), []);
        assert!(!house.path("all/old").exists());
    }
}

//! One working process for one SQLite file.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

/// The right to work on a database, held until dropped. The system takes it back from a process that
/// was killed.
pub(crate) struct Alone {
    _lock: File,
}

impl Alone {
    /// Takes the right, unless another process has it.
    pub(crate) fn with(path: &Path) -> anyhow::Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push(".lock");
        let lock_file = PathBuf::from(name);
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&lock_file)
            .with_context(|| format!("не удалось создать {}", lock_file.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _lock: file }),
            Err(TryLockError::WouldBlock) => {
                bail!("с базой данных {} уже работает другая Связка", path.display())
            }
            Err(TryLockError::Error(error)) => {
                Err(error).with_context(|| format!("не удалось занять {}", lock_file.display()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_process_is_refused_until_the_first_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("svyazka.db");

        let first = Alone::with(&database).unwrap();
        assert!(Alone::with(&database).is_err());

        drop(first);
        assert!(Alone::with(&database).is_ok());
    }
}

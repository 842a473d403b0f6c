//! The file that keeps the master key of a one-machine installation.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use ambient::Entropy;

use super::{MasterKey, MasterKeyError};

/// No key spelling is longer; a bigger file is something else.
const LONGEST_FILE_BYTES: u64 = 4096;

/// Reads a master key from a file the administrator manages. Its mode is his affair: secrets mounted
/// into containers are often readable by all inside.
///
/// # Errors
/// [`KeyFileError`] when the file cannot be read or holds no key.
pub fn read_key_file(path: &Path) -> Result<MasterKey, KeyFileError> {
    let file = File::open(path)
        .map_err(|source| KeyFileError::Unreadable { path: path.to_owned(), source })?;
    read(file, path)
}

fn read(file: File, path: &Path) -> Result<MasterKey, KeyFileError> {
    let cannot_read = |source| KeyFileError::Unreadable { path: path.to_owned(), source };
    let mut text = String::new();
    file.take(LONGEST_FILE_BYTES).read_to_string(&mut text).map_err(cannot_read)?;
    MasterKey::parse(&text).map_err(|source| KeyFileError::NoKey { path: path.to_owned(), source })
}

/// Reads the program's own key file, or makes it with a new key and mode 0600 when there is none.
///
/// # Errors
/// [`KeyFileError`] as for [`read_key_file`], when others may read the file, and when it cannot be
/// made.
pub fn load_or_make_key_file(
    path: &Path,
    entropy: &dyn Entropy,
) -> Result<MasterKey, KeyFileError> {
    match create_private(path) {
        Ok(mut file) => {
            let key = MasterKey::generate(entropy);
            write_durably(&mut file, &key)
                .map_err(|source| KeyFileError::Unwritable { path: path.to_owned(), source })?;
            Ok(key)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => read_private(path),
        Err(source) => Err(KeyFileError::Unwritable { path: path.to_owned(), source }),
    }
}

fn read_private(path: &Path) -> Result<MasterKey, KeyFileError> {
    let file = File::open(path)
        .map_err(|source| KeyFileError::Unreadable { path: path.to_owned(), source })?;
    refuse_open_doors(&file, path)?;
    read(file, path)
}

fn create_private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A key lost in a power cut would take every stored secret with it, so it goes to the disk first.
fn write_durably(file: &mut File, key: &MasterKey) -> std::io::Result<()> {
    writeln!(file, "{}", key.to_hex())?;
    file.sync_all()
}

#[cfg(unix)]
fn refuse_open_doors(file: &File, path: &Path) -> Result<(), KeyFileError> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = file
        .metadata()
        .map_err(|source| KeyFileError::Unreadable { path: path.to_owned(), source })?;
    let mode = metadata.permissions().mode() & 0o777;
    let others = mode & 0o077;
    if others == 0 { Ok(()) } else { Err(KeyFileError::TooOpen { path: path.to_owned(), mode }) }
}

#[cfg(not(unix))]
fn refuse_open_doors(_file: &File, _path: &Path) -> Result<(), KeyFileError> {
    Ok(())
}

/// Why a key file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file cannot be read.
    #[error("не удалось прочитать файл главного ключа {}: {source}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file cannot be made.
    #[error("не удалось создать файл главного ключа {}: {source}", path.display())]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file holds something else.
    #[error("в файле {} нет главного ключа: {source}", path.display())]
    NoKey {
        /// Which file.
        path: PathBuf,
        /// What a key looks like.
        source: MasterKeyError,
    },
    /// Others than the owner may read or write the file.
    #[error(
        "файл главного ключа {} доступен посторонним (права {mode:04o}); выполните `chmod 600 {}`",
        path.display(),
        path.display()
    )]
    TooOpen {
        /// Which file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use ambient::SeededEntropy;

    use super::*;

    #[test]
    fn the_key_made_first_is_the_key_read_later() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");

        let made = load_or_make_key_file(&path, &SeededEntropy::new(1)).unwrap();
        let read = load_or_make_key_file(&path, &SeededEntropy::new(2)).unwrap();

        assert_eq!(made.id(), read.id());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_key_file_that_others_may_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        load_or_make_key_file(&path, &SeededEntropy::new(1)).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();

        let error = load_or_make_key_file(&path, &SeededEntropy::new(2)).unwrap_err();

        assert!(matches!(error, KeyFileError::TooOpen { mode: 0o640, .. }), "{error}");
        assert!(error.to_string().contains("chmod 600"));
    }

    #[test]
    fn a_file_with_something_else_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        fs::write(&path, "not a key").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();

        let error = load_or_make_key_file(&path, &SeededEntropy::new(1)).unwrap_err();

        assert!(matches!(error, KeyFileError::NoKey { .. }), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "not a key");
    }
}

//! Where the data is.

use std::path::{Path, PathBuf};

use super::keys::Value;
use super::{ConfigError, refused};

/// The file in the data folder unless told otherwise.
const FILE: &str = "svyazka.db";

/// The database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Database {
    /// One SQLite file.
    Sqlite(PathBuf),
}

impl Database {
    /// The database a data folder has unless told otherwise.
    pub(super) fn in_folder(data_dir: &Path) -> Self {
        Self::Sqlite(data_dir.join(FILE))
    }

    pub(super) fn of(value: Option<&Value>, data_dir: &Path) -> Result<Self, ConfigError> {
        let Some(given) = value else {
            return Ok(Self::in_folder(data_dir));
        };
        let url = given.text.trim();
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let plain = !path.is_empty() && !path.contains('?') && path != ":memory:";
            return if plain {
                Ok(Self::Sqlite(PathBuf::from(path)))
            } else {
                Err(refused(value, "sqlite:ПУТЬ к файлу, без параметров"))
            };
        }
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            // the address holds a password: it must not reach the error
            return Err(ConfigError::NoPostgres { origin: given.origin.clone() });
        }
        Err(ConfigError::Value {
            origin: given.origin.clone(),
            text: url.split(':').next().unwrap_or_default().to_owned(),
            wanted: "sqlite:ПУТЬ".to_owned(),
        })
    }
}

//! Where the master key comes from.

use std::fmt;
use std::path::{Path, PathBuf};

use ambient::Entropy;
use cabinet::vault::{self, KeyFileError, MasterKey, MasterKeyError};
use secrecy::{ExposeSecret, SecretString};

use super::keys::Values;
use super::{ConfigError, Database};

/// The file in the data folder that keeps the key of a one-machine installation.
const FILE: &str = "master.key";

/// Where the master key comes from.
#[derive(Debug)]
pub(crate) enum KeySource {
    /// The configuration itself.
    Given {
        /// The key as written.
        text: SecretString,
        /// The key's place in the configuration.
        origin: String,
    },
    /// A file the administrator manages.
    File(PathBuf),
    /// The file in the data folder; made when there is none.
    DataFolder(PathBuf),
}

impl KeySource {
    /// The key a data folder has unless told otherwise.
    pub(super) fn in_folder(data_dir: &Path) -> Self {
        Self::DataFolder(data_dir.join(FILE))
    }

    pub(super) fn of(
        values: &Values,
        data_dir: &Path,
        database: &Database,
    ) -> Result<Self, ConfigError> {
        match (values.get("master_key"), values.get("master_key_file")) {
            (Some(_), Some(_)) => Err(ConfigError::TwoKeys),
            (Some(key), None) => {
                Ok(Self::Given { text: key.text.clone().into(), origin: key.origin.clone() })
            }
            (None, Some(file)) => Ok(Self::File(PathBuf::from(file.text.trim()))),
            (None, None) => match database {
                Database::Sqlite(_) => Ok(Self::in_folder(data_dir)),
                Database::Postgres(_) => Err(ConfigError::NoKey),
            },
        }
    }

    /// Whether there is no key yet, and [`KeySource::load`] will make one.
    pub(crate) fn is_to_be_made(&self) -> bool {
        matches!(self, Self::DataFolder(path) if !path.exists())
    }

    /// Reads the key; makes the data folder's own one when it does not exist yet.
    pub(crate) fn load(&self, entropy: &dyn Entropy) -> Result<MasterKey, KeyError> {
        match self {
            Self::Given { text, origin } => MasterKey::parse(text.expose_secret())
                .map_err(|source| KeyError::Given { origin: origin.clone(), source }),
            Self::File(path) => Ok(vault::read_key_file(path)?),
            Self::DataFolder(path) => Ok(vault::load_or_make_key_file(path, entropy)?),
        }
    }
}

impl fmt::Display for KeySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given { origin, .. } => f.write_str(origin),
            Self::File(path) | Self::DataFolder(path) => path.display().fmt(f),
        }
    }
}

/// Why there is no master key to work with.
#[derive(Debug, thiserror::Error)]
pub(crate) enum KeyError {
    /// The configuration holds something else.
    #[error("{origin}: {source}")]
    Given {
        /// The key's place in the configuration.
        origin: String,
        /// What a key looks like.
        source: MasterKeyError,
    },
    /// The file does not do.
    #[error(transparent)]
    File(#[from] KeyFileError),
}

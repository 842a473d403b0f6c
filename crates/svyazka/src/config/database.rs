//! Where the data is.

use std::fmt;
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret as _, SecretString};
use url::Url;

use super::keys::Value;
use super::{ConfigError, refused};

/// The file in the data folder unless told otherwise.
const FILE: &str = "svyazka.db";

/// What an address of a PostgreSQL database looks like.
const POSTGRES: &str = "postgres://пользователь:пароль@сервер:порт/база";

/// The database.
#[derive(Debug, Clone)]
pub(crate) enum Database {
    /// One SQLite file, for one process.
    Sqlite(PathBuf),
    /// A PostgreSQL database, for any number of nodes.
    Postgres(PostgresUrl),
}

/// The address of a PostgreSQL database. It may hold a password, which is never shown.
#[derive(Debug, Clone)]
pub(crate) struct PostgresUrl {
    whole: SecretString,
    shown: String,
}

impl Database {
    /// The database a data folder has unless told otherwise.
    pub(super) fn in_folder(data_dir: &Path) -> Self {
        Self::Sqlite(data_dir.join(FILE))
    }

    pub(super) fn of(value: Option<&Value>, data_dir: &Path) -> Result<Self, ConfigError> {
        let Some(given) = value else { return Ok(Self::in_folder(data_dir)) };
        Self::parse(given.text.trim()).map_err(|wanted| match given.text.split_once(':') {
            // what follows the scheme may hold a password: it must not reach the error
            Some((scheme, _)) if scheme != "sqlite" => ConfigError::Value {
                origin: given.origin.clone(),
                text: format!("{scheme}:…"),
                wanted: wanted.to_owned(),
            },
            _ => refused(value, wanted),
        })
    }

    /// Reads `sqlite:PATH` or `postgres://…`.
    ///
    /// # Errors
    /// What should stand there.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let plain = !path.is_empty() && !path.contains('?') && path != ":memory:";
            return if plain {
                Ok(Self::Sqlite(PathBuf::from(path)))
            } else {
                Err("sqlite:ПУТЬ к файлу, без параметров")
            };
        }
        if text.starts_with("postgres:") || text.starts_with("postgresql:") {
            return PostgresUrl::parse(text).map(Self::Postgres).ok_or(POSTGRES);
        }
        Err("sqlite:ПУТЬ или postgres://…")
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(f),
            Self::Postgres(url) => f.write_str(&url.shown),
        }
    }
}

impl PostgresUrl {
    fn parse(text: &str) -> Option<Self> {
        let mut url = Url::parse(text).ok()?;
        let named = !url.path().trim_matches('/').is_empty();
        if !named || url.fragment().is_some() {
            return None;
        }
        url.set_password(None).ok();
        url.set_query(None);
        Some(Self { whole: text.to_owned().into(), shown: url.to_string() })
    }

    /// The address to connect with.
    pub(crate) fn expose(&self) -> &str {
        self.whole.expose_secret()
    }
}

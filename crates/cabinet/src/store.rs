//! The home of the cabinet's data, as the cabinet needs it: each method is one transaction.

use async_trait::async_trait;
use domain::ids::ConnectionName;
use domain::settings::SecretPath;
use engine::model::ConnectionId;
use jiff::Timestamp;
use serde_json::Value;

use crate::connections::Version;
use crate::employee_runs::EmployeeRun;
use crate::hooks::HookKind;
use crate::tokens::{ApiToken, Role, TokenHash};
use crate::vault::Sealed;

/// Why a store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The connection was saved by somebody else meanwhile; nothing was changed.
    #[error("соединение тем временем изменил кто-то другой")]
    Conflict,
    /// The database failed; nothing was changed.
    #[error("ошибка базы данных: {0}")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A stored value can't be understood by this version of the program.
    #[error("значение в базе не читается: {0}")]
    Corrupt(String),
}

impl From<engine::StoreError> for StoreError {
    /// The cabinet's data lives in the engine's database.
    fn from(error: engine::StoreError) -> Self {
        match error {
            engine::StoreError::Corrupt(what) => Self::Corrupt(what),
            other => Self::broken(other),
        }
    }
}

impl StoreError {
    /// A failure of the database.
    pub fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Broken(error.into())
    }
}

/// A connection by its number or its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// By number.
    Id(ConnectionId),
    /// By name.
    Name(ConnectionName),
}

impl From<ConnectionId> for Which {
    fn from(id: ConnectionId) -> Self {
        Self::Id(id)
    }
}

impl From<&ConnectionName> for Which {
    fn from(name: &ConnectionName) -> Self {
        Self::Name(name.clone())
    }
}

/// What is cheap to know of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub id: ConnectionId,
    /// Its name.
    pub name: ConnectionName,
    /// The number of its newest version.
    pub version: Version,
}

/// A connection in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Number, name and version.
    pub head: Head,
    /// The title people know it by.
    pub title: String,
    /// When the newest version was saved.
    pub saved_at: Timestamp,
    /// Who saved it.
    pub author: String,
}

/// A saved state of a connection's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionInfo {
    /// Its number, 1 for the first.
    pub version: Version,
    /// Who saved it.
    pub author: String,
    /// When.
    pub saved_at: Timestamp,
}

/// A connection as it is stored: the newest settings and the sealed secrets that belong to them.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// Number, name and version.
    pub head: Head,
    /// The settings without secrets.
    pub settings: Value,
    /// The secrets, by their paths in the settings.
    pub secrets: Vec<StoredSecret>,
}

/// A secret of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSecret {
    /// Where in the settings it belongs.
    pub path: SecretPath,
    /// The secret itself.
    pub sealed: Sealed,
}

/// The key of a hook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredHookKey {
    /// Which hook.
    pub hook: HookKind,
    /// The key itself.
    pub sealed: Sealed,
    /// When it was made.
    pub issued_at: Timestamp,
}

/// A new version to save.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// The connection.
    pub name: ConnectionName,
    /// The version it is built upon; `None` makes a new connection.
    pub over: Option<Version>,
    /// The title people know it by.
    pub title: String,
    /// The settings without secrets.
    pub settings: Value,
    /// Every secret; those stored before and not among these are dropped.
    pub secrets: Vec<StoredSecret>,
    /// Keys of hooks that have none yet.
    pub hook_keys: Vec<StoredHookKey>,
    /// Who saves it.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// A token to keep; the token itself is not known here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    /// What it is for, in the words of whoever made it.
    pub label: String,
    /// What it may do.
    pub role: Role,
    /// SHA-256 of the token.
    pub hash: TokenHash,
    /// When it was made.
    pub created_at: Timestamp,
}

/// The cabinet's store.
#[async_trait]
pub trait CabinetStore: Send + Sync + 'static {
    /// Every connection, by name.
    async fn list(&self) -> Result<Vec<Listed>, StoreError>;

    /// Number, name and newest version of a connection.
    async fn head(&self, which: &Which) -> Result<Option<Head>, StoreError>;

    /// A connection with its newest settings, read in one piece.
    async fn connection(&self, which: &Which) -> Result<Option<Stored>, StoreError>;

    /// Saves a new version: settings, secrets and missing hook keys, all or nothing.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the connection's newest version is not [`Save::over`].
    async fn save(&self, save: Save) -> Result<Head, StoreError>;

    /// The versions of a connection, newest first.
    async fn versions(&self, id: ConnectionId) -> Result<Vec<VersionInfo>, StoreError>;

    /// The keys of a connection's hooks.
    async fn hook_keys(&self, id: ConnectionId) -> Result<Vec<StoredHookKey>, StoreError>;

    /// The key of one hook of a connection, with the connection it belongs to.
    async fn hook_key(
        &self,
        name: &ConnectionName,
        hook: HookKind,
    ) -> Result<Option<(ConnectionId, StoredHookKey)>, StoreError>;

    /// Puts a key in the place of the hook's former one.
    async fn put_hook_key(&self, id: ConnectionId, key: StoredHookKey) -> Result<(), StoreError>;

    /// Keeps a token.
    async fn add_token(&self, token: NewToken) -> Result<ApiToken, StoreError>;

    /// The token with this hash.
    async fn token(&self, hash: &TokenHash) -> Result<Option<ApiToken>, StoreError>;

    /// How far something that goes on by itself has come, in its own words; `None` before its first
    /// step. `name` tells one such thing of a connection from another.
    async fn cursor(&self, id: ConnectionId, name: &str) -> Result<Option<String>, StoreError>;

    /// Remembers how far it has come.
    async fn set_cursor(&self, id: ConnectionId, name: &str, value: &str)
    -> Result<(), StoreError>;

    /// Keeps what came of an employee run; the oldest ones are dropped.
    async fn save_employee_run(&self, id: ConnectionId, run: EmployeeRun)
    -> Result<(), StoreError>;

    /// The last employee runs of a connection, the newest first.
    async fn employee_runs(
        &self,
        id: ConnectionId,
        limit: u32,
    ) -> Result<Vec<EmployeeRun>, StoreError>;
}

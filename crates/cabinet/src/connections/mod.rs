//! Connections as the administrator sees them: settings as a file, versions, secrets kept apart.

mod addresses;
mod change;
mod complaint;
mod difference;
mod export;
mod import;
mod replace;
mod reuse;
mod secrets;
mod yaml;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use ambient::{Clock, Entropy};
use domain::ids::ConnectionName;
use domain::settings::Settings;
use engine::model::ConnectionId;
use url::Url;

use crate::error::CabinetError;
use crate::hooks::Hooks;
use crate::store::{CabinetStore, Head, Listed, StoreError, Stored, VersionInfo, Which};
use crate::vault::Vault;

pub use complaint::Complaint;
pub use difference::difference;
pub use import::{ImportError, Imported, Outcome};
pub use replace::{Draft, Replaced};
pub use yaml::YamlError;

/// The number of a saved state of the settings: 1, 2, 3…
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub i64);

impl Version {
    /// The version a new connection has.
    pub const FIRST: Self = Self(1);

    /// The version after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A connection ready to work with: the newest settings, secrets in their places.
#[derive(Debug, Clone, PartialEq)]
pub struct Connection {
    /// Its number.
    pub id: ConnectionId,
    /// Its name.
    pub name: ConnectionName,
    /// Which version of the settings this is.
    pub version: Version,
    /// The settings, secrets included.
    pub settings: Settings,
}

/// Tells whether an outside system may be reached at an address, else why not (for people, Russian).
pub type AddressRule = Arc<dyn Fn(&Url) -> Result<(), &'static str> + Send + Sync>;

/// The connections of this installation.
#[derive(Clone)]
pub struct Connections {
    store: Arc<dyn CabinetStore>,
    pub(crate) vault: Arc<Vault>,
    hooks: Hooks,
    clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) address_rule: AddressRule,
    opened: Arc<Mutex<HashMap<ConnectionId, Arc<Connection>>>>,
}

impl Connections {
    /// The connections in the store.
    pub fn new(
        store: Arc<dyn CabinetStore>,
        vault: Arc<Vault>,
        hooks: Hooks,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        address_rule: AddressRule,
    ) -> Self {
        Self { store, vault, hooks, clock, entropy, address_rule, opened: Arc::default() }
    }

    /// The store beneath, for what is kept of a connection besides its settings.
    pub fn store(&self) -> &Arc<dyn CabinetStore> {
        &self.store
    }

    /// Every connection, by name.
    ///
    /// # Errors
    /// [`CabinetError::Store`] when the store fails.
    pub async fn list(&self) -> Result<Vec<Listed>, CabinetError> {
        Ok(self.store.list().await?)
    }

    /// The versions of a connection, newest first.
    ///
    /// # Errors
    /// [`CabinetError`] when there is no such connection, or the store fails.
    pub async fn versions(&self, name: &ConnectionName) -> Result<Vec<VersionInfo>, CabinetError> {
        let head = self.store.head(&name.into()).await?;
        let head = head.ok_or_else(|| CabinetError::unknown_connection(name))?;
        Ok(self.store.versions(head.id).await?)
    }

    /// A connection with its newest settings.
    ///
    /// The settings of a version never change, so what was opened once is kept in memory and only the
    /// version is asked for: a change made by another process counts from the next call on.
    ///
    /// # Errors
    /// [`CabinetError`] when there is no such connection, or it can't be read.
    pub async fn get(&self, which: impl Into<Which>) -> Result<Arc<Connection>, CabinetError> {
        let which = which.into();
        let unknown = || match &which {
            Which::Id(id) => CabinetError::unknown_connection(id),
            Which::Name(name) => CabinetError::unknown_connection(name),
        };
        let head = self.store.head(&which).await?.ok_or_else(unknown)?;
        if let Some(known) =
            self.opened().get(&head.id).filter(|known| known.version == head.version)
        {
            return Ok(Arc::clone(known));
        }
        let stored = self.store.connection(&Which::Id(head.id)).await?.ok_or_else(unknown)?;
        let connection = Arc::new(self.open(stored)?);
        self.opened().insert(connection.id, Arc::clone(&connection));
        Ok(connection)
    }

    /// The same of a connection whose newest version is known: what was opened once costs no query.
    ///
    /// # Errors
    /// [`CabinetError`] when there is no such connection any more, or it can't be read.
    pub async fn of_head(&self, head: &Head) -> Result<Arc<Connection>, CabinetError> {
        let known = self.opened().get(&head.id).cloned();
        match known.filter(|known| known.version == head.version) {
            Some(known) => Ok(known),
            None => self.get(head.id).await,
        }
    }

    fn open(&self, stored: Stored) -> Result<Connection, CabinetError> {
        let Stored { head, settings, secrets } = stored;
        let mut settings = Settings::read(&settings).map_err(|problems| {
            let first = problems.first().map(ToString::to_string).unwrap_or_default();
            StoreError::Corrupt(format!(
                "settings of {} version {}: {first}",
                head.name, head.version
            ))
        })?;
        secrets::put_back(&self.vault, &mut settings, &secrets)?;
        Ok(Connection { id: head.id, name: head.name, version: head.version, settings })
    }

    fn opened(&self) -> std::sync::MutexGuard<'_, HashMap<ConnectionId, Arc<Connection>>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

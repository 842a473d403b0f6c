//! Settings from the cabinet's page: built upon a version that somebody looked at.

use std::sync::Arc;

use domain::ids::ConnectionName;
use domain::settings::{Problem, ProblemKind, SecretPath, Settings};
use serde_json::Value;
use url::Origin;

use super::complaint::Complaint;
use super::import::{ImportError, Imported, Outcome};
use super::reuse::Reused;
use super::{Connection, Connections, Version, addresses, yaml};
use crate::error::CabinetError;
use crate::store::StoreError;

/// What a change did, with the settings before and after it.
#[derive(Debug, Clone)]
pub struct Replaced {
    /// What became of the connection.
    pub imported: Imported,
    /// As it was; `None` for a new connection.
    pub before: Option<Arc<Connection>>,
    /// As it is.
    pub after: Arc<Connection>,
}

impl Connections {
    /// Saves a new connection.
    ///
    /// # Errors
    /// [`ImportError`]: every mistake of the settings, or [`StoreError::Conflict`] when there is a
    /// connection of that name.
    pub async fn create(&self, value: &Value, author: &str) -> Result<Replaced, ImportError> {
        let mut settings = self.read(value).await?;
        if self.find(&settings.name).await?.is_some() {
            return Err(conflict());
        }
        self.generate_own_keys(&mut settings);
        self.refuse_unusable(&settings)?;
        let imported = self.save(settings, None, author).await?;
        let after = self.get(&imported.name).await?;
        Ok(Replaced { imported, before: None, after })
    }

    /// Saves settings built upon a version. Secrets that are left out stay as they are, unless their
    /// address has changed: whoever may change settings must not be able to have a secret sent to a
    /// server of his own.
    ///
    /// # Errors
    /// [`ImportError`]: every mistake of the settings, or [`StoreError::Conflict`] when the newest
    /// version is another one.
    pub async fn replace(
        &self,
        name: &ConnectionName,
        over: Version,
        value: &Value,
        author: &str,
    ) -> Result<Replaced, ImportError> {
        let before = self.get(name).await?;
        if before.version != over {
            return Err(conflict());
        }
        let mut settings = self.read_over(value, &before).await?;
        self.generate_own_keys(&mut settings);
        self.refuse_unusable(&settings)?;
        let imported = if settings == before.settings {
            let (name, version) = (before.name.clone(), before.version);
            Imported { name, version, outcome: Outcome::Unchanged }
        } else {
            self.save(settings, Some(over), author).await?
        };
        let after = self.get(name).await?;
        Ok(Replaced { imported, before: Some(before), after })
    }

    /// A connection, and settings for it that are tried before they are saved, with the stored secrets in
    /// their places.
    ///
    /// # Errors
    /// [`ImportError`]: every mistake of the settings, or that there is no such connection.
    pub async fn draft_over(
        &self,
        name: &ConnectionName,
        value: &Value,
    ) -> Result<(Arc<Connection>, Settings), ImportError> {
        let stored = self.get(name).await?;
        let settings = self.read_over(value, &stored).await?;
        self.refuse_unusable(&settings)?;
        Ok((stored, settings))
    }

    /// Reads a settings file without saving it.
    ///
    /// # Errors
    /// [`ImportError`]: every mistake of the settings, or that the file is not YAML.
    pub fn parse(&self, file: &str) -> Result<Draft, ImportError> {
        let value = yaml::read(file)?;
        Ok(Draft { name: read(&value)?.name, value })
    }

    /// Settings that are tried before they are saved, with the stored secrets in their places.
    ///
    /// # Errors
    /// [`ImportError`]: every mistake of the settings.
    pub async fn draft(&self, value: &Value) -> Result<Settings, ImportError> {
        let mut settings = self.read(value).await?;
        if let Some(stored) = self.find(&settings.name).await? {
            keep_secrets(&mut settings, &stored.settings);
        }
        self.refuse_unusable(&settings)?;
        Ok(settings)
    }

    /// Settings of the page, with the secrets that it takes over from other connections.
    async fn read(&self, value: &Value) -> Result<Settings, ImportError> {
        let mut value = value.clone();
        let reused = Reused::take_out(&mut value);
        let mut settings = read(&value)?;
        self.take_over(&mut settings, reused).await?;
        Ok(settings)
    }

    /// Settings of the page in the place of stored ones.
    async fn read_over(&self, value: &Value, stored: &Connection) -> Result<Settings, ImportError> {
        let mut settings = self.read(value).await?;
        if settings.name != stored.name {
            return Err(renamed(&settings.name, &stored.name));
        }
        keep_secrets(&mut settings, &stored.settings);
        Ok(settings)
    }
}

/// A settings file that was read but not checked.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The connection it is about.
    pub name: ConnectionName,
    /// What the file says.
    pub value: Value,
}

fn read(value: &Value) -> Result<Settings, ImportError> {
    Settings::read(value)
        .map_err(|problems| problems.into_iter().map(Complaint::Settings).collect())
        .map_err(ImportError::Settings)
}

fn conflict() -> ImportError {
    CabinetError::Store(StoreError::Conflict).into()
}

/// A name never changes: addresses and seals lean on it.
fn renamed(got: &ConnectionName, name: &ConnectionName) -> ImportError {
    let (got, allowed) = (got.to_string(), vec![name.to_string()]);
    let kind = ProblemKind::NotAllowed { got, allowed, nearest: None };
    ImportError::Settings(vec![Complaint::Settings(Problem::new("name", kind))])
}

fn keep_secrets(settings: &mut Settings, stored: &Settings) {
    for (path, secret) in stored.secrets() {
        let same_place = origin(settings, path) == origin(stored, path);
        if settings.secret(path).is_none() && same_place {
            settings.set_secret(path, secret.clone());
        }
    }
}

/// Whom the secret is shown to.
pub(super) fn origin(settings: &Settings, path: SecretPath) -> Option<Origin> {
    let (block, _) = path.as_str().rsplit_once('.')?;
    let known = addresses::of(&settings.credentials);
    let (_, url) = known.into_iter().find(|(at, _)| at.strip_suffix(".url") == Some(block))?;
    Some(url.origin())
}

//! Settings from a file: a new connection, or a new version of the one with that name.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ids::ConnectionName;
use domain::settings::{Secret, SecretPath, Settings};

use super::complaint::Complaint;
use super::{Connection, Connections, Version, YamlError, addresses, secrets, yaml};
use crate::error::CabinetError;
use crate::hooks::HookKind;
use crate::store::{Save, Which};

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The connection.
    pub name: ConnectionName,
    /// Its newest version.
    pub version: Version,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Created,
    /// It has a new version.
    Updated,
    /// The file says what was stored already.
    Unchanged,
}

/// Why an import changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file is not YAML.
    #[error("файл не читается как YAML: {0}")]
    Yaml(#[from] YamlError),
    /// The settings can't be saved as they are.
    #[error("в настройках есть ошибки ({}), ничего не изменено", .0.len())]
    Settings(Vec<Complaint>),
    /// The cabinet failed.
    #[error(transparent)]
    Cabinet(#[from] CabinetError),
}

impl Connections {
    /// Reads settings from YAML and saves them under the name they bear, all or nothing.
    ///
    /// Over an existing connection, secrets that the file leaves out stay as they are. The keys Planfix
    /// must show us («Ключ авторизации АТС», the token of chats) are generated when there are none yet.
    ///
    /// # Errors
    /// [`ImportError`]: with every mistake of the settings, or that the file or the store can't be read.
    pub async fn import(&self, file: &str, author: &str) -> Result<Imported, ImportError> {
        let mut settings = Settings::read(&yaml::read(file)?)
            .map_err(|problems| problems.into_iter().map(Complaint::Settings).collect())
            .map_err(ImportError::Settings)?;
        let stored = self.find(&settings.name).await?;
        if let Some(stored) = &stored {
            settings.fill_secrets_from(&stored.settings);
        }
        self.generate_own_keys(&mut settings);
        self.refuse_unusable(&settings)?;

        match stored {
            Some(same) if same.settings == settings => Ok(Imported {
                name: same.name.clone(),
                version: same.version,
                outcome: Outcome::Unchanged,
            }),
            Some(former) => self.save(settings, Some(former.version), author).await,
            None => self.save(settings, None, author).await,
        }
    }

    pub(super) async fn find(
        &self,
        name: &ConnectionName,
    ) -> Result<Option<Arc<Connection>>, CabinetError> {
        match self.get(name).await {
            Ok(connection) => Ok(Some(connection)),
            Err(CabinetError::UnknownConnection(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    pub(super) fn generate_own_keys(&self, settings: &mut Settings) {
        for place in [SecretPath::PlanfixPbxToken, SecretPath::PlanfixChatOurToken] {
            if settings.secret(place).is_some() || !settings.has_block_of(place) {
                continue;
            }
            let mut bytes = [0; 32];
            self.entropy.fill(&mut bytes);
            if let Some(key) = Secret::parse(&URL_SAFE_NO_PAD.encode(bytes)) {
                settings.set_secret(place, key);
            }
        }
    }

    /// What the settings can't be wrong about in themselves: secrets that exist nowhere, and addresses
    /// that this installation may not speak to.
    pub(super) fn refuse_unusable(&self, settings: &Settings) -> Result<(), ImportError> {
        let missing = settings.missing_secrets().into_iter().map(Complaint::Settings);
        let forbidden =
            addresses::of(&settings.credentials).into_iter().filter_map(|(path, url)| {
                let reason = (self.address_rule)(url).err()?;
                Some(Complaint::Address { path, reason })
            });
        let complaints: Vec<_> = missing.chain(forbidden).collect();
        if complaints.is_empty() { Ok(()) } else { Err(ImportError::Settings(complaints)) }
    }

    pub(super) async fn save(
        &self,
        settings: Settings,
        over: Option<Version>,
        author: &str,
    ) -> Result<Imported, ImportError> {
        let name = settings.name.clone();
        let present = self.present_hooks(&name).await?;
        let save = Save {
            over,
            title: settings.title.clone(),
            settings: settings.write(false),
            secrets: secrets::seal(&self.vault, &settings).map_err(CabinetError::from)?,
            hook_keys: self.hooks.missing(&name, &present).map_err(CabinetError::from)?,
            author: author.to_owned(),
            at: self.clock.now(),
            name,
        };
        let head = self.store.save(save).await.map_err(CabinetError::from)?;
        let outcome = if over.is_some() { Outcome::Updated } else { Outcome::Created };
        Ok(Imported { name: head.name, version: head.version, outcome })
    }

    async fn present_hooks(&self, name: &ConnectionName) -> Result<Vec<HookKind>, CabinetError> {
        let Some(head) = self.store.head(&Which::from(name)).await? else { return Ok(Vec::new()) };
        let keys = self.store.hook_keys(head.id).await?;
        Ok(keys.into_iter().map(|key| key.hook).collect())
    }
}

//! An installation as the commands use it: data folder, database, master key, and the cabinet on them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use ambient::{Clock, Entropy, SystemEntropy};
use anyhow::{Context as _, bail};
use bridge::Sharing;
use cabinet::connections::AddressRule;
use cabinet::vault::{Vault, VaultError};
use cabinet::{CabinetError, Connections, Hooks, People, Tokens};
use upstream::Guard;
use url::Url;

use crate::config::{Config, Database, KeySource};
use crate::node;
use crate::storage::Storage;

/// Everything that stands on the configured data folder.
pub(crate) struct Installation {
    pub(crate) config: Config,
    pub(crate) storage: Storage,
    pub(crate) connections: Connections,
    pub(crate) hooks: Hooks,
    pub(crate) tokens: Tokens,
    pub(crate) people: People,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
}

impl Installation {
    /// Opens what the configuration names, making what is not there yet.
    pub(crate) async fn open(config: Config) -> anyhow::Result<Self> {
        let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
        make_data_dir(&config.data_dir)?;
        if key_is_lost(&config).await? {
            bail!("{}", lost_key(&config.key));
        }
        let key = config.key.load(&*entropy)?;
        let storage = Storage::open(&config.database).await?;
        storage.refuse_unfinished_copy().await?;
        let clock = storage.clock().await?;

        let cabinet = storage.cabinet();
        let vault = Arc::new(Vault::new(&key, entropy.clone()));
        let hooks = Hooks::new(cabinet.clone(), vault.clone(), clock.clone(), entropy.clone())?;
        let connections = Connections::new(
            cabinet.clone(),
            vault,
            hooks.clone(),
            clock.clone(),
            entropy.clone(),
            address_rule(config.allow_private_upstreams),
        );
        let tokens = Tokens::new(cabinet, clock.clone(), entropy.clone());
        let people = People::new(storage.people(), clock.clone(), entropy.clone());
        Ok(Self { config, storage, connections, hooks, tokens, people, clock, entropy })
    }

    /// By what this process shares the accounts' requests with others on the same database.
    pub(crate) fn sharing(&self) -> Sharing {
        Sharing { store: self.storage.engine(), node: node::name(&*self.entropy) }
    }

    /// Refuses to go on with another master key than the one the connections were saved with: no call
    /// could be handled, and what is saved now would need both keys.
    pub(crate) async fn refuse_another_key(&self) -> anyhow::Result<()> {
        for one in self.connections.list().await? {
            // whatever else is wrong with one connection must not keep the others from work
            let found = self.connections.get(&one.head.name).await;
            if let Err(CabinetError::Vault(error @ VaultError::AnotherKey { .. })) = found {
                return Err(error.into());
            }
        }
        Ok(())
    }
}

/// Whether the data folder has no key while the database holds connections: a new key could not open
/// what the old one sealed, and would only hide that the old one is to be brought back.
pub(crate) async fn key_is_lost(config: &Config) -> anyhow::Result<bool> {
    match &config.database {
        Database::Sqlite(path) if config.key.is_to_be_made() && path.exists() => {
            let storage = Storage::open(&config.database).await?;
            Ok(!storage.cabinet().list().await?.is_empty())
        }
        _ => Ok(false),
    }
}

/// What to do about a lost key.
pub(crate) fn lost_key(key: &KeySource) -> String {
    format!(
        "главного ключа {key} нет, а в базе уже есть соединения: верните ключ, с которым она создана"
    )
}

/// Makes the data folder, closed to others: it holds the master key and the clients' calls.
pub(crate) fn make_data_dir(path: &Path) -> anyhow::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(path)
        .with_context(|| format!("не удалось создать папку данных {}", path.display()))
}

/// Closes a file to others: it holds the clients' calls.
pub(crate) fn close_to_others(file: &Path) -> anyhow::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(file, fs::Permissions::from_mode(0o600))
            .with_context(|| format!("не удалось закрыть файл {} от других", file.display()))?;
    }
    Ok(())
}

fn address_rule(allow_private: bool) -> AddressRule {
    let guard = Guard { allow_private };
    Arc::new(move |url: &Url| guard.check_url(url))
}

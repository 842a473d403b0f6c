//! The addresses that outside systems call, each with an unguessable key of its own.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use ambient::{Clock, Entropy};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::ids::ConnectionName;
use domain::text;
use engine::model::ConnectionId;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq as _;
use url::Url;

use crate::error::CabinetError;
use crate::store::{CabinetStore, StoredHookKey};
use crate::vault::{Place, Sealed, Vault, VaultError};

/// Length of a hook key before base64, bytes.
const KEY_BYTES: usize = 32;

/// An address of a connection that an outside system calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HookKind {
    /// HTTP notifications of UIS.
    UisNotifications,
    /// Interactive call processing of UIS.
    UisPersonalManager,
    /// The Chat API adapter's callbacks of UIS.
    UisChat,
    /// «Адрес АТС» of Planfix's telephony settings.
    PlanfixTelephony,
    /// The address of «API ПланФикса для чатов».
    PlanfixChat,
    /// The automatic scenario of Planfix that tells of deals.
    PlanfixDeals,
}

impl HookKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::UisNotifications,
        Self::UisPersonalManager,
        Self::UisChat,
        Self::PlanfixTelephony,
        Self::PlanfixChat,
        Self::PlanfixDeals,
    ];

    /// Its name in addresses and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UisNotifications => "uis_notifications",
            Self::UisPersonalManager => "uis_personal_manager",
            Self::UisChat => "uis_chat",
            Self::PlanfixTelephony => "planfix_telephony",
            Self::PlanfixChat => "planfix_chat",
            Self::PlanfixDeals => "planfix_deals",
        }
    }
}

impl fmt::Display for HookKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no hook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("адреса `{word}` нет{}; есть {}", hint(.word), HookKind::ALL.map(HookKind::as_str).join(", "))]
pub struct UnknownHook {
    word: String,
}

fn hint(word: &str) -> String {
    text::nearest(word, HookKind::ALL.map(HookKind::as_str))
        .map(|near| format!(", похоже на `{near}`"))
        .unwrap_or_default()
}

impl FromStr for HookKind {
    type Err = UnknownHook;

    fn from_str(word: &str) -> Result<Self, UnknownHook> {
        Self::ALL
            .into_iter()
            .find(|hook| hook.as_str() == word)
            .ok_or_else(|| UnknownHook { word: word.to_owned() })
    }
}

/// Makes, shows and checks the keys of hooks.
#[derive(Clone)]
pub struct Hooks {
    store: Arc<dyn CabinetStore>,
    vault: Arc<Vault>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    decoy: Arc<Sealed>,
}

impl Hooks {
    /// The hooks of every connection in the store.
    ///
    /// # Errors
    /// None in practice: only when the vault can't seal 43 characters.
    pub fn new(
        store: Arc<dyn CabinetStore>,
        vault: Arc<Vault>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Result<Self, VaultError> {
        let decoy = vault.seal(&draw(&*entropy), DECOY)?;
        Ok(Self { store, vault, clock, entropy, decoy: Arc::new(decoy) })
    }

    /// New keys for the hooks that are not among `present`.
    pub(crate) fn missing(
        &self,
        connection: &ConnectionName,
        present: &[HookKind],
    ) -> Result<Vec<StoredHookKey>, VaultError> {
        HookKind::ALL
            .into_iter()
            .filter(|hook| !present.contains(hook))
            .map(|hook| self.issue(connection, hook))
            .collect()
    }

    /// Every address of a connection: `{public_url}/hooks/{connection}/{hook}/{key}`.
    ///
    /// # Errors
    /// [`CabinetError`] when there is no such connection, or its keys can't be read.
    pub async fn urls(
        &self,
        connection: &ConnectionName,
        public_url: &Url,
    ) -> Result<Vec<(HookKind, String)>, CabinetError> {
        let head = self
            .store
            .head(&connection.into())
            .await?
            .ok_or_else(|| CabinetError::unknown_connection(connection))?;
        let base = public_url.as_str().trim_end_matches('/');
        let mut urls = Vec::new();
        for stored in self.store.hook_keys(head.id).await? {
            let hook = stored.hook;
            let key = self.vault.open(&stored.sealed, place(&row(connection, hook)))?;
            urls.push((hook, format!("{base}/hooks/{connection}/{hook}/{}", key.expose_secret())));
        }
        urls.sort_unstable_by_key(|(hook, _)| *hook);
        Ok(urls)
    }

    /// Makes a new key for a hook; the address known so far stops working.
    ///
    /// # Errors
    /// [`CabinetError`] when there is no such connection, or the key can't be stored.
    pub async fn reissue(
        &self,
        connection: &ConnectionName,
        hook: HookKind,
    ) -> Result<(), CabinetError> {
        let head = self
            .store
            .head(&connection.into())
            .await?
            .ok_or_else(|| CabinetError::unknown_connection(connection))?;
        self.store.put_hook_key(head.id, self.issue(connection, hook)?).await?;
        Ok(())
    }

    /// The connection whose hook this is, if the key is right.
    ///
    /// An unknown connection or hook takes the same steps as a wrong key (another key is opened and
    /// compared in its place), so that the time of the answer tells nobody which one it was.
    ///
    /// # Errors
    /// [`CabinetError`] when the store or the vault fails.
    pub async fn admit(
        &self,
        connection: &str,
        hook: HookKind,
        key: &str,
    ) -> Result<Option<ConnectionId>, CabinetError> {
        let stored = match ConnectionName::parse(connection) {
            Ok(name) => self.store.hook_key(&name, hook).await?.map(|(id, key)| (name, id, key)),
            Err(_) => None,
        };
        let (right, id) = match &stored {
            Some((name, id, stored)) => {
                (self.vault.open(&stored.sealed, place(&row(name, hook)))?, Some(*id))
            }
            None => (self.vault.open(&self.decoy, DECOY)?, None),
        };
        let equal: bool = right.expose_secret().as_bytes().ct_eq(key.as_bytes()).into();
        Ok(id.filter(|_| equal))
    }

    fn issue(
        &self,
        connection: &ConnectionName,
        hook: HookKind,
    ) -> Result<StoredHookKey, VaultError> {
        let sealed = self.vault.seal(&draw(&*self.entropy), place(&row(connection, hook)))?;
        Ok(StoredHookKey { hook, sealed, issued_at: self.clock.now() })
    }
}

const DECOY: Place<'_> = Place { table: "hook_keys", row: "", column: "sealed" };

fn place(row: &str) -> Place<'_> {
    Place { table: "hook_keys", row, column: "sealed" }
}

/// A connection's name never changes, so the seal may lean on it before the row has a number.
fn row(connection: &ConnectionName, hook: HookKind) -> String {
    format!("{connection}/{hook}")
}

/// 32 random bytes in URL-safe base64.
fn draw(entropy: &dyn Entropy) -> SecretString {
    let mut bytes = [0; KEY_BYTES];
    entropy.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes).into()
}

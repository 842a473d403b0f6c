//! The settings as they are stored: JSON, secrets sealed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::ids::ConnectionName;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::settings::{AlertSettings, Login, MailSettings, WebhookSettings};
use crate::error::CabinetError;
use crate::store::StoreError;
use crate::vault::{KeyId, Place, Sealed, Vault};

#[derive(Serialize, Deserialize)]
pub(super) struct StoredSettings {
    mail: Option<StoredMail>,
    webhook: Option<StoredWebhook>,
    muted: Vec<String>,
    stuck_after_minutes: u32,
}

#[derive(Serialize, Deserialize)]
struct StoredMail {
    enabled: bool,
    host: String,
    port: u16,
    security: String,
    login: Option<StoredLogin>,
    from: String,
    to: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredLogin {
    name: String,
    password: StoredSecret,
}

#[derive(Serialize, Deserialize)]
struct StoredWebhook {
    enabled: bool,
    url: Url,
    secret: StoredSecret,
}

/// A sealed secret as text.
#[derive(Serialize, Deserialize)]
struct StoredSecret {
    key_id: String,
    sealed: String,
}

const PASSWORD: Place<'_> = Place { table: "records", row: "alerts/settings", column: "password" };
const SECRET: Place<'_> = Place { table: "records", row: "alerts/settings", column: "secret" };

impl StoredSettings {
    pub(super) fn seal(settings: &AlertSettings, vault: &Vault) -> Result<Self, CabinetError> {
        let mail = settings.mail.as_ref().map(|mail| {
            let login = mail.login.as_ref().map(|login| {
                let password = StoredSecret::seal(vault, &login.password, PASSWORD)?;
                Ok::<_, CabinetError>(StoredLogin { name: login.name.clone(), password })
            });
            Ok::<_, CabinetError>(StoredMail {
                enabled: mail.enabled,
                host: mail.host.clone(),
                port: mail.port,
                security: mail.security.clone(),
                login: login.transpose()?,
                from: mail.from.clone(),
                to: mail.to.clone(),
            })
        });
        let webhook = settings.webhook.as_ref().map(|webhook| {
            let secret = StoredSecret::seal(vault, &webhook.secret, SECRET)?;
            let (enabled, url) = (webhook.enabled, webhook.url.clone());
            Ok::<_, CabinetError>(StoredWebhook { enabled, url, secret })
        });
        Ok(Self {
            mail: mail.transpose()?,
            webhook: webhook.transpose()?,
            muted: settings.muted.iter().map(ToString::to_string).collect(),
            stuck_after_minutes: settings.stuck_after_minutes,
        })
    }

    pub(super) fn open(self, version: u64, vault: &Vault) -> Result<AlertSettings, CabinetError> {
        let mail = self.mail.map(|mail| {
            let login = mail.login.map(|login| {
                let password = login.password.open(vault, PASSWORD)?;
                Ok::<_, CabinetError>(Login { name: login.name, password })
            });
            Ok::<_, CabinetError>(MailSettings {
                enabled: mail.enabled,
                host: mail.host,
                port: mail.port,
                security: mail.security,
                login: login.transpose()?,
                from: mail.from,
                to: mail.to,
            })
        });
        let webhook = self.webhook.map(|StoredWebhook { enabled, url, secret }| {
            let secret = secret.open(vault, SECRET)?;
            Ok::<_, CabinetError>(WebhookSettings { enabled, url, secret })
        });
        Ok(AlertSettings {
            version,
            mail: mail.transpose()?,
            webhook: webhook.transpose()?,
            muted: self.muted.iter().filter_map(|name| ConnectionName::parse(name).ok()).collect(),
            stuck_after_minutes: self.stuck_after_minutes,
        })
    }

    pub(super) fn read(value: Value) -> Result<Self, CabinetError> {
        serde_json::from_value(value).map_err(|error| corrupt(&error))
    }

    pub(super) fn write(&self) -> Result<Value, CabinetError> {
        serde_json::to_value(self).map_err(|error| corrupt(&error))
    }
}

impl StoredSecret {
    fn seal(vault: &Vault, secret: &SecretString, place: Place<'_>) -> Result<Self, CabinetError> {
        let Sealed { key_id, bytes } = vault.seal(secret, place)?;
        Ok(Self { key_id: key_id.to_string(), sealed: STANDARD.encode(bytes) })
    }

    fn open(self, vault: &Vault, place: Place<'_>) -> Result<SecretString, CabinetError> {
        let bytes = STANDARD.decode(self.sealed).map_err(|error| corrupt(&error))?;
        let key_id = KeyId::stored(self.key_id);
        Ok(vault.open(&Sealed { key_id, bytes }, place)?)
    }
}

fn corrupt(error: &dyn std::fmt::Display) -> CabinetError {
    StoreError::Corrupt(format!("alerts/settings: {error}")).into()
}

//! The settings of alerts.

use domain::ids::ConnectionName;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use url::Url;

/// How alerts are sent and what about.
#[derive(Debug, Clone)]
pub struct AlertSettings {
    /// Grows with every change; 0 before the first.
    pub version: u64,
    /// By e-mail.
    pub mail: Option<MailSettings>,
    /// By a webhook.
    pub webhook: Option<WebhookSettings>,
    /// Connections that nobody wants to be told about.
    pub muted: Vec<ConnectionName>,
    /// After how many minutes something that still waits, or a side that does not answer, is told.
    pub stuck_after_minutes: u32,
}

impl AlertSettings {
    /// The usual threshold, minutes.
    pub const STUCK_AFTER: u32 = 30;

    /// Whether anybody is to be told anything.
    pub fn is_on(&self) -> bool {
        self.mail.as_ref().is_some_and(|mail| mail.enabled)
            || self.webhook.as_ref().is_some_and(|webhook| webhook.enabled)
    }
}

/// E-mail through an SMTP server.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// Whether it is used.
    pub enabled: bool,
    /// The server's name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected: `tls`, `start_tls`, `none`.
    pub security: String,
    /// Login and password, where the server wants them.
    pub login: Option<Login>,
    /// Whose the letters are.
    pub from: String,
    /// Whom they are for.
    pub to: Vec<String>,
}

/// How to enter the SMTP server.
#[derive(Debug, Clone)]
pub struct Login {
    /// The name.
    pub name: String,
    /// The password.
    pub password: SecretString,
}

/// A webhook.
#[derive(Debug, Clone)]
pub struct WebhookSettings {
    /// Whether it is used.
    pub enabled: bool,
    /// Where to.
    pub url: Url,
    /// What its bodies are signed with.
    pub secret: SecretString,
}

/// Settings to be saved. A secret that is left out stays as it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// By e-mail.
    pub mail: Option<MailDraft>,
    /// By a webhook.
    pub webhook: Option<WebhookDraft>,
    /// Connections that nobody wants to be told about.
    #[serde(default)]
    pub muted: Vec<String>,
    /// See [`AlertSettings::stuck_after_minutes`].
    pub stuck_after_minutes: u32,
}

/// E-mail to be saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailDraft {
    /// Whether it is used.
    pub enabled: bool,
    /// The server's name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// `tls`, `start_tls`, `none`.
    pub security: String,
    /// The name at the server; empty for none.
    #[serde(default)]
    pub login: String,
    /// A new password; left out, the known one stays, as long as server and login do.
    #[serde(default, skip_serializing)]
    pub password: Option<SecretString>,
    /// Whose the letters are.
    pub from: String,
    /// Whom they are for.
    pub to: Vec<String>,
}

/// A webhook to be saved.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookDraft {
    /// Whether it is used.
    pub enabled: bool,
    /// Where to.
    pub url: String,
    /// Whether bodies are signed with a new secret from now on.
    #[serde(default, skip_serializing)]
    pub new_secret: bool,
}

/// Why settings can't be used: the place (`mail.to`), and what belongs there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {russian}")]
pub struct NotUsable {
    /// Where.
    pub place: &'static str,
    /// What, in Russian.
    pub russian: String,
    /// What, in English.
    pub english: String,
}

impl NotUsable {
    pub(super) fn new(
        place: &'static str,
        russian: impl Into<String>,
        english: impl Into<String>,
    ) -> Self {
        Self { place, russian: russian.into(), english: english.into() }
    }
}

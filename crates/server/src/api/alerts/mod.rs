//! Alerts: whom to tell that a connection has broken, and what was told.

pub(crate) mod save;
pub(crate) mod show;
pub(crate) mod test;

use cabinet::alerts::AlertSettings;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// By what alerts are sent.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AlertChannel {
    /// E-mail.
    Mail,
    /// The webhook.
    Webhook,
}

impl From<bridge::alerts::Channel> for AlertChannel {
    fn from(channel: bridge::alerts::Channel) -> Self {
        match channel {
            bridge::alerts::Channel::Mail => Self::Mail,
            bridge::alerts::Channel::Webhook => Self::Webhook,
        }
    }
}

impl From<AlertChannel> for bridge::alerts::Channel {
    fn from(channel: AlertChannel) -> Self {
        match channel {
            AlertChannel::Mail => Self::Mail,
            AlertChannel::Webhook => Self::Webhook,
        }
    }
}

/// E-mail through an SMTP server.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertMail {
    /// Whether it is used.
    enabled: bool,
    /// The server's name or address.
    #[schema(example = "smtp.yandex.ru")]
    host: String,
    /// Its port.
    #[schema(example = 465)]
    port: u16,
    /// How the connection is protected: `tls` from the first byte, `start_tls`, `none`.
    #[schema(example = "tls")]
    security: String,
    /// The name at the server; empty where it wants none.
    login: String,
    /// Whether a password is kept. It is never shown.
    has_password: bool,
    /// Whose the letters are.
    from: String,
    /// Whom they are for.
    to: Vec<String>,
}

/// A webhook.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertWebhook {
    /// Whether it is used.
    enabled: bool,
    /// Where to.
    #[schema(example = "https://example.ru/svyazka")]
    url: String,
}

/// The settings of alerts, without secrets.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AlertsShown {
    /// The number of the settings; to be named by who changes them.
    version: u64,
    /// By e-mail; `null` when it was never set up.
    mail: Option<AlertMail>,
    /// By a webhook; `null` when it was never set up.
    webhook: Option<AlertWebhook>,
    /// Connections, by name, that nobody wants to be told about.
    muted: Vec<String>,
    /// After how many minutes something that still waits, or a side that does not answer, is told.
    stuck_after_minutes: u32,
}

impl AlertsShown {
    fn of(settings: &AlertSettings) -> Self {
        let mail = settings.mail.as_ref().map(|mail| AlertMail {
            enabled: mail.enabled,
            host: mail.host.clone(),
            port: mail.port,
            security: mail.security.clone(),
            login: mail.login.as_ref().map(|login| login.name.clone()).unwrap_or_default(),
            has_password: mail.login.is_some(),
            from: mail.from.clone(),
            to: mail.to.clone(),
        });
        let webhook = settings
            .webhook
            .as_ref()
            .map(|webhook| AlertWebhook { enabled: webhook.enabled, url: webhook.url.to_string() });
        Self {
            version: settings.version,
            mail,
            webhook,
            muted: settings.muted.iter().map(ToString::to_string).collect(),
            stuck_after_minutes: settings.stuck_after_minutes,
        }
    }
}

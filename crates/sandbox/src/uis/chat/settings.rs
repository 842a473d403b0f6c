//! What can be switched in the chats.

use serde::{Deserialize, Serialize};
use url::Url;

use super::WebhookAuth;
use super::courier::{CallbackTricks, Retries};
use crate::uis::settings::ReportLag;

/// What becomes of a message that an operator wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It reaches the visitor, who reads it later.
    #[default]
    Delivered,
    /// It reaches him and he reads it at once.
    Read,
    /// The channel takes it, and nothing more is heard.
    Sent,
    /// The channel refuses it.
    Error,
    /// Nothing is heard of it.
    Silence,
}

/// The switches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChatSettings {
    /// `webhook_url` of the adapter.
    pub webhook: Option<Url>,
    /// `webhook_auth` of the adapter.
    pub auth: Option<WebhookAuth>,
    /// Whether callbacks are those of version 1.
    pub version_1: bool,
    /// How long a token of the adapter lives, in seconds.
    pub token_secs: i64,
    /// What becomes of operators' messages.
    pub fate: Fate,
    /// When a chat appears in the reports after its beginning.
    pub report_lag: ReportLag,
    /// The largest file, bytes.
    pub largest_file: usize,
    /// What UIS does when the adapter does not answer 200 or 204: undocumented.
    pub retries: Retries,
    /// What the road does to callbacks.
    pub tricks: CallbackTricks,
    /// Whether callbacks that begin with a request go out by themselves, in the background.
    pub played: bool,
}

impl ChatSettings {
    /// The same adapter on its good behaviour.
    pub(super) fn without_tricks(self) -> Self {
        let Self { webhook, auth, version_1, played, .. } = self;
        Self { webhook, auth, version_1, played, ..Self::default() }
    }
}

impl Default for ChatSettings {
    fn default() -> Self {
        Self {
            webhook: None,
            auth: None,
            version_1: false,
            token_secs: 3_600,
            fate: Fate::default(),
            report_lag: ReportLag::Secs(10),
            largest_file: 20 * 1024 * 1024,
            retries: Retries::default(),
            tricks: CallbackTricks::default(),
            played: true,
        }
    }
}

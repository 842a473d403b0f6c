//! The doors through which requests come in.

use std::fmt;

use serde::{Deserialize, Serialize};

/// One interface of one simulated system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Planfix REST API v2.
    Rest,
    /// Planfix telephony API.
    Telephony,
    /// UIS Data API.
    DataApi,
    /// UIS Call API.
    CallApi,
    /// UIS Chat API.
    ChatApi,
    /// Planfix chat API.
    PlanfixChat,
    /// What Planfix itself sends to the address of its chat API.
    PlanfixChatHook,
    /// «Адрес АТС»: what Planfix itself asks of the telephony.
    Pbx,
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Rest => "rest",
            Self::Telephony => "tel",
            Self::DataApi => "data",
            Self::CallApi => "call",
            Self::ChatApi => "chat",
            Self::Pbx => "pbx",
            Self::PlanfixChat => "webchat",
            Self::PlanfixChatHook => "provider",
        })
    }
}

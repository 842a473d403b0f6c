//! The sides of a connection.

use domain::settings::Settings;
use serde::{Deserialize, Serialize};

/// A door of one of the two systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Side {
    /// UIS Data API.
    #[serde(rename = "uis.data_api")]
    UisDataApi,
    /// UIS Call API.
    #[serde(rename = "uis.call_api")]
    UisCallApi,
    /// Planfix REST.
    #[serde(rename = "planfix.rest")]
    PlanfixRest,
    /// Planfix telephony.
    #[serde(rename = "planfix.telephony")]
    PlanfixTelephony,
}

impl Side {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::UisDataApi, Self::UisCallApi, Self::PlanfixRest, Self::PlanfixTelephony];

    /// Its name; of Planfix's sides the engine's doors have the same.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UisDataApi => "uis.data_api",
            Self::UisCallApi => "uis.call_api",
            Self::PlanfixRest => "planfix.rest",
            Self::PlanfixTelephony => "planfix.telephony",
        }
    }

    /// Its name for people (Russian).
    pub const fn russian(self) -> &'static str {
        match self {
            Self::UisDataApi => "Data API UIS",
            Self::UisCallApi => "Call API UIS",
            Self::PlanfixRest => "REST API Планфикса",
            Self::PlanfixTelephony => "телефония Планфикса",
        }
    }

    /// Its name for people (English).
    pub const fn english(self) -> &'static str {
        match self {
            Self::UisDataApi => "UIS Data API",
            Self::UisCallApi => "UIS Call API",
            Self::PlanfixRest => "Planfix REST API",
            Self::PlanfixTelephony => "Planfix telephony",
        }
    }

    /// Whether the settings have credentials for it.
    pub fn is_set_up(self, settings: &Settings) -> bool {
        let credentials = &settings.credentials;
        match self {
            Self::UisDataApi => {
                credentials.uis.data_api.as_ref().is_some_and(|api| api.token.is_some())
            }
            Self::UisCallApi => {
                credentials.uis.call_api.as_ref().is_some_and(|api| api.token.is_some())
            }
            Self::PlanfixRest => {
                credentials.planfix_rest.as_ref().is_some_and(|access| access.token.is_some())
            }
            Self::PlanfixTelephony => {
                credentials.planfix_telephony.as_ref().is_some_and(|access| access.token.is_some())
            }
        }
    }
}

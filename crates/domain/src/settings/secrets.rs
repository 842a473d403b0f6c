//! The secrets of the settings by their paths: the store keeps them encrypted, apart from the rest.

use super::needs::{Needed, needs};
use super::problem::{Problem, ProblemKind};
use super::{Secret, Settings};

/// A place of the settings that holds a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SecretPath {
    /// `credentials.planfix_rest.token`
    PlanfixRestToken,
    /// `credentials.planfix_telephony.token`
    PlanfixTelephonyToken,
    /// `credentials.planfix_telephony.pbx_token`
    PlanfixPbxToken,
    /// `credentials.planfix_chat.token`
    PlanfixChatToken,
    /// `credentials.planfix_chat.our_token`
    PlanfixChatOurToken,
    /// `credentials.uis.data_api.token`
    UisDataApiToken,
    /// `credentials.uis.call_api.token`
    UisCallApiToken,
    /// `credentials.uis.chat_api.password`
    UisChatApiPassword,
    /// `credentials.uis.chat_api.callback_token`
    UisChatCallbackToken,
    /// `credentials.uis.chat_api.callback_password`
    UisChatCallbackPassword,
}

impl SecretPath {
    /// All of them, in the order of the file.
    pub const ALL: [Self; 10] = [
        Self::PlanfixRestToken,
        Self::PlanfixTelephonyToken,
        Self::PlanfixPbxToken,
        Self::PlanfixChatToken,
        Self::PlanfixChatOurToken,
        Self::UisDataApiToken,
        Self::UisCallApiToken,
        Self::UisChatApiPassword,
        Self::UisChatCallbackToken,
        Self::UisChatCallbackPassword,
    ];

    /// The path in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PlanfixRestToken => "credentials.planfix_rest.token",
            Self::PlanfixTelephonyToken => "credentials.planfix_telephony.token",
            Self::PlanfixPbxToken => "credentials.planfix_telephony.pbx_token",
            Self::PlanfixChatToken => "credentials.planfix_chat.token",
            Self::PlanfixChatOurToken => "credentials.planfix_chat.our_token",
            Self::UisDataApiToken => "credentials.uis.data_api.token",
            Self::UisCallApiToken => "credentials.uis.call_api.token",
            Self::UisChatApiPassword => "credentials.uis.chat_api.password",
            Self::UisChatCallbackToken => "credentials.uis.chat_api.callback_token",
            Self::UisChatCallbackPassword => "credentials.uis.chat_api.callback_password",
        }
    }

    /// The place of the path.
    pub fn parse(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.as_str() == path)
    }
}

impl Settings {
    /// Every secret that is there, with its place.
    pub fn secrets(&self) -> Vec<(SecretPath, &Secret)> {
        let there = |place| Some((place, self.secret(place)?));
        SecretPath::ALL.into_iter().filter_map(there).collect()
    }

    /// The secret at the place.
    pub fn secret(&self, place: SecretPath) -> Option<&Secret> {
        let credentials = &self.credentials;
        match place {
            SecretPath::PlanfixRestToken => credentials.planfix_rest.as_ref()?.token.as_ref(),
            SecretPath::PlanfixTelephonyToken => {
                credentials.planfix_telephony.as_ref()?.token.as_ref()
            }
            SecretPath::PlanfixPbxToken => {
                credentials.planfix_telephony.as_ref()?.pbx_token.as_ref()
            }
            SecretPath::PlanfixChatToken => credentials.planfix_chat.as_ref()?.token.as_ref(),
            SecretPath::PlanfixChatOurToken => {
                credentials.planfix_chat.as_ref()?.our_token.as_ref()
            }
            SecretPath::UisDataApiToken => credentials.uis.data_api.as_ref()?.token.as_ref(),
            SecretPath::UisCallApiToken => credentials.uis.call_api.as_ref()?.token.as_ref(),
            SecretPath::UisChatApiPassword => credentials.uis.chat_api.as_ref()?.password.as_ref(),
            SecretPath::UisChatCallbackToken => {
                credentials.uis.chat_api.as_ref()?.callback_auth.token()
            }
            SecretPath::UisChatCallbackPassword => {
                credentials.uis.chat_api.as_ref()?.callback_auth.password()
            }
        }
    }

    /// Sets a secret; `false` when the block it belongs to is not in the settings.
    pub fn set_secret(&mut self, place: SecretPath, secret: Secret) -> bool {
        match self.slot(place) {
            Some(slot) => {
                *slot = Some(secret);
                true
            }
            None => false,
        }
    }

    /// Whether the block that the secret belongs to is in the settings.
    pub fn has_block_of(&self, place: SecretPath) -> bool {
        let credentials = &self.credentials;
        match place {
            SecretPath::PlanfixRestToken => credentials.planfix_rest.is_some(),
            SecretPath::PlanfixTelephonyToken | SecretPath::PlanfixPbxToken => {
                credentials.planfix_telephony.is_some()
            }
            SecretPath::PlanfixChatToken | SecretPath::PlanfixChatOurToken => {
                credentials.planfix_chat.is_some()
            }
            SecretPath::UisDataApiToken => credentials.uis.data_api.is_some(),
            SecretPath::UisCallApiToken => credentials.uis.call_api.is_some(),
            SecretPath::UisChatApiPassword
            | SecretPath::UisChatCallbackToken
            | SecretPath::UisChatCallbackPassword => credentials.uis.chat_api.is_some(),
        }
    }

    /// Keeps the stored secrets where these settings leave them out.
    pub fn fill_secrets_from(&mut self, previous: &Self) {
        for (place, secret) in previous.secrets() {
            if let Some(slot @ None) = self.slot(place) {
                *slot = Some(secret.clone());
            }
        }
    }

    /// The secrets that enabled sections or the check of callbacks need and that are not there. Ask after
    /// [`Settings::fill_secrets_from`].
    pub fn missing_secrets(&self) -> Vec<Problem> {
        let missing = |need: &Needed| self.secret(need.credential.secret()).is_none();
        let needed = needs(self).into_iter().filter(missing).map(|need| {
            let kind = ProblemKind::Required { because: Some(need.because) };
            Problem::new(need.credential.secret().as_str(), kind)
        });
        let chat_api = self.credentials.uis.chat_api.as_ref();
        needed.chain(chat_api.and_then(|api| api.callback_auth.missing())).collect()
    }

    fn slot(&mut self, place: SecretPath) -> Option<&mut Option<Secret>> {
        let credentials = &mut self.credentials;
        match place {
            SecretPath::PlanfixRestToken => credentials.planfix_rest.as_mut().map(|b| &mut b.token),
            SecretPath::PlanfixTelephonyToken => {
                credentials.planfix_telephony.as_mut().map(|b| &mut b.token)
            }
            SecretPath::PlanfixPbxToken => {
                credentials.planfix_telephony.as_mut().map(|b| &mut b.pbx_token)
            }
            SecretPath::PlanfixChatToken => credentials.planfix_chat.as_mut().map(|b| &mut b.token),
            SecretPath::PlanfixChatOurToken => {
                credentials.planfix_chat.as_mut().map(|b| &mut b.our_token)
            }
            SecretPath::UisDataApiToken => credentials.uis.data_api.as_mut().map(|b| &mut b.token),
            SecretPath::UisCallApiToken => credentials.uis.call_api.as_mut().map(|b| &mut b.token),
            SecretPath::UisChatApiPassword => {
                credentials.uis.chat_api.as_mut().map(|b| &mut b.password)
            }
            SecretPath::UisChatCallbackToken => {
                credentials.uis.chat_api.as_mut()?.callback_auth.token_slot()
            }
            SecretPath::UisChatCallbackPassword => {
                credentials.uis.chat_api.as_mut()?.callback_auth.password_slot()
            }
        }
    }
}

//! By what UIS proves that a callback of its Chat API is its own (`webhook_auth` of the adapter).

use super::Secret;
use super::problem::{Problem, ProblemKind};
use super::reader::{Object, secret, text};
use super::writer::Section;

/// What a callback must show in `Authorization`, beside the key in its address.
///
/// The keys stand in the block of the Chat API. `callback_token` that is there without a value asks for the
/// token that is stored, so that a file without secrets keeps the check it had; a key that is left out asks
/// for nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CallbackAuth {
    /// Nothing: the key of the hook decides alone.
    #[default]
    None,
    /// `Authorization: Bearer`.
    Bearer {
        /// The token.
        token: Option<Secret>,
    },
    /// `Authorization: Basic`.
    Basic {
        /// The login.
        login: String,
        /// The password.
        password: Option<Secret>,
    },
}

impl CallbackAuth {
    /// The token of `Bearer`.
    pub fn token(&self) -> Option<&Secret> {
        match self {
            Self::Bearer { token } => token.as_ref(),
            _ => None,
        }
    }

    /// The password of `Basic`.
    pub fn password(&self) -> Option<&Secret> {
        match self {
            Self::Basic { password, .. } => password.as_ref(),
            _ => None,
        }
    }

    pub(super) fn token_slot(&mut self) -> Option<&mut Option<Secret>> {
        match self {
            Self::Bearer { token } => Some(token),
            _ => None,
        }
    }

    pub(super) fn password_slot(&mut self) -> Option<&mut Option<Secret>> {
        match self {
            Self::Basic { password, .. } => Some(password),
            _ => None,
        }
    }

    /// What can't be checked until it is given. Whoever asks for a check must not be left without one.
    pub(super) fn missing(&self) -> Option<Problem> {
        let path = match self {
            Self::Bearer { token: None } => "credentials.uis.chat_api.callback_token",
            Self::Basic { password: None, .. } => "credentials.uis.chat_api.callback_password",
            _ => return None,
        };
        Some(Problem::new(path, ProblemKind::Required { because: None }))
    }

    pub(super) fn read(object: &Object<'_>) -> Self {
        let bearer = object.names("callback_token");
        let token = object.optional("callback_token", secret);
        let login = object.optional("callback_login", text);
        let password = object.optional("callback_password", secret);
        let basic = object.has("callback_login") || object.has("callback_password");
        match (bearer, basic) {
            (false, false) => Self::None,
            (true, false) => Self::Bearer { token },
            (true, true) => {
                object.fail("callback_token", ProblemKind::Beside { other: "callback_login" });
                Self::None
            }
            (false, true) => {
                object.require("callback_login", None);
                login.map_or(Self::None, |login| Self::Basic { login, password })
            }
        }
    }

    pub(super) fn write(&self, section: Section, secrets: bool) -> Section {
        match self {
            Self::None => section,
            Self::Bearer { token } => section
                .nullable("callback_token", token.as_ref().filter(|_| secrets).map(Secret::expose)),
            Self::Basic { login, password } => section
                .put("callback_login", login.as_str())
                .secret("callback_password", password.as_ref(), secrets),
        }
    }
}

//! Forms that Planfix sends, with its key in them, and what it is answered.

use domain::Failure;
use domain::settings::Secret;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What Planfix is answered to a command of its telephony or chats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T = ()> {
    /// 200.
    Done(T),
    /// 401 `{"error":"Invalid token"}`.
    InvalidToken,
    /// 400 `{"error":"Invalid parameters"}`.
    InvalidParameters,
    /// 400 with a sentence for the person at the screen.
    Refused(String),
}

impl<T> Answer<T> {
    pub(crate) fn refused(failure: &Failure) -> Self {
        Self::Refused(failure.message.clone())
    }
}

/// The fields of a form.
pub(crate) struct Form<'a>(&'a [(String, String)]);

impl<'a> Form<'a> {
    pub(crate) fn of(fields: &'a [(String, String)]) -> Self {
        Self(fields)
    }

    /// A field that is there and not blank.
    pub(crate) fn get(&self, name: &str) -> Option<&'a str> {
        let field = self.0.iter().find(|(known, _)| known == name)?;
        Some(field.1.trim()).filter(|value| !value.is_empty())
    }

    /// A field as often as it stands there, blank or not.
    pub(crate) fn all(&self, name: &str) -> Vec<String> {
        let same = self.0.iter().filter(|(known, _)| known == name);
        same.map(|(_, value)| value.trim().to_owned()).collect()
    }
}

/// Whether the key is ours; digests are compared, so that neither the time nor the length tells anything.
pub(crate) fn is_key(own: &Secret, told: Option<&str>) -> bool {
    let Some(told) = told else { return false };
    let digest = |text: &str| Sha256::digest(text.as_bytes());
    digest(own.expose()).ct_eq(&digest(told)).into()
}

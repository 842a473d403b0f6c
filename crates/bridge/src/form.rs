//! Forms that Planfix sends, with its key in them.

use domain::settings::Secret;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

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

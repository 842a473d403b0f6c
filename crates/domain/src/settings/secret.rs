//! A token or password that does not leak.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A secret text. Shown as `***`, wiped from memory when dropped, and not serialisable: writing it out
/// takes a deliberate [`Secret::expose`].
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes the text, trimmed of the blanks that copying brings along; `None` when nothing is left.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(SecretString::from(text)))
    }

    /// The text itself, for the request that needs it.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// Tells whether settings changed. Checking a key that came from outside takes a constant-time
/// comparison instead.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

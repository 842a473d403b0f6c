//! Handles: what a browser is given to bring back unread. Sealed with the master key for one purpose, so that
//! nobody can read, change or use them elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret as _, SecretString};

use crate::connections::Connections;
use crate::error::CabinetError;
use crate::vault::{Place, Sealed};

impl Connections {
    /// A handle of the content, good for this purpose alone (`file/romashka/12/person/3`).
    ///
    /// # Errors
    /// None in practice: only for contents of hundreds of gigabytes.
    pub fn seal_handle(
        &self,
        content: &SecretString,
        purpose: &str,
    ) -> Result<String, CabinetError> {
        let sealed = self.vault.seal(content, place(purpose))?;
        Ok(URL_SAFE_NO_PAD.encode(sealed.bytes))
    }

    /// The content of a handle; `None` when it was altered, or is for another purpose.
    pub fn open_handle(&self, handle: &str, purpose: &str) -> Option<SecretString> {
        let bytes = URL_SAFE_NO_PAD.decode(handle).ok()?;
        let sealed = Sealed { key_id: self.vault.key_id().clone(), bytes };
        let opened = self.vault.open(&sealed, place(purpose)).ok()?;
        (!opened.expose_secret().is_empty()).then_some(opened)
    }
}

fn place(purpose: &str) -> Place<'_> {
    Place { table: "handles", row: purpose, column: "content" }
}

//! What can go wrong in the cabinet.

use std::fmt;

use crate::store::StoreError;
use crate::vault::VaultError;

/// Why the cabinet could not do it.
#[derive(Debug, thiserror::Error)]
pub enum CabinetError {
    /// Nothing of that name or number.
    #[error("соединения «{0}» нет")]
    UnknownConnection(String),
    /// A stored secret can't be opened.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CabinetError {
    /// Nothing of that name or number.
    pub(crate) fn unknown_connection(which: impl fmt::Display) -> Self {
        Self::UnknownConnection(which.to_string())
    }
}

//! From the rows of a store to the cabinet's words, the same for every store.

pub mod people;
pub mod workspace;

use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use crate::connections::Version;
use crate::store::{Head, StoreError};
use crate::vault::{KeyId, Sealed};

/// A failure of the database.
pub fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> StoreError {
    StoreError::broken(error)
}

/// Number, name and newest version.
///
/// # Errors
/// The name is none.
pub fn head(id: i64, name: &str, version: i64) -> Result<Head, StoreError> {
    let name = ConnectionName::parse(name)
        .map_err(|why| StoreError::Corrupt(format!("connections.name `{name}`: {why}")))?;
    Ok(Head { id: ConnectionId(id), name, version: Version(version) })
}

/// A value of a column that holds one of a few words.
///
/// # Errors
/// It is none of them.
pub fn word<T: std::str::FromStr>(column: &str, text: &str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt(format!("{column}: `{text}`")))
}

/// A sealed value.
pub fn sealed(key_id: String, bytes: Vec<u8>) -> Sealed {
    Sealed { key_id: KeyId::stored(key_id), bytes }
}

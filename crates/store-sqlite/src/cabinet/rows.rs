//! From rows to the cabinet's words.

use cabinet::connections::Version;
use cabinet::store::{Head, StoreError};
use cabinet::vault::{KeyId, Sealed};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use super::Result;

/// A failure of the database.
pub(super) fn broken(error: sqlx::Error) -> StoreError {
    StoreError::broken(error)
}

/// Number, name and newest version.
pub(super) fn head(id: i64, name: &str, version: i64) -> Result<Head> {
    Ok(Head { id: ConnectionId(id), name: name_of(name)?, version: Version(version) })
}

fn name_of(text: &str) -> Result<ConnectionName> {
    ConnectionName::parse(text)
        .map_err(|why| StoreError::Corrupt(format!("connections.name `{text}`: {why}")))
}

/// A value of a column that holds one of a few words.
pub(super) fn word<T: std::str::FromStr>(column: &str, text: &str) -> Result<T> {
    text.parse().map_err(|_| StoreError::Corrupt(format!("{column}: `{text}`")))
}

/// A sealed value.
pub(super) fn sealed(key_id: String, bytes: Vec<u8>) -> Sealed {
    Sealed { key_id: KeyId::stored(key_id), bytes }
}

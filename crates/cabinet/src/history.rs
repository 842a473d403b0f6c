//! What the settings of a connection were before.

use async_trait::async_trait;
use engine::model::ConnectionId;
use jiff::Timestamp;
use serde_json::Value;

use crate::connections::Version;
use crate::store::StoreError;

/// A saved state of a connection's settings.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredVersion {
    /// Its number.
    pub version: Version,
    /// Who saved it.
    pub author: String,
    /// When.
    pub saved_at: Timestamp,
    /// The settings without secrets.
    pub settings: Value,
}

/// The store of former settings.
#[async_trait]
pub trait HistoryStore: Send + Sync + 'static {
    /// One version of a connection's settings; `None` when there is none of that number.
    async fn version(
        &self,
        id: ConnectionId,
        version: Version,
    ) -> Result<Option<StoredVersion>, StoreError>;
}

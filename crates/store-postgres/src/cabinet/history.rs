//! What settings were before.

use async_trait::async_trait;
use cabinet::connections::Version;
use cabinet::{HistoryStore, StoredVersion};
use engine::model::ConnectionId;

use super::Result;
use crate::PostgresStore;
use crate::error::OrBroken as _;
use crate::values::{from_json, moment};

#[async_trait]
impl HistoryStore for PostgresStore {
    async fn version(&self, id: ConnectionId, version: Version) -> Result<Option<StoredVersion>> {
        let mut db = self.read().await?;
        let row = sqlx::query!(
            "SELECT settings, author, saved_at FROM versions
             WHERE connection_id = $1 AND version = $2",
            id.0,
            version.0
        )
        .fetch_optional(&mut db)
        .await
        .or_broken();
        let row = db.finish(row).await?;
        row.map(|row| {
            Ok(StoredVersion {
                version,
                author: row.author,
                saved_at: moment(row.saved_at)?,
                settings: from_json(&row.settings)?,
            })
        })
        .transpose()
    }
}

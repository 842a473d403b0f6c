//! How far what goes on by itself has come.

use engine::model::ConnectionId;
use sqlx::{SqliteConnection, SqlitePool};

use super::Result;
use super::rows::broken;
use crate::error::OrBroken;

/// Where the cursor stands.
pub(super) async fn get(
    readers: &SqlitePool,
    id: ConnectionId,
    name: &str,
) -> Result<Option<String>> {
    sqlx::query_scalar!(
        "SELECT value FROM cursors WHERE connection_id = ?1 AND name = ?2",
        id.0,
        name
    )
    .fetch_optional(readers)
    .await
    .map_err(broken)
}

/// Moves the cursor.
pub(super) async fn set(
    writer: &mut SqliteConnection,
    id: ConnectionId,
    name: String,
    value: String,
) -> std::result::Result<(), engine::StoreError> {
    sqlx::query!(
        "INSERT INTO cursors (connection_id, name, value) VALUES (?1, ?2, ?3)
         ON CONFLICT (connection_id, name) DO UPDATE SET value = excluded.value",
        id.0,
        name,
        value
    )
    .execute(writer)
    .await
    .or_broken()?;
    Ok(())
}

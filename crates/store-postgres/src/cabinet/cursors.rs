//! How far what goes on by itself has come.

use engine::model::ConnectionId;

use super::Result;
use crate::error::OrBroken as _;
use crate::session::Session;

/// Where the cursor stands.
pub(super) async fn get(db: &mut Session, id: ConnectionId, name: &str) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!(
        "SELECT value FROM cursors WHERE connection_id = $1 AND name = $2",
        id.0,
        name
    )
    .fetch_optional(db)
    .await
    .or_broken()?)
}

/// Moves the cursor.
pub(super) async fn set(db: &mut Session, id: ConnectionId, name: &str, value: &str) -> Result<()> {
    sqlx::query!(
        "INSERT INTO cursors (connection_id, name, value) VALUES ($1, $2, $3)
         ON CONFLICT (connection_id, name) DO UPDATE SET value = excluded.value",
        id.0,
        name,
        value
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

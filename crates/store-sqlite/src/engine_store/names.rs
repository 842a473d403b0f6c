//! Names taken by lanes.

use engine::model::{ConnectionId, LaneId};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use crate::error::{OrBroken, Result};
use crate::values::micros;

/// Takes the name unless another lane holds it still; returns the holder.
pub(super) async fn take(
    db: &mut SqliteConnection,
    connection: ConnectionId,
    name: String,
    lane: LaneId,
    now: Timestamp,
    until: Timestamp,
) -> Result<LaneId> {
    let (now, until) = (micros(now), micros(until));
    sqlx::query!(
        "INSERT INTO names (connection_id, name, lane_id, until) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (connection_id, name)
         DO UPDATE SET lane_id = excluded.lane_id, until = excluded.until WHERE names.until <= ?5",
        connection.0,
        name,
        lane.0,
        until,
        now
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let holder = sqlx::query_scalar!(
        r#"SELECT lane_id AS "lane!: i64" FROM names WHERE connection_id = ? AND name = ?"#,
        connection.0,
        name
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(LaneId(holder))
}

//! Doors that are shut for a while.

use engine::model::{ConnectionId, Door, Pause};
use jiff::Timestamp;
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{OrBroken, Result};
use crate::values::{from_json, json, micros, moment};

/// Shuts the door; its lanes find out when they are leased next.
pub(super) async fn pause(
    db: &mut SqliteConnection,
    connection: ConnectionId,
    door: Door,
    pause: Pause,
) -> Result<()> {
    let (until, failure) = (micros(pause.until), json(&pause.failure)?);
    sqlx::query!(
        "INSERT INTO pauses (connection_id, door, until, failure) VALUES (?, ?, ?, ?)
         ON CONFLICT (connection_id, door)
         DO UPDATE SET until = excluded.until, failure = excluded.failure",
        connection.0,
        door.0,
        until,
        failure
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Opens the door: what waited for it alone may leave now.
pub(super) async fn open(
    db: &mut SqliteConnection,
    connection: ConnectionId,
    door: Door,
    now: Timestamp,
) -> Result<()> {
    let now = micros(now);
    let shut = sqlx::query!(
        "DELETE FROM pauses WHERE connection_id = ? AND door = ?",
        connection.0,
        door.0
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    if shut.rows_affected() == 0 {
        return Ok(());
    }
    // its lanes are due sooner than they thought; how soon exactly, they find out when they are leased
    sqlx::query!(
        "UPDATE lanes SET due_at = min(due_at, ?1), live_at = min(live_at, ?1)
         WHERE id IN (SELECT lane_id FROM outbox WHERE connection_id = ?2 AND door = ?3
                      AND state IN ('pending', 'sending', 'unknown'))",
        now,
        connection.0,
        door.0
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// The doors of all connections that are shut.
pub(super) async fn all(readers: &SqlitePool) -> Result<Vec<(ConnectionId, Door, Pause)>> {
    let rows = sqlx::query!(
        "SELECT connection_id, door, until, failure FROM pauses ORDER BY connection_id, door"
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            let pause = Pause { until: moment(row.until)?, failure: from_json(&row.failure)? };
            Ok((ConnectionId(row.connection_id), Door(row.door), pause))
        })
        .collect()
}

/// The doors that are shut.
pub(super) async fn list(
    readers: &SqlitePool,
    connection: ConnectionId,
) -> Result<Vec<(Door, Pause)>> {
    let rows = sqlx::query!(
        "SELECT door, until, failure FROM pauses WHERE connection_id = ? ORDER BY door",
        connection.0
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            let pause = Pause { until: moment(row.until)?, failure: from_json(&row.failure)? };
            Ok((Door(row.door), pause))
        })
        .collect()
}

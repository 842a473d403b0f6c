//! Doors that are shut for a while.

use engine::model::{ConnectionId, Door, Pause};
use sqlx::{SqliteConnection, SqlitePool};

use super::agenda;
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

/// Opens the door: what waited for it may leave now.
pub(super) async fn resume(
    db: &mut SqliteConnection,
    connection: ConnectionId,
    door: Door,
) -> Result<()> {
    sqlx::query!("DELETE FROM pauses WHERE connection_id = ? AND door = ?", connection.0, door.0)
        .execute(&mut *db)
        .await
        .or_broken()?;
    let lanes = sqlx::query_scalar!(
        r#"UPDATE outbox SET not_before = NULL
           WHERE connection_id = ? AND door = ? AND state = 'pending' RETURNING lane_id AS "lane!: i64""#,
        connection.0,
        door.0
    )
    .fetch_all(&mut *db)
    .await
    .or_broken()?;
    for lane in lanes {
        agenda::reschedule(db, lane).await?;
    }
    Ok(())
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

//! Doors that are shut for a while.
//!
//! When a door opens, every lane that waits for it must hear of it, also one that is just finding out when it
//! is due. So whoever reads or sets pauses to conclude something from them holds the door's lock, shared;
//! and a door is opened under the same lock, alone. Doors are locked in one order, after the lane, and
//! who opens a door holds nothing else: nobody waits in a circle.

use engine::model::{ConnectionId, Door, Pause};
use jiff::Timestamp;

use crate::PostgresStore;
use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::{from_json, json, micros, moment};

/// Keeps the doors by which the lane's writes leave as they are, until the transaction ends.
pub(super) async fn hold_still(db: &mut Session, lane: i64) -> Result<()> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock_shared(key) FROM
           (SELECT DISTINCT hashtextextended(connection_id || '/' || door, 0) AS key FROM outbox
            WHERE lane_id = $1 AND state IN ('pending', 'sending', 'unknown')
            ORDER BY key) AS doors",
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Shuts the door; its lanes find out when they are leased next.
pub(super) async fn pause(
    db: &mut Session,
    connection: ConnectionId,
    door: &Door,
    pause: &Pause,
) -> Result<()> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock_shared(hashtextextended($1::bigint || '/' || $2::text, 0))",
        connection.0,
        door.0
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let (until, failure) = (micros(pause.until), json(&pause.failure)?);
    sqlx::query!(
        "INSERT INTO pauses (connection_id, door, until, failure) VALUES ($1, $2, $3, $4)
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

/// Whether the door is shut.
pub(super) async fn is_shut(
    db: &mut Session,
    connection: ConnectionId,
    door: &str,
) -> Result<bool> {
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM pauses WHERE connection_id = $1 AND door = $2) AS "shut!""#,
        connection.0,
        door
    )
    .fetch_one(db)
    .await
    .or_broken()
}

/// Opens the door: what waited for it alone may leave now.
pub(super) async fn open(
    store: &PostgresStore,
    connection: ConnectionId,
    door: &Door,
    now: Timestamp,
) -> Result<()> {
    let mut db = store.write().await?;
    let forgotten = forget(&mut db, connection, door).await;
    if !db.finish(forgotten).await? {
        return Ok(());
    }
    let mut db = store.write().await?;
    let hurried = hurry(&mut db, connection, door, now).await;
    db.finish(hurried).await?;
    store.announcements.say();
    Ok(())
}

/// Takes the pause away; `false` when there was none.
async fn forget(db: &mut Session, connection: ConnectionId, door: &Door) -> Result<bool> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended($1::bigint || '/' || $2::text, 0))",
        connection.0,
        door.0
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let shut = sqlx::query!(
        "DELETE FROM pauses WHERE connection_id = $1 AND door = $2",
        connection.0,
        door.0
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(shut.rows_affected() > 0)
}

/// The door's lanes are due sooner than they thought; how soon exactly, they find out when they are
/// leased.
async fn hurry(
    db: &mut Session,
    connection: ConnectionId,
    door: &Door,
    now: Timestamp,
) -> Result<()> {
    sqlx::query!(
        "WITH waiting AS (
           SELECT id FROM lanes WHERE id IN
             (SELECT lane_id FROM outbox WHERE connection_id = $2 AND door = $3
              AND state IN ('pending', 'sending', 'unknown'))
           ORDER BY id FOR NO KEY UPDATE)
         UPDATE lanes SET due_at = least(due_at, $1),
             live_at = CASE WHEN live_at IS NULL THEN NULL ELSE least(live_at, $1) END
         FROM waiting WHERE lanes.id = waiting.id",
        micros(now),
        connection.0,
        door.0
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// The doors of all connections that are shut.
pub(super) async fn all(db: &mut Session) -> Result<Vec<(ConnectionId, Door, Pause)>> {
    let rows = sqlx::query!(
        r#"SELECT connection_id, door, until, failure FROM pauses
           ORDER BY connection_id, door COLLATE "C""#
    )
    .fetch_all(db)
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
pub(super) async fn list(db: &mut Session, connection: ConnectionId) -> Result<Vec<(Door, Pause)>> {
    let rows = sqlx::query!(
        r#"SELECT door, until, failure FROM pauses WHERE connection_id = $1
           ORDER BY door COLLATE "C""#,
        connection.0
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    rows.into_iter()
        .map(|row| {
            let pause = Pause { until: moment(row.until)?, failure: from_json(&row.failure)? };
            Ok((Door(row.door), pause))
        })
        .collect()
}

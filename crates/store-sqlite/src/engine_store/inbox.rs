//! Events coming in.

use engine::model::{Accepted, EventId, LaneId, LaneKey, NewEvent, Unreadable};
use sqlx::SqliteConnection;

use super::agenda;
use super::journal::{note, open_communication};
use crate::error::{OrBroken, Result};
use crate::values::{json, micros};

/// Stores an event once and makes its lane due.
pub(super) async fn accept(db: &mut SqliteConnection, event: NewEvent) -> Result<Accepted> {
    let at = micros(event.received_at);
    let (connection, dedup) = (event.connection.0, event.dedup.as_str());
    let known = sqlx::query_scalar!(
        r#"UPDATE inbox SET copies = copies + 1 WHERE connection_id = ? AND dedup = ?
           RETURNING id AS "id!: i64""#,
        connection,
        dedup
    )
    .fetch_optional(&mut *db)
    .await
    .or_broken()?;
    if let Some(id) = known {
        return Ok(Accepted::Duplicate(EventId(id)));
    }
    let lane = open_lane(db, connection, &event.lane).await?;
    open_communication(db, lane, connection, &event.lane, at).await?;
    let payload = json(&event.payload)?;
    let id = sqlx::query_scalar!(
        r#"INSERT INTO inbox (connection_id, lane_id, kind, dedup, payload, received_at)
           VALUES (?, ?, ?, ?, ?, ?) RETURNING id AS "id!: i64""#,
        connection,
        lane,
        event.kind,
        dedup,
        payload,
        at
    )
    .fetch_one(&mut *db)
    .await
    .or_broken()?;
    agenda::reschedule(db, lane).await?;
    Ok(Accepted::New(EventId(id)))
}

/// Keeps an unreadable body under a lane of its own, so that the journal shows it.
pub(super) async fn reject(db: &mut SqliteConnection, unreadable: Unreadable) -> Result<LaneId> {
    let at = micros(unreadable.received_at);
    let connection = unreadable.connection.0;
    let next = sqlx::query_scalar!(r#"SELECT coalesce(max(id), 0) + 1 AS "next!: i64" FROM lanes"#)
        .fetch_one(&mut *db)
        .await
        .or_broken()?;
    let key = LaneKey::new("unreadable", next);
    let lane = open_lane(db, connection, &key).await?;
    open_communication(db, lane, connection, &key, at).await?;
    let reason = json(&unreadable.reason)?;
    sqlx::query!(
        "UPDATE communications SET state = 'unreadable', title = ?, reason = ? WHERE lane_id = ?",
        unreadable.hook,
        reason,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!(
        "INSERT INTO unreadable (lane_id, hook, body) VALUES (?, ?, ?)",
        lane,
        unreadable.hook,
        unreadable.body
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let body = String::from_utf8_lossy(&unreadable.body);
    let data =
        serde_json::json!({ "hook": unreadable.hook, "reason": unreadable.reason, "body": body });
    note(db, lane, at, "unreadable", &data).await?;
    Ok(LaneId(lane))
}

/// The lane's row, made when it is new.
async fn open_lane(db: &mut SqliteConnection, connection: i64, key: &LaneKey) -> Result<i64> {
    let key = key.as_str();
    sqlx::query!(
        "INSERT INTO lanes (connection_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING",
        connection,
        key
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query_scalar!(
        r#"SELECT id AS "id!: i64" FROM lanes WHERE connection_id = ? AND key = ?"#,
        connection,
        key
    )
    .fetch_one(db)
    .await
    .or_broken()
}

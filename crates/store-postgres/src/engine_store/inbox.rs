//! Events coming in.

use engine::model::{Accepted, EventId, LaneId, LaneKey, NewEvent, Unreadable};

use super::agenda;
use super::journal::{note, open_communication};
use crate::PostgresStore;
use crate::error::{OrBroken, Result};
use crate::session::{Session, clean};
use crate::values::{json, micros};

/// Stores an event once and makes its lane due.
pub(super) async fn accept(db: &mut Session, event: &NewEvent) -> Result<Accepted> {
    if let Some(known) = count_copy(db, event).await? {
        return Ok(Accepted::Duplicate(known));
    }
    let at = micros(event.received_at);
    let connection = event.connection.0;
    let lane = open_lane(db, connection, &event.lane).await?;
    open_communication(db, lane, connection, &event.lane, at).await?;
    // the same event may have come to another node meanwhile
    let row = sqlx::query!(
        r#"INSERT INTO inbox (connection_id, lane_id, kind, dedup, payload, received_at)
           VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (connection_id, dedup) DO UPDATE SET copies = inbox.copies + 1
           RETURNING id, copies"#,
        connection,
        lane,
        &clean(&event.kind),
        event.dedup.as_str(),
        json(&event.payload)?,
        at
    )
    .fetch_one(&mut *db)
    .await
    .or_broken()?;
    let id = EventId(row.id);
    if row.copies > 1 {
        return Ok(Accepted::Duplicate(id));
    }
    agenda::reschedule(db, lane).await?;
    Ok(Accepted::New(id))
}

/// Counts a copy of an event that was stored before.
async fn count_copy(db: &mut Session, event: &NewEvent) -> Result<Option<EventId>> {
    let known = sqlx::query_scalar!(
        "UPDATE inbox SET copies = copies + 1 WHERE connection_id = $1 AND dedup = $2 RETURNING id",
        event.connection.0,
        event.dedup.as_str()
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    Ok(known.map(EventId))
}

/// Keeps an unreadable body under a lane of its own, so that the journal shows it.
pub(super) async fn reject(db: &mut Session, unreadable: &Unreadable) -> Result<LaneId> {
    let at = micros(unreadable.received_at);
    let connection = unreadable.connection.0;
    let (hook, reason) = (clean(&unreadable.hook), json(&unreadable.reason)?);
    let (lane, key) = new_lane(db, connection, "unreadable").await?;
    open_communication(db, lane, connection, &key, at).await?;
    sqlx::query!(
        "UPDATE communications SET state = 'unreadable', title = $1, reason = $2 WHERE lane_id = $3",
        &hook,
        reason,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!(
        "INSERT INTO unreadable (lane_id, hook, body) VALUES ($1, $2, $3)",
        lane,
        &hook,
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

/// The lane's row, made when it is new. It is locked, so that the order of a lane's events is the order
/// in which they were committed.
async fn open_lane(db: &mut Session, connection: i64, key: &LaneKey) -> Result<i64> {
    sqlx::query_scalar!(
        "INSERT INTO lanes (connection_id, key) VALUES ($1, $2)
         ON CONFLICT (connection_id, key) DO UPDATE SET key = excluded.key RETURNING id",
        connection,
        key.as_str()
    )
    .fetch_one(db)
    .await
    .or_broken()
}

/// A lane of a kind that is named by its own number.
async fn new_lane(db: &mut Session, connection: i64, kind: &str) -> Result<(i64, LaneKey)> {
    let id =
        sqlx::query_scalar!(r#"SELECT nextval(pg_get_serial_sequence('lanes', 'id')) AS "id!""#)
            .fetch_one(&mut *db)
            .await
            .or_broken()?;
    let key = LaneKey::new(kind, id);
    sqlx::query!(
        "INSERT INTO lanes (id, connection_id, key) VALUES ($1, $2, $3)",
        id,
        connection,
        key.as_str()
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok((id, key))
}

impl PostgresStore {
    /// Stores an event, in one transaction.
    pub(super) async fn deliver(&self, event: &NewEvent) -> Result<Accepted> {
        let mut db = self.write().await?;
        let done = accept(&mut db, event).await;
        let accepted = db.finish(done).await?;
        self.announcements.say();
        Ok(accepted)
    }
}

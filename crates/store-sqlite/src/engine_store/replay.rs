//! Working a lane off once more.

use engine::model::LaneId;
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::agenda;
use super::journal::note;
use crate::error::{OrBroken, Result};
use crate::values::{self, micros};

/// Events and given-up writes become pending again; what was carried out stays so.
pub(super) async fn replay(
    db: &mut SqliteConnection,
    lane: LaneId,
    state: Value,
    now: Timestamp,
) -> Result<()> {
    let lane = lane.0;
    let state = values::json(&state)?;
    // a new epoch fences off whoever works on the lane now
    sqlx::query!(
        "UPDATE lanes SET state = ?, wake_at = NULL, hold_until = NULL, failures = 0,
             lease_epoch = lease_epoch + 1, lease_owner = NULL, lease_until = NULL
         WHERE id = ?",
        state,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!("UPDATE inbox SET state = 'pending' WHERE lane_id = ?", lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!(
        "UPDATE outbox SET state = 'pending', attempts = 0, not_before = NULL, ended_at = NULL
         WHERE lane_id = ? AND state = 'dead'",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    // the flow begins anew and must hear of every result again
    sqlx::query!("UPDATE outbox SET told = 0 WHERE lane_id = ?", lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    sqlx::query!(
        "UPDATE communications SET state = 'waiting' WHERE lane_id = ? AND state = 'dead'",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    note(db, lane, micros(now), "replayed", &json!({})).await?;
    agenda::reschedule(db, lane).await
}

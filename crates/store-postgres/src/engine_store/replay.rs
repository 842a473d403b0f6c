//! Working a lane off once more.

use engine::LEASE;
use engine::model::{LaneId, NewNote};
use jiff::Timestamp;
use serde_json::Value;

use super::agenda;
use super::journal::note;
use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::{self, micros};

/// Events and given-up writes become pending again; what was carried out stays so.
pub(super) async fn replay(
    db: &mut Session,
    lane: LaneId,
    state: &Value,
    told: &NewNote,
    now: Timestamp,
) -> Result<()> {
    let lane = lane.0;
    rewind(db, lane, state, now).await?;
    bring_back(db, lane, now).await?;
    sqlx::query!(
        "UPDATE communications SET state = 'waiting' WHERE lane_id = $1 AND state = 'dead'",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    note(db, lane, micros(now), &told.kind, &told.data).await?;
    agenda::reschedule(db, lane).await
}

/// When what is being sent must have ended.
pub(super) fn landed(now: Timestamp) -> i64 {
    micros(now.saturating_add(LEASE).unwrap_or(Timestamp::MAX))
}

/// The lane begins anew, with the first of its events.
async fn rewind(db: &mut Session, lane: i64, state: &Value, now: Timestamp) -> Result<()> {
    let (state, now) = (values::json(state)?, micros(now));
    // a new epoch fences off whoever works on the lane now; the hold keeps a lane of long ago from
    // passing those that wait now
    sqlx::query!(
        "UPDATE lanes SET state = $1, wake_at = NULL, hold_until = $2, failures = 0, timer_dead = FALSE,
             timer_hold_until = NULL, timer_failures = 0,
             lease_epoch = lease_epoch + 1, lease_owner = NULL, lease_until = NULL
         WHERE id = $3",
        state,
        now,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!("UPDATE inbox SET state = 'pending' WHERE lane_id = $1", lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// Given-up writes are open again, and the flow, which begins anew, must hear of every result again: as
/// soon as it has planned the write again, not before.
async fn bring_back(db: &mut Session, lane: i64, now: Timestamp) -> Result<()> {
    let landed = landed(now);
    let now = micros(now);
    sqlx::query!(
        "UPDATE outbox SET told = FALSE, unheard = FALSE, replayed = TRUE WHERE lane_id = $1",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!(
        "UPDATE outbox SET state = CASE WHEN doubtful THEN 'unknown' ELSE 'pending' END,
             attempts = 0, not_before = $1, result = NULL, ended_at = NULL, doubtful = FALSE
         WHERE lane_id = $2 AND state = 'dead'",
        now,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    doubt_sending(db, lane, landed).await
}

/// Whoever was fenced off may be sending still: it is looked for when that must have ended.
pub(super) async fn doubt_sending(db: &mut Session, lane: i64, landed: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE outbox SET state = 'unknown', not_before = $1
         WHERE lane_id = $2 AND state = 'sending'",
        landed,
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

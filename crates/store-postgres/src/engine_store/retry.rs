//! Trying again what was given up.

use engine::Resend;
use engine::model::LaneId;
use jiff::Timestamp;
use serde_json::json;

use super::journal::note;
use super::{agenda, replay};
use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::micros;

/// Given-up writes and inputs are open again; the lane's state stays. `false` when there are none.
pub(super) async fn retry(
    db: &mut Session,
    lane: LaneId,
    resend: Resend,
    by: &str,
    now: Timestamp,
) -> Result<bool> {
    let lane = lane.0;
    // whoever changes a lane locks its row first
    sqlx::query!("SELECT id FROM lanes WHERE id = $1 FOR UPDATE", lane)
        .fetch_optional(&mut *db)
        .await
        .or_broken()?;
    let writes = writes(db, lane, resend, micros(now)).await?;
    let inputs = inputs(db, lane, micros(now)).await?;
    if writes + inputs == 0 {
        return Ok(false);
    }
    hurry(db, lane, micros(now)).await?;
    if resend == Resend::Anyway {
        fence_off(db, lane, replay::landed(now)).await?;
    }
    let data = json!({ "by": by, "writes": writes, "inputs": inputs });
    note(db, lane, micros(now), resend.note(), &data).await?;
    agenda::reschedule(db, lane).await?;
    Ok(true)
}

/// Opens the writes; how many there were.
async fn writes(db: &mut Session, lane: i64, resend: Resend, now: i64) -> Result<u64> {
    let anyway = resend == Resend::Anyway;
    let opened = sqlx::query!(
        "UPDATE outbox SET
             state = CASE WHEN doubtful AND NOT $1 THEN 'unknown' ELSE 'pending' END,
             attempts = 0, not_before = $2, result = NULL, ended_at = NULL, doubtful = FALSE,
             told = FALSE, unheard = FALSE
         WHERE lane_id = $3 AND (state = 'dead' OR (state = 'unknown' AND $1))",
        anyway,
        now,
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(opened.rows_affected())
}

/// Brings back the events, results and the timer that steps were given up with; how many there were.
async fn inputs(db: &mut Session, lane: i64, now: i64) -> Result<u64> {
    let events = sqlx::query!(
        "UPDATE inbox SET state = 'pending' WHERE lane_id = $1 AND state = 'dead'",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let results = sqlx::query!(
        "UPDATE outbox SET told = FALSE, unheard = FALSE WHERE lane_id = $1 AND unheard",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let timers = sqlx::query!(
        "UPDATE lanes SET wake_at = coalesce(wake_at, $1), timer_dead = FALSE
         WHERE id = $2 AND timer_dead",
        now,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let untold = results.rows_affected() + timers.rows_affected();
    if untold > 0 {
        sqlx::query!(
            "UPDATE communications SET state = 'waiting' WHERE lane_id = $1 AND state = 'dead'",
            lane
        )
        .execute(db)
        .await
        .or_broken()?;
    }
    Ok(events.rows_affected() + untold)
}

/// A step that was put off is taken at once; the hold keeps a lane of long ago from passing those that
/// wait now.
async fn hurry(db: &mut Session, lane: i64, now: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE lanes SET hold_until = $1, failures = 0, timer_hold_until = NULL, timer_failures = 0
         WHERE id = $2",
        now,
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Whoever looks for a write now must not find that it is to be looked for again.
async fn fence_off(db: &mut Session, lane: i64, landed: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE lanes SET lease_epoch = lease_epoch + 1, lease_owner = NULL, lease_until = NULL
         WHERE id = $1",
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    replay::doubt_sending(db, lane, landed).await
}

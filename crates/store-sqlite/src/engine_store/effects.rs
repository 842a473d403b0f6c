//! What becomes of writes.

use engine::model::{Door, EffectId, Lease, Pause, Verdict};
use engine::stored::change::Change;
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::journal::note;
use super::{agenda, lanes, pauses};
use crate::error::{OrBroken, Result};
use crate::values::micros;

/// The write is about to leave.
pub(super) async fn sending(
    db: &mut SqliteConnection,
    lease: Lease,
    effect: EffectId,
) -> Result<()> {
    lanes::fence(db, &lease).await?;
    sqlx::query!(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?",
        effect.0
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// The write ended, or is tried or looked for again.
pub(super) async fn verdict(
    db: &mut SqliteConnection,
    lease: Lease,
    effect: EffectId,
    verdict: Verdict,
    found: bool,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, &lease).await?;
    let lane = lease.lane.0;
    let change = Change::of(&verdict, found)?;
    let ended_at = change.result.is_some().then(|| micros(now));
    let row = sqlx::query!(
        r#"UPDATE outbox SET state = ?, not_before = ?, attempts = attempts + ?, result = ?,
             ended_at = ?, doubtful = ?
           WHERE id = ? RETURNING kind, payload, door, attempts AS "attempts!: i64""#,
        change.state,
        change.not_before,
        change.attempts,
        change.result,
        ended_at,
        change.doubtful,
        effect.0
    )
    .fetch_one(&mut *db)
    .await
    .or_broken()?;
    let kind = change.note;
    let data = change.note_data(&row.kind, &row.payload, row.attempts)?;
    note(db, lane, micros(now), kind, &data).await?;
    let door = Door(row.door);
    match verdict {
        Verdict::Done(_) => pauses::open(db, lease.connection, door, now).await?,
        Verdict::Shut { until, failure } => {
            pauses::pause(db, lease.connection, door, Pause { until, failure }).await?;
        }
        Verdict::Again { .. } | Verdict::Unknown { .. } | Verdict::Dead(_) => {}
    }
    agenda::reschedule(db, lane).await
}

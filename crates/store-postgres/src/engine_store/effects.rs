//! What becomes of writes.

use engine::model::{Door, EffectId, Lease, Pause, Verdict};
use engine::stored::change::Change;
use jiff::Timestamp;

use super::journal::note;
use super::{agenda, lanes, pauses};
use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::micros;

/// The write is about to leave.
pub(super) async fn sending(db: &mut Session, lease: &Lease, effect: EffectId) -> Result<()> {
    lanes::fence(db, lease).await?;
    sqlx::query!(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = $1",
        effect.0
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// The write ended, or is tried or looked for again. Returns the door that its success opens.
pub(super) async fn verdict(
    db: &mut Session,
    lease: &Lease,
    effect: EffectId,
    verdict: Verdict,
    found: bool,
    now: Timestamp,
) -> Result<Option<Door>> {
    lanes::fence(db, lease).await?;
    let lane = lease.lane.0;
    let change = Change::of(&verdict, found)?;
    let ended_at = change.result.is_some().then(|| micros(now));
    let row = sqlx::query!(
        r#"UPDATE outbox SET state = $1, not_before = $2, attempts = attempts + $3, result = $4,
             ended_at = $5, doubtful = $6
           WHERE id = $7 RETURNING kind, payload, door, attempts AS "attempts!""#,
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
    let mut opens = None;
    match verdict {
        Verdict::Done(_) if pauses::is_shut(db, lease.connection, &door.0).await? => {
            opens = Some(door);
        }
        Verdict::Shut { until, failure } => {
            pauses::pause(db, lease.connection, &door, &Pause { until, failure }).await?;
        }
        _ => {}
    }
    agenda::reschedule(db, lane).await?;
    Ok(opens)
}

//! What becomes of writes.

use engine::model::{EffectId, Lease, Verdict};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::journal::note;
use super::{agenda, lanes};
use crate::error::{OrBroken, Result};
use crate::values::{self, micros};

/// The write is about to leave.
pub(super) async fn sending(
    db: &mut SqliteConnection,
    lease: Lease,
    effect: EffectId,
    _now: Timestamp,
) -> Result<()> {
    lanes::fence(db, &lease).await?;
    sqlx::query!("UPDATE outbox SET state = 'sending' WHERE id = ?", effect.0)
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
    let change = Change::of(verdict, found)?;
    let (not_before, burnt) = (change.not_before, i64::from(change.burn));
    let ended_at = change.result.is_some().then(|| micros(now));
    let row = sqlx::query!(
        r#"UPDATE outbox SET state = ?, not_before = ?, attempts = attempts + ?, result = ?, ended_at = ?
           WHERE id = ? RETURNING kind, payload, door, attempts AS "attempts!: i64""#,
        change.state,
        not_before,
        burnt,
        change.result,
        ended_at,
        effect.0
    )
    .fetch_one(&mut *db)
    .await
    .or_broken()?;
    if change.state == "done" {
        // the door is open again
        let connection = lease.connection.0;
        sqlx::query!(
            "DELETE FROM pauses WHERE connection_id = ? AND door = ?",
            connection,
            row.door
        )
        .execute(&mut *db)
        .await
        .or_broken()?;
    }
    let payload: Value = values::from_json(&row.payload)?;
    let data = json!({
        "write": row.kind, "what": payload, "attempts": row.attempts, "outcome": change.told,
    });
    note(db, lane, micros(now), change.note, &data).await?;
    let touched = micros(now);
    sqlx::query!("UPDATE communications SET updated_at = ? WHERE lane_id = ?", touched, lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    agenda::reschedule(db, lane).await
}

/// A verdict in the words of the table and the journal.
struct Change {
    state: &'static str,
    not_before: Option<i64>,
    burn: bool,
    /// The answer or the failure as JSON, when the write has ended.
    result: Option<String>,
    note: &'static str,
    told: Value,
}

impl Change {
    fn of(verdict: Verdict, found: bool) -> Result<Self> {
        Ok(match verdict {
            Verdict::Done(answer) => Self {
                state: "done",
                not_before: None,
                burn: !found,
                result: Some(values::json(&answer)?),
                note: if found { "found" } else { "sent" },
                told: answer,
            },
            Verdict::Again { at, burn, failure } => Self {
                state: "pending",
                not_before: Some(micros(at)),
                burn,
                result: None,
                note: if found { "not_found" } else { "again" },
                told: json!({ "failure": failure, "at": at }),
            },
            Verdict::Unknown { look_at, failure } => Self {
                state: "unknown",
                not_before: Some(micros(look_at)),
                burn: true,
                result: None,
                note: "unknown",
                told: json!({ "failure": failure, "at": look_at }),
            },
            Verdict::Dead(failure) => Self {
                state: "dead",
                not_before: None,
                burn: true,
                result: Some(values::json(&failure)?),
                note: "dead",
                told: json!({ "failure": failure }),
            },
        })
    }
}

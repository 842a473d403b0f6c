//! What becomes of writes.

use domain::Failure;
use engine::model::{Door, EffectId, Lease, Pause, Verdict};
use jiff::Timestamp;
use serde_json::{Value, json};
use sqlx::SqliteConnection;

use super::journal::note;
use super::{agenda, lanes, pauses};
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
    let payload: Value = values::from_json(&row.payload)?;
    let data = json!({
        "write": row.kind, "what": payload, "attempts": row.attempts, "outcome": change.told,
    });
    note(db, lane, micros(now), change.note, &data).await?;
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

/// A verdict in the words of the table and the journal.
struct Change {
    state: &'static str,
    not_before: Option<i64>,
    /// What is added to the attempts: the sending itself was counted when it began.
    attempts: i64,
    /// The answer or the failure as JSON, when the write has ended.
    result: Option<String>,
    /// Given up, though it may have been carried out.
    doubtful: bool,
    note: &'static str,
    told: Value,
}

impl Change {
    fn of(verdict: &Verdict, found: bool) -> Result<Self> {
        let failed_look = i64::from(found);
        Ok(match verdict {
            Verdict::Done(answer) => {
                let note = if found { "found" } else { "sent" };
                Self::ended("done", values::json(answer)?, note, answer.clone())
            }
            Verdict::Again { at, failure } => {
                let note = if found { "not_found" } else { "again" };
                Self::open("pending", *at, note, failure)
            }
            // it is the pause that holds it back, so that it may go as soon as the door opens
            Verdict::Shut { until, failure } if found => {
                Self { not_before: None, ..Self::open("unknown", *until, "again", failure) }
            }
            Verdict::Shut { until, failure } => {
                let open = Self::open("pending", *until, "again", failure);
                Self { not_before: None, attempts: -1, ..open }
            }
            Verdict::Unknown { look_at, failure } => {
                let open = Self::open("unknown", *look_at, "unknown", failure);
                Self { attempts: failed_look, ..open }
            }
            Verdict::Dead(failure) => {
                let told = json!({ "failure": failure });
                let ended = Self::ended("dead", values::json(failure)?, "dead", told);
                Self { attempts: failed_look, doubtful: found, ..ended }
            }
        })
    }

    fn open(state: &'static str, at: Timestamp, note: &'static str, failure: &Failure) -> Self {
        let told = json!({ "failure": failure, "at": at });
        let not_before = Some(micros(at));
        Self { state, not_before, attempts: 0, result: None, doubtful: false, note, told }
    }

    fn ended(state: &'static str, result: String, note: &'static str, told: Value) -> Self {
        let result = Some(result);
        Self { state, not_before: None, attempts: 0, result, doubtful: false, note, told }
    }
}

//! Committing steps.

use domain::Failure;
use engine::board::Card;
use engine::model::{InputRef, Lease, NewEffect, NewEntry, Step, Summary, Urgency};
use engine::stored::journal;
use jiff::Timestamp;
use serde_json::json;

use super::journal::note;
use super::{agenda, board, lanes, threads};
use crate::error::{OrBroken, Result};
use crate::session::{Session, clean};
use crate::values::{self, micros, word};

/// The input is used up; state, plans, notes and summary are stored.
pub(super) async fn commit(
    db: &mut Session,
    lease: &Lease,
    input: InputRef,
    step: Step,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, lease).await?;
    use_up(db, input, "done").await?;
    let lane = lease.lane.0;
    let (state, wake_at) = (values::json(&step.state)?, step.wake_at.map(micros));
    sqlx::query!(
        "UPDATE lanes SET state = $1, wake_at = $2, hold_until = NULL, failures = 0 WHERE id = $3",
        state,
        wake_at,
        lane
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    if input == InputRef::Timer {
        forget_timer(db, lane).await?;
    }
    for effect in step.effects {
        plan(db, lease, effect, now).await?;
    }
    for new in step.notes {
        note(db, lane, micros(now), &new.kind, &new.data).await?;
    }
    if let Some(summary) = step.summary {
        summarise(db, lane, summary, now).await?;
    }
    show(db, lease, step.entries, step.card, now).await?;
    agenda::reschedule(db, lane).await
}

/// The thread and the board, for people who work in the lane.
async fn show(
    db: &mut Session,
    lease: &Lease,
    entries: Vec<NewEntry>,
    card: Option<Card>,
    now: Timestamp,
) -> Result<()> {
    let (lane, now, lines) = (lease.lane.0, micros(now), entries.len());
    for entry in entries {
        threads::put(db, lane, entry).await?;
    }
    match card {
        Some(card) => board::put(db, lane, lease.connection.0, card, now).await,
        None if lines > 0 => board::touch(db, lane, now).await,
        None => Ok(()),
    }
}

/// The step is repeated later.
pub(super) async fn postpone(
    db: &mut Session,
    lease: &Lease,
    input: InputRef,
    again_at: Timestamp,
    burn: bool,
    failure: &Failure,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, lease).await?;
    let (lane, hold) = (lease.lane.0, micros(again_at));
    let burnt = i64::from(burn);
    if input == InputRef::Timer {
        sqlx::query!(
            "UPDATE lanes SET timer_hold_until = $1, timer_failures = timer_failures + $2 WHERE id = $3",
            hold,
            burnt,
            lane
        )
        .execute(&mut *db)
        .await
    } else {
        sqlx::query!(
            "UPDATE lanes SET hold_until = $1, failures = failures + $2 WHERE id = $3",
            hold,
            burnt,
            lane
        )
        .execute(&mut *db)
        .await
    }
    .or_broken()?;
    note(db, lane, micros(now), "step_again", &json!({ "failure": failure, "at": again_at }))
        .await?;
    agenda::reschedule(db, lane).await
}

/// The input is dead, the lane goes on.
pub(super) async fn give_up(
    db: &mut Session,
    lease: &Lease,
    input: InputRef,
    failure: &Failure,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, lease).await?;
    use_up(db, input, "dead").await?;
    let lane = lease.lane.0;
    if input == InputRef::Timer {
        sqlx::query!("UPDATE lanes SET wake_at = NULL, timer_dead = TRUE WHERE id = $1", lane)
            .execute(&mut *db)
            .await
            .or_broken()?;
        forget_timer(db, lane).await?;
    }
    // a dead event speaks for itself; that a result or the timer was given up stands nowhere else
    if !matches!(input, InputRef::Event(_)) {
        sqlx::query!("UPDATE communications SET state = 'dead' WHERE lane_id = $1", lane)
            .execute(&mut *db)
            .await
            .or_broken()?;
    }
    sqlx::query!("UPDATE lanes SET hold_until = NULL, failures = 0 WHERE id = $1", lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    note(db, lane, micros(now), "event_dead", &json!({ "failure": failure })).await?;
    agenda::reschedule(db, lane).await
}

/// The timer's failures count no more.
async fn forget_timer(db: &mut Session, lane: i64) -> Result<()> {
    sqlx::query!(
        "UPDATE lanes SET timer_hold_until = NULL, timer_failures = 0 WHERE id = $1",
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

async fn use_up(db: &mut Session, input: InputRef, state: &str) -> Result<()> {
    match input {
        InputRef::Event(id) => {
            sqlx::query!("UPDATE inbox SET state = $1 WHERE id = $2", state, id.0).execute(db).await
        }
        InputRef::Result(id) => {
            let unheard = state == "dead";
            sqlx::query!("UPDATE outbox SET told = TRUE, unheard = $1 WHERE id = $2", unheard, id.0)
                .execute(db)
                .await
        }
        InputRef::Timer => return Ok(()),
    }
    .or_broken()?;
    Ok(())
}

/// Plans a write, unless the same operation was planned before. After a replay the new plan counts: its
/// result is told, and what is still to be sent takes the new content (settings may have been mended).
async fn plan(db: &mut Session, lease: &Lease, effect: NewEffect, now: Timestamp) -> Result<()> {
    let (connection, lane) = (lease.connection.0, lease.lane.0);
    let (operation, payload) = (effect.operation.to_string(), values::json(&effect.payload)?);
    let live = effect.urgency == Urgency::Live;
    let not_before = effect.not_before.map(micros);
    let now = micros(now);
    sqlx::query!(
        "INSERT INTO outbox (connection_id, lane_id, operation, door, live, kind, payload, report,
             not_before, planned_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (operation) DO UPDATE SET
             replayed = FALSE,
             report = excluded.report,
             payload = CASE outbox.state
                 WHEN 'pending' THEN excluded.payload ELSE outbox.payload END,
             not_before = CASE outbox.state
                 WHEN 'pending' THEN excluded.not_before ELSE outbox.not_before END
         WHERE outbox.replayed",
        connection,
        lane,
        operation,
        effect.door.0,
        live,
        effect.kind,
        payload,
        effect.report,
        not_before,
        now
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

async fn summarise(db: &mut Session, lane: i64, summary: Summary, now: Timestamp) -> Result<()> {
    let direction = summary.direction.map(word).transpose()?;
    let phone = summary.phone.map(|phone| phone.digits().to_owned());
    let (state, reason) = (word(summary.state)?, values::json(&summary.reason)?);
    let (started_at, now) = (micros(summary.started_at), micros(now));
    let searched = journal::searched(summary.client.as_deref(), &summary.title);
    let client = summary.client.as_deref().map(clean);
    sqlx::query!(
        "UPDATE communications SET direction = $1, phone = $2, title = $3, state = $4, reason = $5,
             started_at = $6, updated_at = $7, task = $8, contact = $9, client = $10, searched = $11
         WHERE lane_id = $12",
        direction,
        phone,
        &clean(&summary.title),
        state,
        reason,
        started_at,
        now,
        summary.task,
        summary.contact,
        client.as_deref(),
        searched,
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

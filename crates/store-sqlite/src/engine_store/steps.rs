//! Committing steps.

use domain::Failure;
use engine::board::Card;
use engine::model::{InputRef, Lease, NewEffect, NewEntry, Step, Summary, Urgency};
use engine::stored::journal;
use jiff::Timestamp;
use serde_json::json;
use sqlx::SqliteConnection;

use super::journal::note;
use super::{agenda, board, lanes, threads};
use crate::error::{OrBroken, Result};
use crate::values::{self, micros, word};

/// The input is used up; state, plans, notes and summary are stored.
pub(super) async fn commit(
    db: &mut SqliteConnection,
    lease: Lease,
    input: InputRef,
    step: Step,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, &lease).await?;
    use_up(db, input, "done").await?;
    let lane = lease.lane.0;
    let (state, wake_at) = (values::json(&step.state)?, step.wake_at.map(micros));
    sqlx::query!(
        "UPDATE lanes SET state = ?, wake_at = ?, hold_until = NULL, failures = 0 WHERE id = ?",
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
        plan(db, &lease, effect, now).await?;
    }
    for new in step.notes {
        note(db, lane, micros(now), &new.kind, &new.data).await?;
    }
    if let Some(summary) = step.summary {
        summarise(db, lane, summary, now).await?;
    }
    show(db, &lease, step.entries, step.card, now).await?;
    agenda::reschedule(db, lane).await
}

/// The thread and the board, for people who work in the lane.
async fn show(
    db: &mut SqliteConnection,
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
    db: &mut SqliteConnection,
    lease: Lease,
    input: InputRef,
    again_at: Timestamp,
    burn: bool,
    failure: Failure,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, &lease).await?;
    let (lane, hold) = (lease.lane.0, micros(again_at));
    let burnt = i64::from(burn);
    if input == InputRef::Timer {
        sqlx::query!(
            "UPDATE lanes SET timer_hold_until = ?, timer_failures = timer_failures + ? WHERE id = ?",
            hold,
            burnt,
            lane
        )
        .execute(&mut *db)
        .await
    } else {
        sqlx::query!(
            "UPDATE lanes SET hold_until = ?, failures = failures + ? WHERE id = ?",
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
    db: &mut SqliteConnection,
    lease: Lease,
    input: InputRef,
    failure: Failure,
    now: Timestamp,
) -> Result<()> {
    lanes::fence(db, &lease).await?;
    use_up(db, input, "dead").await?;
    let lane = lease.lane.0;
    if input == InputRef::Timer {
        sqlx::query!("UPDATE lanes SET wake_at = NULL, timer_dead = 1 WHERE id = ?", lane)
            .execute(&mut *db)
            .await
            .or_broken()?;
        forget_timer(db, lane).await?;
    }
    // a dead event speaks for itself; that a result or the timer was given up stands nowhere else
    if !matches!(input, InputRef::Event(_)) {
        sqlx::query!("UPDATE communications SET state = 'dead' WHERE lane_id = ?", lane)
            .execute(&mut *db)
            .await
            .or_broken()?;
    }
    sqlx::query!("UPDATE lanes SET hold_until = NULL, failures = 0 WHERE id = ?", lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    note(db, lane, micros(now), "event_dead", &json!({ "failure": failure })).await?;
    agenda::reschedule(db, lane).await
}

/// The timer's failures count no more.
async fn forget_timer(db: &mut SqliteConnection, lane: i64) -> Result<()> {
    sqlx::query!("UPDATE lanes SET timer_hold_until = NULL, timer_failures = 0 WHERE id = ?", lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

async fn use_up(db: &mut SqliteConnection, input: InputRef, state: &str) -> Result<()> {
    match input {
        InputRef::Event(id) => {
            sqlx::query!("UPDATE inbox SET state = ? WHERE id = ?", state, id.0).execute(db).await
        }
        InputRef::Result(id) => {
            let unheard = state == "dead";
            sqlx::query!("UPDATE outbox SET told = 1, unheard = ? WHERE id = ?", unheard, id.0)
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
async fn plan(
    db: &mut SqliteConnection,
    lease: &Lease,
    effect: NewEffect,
    now: Timestamp,
) -> Result<()> {
    let (connection, lane) = (lease.connection.0, lease.lane.0);
    let (operation, payload) = (effect.operation.to_string(), values::json(&effect.payload)?);
    let live = i64::from(effect.urgency == Urgency::Live);
    let (report, not_before) = (i64::from(effect.report), effect.not_before.map(micros));
    let now = micros(now);
    sqlx::query!(
        "INSERT INTO outbox (connection_id, lane_id, operation, door, live, kind, payload, report,
             not_before, planned_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (operation) DO UPDATE SET
             replayed = 0,
             report = excluded.report,
             payload = CASE state WHEN 'pending' THEN excluded.payload ELSE payload END,
             not_before = CASE state WHEN 'pending' THEN excluded.not_before ELSE not_before END
         WHERE replayed = 1",
        connection,
        lane,
        operation,
        effect.door.0,
        live,
        effect.kind,
        payload,
        report,
        not_before,
        now
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

async fn summarise(
    db: &mut SqliteConnection,
    lane: i64,
    summary: Summary,
    now: Timestamp,
) -> Result<()> {
    let direction = summary.direction.map(word).transpose()?;
    let phone = summary.phone.map(|phone| phone.digits().to_owned());
    let (state, reason) = (word(summary.state)?, values::json(&summary.reason)?);
    let (started_at, now) = (micros(summary.started_at), micros(now));
    let searched = journal::searched(summary.client.as_deref(), &summary.title);
    sqlx::query!(
        "UPDATE communications SET direction = ?, phone = ?, title = ?, state = ?, reason = ?,
             started_at = ?, updated_at = ?, task = ?, contact = ?, client = ?, searched = ?
         WHERE lane_id = ?",
        direction,
        phone,
        summary.title,
        state,
        reason,
        started_at,
        now,
        summary.task,
        summary.contact,
        summary.client,
        searched,
        lane
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

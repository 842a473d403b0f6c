//! What a lane has to do: asked by the worker for the next piece, and by every change to find out when
//! the lane is due.

use engine::model::{
    Door, Effect, EffectId, EffectState, Event, EventId, Input, Lease, OperationId, Outcome,
    Urgency, Work,
};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::lanes;
use crate::error::{OrBroken, Result};
use crate::values::{count, from_json, from_word, micros, moment};
use engine::StoreError;

/// A lane's open ends.
struct Agenda {
    state: String,
    failures: i64,
    /// Steps wait until then.
    hold_until: i64,
    /// When the flow wants to be woken.
    wake_at: Option<i64>,
    /// Since when a result or an event waits for a step.
    input_since: Option<i64>,
    /// The first open write of each door.
    heads: Vec<Head>,
}

/// The first open write of a door.
struct Head {
    id: i64,
    live: bool,
    /// When it may leave (or be looked for): since it was planned, unless something holds it back.
    at: i64,
}

/// The next piece of work of a leased lane.
pub(super) async fn next_work(
    db: &mut SqliteConnection,
    lease: &Lease,
    now: Timestamp,
    live_only: bool,
) -> Result<Work> {
    lanes::fence(db, lease).await?;
    let now = micros(now);
    let agenda = read(db, lease.lane.0).await?;
    if agenda.hold_until <= now {
        let input = match next_input(db, lease.lane.0).await? {
            Some(input) => Some(input),
            None => agenda.wake_at.filter(|at| *at <= now && !live_only).map(|_| Input::Timer),
        };
        if let Some(input) = input {
            let failures = count(agenda.failures);
            return Ok(Work::Step { state: from_json(&agenda.state)?, input, failures });
        }
    }
    // live writes first, then the oldest
    let due = agenda.heads.iter().filter(|head| head.at <= now && (head.live || !live_only));
    match due.min_by_key(|head| (!head.live, head.id)) {
        Some(head) => work_of(effect(db, head.id).await?),
        None => Ok(Work::Rest),
    }
}

fn work_of(effect: Effect) -> Result<Work> {
    match effect.state {
        EffectState::Pending => Ok(Work::Send(effect)),
        EffectState::Sending | EffectState::Unknown => Ok(Work::Look(effect)),
        EffectState::Done | EffectState::Dead => {
            Err(StoreError::Corrupt(format!("write {} has ended and is open", effect.id)))
        }
    }
}

/// Finds out anew when the lane is due, after a change to it.
pub(super) async fn reschedule(db: &mut SqliteConnection, lane: i64) -> Result<()> {
    let agenda = read(db, lane).await?;
    let inputs = agenda.input_since.map(|since| since.max(agenda.hold_until));
    let timer = agenda.wake_at.map(|at| at.max(agenda.hold_until));
    let live_heads = agenda.heads.iter().filter(|head| head.live).map(|head| head.at);
    let live_at = live_heads.chain(inputs).min();
    let due_at = agenda.heads.iter().map(|head| head.at).chain(timer).chain(live_at).min();
    sqlx::query!("UPDATE lanes SET due_at = ?, live_at = ? WHERE id = ?", due_at, live_at, lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

async fn read(db: &mut SqliteConnection, lane: i64) -> Result<Agenda> {
    let row = sqlx::query!(
        r#"SELECT state, failures, coalesce(hold_until, 0) AS "hold_until!: i64", wake_at,
             (SELECT min(since) FROM
                (SELECT received_at AS since FROM inbox WHERE lane_id = ?1 AND state = 'pending'
                 UNION ALL
                 SELECT ended_at FROM outbox
                 WHERE lane_id = ?1 AND report = 1 AND told = 0 AND replayed = 0
                   AND state IN ('done', 'dead')))
             AS "input_since: i64"
           FROM lanes WHERE id = ?1"#,
        lane
    )
    .fetch_one(&mut *db)
    .await
    .or_broken()?;
    let heads = sqlx::query_as!(
        Head,
        r#"SELECT o.id AS "id!: i64", o.live AS "live!: bool",
             max(o.planned_at, coalesce(o.not_before, 0), coalesce(p.until, 0)) AS "at!: i64"
           FROM outbox o
           LEFT JOIN pauses p ON p.connection_id = o.connection_id AND p.door = o.door
           WHERE o.id IN (SELECT min(id) FROM outbox
                          WHERE lane_id = ?1 AND state IN ('pending', 'sending', 'unknown')
                          GROUP BY door)"#,
        lane
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    Ok(Agenda {
        state: row.state,
        failures: row.failures,
        hold_until: row.hold_until,
        wake_at: row.wake_at,
        input_since: row.input_since,
        heads,
    })
}

/// The oldest untold result, or else the oldest pending event.
async fn next_input(db: &mut SqliteConnection, lane: i64) -> Result<Option<Input>> {
    let ended = sqlx::query!(
        r#"SELECT id AS "id!: i64", kind, state, result FROM outbox
           WHERE lane_id = ? AND report = 1 AND told = 0 AND replayed = 0
             AND state IN ('done', 'dead')
           ORDER BY id LIMIT 1"#,
        lane
    )
    .fetch_optional(&mut *db)
    .await
    .or_broken()?;
    if let Some(row) = ended {
        let text = row.result.unwrap_or_else(|| "null".to_owned());
        let result =
            if row.state == "done" { Ok(from_json(&text)?) } else { Err(from_json(&text)?) };
        return Ok(Some(Input::Result(Outcome {
            effect: EffectId(row.id),
            kind: row.kind,
            result,
        })));
    }
    let event = sqlx::query!(
        r#"SELECT id AS "id!: i64", kind, payload, received_at FROM inbox
           WHERE lane_id = ? AND state = 'pending' ORDER BY id LIMIT 1"#,
        lane
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    event
        .map(|row| {
            Ok(Input::Event(Event {
                id: EventId(row.id),
                kind: row.kind,
                payload: from_json(&row.payload)?,
                received_at: moment(row.received_at)?,
            }))
        })
        .transpose()
}

async fn effect(db: &mut SqliteConnection, id: i64) -> Result<Effect> {
    let row = sqlx::query!(
        r#"SELECT id AS "id!: i64", operation, door, live AS "live!: bool", kind, payload, state,
             attempts, planned_at
           FROM outbox WHERE id = ?"#,
        id
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(Effect {
        id: EffectId(row.id),
        operation: from_word::<OperationId>(&row.operation)?,
        door: Door(row.door),
        urgency: if row.live { Urgency::Live } else { Urgency::Calm },
        kind: row.kind,
        payload: from_json(&row.payload)?,
        state: from_word(&row.state)?,
        attempts: count(row.attempts),
        planned_at: moment(row.planned_at)?,
    })
}

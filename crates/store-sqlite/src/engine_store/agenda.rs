//! What a lane has to do, read from its rows.

use engine::model::{Input, Lease, Work};
use engine::stored::agenda::{self, Agenda, Due, EffectRow, Head};
use jiff::Timestamp;
use sqlx::SqliteConnection;

use super::lanes;
use crate::error::{OrBroken, Result};

/// The next piece of work of a leased lane.
pub(super) async fn next_work(
    db: &mut SqliteConnection,
    lease: &Lease,
    now: Timestamp,
    live_only: bool,
) -> Result<Work> {
    lanes::fence(db, lease).await?;
    let agenda = read(db, lease.lane.0).await?;
    if agenda.may_step(now) {
        let input = next_input(db, lease.lane.0).await?;
        if let Some(step) = agenda.step(input, now, live_only)? {
            return Ok(step);
        }
    }
    match agenda.write(now, live_only) {
        Some(id) => effect(db, id).await?.work(),
        None => Ok(Work::Rest),
    }
}

/// Finds out anew when the lane is due, after a change to it.
pub(super) async fn reschedule(db: &mut SqliteConnection, lane: i64) -> Result<()> {
    let Due { any, live } = read(db, lane).await?.due();
    sqlx::query!("UPDATE lanes SET due_at = ?, live_at = ? WHERE id = ?", any, live, lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

async fn read(db: &mut SqliteConnection, lane: i64) -> Result<Agenda> {
    let row = sqlx::query!(
        r#"SELECT state, failures, coalesce(hold_until, 0) AS "hold_until!: i64", wake_at,
             timer_failures, coalesce(timer_hold_until, 0) AS "timer_hold_until!: i64",
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
    Ok(Agenda {
        state: row.state,
        failures: row.failures,
        hold_until: row.hold_until,
        timer_failures: row.timer_failures,
        timer_hold_until: row.timer_hold_until,
        wake_at: row.wake_at,
        input_since: row.input_since,
        heads: heads(db, lane).await?,
    })
}

async fn heads(db: &mut SqliteConnection, lane: i64) -> Result<Vec<Head>> {
    sqlx::query_as!(
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
    .or_broken()
}

/// The oldest untold result, or else the oldest pending event.
async fn next_input(db: &mut SqliteConnection, lane: i64) -> Result<Option<Input>> {
    let ended = sqlx::query!(
        r#"SELECT id AS "id!: i64", operation, kind, state, result FROM outbox
           WHERE lane_id = ? AND report = 1 AND told = 0 AND replayed = 0
             AND state IN ('done', 'dead')
           ORDER BY id LIMIT 1"#,
        lane
    )
    .fetch_optional(&mut *db)
    .await
    .or_broken()?;
    if let Some(row) = ended {
        let input = agenda::result_input(
            row.id,
            &row.operation,
            row.kind,
            &row.state,
            row.result.as_deref(),
        );
        return input.map(Some);
    }
    let event = sqlx::query!(
        r#"SELECT id AS "id!: i64", kind, payload, received_at FROM inbox
           WHERE lane_id = ? AND state = 'pending' ORDER BY id LIMIT 1"#,
        lane
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    let input =
        event.map(|row| agenda::event_input(row.id, row.kind, &row.payload, row.received_at));
    input.transpose()
}

async fn effect(db: &mut SqliteConnection, id: i64) -> Result<EffectRow> {
    sqlx::query_as!(
        EffectRow,
        r#"SELECT id AS "id!: i64", operation, door, live AS "live!: bool", kind, payload, state,
             attempts, planned_at
           FROM outbox WHERE id = ?"#,
        id
    )
    .fetch_one(db)
    .await
    .or_broken()
}

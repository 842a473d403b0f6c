//! Leasing lanes.

use engine::model::{ConnectionId, LaneId, LaneKey, Lease};
use engine::store::{Backlog, Claim, LaneView};
use jiff::Timestamp;

use super::{agenda, fenced};
use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::{from_json, maybe_moment, micros};

/// Leases the lane that waited longest with live work, or else (if asked) with any. A lane that another
/// node is about to lease is passed over.
pub(super) async fn claim(db: &mut Session, claim: &Claim) -> Result<Option<Lease>> {
    if let Some(live) = claim_live(db, claim).await? {
        return Ok(Some(live));
    }
    if claim.live_only { Ok(None) } else { claim_any(db, claim).await }
}

async fn claim_live(db: &mut Session, claim: &Claim) -> Result<Option<Lease>> {
    let row = sqlx::query_as!(
        Row,
        "WITH due AS MATERIALIZED (
           SELECT id FROM lanes
           WHERE live_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
           ORDER BY live_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
         UPDATE lanes SET lease_owner = $2, lease_until = $3, lease_epoch = lease_epoch + 1
         FROM due WHERE lanes.id = due.id
         RETURNING lanes.id, connection_id, key, lease_epoch",
        micros(claim.now),
        claim.owner,
        micros(claim.until)
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    Ok(row.map(Row::lease))
}

async fn claim_any(db: &mut Session, claim: &Claim) -> Result<Option<Lease>> {
    let row = sqlx::query_as!(
        Row,
        "WITH due AS MATERIALIZED (
           SELECT id FROM lanes
           WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until <= $1)
           ORDER BY due_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
         UPDATE lanes SET lease_owner = $2, lease_until = $3, lease_epoch = lease_epoch + 1
         FROM due WHERE lanes.id = due.id
         RETURNING lanes.id, connection_id, key, lease_epoch",
        micros(claim.now),
        claim.owner,
        micros(claim.until)
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    Ok(row.map(Row::lease))
}

/// A lane just leased.
struct Row {
    id: i64,
    connection_id: i64,
    key: String,
    lease_epoch: i64,
}

impl Row {
    fn lease(self) -> Lease {
        Lease {
            lane: LaneId(self.id),
            connection: ConnectionId(self.connection_id),
            key: LaneKey::stored(self.key),
            epoch: self.lease_epoch,
        }
    }
}

/// Locks the lane, and refuses when it has been taken over. Everything changed under a lease begins with
/// this.
pub(super) async fn fence(db: &mut Session, lease: &Lease) -> Result<()> {
    let held = sqlx::query_scalar!(
        "SELECT id FROM lanes
         WHERE id = $1 AND lease_epoch = $2 AND lease_until IS NOT NULL FOR NO KEY UPDATE",
        lease.lane.0,
        lease.epoch
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    if held.is_some() { Ok(()) } else { fenced() }
}

/// Refuses when the lane has been taken over, for who only reads.
pub(super) async fn see_it_held(db: &mut Session, lease: &Lease) -> Result<()> {
    let held = sqlx::query_scalar!(
        "SELECT id FROM lanes WHERE id = $1 AND lease_epoch = $2 AND lease_until IS NOT NULL",
        lease.lane.0,
        lease.epoch
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    if held.is_some() { Ok(()) } else { fenced() }
}

/// Makes the lease last longer.
pub(super) async fn renew(db: &mut Session, lease: &Lease, until: Timestamp) -> Result<()> {
    fence(db, lease).await?;
    sqlx::query!("UPDATE lanes SET lease_until = $1 WHERE id = $2", micros(until), lease.lane.0)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// Gives the lane back.
pub(super) async fn release(db: &mut Session, lease: &Lease) -> Result<()> {
    fence(db, lease).await?;
    let lane = lease.lane.0;
    sqlx::query!("UPDATE lanes SET lease_owner = NULL, lease_until = NULL WHERE id = $1", lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    agenda::reschedule(db, lane).await
}

/// Frees all leases: the processes that could hold them have ended. The other side may still be busy with
/// what they were sending.
pub(super) async fn free_leases(db: &mut Session, look_at: Timestamp) -> Result<u64> {
    let freed = sqlx::query!(
        "WITH leased AS (
           SELECT id FROM lanes WHERE lease_until IS NOT NULL ORDER BY id FOR NO KEY UPDATE)
         UPDATE lanes SET lease_owner = NULL, lease_until = NULL
         FROM leased WHERE lanes.id = leased.id"
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!(
        "UPDATE outbox SET state = 'unknown', not_before = $1 WHERE state = 'sending'",
        micros(look_at)
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(freed.rows_affected())
}

/// When the next lane can be leased.
pub(super) async fn next_due(db: &mut Session, live_only: bool) -> Result<Option<Timestamp>> {
    let at = sqlx::query_scalar!(
        r#"SELECT min(greatest(CASE WHEN $1 THEN live_at ELSE due_at END, lease_until)) AS "at"
           FROM lanes WHERE due_at IS NOT NULL AND (NOT $1 OR live_at IS NOT NULL)"#,
        live_only
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    maybe_moment(at)
}

/// A lane as it stands.
pub(super) async fn view(db: &mut Session, lane: LaneId) -> Result<Option<LaneView>> {
    let row = sqlx::query!("SELECT connection_id, key, state FROM lanes WHERE id = $1", lane.0)
        .fetch_optional(db)
        .await
        .or_broken()?;
    row.map(|row| {
        Ok(LaneView {
            connection: ConnectionId(row.connection_id),
            key: LaneKey::stored(row.key),
            state: from_json(&row.state)?,
        })
    })
    .transpose()
}

/// The connection's lanes, the newest first.
pub(super) async fn before(
    db: &mut Session,
    connection: ConnectionId,
    before: Option<LaneId>,
    limit: u32,
) -> Result<Vec<(LaneId, LaneView)>> {
    let before = before.map_or(i64::MAX, |lane| lane.0);
    let rows = sqlx::query!(
        "SELECT l.id, l.key, l.state
         FROM communications c JOIN lanes l ON l.id = c.lane_id
         WHERE c.connection_id = $1 AND c.lane_id < $2 ORDER BY c.lane_id DESC LIMIT $3",
        connection.0,
        before,
        i64::from(limit)
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    let view = |(id, key, state): (i64, String, String)| {
        let key = LaneKey::stored(key);
        Ok((LaneId(id), LaneView { connection, key, state: from_json(&state)? }))
    };
    rows.into_iter().map(|row| view((row.id, row.key, row.state))).collect()
}

/// The lane of a key.
pub(super) async fn find(
    db: &mut Session,
    connection: ConnectionId,
    key: &LaneKey,
) -> Result<Option<LaneView>> {
    let id = sqlx::query_scalar!(
        "SELECT id FROM lanes WHERE connection_id = $1 AND key = $2",
        connection.0,
        key.as_str()
    )
    .fetch_optional(&mut *db)
    .await
    .or_broken()?;
    match id {
        Some(id) => view(db, LaneId(id)).await,
        None => Ok(None),
    }
}

/// How many lanes are due, and since when.
pub(super) async fn backlog(db: &mut Session, now: Timestamp) -> Result<Backlog> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "due!", min(due_at) AS oldest FROM lanes WHERE due_at <= $1"#,
        micros(now)
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(Backlog { due: u64::try_from(row.due).unwrap_or(0), oldest: maybe_moment(row.oldest)? })
}

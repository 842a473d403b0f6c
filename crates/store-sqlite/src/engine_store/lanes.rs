//! Leasing lanes.

use engine::model::{ConnectionId, LaneId, LaneKey, Lease};
use engine::store::{Backlog, Claim, LaneView};
use jiff::Timestamp;
use sqlx::{SqliteConnection, SqlitePool};

use super::{agenda, fenced};
use crate::error::{OrBroken, Result};
use crate::values::{from_json, maybe_moment, micros};

/// Whether [`claim`] may find anything.
pub(super) async fn any_due(readers: &SqlitePool, claim: &Claim) -> Result<bool> {
    let now = micros(claim.now);
    let live_only = claim.live_only;
    sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM lanes
             WHERE (CASE WHEN ?1 THEN live_at ELSE due_at END) <= ?2 AND due_at <= ?2
               AND (lease_until IS NULL OR lease_until <= ?2)) AS "any!: bool""#,
        live_only,
        now
    )
    .fetch_one(readers)
    .await
    .or_broken()
}

/// Leases the lane that waited longest with live work, or else (if asked) with any.
pub(super) async fn claim(db: &mut SqliteConnection, claim: Claim) -> Result<Option<Lease>> {
    let now = micros(claim.now);
    let mut lane = sqlx::query_scalar!(
        r#"SELECT id AS "id!: i64" FROM lanes
           WHERE live_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
           ORDER BY live_at LIMIT 1"#,
        now
    )
    .fetch_optional(&mut *db)
    .await
    .or_broken()?;
    if lane.is_none() && !claim.live_only {
        lane = sqlx::query_scalar!(
            r#"SELECT id AS "id!: i64" FROM lanes
               WHERE due_at <= ?1 AND (lease_until IS NULL OR lease_until <= ?1)
               ORDER BY due_at LIMIT 1"#,
            now
        )
        .fetch_optional(&mut *db)
        .await
        .or_broken()?;
    }
    let Some(lane) = lane else { return Ok(None) };
    let until = micros(claim.until);
    let row = sqlx::query!(
        r#"UPDATE lanes SET lease_owner = ?, lease_until = ?, lease_epoch = lease_epoch + 1
           WHERE id = ? RETURNING connection_id AS "connection_id!: i64", key AS "key!", lease_epoch AS "epoch!: i64""#,
        claim.owner,
        until,
        lane
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(Some(Lease {
        lane: LaneId(lane),
        connection: ConnectionId(row.connection_id),
        key: LaneKey::stored(row.key),
        epoch: row.epoch,
    }))
}

/// Refuses when the lane has been taken over. Everything done under a lease begins with this.
pub(super) async fn fence(db: &mut SqliteConnection, lease: &Lease) -> Result<()> {
    let (lane, epoch) = (lease.lane.0, lease.epoch);
    let held = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT 1 FROM lanes
             WHERE id = ? AND lease_epoch = ? AND lease_until IS NOT NULL) AS "held!: bool""#,
        lane,
        epoch
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    if held { Ok(()) } else { fenced() }
}

/// Makes the lease last longer.
pub(super) async fn renew(db: &mut SqliteConnection, lease: Lease, until: Timestamp) -> Result<()> {
    fence(db, &lease).await?;
    let (lane, until) = (lease.lane.0, micros(until));
    sqlx::query!("UPDATE lanes SET lease_until = ? WHERE id = ?", until, lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// Gives the lane back.
pub(super) async fn release(db: &mut SqliteConnection, lease: Lease) -> Result<()> {
    fence(db, &lease).await?;
    let lane = lease.lane.0;
    sqlx::query!("UPDATE lanes SET lease_owner = NULL, lease_until = NULL WHERE id = ?", lane)
        .execute(&mut *db)
        .await
        .or_broken()?;
    agenda::reschedule(db, lane).await
}

/// Frees all leases: the one process that could hold them has ended. The other side may still be busy
/// with what it was sending.
pub(super) async fn free_leases(db: &mut SqliteConnection, look_at: Timestamp) -> Result<u64> {
    let look_at = micros(look_at);
    sqlx::query!(
        "UPDATE outbox SET state = 'unknown', not_before = ? WHERE state = 'sending'",
        look_at
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    let freed = sqlx::query!(
        "UPDATE lanes SET lease_owner = NULL, lease_until = NULL WHERE lease_until IS NOT NULL"
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(freed.rows_affected())
}

/// When the next lane can be leased.
pub(super) async fn next_due(readers: &SqlitePool, live_only: bool) -> Result<Option<Timestamp>> {
    let at = sqlx::query_scalar!(
        r#"SELECT min(max(CASE WHEN ?1 THEN live_at ELSE due_at END, coalesce(lease_until, 0)))
             AS "at: i64"
           FROM lanes WHERE due_at IS NOT NULL AND (NOT ?1 OR live_at IS NOT NULL)"#,
        live_only
    )
    .fetch_one(readers)
    .await
    .or_broken()?;
    maybe_moment(at)
}

/// A lane as it stands.
pub(super) async fn view(readers: &SqlitePool, lane: LaneId) -> Result<Option<LaneView>> {
    let row = sqlx::query!("SELECT connection_id, key, state FROM lanes WHERE id = ?", lane.0)
        .fetch_optional(readers)
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
    readers: &SqlitePool,
    connection: ConnectionId,
    before: Option<LaneId>,
    limit: u32,
) -> Result<Vec<(LaneId, LaneView)>> {
    let (before, limit) = (before.map_or(i64::MAX, |lane| lane.0), i64::from(limit));
    let rows = sqlx::query!(
        r#"SELECT l.id AS "id!: i64", l.key, l.state
           FROM communications c JOIN lanes l ON l.id = c.lane_id
           WHERE c.connection_id = ? AND c.lane_id < ? ORDER BY c.lane_id DESC LIMIT ?"#,
        connection.0,
        before,
        limit
    )
    .fetch_all(readers)
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
    readers: &SqlitePool,
    connection: ConnectionId,
    key: &LaneKey,
) -> Result<Option<LaneView>> {
    let key = key.as_str();
    let id = sqlx::query_scalar!(
        r#"SELECT id AS "id!: i64" FROM lanes WHERE connection_id = ? AND key = ?"#,
        connection.0,
        key
    )
    .fetch_optional(readers)
    .await
    .or_broken()?;
    match id {
        Some(id) => view(readers, LaneId(id)).await,
        None => Ok(None),
    }
}

/// How many lanes are due, and since when.
pub(super) async fn backlog(readers: &SqlitePool, now: Timestamp) -> Result<Backlog> {
    let now = micros(now);
    let row = sqlx::query!(
        r#"SELECT count(*) AS "due!: i64", min(due_at) AS "oldest: i64" FROM lanes WHERE due_at <= ?"#,
        now
    )
    .fetch_one(readers)
    .await
    .or_broken()?;
    Ok(Backlog { due: u64::try_from(row.due).unwrap_or(0), oldest: maybe_moment(row.oldest)? })
}

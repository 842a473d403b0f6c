//! What was said in a lane, line by line.

use engine::model::{Entry, LaneId, Lines, NewEntry};
use engine::stored::board::{EntryRow, forwards, page_size};
use jiff::Timestamp;
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{OrBroken, Result};
use crate::values::{self, micros};

/// Puts a line in its place, or its new content into the line of its name.
pub(super) async fn put(db: &mut SqliteConnection, lane: i64, entry: NewEntry) -> Result<()> {
    let (at, data) = (micros(entry.at), values::json(&entry.data)?);
    sqlx::query!(
        "INSERT INTO entries (lane_id, seq, revision, name, at, calls, data)
         SELECT ?1, coalesce(max(seq), 0) + 1, coalesce(max(revision), 0) + 1, ?2, ?3, ?4, ?5
         FROM entries WHERE lane_id = ?1
         ON CONFLICT (lane_id, name) DO UPDATE SET
             revision = excluded.revision, at = excluded.at, calls = excluded.calls, data = excluded.data
         WHERE entries.data <> excluded.data OR entries.at <> excluded.at OR entries.calls <> excluded.calls",
        lane,
        entry.name,
        at,
        entry.calls,
        data
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Lines of a thread, the oldest first.
pub(super) async fn read(
    readers: &SqlitePool,
    lane: LaneId,
    lines: Lines,
    limit: u32,
) -> Result<Vec<Entry>> {
    let limit = page_size(limit);
    let before = match lines {
        Lines::ChangedSince(revision) => return changed(readers, lane, revision, limit).await,
        Lines::Last => i64::MAX,
        Lines::Before(seq) => seq,
    };
    let rows = sqlx::query_as!(
        EntryRow,
        r#"SELECT seq, revision, name, at, calls AS "calls: bool", data FROM entries
           WHERE lane_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?"#,
        lane.0,
        before,
        limit
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    forwards(rows)
}

async fn changed(
    readers: &SqlitePool,
    lane: LaneId,
    revision: i64,
    limit: i64,
) -> Result<Vec<Entry>> {
    let rows = sqlx::query_as!(
        EntryRow,
        r#"SELECT seq, revision, name, at, calls AS "calls: bool", data FROM entries
           WHERE lane_id = ? AND revision > ? ORDER BY revision LIMIT ?"#,
        lane.0,
        revision,
        limit
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// One line by its name.
pub(super) async fn one(readers: &SqlitePool, lane: LaneId, name: &str) -> Result<Option<Entry>> {
    let row = sqlx::query_as!(
        EntryRow,
        r#"SELECT seq, revision, name, at, calls AS "calls: bool", data FROM entries
           WHERE lane_id = ? AND name = ?"#,
        lane.0,
        name
    )
    .fetch_optional(readers)
    .await
    .or_broken()?;
    row.map(EntryRow::entry).transpose()
}

/// Notes how far somebody has read.
pub(super) async fn mark_read(
    db: &mut SqliteConnection,
    lane: LaneId,
    reader: String,
    seq: i64,
    at: Timestamp,
) -> Result<()> {
    let at = micros(at);
    sqlx::query!(
        "INSERT INTO reads (lane_id, reader, seq, at)
         SELECT id, ?2, ?3, ?4 FROM lanes WHERE id = ?1
         ON CONFLICT (lane_id, reader) DO UPDATE SET seq = excluded.seq, at = excluded.at
         WHERE reads.seq < excluded.seq",
        lane.0,
        reader,
        seq,
        at
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

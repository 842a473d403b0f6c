//! What was said in a lane, line by line.

use engine::model::{Entry, LaneId, Lines, NewEntry};
use engine::stored::board::{EntryRow, forwards, page_size};
use jiff::Timestamp;

use crate::error::{OrBroken, Result};
use crate::session::{Session, clean};
use crate::values::{self, micros};

/// Puts a line in its place, or its new content into the line of its name.
pub(super) async fn put(db: &mut Session, lane: i64, entry: NewEntry) -> Result<()> {
    let (at, data) = (micros(entry.at), values::json(&entry.data)?);
    sqlx::query!(
        "INSERT INTO entries (lane_id, seq, revision, name, at, calls, data)
         SELECT $1::bigint, coalesce(max(seq), 0) + 1, coalesce(max(revision), 0) + 1, $2, $3::bigint, $4::boolean, $5
         FROM entries WHERE lane_id = $1
         ON CONFLICT (lane_id, name) DO UPDATE SET
             revision = excluded.revision, at = excluded.at, calls = excluded.calls, data = excluded.data
         WHERE entries.data <> excluded.data OR entries.at <> excluded.at OR entries.calls <> excluded.calls",
        lane,
        &*clean(&entry.name),
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
    db: &mut Session,
    lane: LaneId,
    lines: Lines,
    limit: u32,
) -> Result<Vec<Entry>> {
    let limit = page_size(limit);
    let before = match lines {
        Lines::ChangedSince(revision) => return changed(db, lane, revision, limit).await,
        Lines::Last => i64::MAX,
        Lines::Before(seq) => seq,
    };
    let rows = sqlx::query_as!(
        EntryRow,
        r#"SELECT seq, revision, name, at, calls, data FROM entries
           WHERE lane_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3"#,
        lane.0,
        before,
        limit
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    forwards(rows)
}

async fn changed(db: &mut Session, lane: LaneId, revision: i64, limit: i64) -> Result<Vec<Entry>> {
    let rows = sqlx::query_as!(
        EntryRow,
        r#"SELECT seq, revision, name, at, calls, data FROM entries
           WHERE lane_id = $1 AND revision > $2 ORDER BY revision LIMIT $3"#,
        lane.0,
        revision,
        limit
    )
    .fetch_all(db)
    .await
    .or_broken()?;
    rows.into_iter().map(EntryRow::entry).collect()
}

/// One line by its name.
pub(super) async fn one(db: &mut Session, lane: LaneId, name: &str) -> Result<Option<Entry>> {
    let row = sqlx::query_as!(
        EntryRow,
        r#"SELECT seq, revision, name, at, calls, data FROM entries
           WHERE lane_id = $1 AND name = $2"#,
        lane.0,
        name
    )
    .fetch_optional(db)
    .await
    .or_broken()?;
    row.map(EntryRow::entry).transpose()
}

/// Notes how far somebody has read.
pub(super) async fn mark_read(
    db: &mut Session,
    lane: LaneId,
    reader: &str,
    seq: i64,
    at: Timestamp,
) -> Result<()> {
    let at = micros(at);
    sqlx::query!(
        "INSERT INTO reads (lane_id, reader, seq, at)
         SELECT id, $2, $3::bigint, $4::bigint FROM lanes WHERE id = $1
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

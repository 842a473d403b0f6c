//! Writing and reading the journal.

use engine::journal::{Communication, JournalPage, JournalQuery, Note, Story};
use engine::model::{ConnectionId, LaneId, LaneKey, Standing};
use serde_json::{Value, json};
use sqlx::{SqliteConnection, SqlitePool};

use crate::error::{OrBroken, Result};
use crate::values::{self, count, from_json, from_word, moment, word};

/// The most a page holds.
const PAGE: u32 = 200;

/// Opens the communication's line, if it is new.
pub(super) async fn open_communication(
    db: &mut SqliteConnection,
    lane: i64,
    connection: i64,
    key: &LaneKey,
    at: i64,
) -> Result<()> {
    let kind = key.kind();
    sqlx::query!(
        "INSERT INTO communications (lane_id, connection_id, kind, started_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (lane_id) DO UPDATE SET updated_at = excluded.updated_at",
        lane,
        connection,
        kind,
        at
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Adds a note to a lane's story: something happened to it.
pub(super) async fn note(
    db: &mut SqliteConnection,
    lane: i64,
    at: i64,
    kind: &str,
    data: &Value,
) -> Result<()> {
    let data = values::json(data)?;
    sqlx::query!(
        "INSERT INTO notes (lane_id, at, kind, data) VALUES (?, ?, ?, ?)",
        lane,
        at,
        kind,
        data
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!("UPDATE communications SET updated_at = ? WHERE lane_id = ?", at, lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// A row of the list.
struct Row {
    lane_id: i64,
    connection_id: i64,
    key: String,
    direction: Option<String>,
    phone: Option<String>,
    title: String,
    state: String,
    reason: String,
    started_at: i64,
    updated_at: i64,
    task: Option<i64>,
    contact: Option<i64>,
    pending: i64,
    dead: i64,
}

/// Lists communications, the newest first.
pub(super) async fn page(readers: &SqlitePool, query: JournalQuery) -> Result<JournalPage> {
    let limit = query.limit.clamp(1, PAGE);
    let connection = query.connection.map(|id| id.0);
    let state = query.state.map(word).transpose()?;
    let before = query.before.map(|id| id.0);
    let rows_wanted = i64::from(limit) + 1;
    let mut rows = sqlx::query_as!(
        Row,
        r#"SELECT * FROM (
             SELECT c.lane_id AS "lane_id!: i64", c.connection_id, l.key, c.direction, c.phone, c.title,
               CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.lane_id = c.lane_id AND o.state = 'dead')
                      OR EXISTS (SELECT 1 FROM inbox i WHERE i.lane_id = c.lane_id AND i.state = 'dead')
                    THEN 'dead' ELSE c.state END AS "state!: String",
               c.reason, c.started_at, c.updated_at, c.task, c.contact,
               (SELECT count(*) FROM outbox o WHERE o.lane_id = c.lane_id
                  AND o.state IN ('pending', 'sending', 'unknown')) AS "pending!: i64",
               (SELECT count(*) FROM outbox o WHERE o.lane_id = c.lane_id AND o.state = 'dead')
                 AS "dead!: i64"
             FROM communications c JOIN lanes l ON l.id = c.lane_id
             WHERE (?1 IS NULL OR c.connection_id = ?1)
               AND (?2 IS NULL OR instr(c.phone, ?2) > 0)
               AND (?3 IS NULL OR c.kind = ?3)
               AND (?4 IS NULL OR c.task = ?4)
               AND (?5 IS NULL OR c.lane_id < ?5))
           WHERE ?6 IS NULL OR "state!: String" = ?6
           ORDER BY 1 DESC LIMIT ?7"#,
        connection,
        query.phone,
        query.kind,
        query.task,
        before,
        state,
        rows_wanted
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > wanted;
    rows.truncate(wanted);
    let next = rows.last().filter(|_| more).map(|row| LaneId(row.lane_id));
    let items = rows.into_iter().map(communication).collect::<Result<_>>()?;
    Ok(JournalPage { items, next })
}

fn communication(row: Row) -> Result<Communication> {
    Ok(Communication {
        id: LaneId(row.lane_id),
        connection: ConnectionId(row.connection_id),
        key: LaneKey::stored(row.key),
        direction: row.direction.as_deref().map(from_word).transpose()?,
        phone: row.phone,
        title: row.title,
        state: from_word::<Standing>(&row.state)?,
        reason: from_json(&row.reason)?,
        started_at: moment(row.started_at)?,
        updated_at: moment(row.updated_at)?,
        task: row.task,
        contact: row.contact,
        pending: count(row.pending),
        dead: count(row.dead),
    })
}

/// One communication's story: what came in, in between what was done about it.
pub(super) async fn story(readers: &SqlitePool, lane: LaneId) -> Result<Option<Story>> {
    let one =
        JournalQuery { before: Some(LaneId(lane.0 + 1)), limit: 1, ..JournalQuery::default() };
    let Some(communication) = page(readers, one).await?.items.pop().filter(|item| item.id == lane)
    else {
        return Ok(None);
    };
    let received = sqlx::query!(
        r#"SELECT kind, payload, received_at, copies AS "copies!: i64", state FROM inbox
           WHERE lane_id = ? ORDER BY id"#,
        lane.0
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    let mut notes = Vec::new();
    for row in received {
        let payload: Value = from_json(&row.payload)?;
        let data = json!({ "event": row.kind, "payload": payload, "copies": row.copies, "state": row.state });
        notes.push(Note { at: moment(row.received_at)?, kind: "received".to_owned(), data });
    }
    let written =
        sqlx::query!("SELECT at, kind, data FROM notes WHERE lane_id = ? ORDER BY id", lane.0)
            .fetch_all(readers)
            .await
            .or_broken()?;
    for row in written {
        notes.push(Note { at: moment(row.at)?, kind: row.kind, data: from_json(&row.data)? });
    }
    // stable: at one moment, what came in stands before what was done about it
    notes.sort_by_key(|note| note.at);
    Ok(Some(Story { communication, notes }))
}

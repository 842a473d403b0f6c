//! Writing and reading the journal.

use engine::journal::{Begun, BegunQuery, Counted, JournalPage, JournalQuery, Story};
use engine::model::{LaneId, LaneKey};
use engine::stored::journal::{self, BegunRow, CommunicationRow, CountRow};
use serde_json::Value;

use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::{self, micros, word};

/// Opens the communication's line, if it is new.
pub(super) async fn open_communication(
    db: &mut Session,
    lane: i64,
    connection: i64,
    key: &LaneKey,
    at: i64,
) -> Result<()> {
    let kind = key.kind();
    sqlx::query!(
        "INSERT INTO communications (lane_id, connection_id, kind, started_at, updated_at)
         VALUES ($1, $2, $3, $4, $4)
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
    db: &mut Session,
    lane: i64,
    at: i64,
    kind: &str,
    data: &Value,
) -> Result<()> {
    let data = values::json(data)?;
    sqlx::query!(
        "INSERT INTO notes (lane_id, at, kind, data) VALUES ($1, $2, $3, $4)",
        lane,
        at,
        kind,
        data
    )
    .execute(&mut *db)
    .await
    .or_broken()?;
    sqlx::query!("UPDATE communications SET updated_at = $1 WHERE lane_id = $2", at, lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// Asks for the communications a query finds, as `listed`: what is asked of them stands before and behind.
macro_rules! found {
    ($row:ty, $begin:literal, $end:literal, $query:expr, $fetch:ident($db:expr), $($more:expr)?) => {{
        let query: &JournalQuery = $query;
        let lanes = query.lanes.as_ref();
        let lanes = lanes.map(|all| all.iter().map(|lane| lane.0).collect::<Vec<_>>());
        let words = journal::words(query.name.as_deref().unwrap_or_default());
        let kinds = query.kinds.as_ref();
        let kinds =
            kinds.map(|all| all.iter().map(|kind| kind.as_str().to_owned()).collect::<Vec<_>>());
        let connection = query.connection.map(|id| id.0);
        let before = query.before.map(|id| id.0);
        let changed_since = query.changed_since.map(micros);
        let (from, till) = (query.from.map(micros), query.till.map(micros));
        let state = query.state.map(word).transpose()?;
        sqlx::query_as!(
            $row,
            $begin
                + r#"
             SELECT c.lane_id AS "lane_id!", c.connection_id, l.key, c.direction, c.phone, c.client, c.title,
               CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.lane_id = c.lane_id AND o.state = 'dead')
                      OR EXISTS (SELECT 1 FROM inbox i WHERE i.lane_id = c.lane_id AND i.state = 'dead')
                    THEN 'dead'
                    WHEN c.state = 'done' AND EXISTS (SELECT 1 FROM outbox o WHERE o.lane_id = c.lane_id
                      AND o.state IN ('pending', 'sending', 'unknown'))
                    THEN 'waiting' ELSE c.state END AS "state!",
               c.reason, c.started_at, c.updated_at, c.task, c.contact,
               (SELECT count(*) FROM outbox o WHERE o.lane_id = c.lane_id
                  AND o.state IN ('pending', 'sending', 'unknown')) AS "pending!",
               (SELECT count(*) FROM outbox o WHERE o.lane_id = c.lane_id AND o.state = 'dead')
                 AS "dead!"
             FROM communications c JOIN lanes l ON l.id = c.lane_id
             WHERE ($1::bigint IS NULL OR c.connection_id = $1)
               AND ($2::text IS NULL OR strpos(c.phone, $2) > 0)
               AND ($3::text[] IS NULL OR c.kind = ANY($3))
               AND ($4::bigint IS NULL OR c.task = $4)
               AND ($5::bigint IS NULL OR c.lane_id < $5)
               AND ($6::bigint IS NULL OR c.updated_at >= $6)
               AND ($7::bigint IS NULL OR c.started_at >= $7)
               AND ($8::bigint IS NULL OR c.started_at < $8)
               AND ($9::bigint[] IS NULL OR c.lane_id = ANY($9))
               AND NOT EXISTS (SELECT 1 FROM unnest($10::text[]) w (word) WHERE strpos(c.searched, w.word) = 0)
               AND ($11::text IS NULL OR c.phone = $11)) AS listed
           WHERE ($12::text IS NULL OR "state!" = $12)"#
                + $end,
            connection,
            query.phone.as_deref(),
            kinds.as_deref(),
            query.task,
            before,
            changed_since,
            from,
            till,
            lanes.as_deref(),
            &words,
            query.whole_phone.as_deref(),
            state
            $(, $more)?
        )
        .$fetch($db)
        .await
        .or_broken()?
    }};
}

/// Lists communications, the newest first.
pub(super) async fn page(db: &mut Session, query: &JournalQuery) -> Result<JournalPage> {
    let size = journal::page_size(query.limit);
    let rows_wanted = i64::from(size) + 1;
    let rows = found!(
        CommunicationRow,
        "SELECT * FROM (",
        " ORDER BY 1 DESC LIMIT $13",
        query,
        fetch_all(&mut *db),
        rows_wanted
    );
    journal::page(rows, size)
}

/// Counts communications.
pub(super) async fn count(db: &mut Session, query: &JournalQuery) -> Result<Counted> {
    let row = found!(
        CountRow,
        r#"SELECT count(*) AS "number!", max("lane_id!") AS "newest?" FROM ("#,
        "",
        query,
        fetch_one(db),
    );
    Ok(row.counted())
}

/// One communication's story: what came in, in between what was done about it.
pub(super) async fn story(db: &mut Session, lane: LaneId) -> Result<Option<Story>> {
    let one =
        JournalQuery { before: Some(LaneId(lane.0 + 1)), limit: 1, ..JournalQuery::default() };
    let Some(communication) = page(db, &one).await?.items.pop().filter(|item| item.id == lane)
    else {
        return Ok(None);
    };
    let received = sqlx::query!(
        r#"SELECT kind, payload, received_at, copies AS "copies!", state FROM inbox
           WHERE lane_id = $1 ORDER BY id"#,
        lane.0
    )
    .fetch_all(&mut *db)
    .await
    .or_broken()?;
    let received = received.iter().map(|row| {
        journal::received(&row.kind, &row.payload, row.received_at, row.copies, &row.state)
    });
    let written =
        sqlx::query!("SELECT at, kind, data FROM notes WHERE lane_id = $1 ORDER BY id", lane.0)
            .fetch_all(&mut *db)
            .await
            .or_broken()?;
    let written = written.into_iter().map(|row| journal::written(row.at, row.kind, &row.data));
    let (received, written) = (received.collect::<Result<_>>()?, written.collect::<Result<_>>()?);
    Ok(Some(journal::story(communication, received, written)))
}

/// Lanes whose communications began within a time, with their states.
pub(super) async fn begun(db: &mut Session, query: &BegunQuery) -> Result<Vec<Begun>> {
    let (connection, after) = (query.connection.0, query.after.map_or(0, |id| id.0));
    let (from, till, limit) = (micros(query.from), micros(query.till), i64::from(query.limit));
    let rows = sqlx::query_as!(
        BegunRow,
        r#"SELECT c.lane_id AS "lane_id!", c.connection_id AS "connection_id!", l.key AS "key!",
             l.state AS "state!", c.started_at AS "started_at!"
           FROM communications c JOIN lanes l ON l.id = c.lane_id
           WHERE c.connection_id = $1 AND c.lane_id > $2 AND c.started_at >= $3 AND c.started_at < $4
           ORDER BY c.lane_id LIMIT $5"#,
        connection,
        after,
        from,
        till,
        limit
    )
    .fetch_all(&mut *db)
    .await
    .or_broken()?;
    rows.into_iter().map(BegunRow::begun).collect()
}

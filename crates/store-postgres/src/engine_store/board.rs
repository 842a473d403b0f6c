//! The board: the list that people take their work from.

use engine::board::{BoardCounts, BoardQuery, Card, Cards, Listed};
use engine::model::{ConnectionId, LaneId};
use engine::stored::board::{CardRow, page_size};
use engine::stored::values::count;

use crate::error::{OrBroken, Result};
use crate::session::Session;
use crate::values::{self, micros, word};

/// Writes how a lane stands.
pub(super) async fn put(
    db: &mut Session,
    lane: i64,
    connection: i64,
    card: Card,
    now: i64,
) -> Result<()> {
    let (place, data) = (word(card.place)?, values::json(&card.data)?);
    let (waiting_since, last_at) = (card.waiting_since.map(micros), micros(card.last_at));
    sqlx::query!(
        "INSERT INTO cards (lane_id, connection_id, place, holder, waiting_since, last_at, client,
             data, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (lane_id) DO UPDATE SET place = excluded.place, holder = excluded.holder,
             waiting_since = excluded.waiting_since, last_at = excluded.last_at,
             client = excluded.client, data = excluded.data, changed_at = excluded.changed_at",
        lane,
        connection,
        place,
        card.holder.as_deref(),
        waiting_since,
        last_at,
        card.client.as_deref(),
        data,
        now
    )
    .execute(db)
    .await
    .or_broken()?;
    Ok(())
}

/// Notes that something has changed in the lane, if it has a card.
pub(super) async fn touch(db: &mut Session, lane: i64, now: i64) -> Result<()> {
    sqlx::query!("UPDATE cards SET changed_at = $1 WHERE lane_id = $2", now, lane)
        .execute(db)
        .await
        .or_broken()?;
    Ok(())
}

/// Cards for a reader, chosen and ordered by the rest of the statement; its own values begin with the
/// second.
macro_rules! cards {
    ($db:expr, $rest:tt, $reader:expr $(, $value:expr)*) => {
        sqlx::query_as!(
            CardRow,
            r#"SELECT c.lane_id AS "lane_id!", c.connection_id, l.key, c.place, c.holder, c.waiting_since,
                 c.last_at, c.client, c.data, c.changed_at,
                 (SELECT count(*) FROM entries e WHERE e.lane_id = c.lane_id AND e.calls
                    AND e.seq > coalesce((SELECT r.seq FROM reads r
                      WHERE r.lane_id = c.lane_id AND r.reader = $1), 0)) AS "unread!",
                 coalesce((SELECT max(e.revision) FROM entries e WHERE e.lane_id = c.lane_id), 0)
                   AS "revision!"
               FROM cards c JOIN lanes l ON l.id = c.lane_id "# + $rest,
            $reader $(, $value)*
        )
        .fetch_all($db)
        .await
        .or_broken()
    };
}

/// Lists cards.
pub(super) async fn list(db: &mut Session, query: BoardQuery<'_>) -> Result<Vec<Listed>> {
    let (reader, connection, limit) = (query.reader, query.connection.0, page_size(query.limit));
    let (after_at, after_lane) = query.after.map(|(at, lane)| (micros(at), lane.0)).unzip();
    let rows = match query.cards {
        Cards::Queue => cards!(
            db,
            "WHERE c.connection_id = $2 AND c.place <> 'closed' AND c.place = 'queue'
               AND ($3::bigint IS NULL OR (coalesce(c.waiting_since, c.last_at), c.lane_id) > ($3, $4::bigint))
             ORDER BY coalesce(c.waiting_since, c.last_at), c.lane_id LIMIT $5",
            reader,
            connection,
            after_at,
            after_lane,
            limit
        ),
        Cards::HeldBy(holder) => cards!(
            db,
            "WHERE c.connection_id = $2 AND c.place <> 'closed' AND c.place = 'held' AND c.holder = $3
               AND ($4::bigint IS NULL OR (c.last_at, c.lane_id) < ($4, $5::bigint))
             ORDER BY c.last_at DESC, c.lane_id DESC LIMIT $6",
            reader,
            connection,
            holder,
            after_at,
            after_lane,
            limit
        ),
        Cards::Open => cards!(
            db,
            "WHERE c.connection_id = $2 AND c.place <> 'closed'
               AND ($3::bigint IS NULL OR (c.last_at, c.lane_id) < ($3, $4::bigint))
             ORDER BY c.last_at DESC, c.lane_id DESC LIMIT $5",
            reader,
            connection,
            after_at,
            after_lane,
            limit
        ),
        Cards::All => cards!(
            db,
            "WHERE c.connection_id = $2 AND ($3::bigint IS NULL OR (c.last_at, c.lane_id) < ($3, $4::bigint))
             ORDER BY c.last_at DESC, c.lane_id DESC LIMIT $5",
            reader,
            connection,
            after_at,
            after_lane,
            limit
        ),
        Cards::Of(client) => cards!(
            db,
            "WHERE c.connection_id = $2 AND c.client = $3
               AND ($4::bigint IS NULL OR (c.last_at, c.lane_id) < ($4, $5::bigint))
             ORDER BY c.last_at DESC, c.lane_id DESC LIMIT $6",
            reader,
            connection,
            client,
            after_at,
            after_lane,
            limit
        ),
        Cards::ChangedSince(since) => {
            let since = micros(since);
            cards!(
                db,
                "WHERE c.connection_id = $2 AND c.changed_at >= $3 ORDER BY c.changed_at LIMIT $4",
                reader,
                connection,
                since,
                limit
            )
        }
    };
    rows?.into_iter().map(CardRow::listed).collect()
}

/// One lane's card.
pub(super) async fn one(db: &mut Session, lane: LaneId, reader: &str) -> Result<Option<Listed>> {
    let rows = cards!(db, "WHERE c.lane_id = $2", reader, lane.0)?;
    rows.into_iter().next().map(CardRow::listed).transpose()
}

/// How much stands on a connection's board.
pub(super) async fn counts(
    db: &mut Session,
    connection: ConnectionId,
    holder: &str,
    reader: &str,
) -> Result<BoardCounts> {
    let row = sqlx::query!(
        r#"SELECT count(*) AS "open!",
             count(*) FILTER (WHERE place = 'queue') AS "queue!",
             count(*) FILTER (WHERE place = 'held' AND holder = $2) AS "mine!",
             coalesce(sum(CASE WHEN place = 'held' AND holder = $2 THEN
               (SELECT count(*) FROM entries e WHERE e.lane_id = cards.lane_id AND e.calls
                  AND e.seq > coalesce((SELECT r.seq FROM reads r
                    WHERE r.lane_id = cards.lane_id AND r.reader = $3), 0))
               ELSE 0 END), 0)::bigint AS "unread!"
           FROM cards WHERE connection_id = $1 AND place <> 'closed'"#,
        connection.0,
        holder,
        reader
    )
    .fetch_one(db)
    .await
    .or_broken()?;
    Ok(BoardCounts {
        queue: count(row.queue),
        mine: count(row.mine),
        open: count(row.open),
        unread: count(row.unread),
    })
}

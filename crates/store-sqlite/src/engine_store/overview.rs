//! Counts over all communications. What concerns the last days alone is found by when it last changed.

use engine::model::ConnectionId;
use engine::overview::{Activity, News, Trouble, Undone};
use engine::stored::overview::{self, ActivityRow, NewsRow, TroubleRow, UndoneRow};
use jiff::Timestamp;
use sqlx::SqlitePool;

use crate::error::{OrBroken, Result};
use crate::values::{json, micros};

/// How many communications began in each hour, and how they stand.
pub(super) async fn activity(readers: &SqlitePool, since: Timestamp) -> Result<Vec<Activity>> {
    let since = micros(since);
    let rows = sqlx::query_as!(
        ActivityRow,
        r#"SELECT hour AS "hour!: i64", connection_id AS "connection_id!: i64", kind AS "kind!: String",
             state AS "state!: String", count(*) AS "number!: i64" FROM (
             SELECT c.started_at / ?2 AS hour, c.connection_id, c.kind,
               CASE WHEN EXISTS (SELECT 1 FROM outbox o WHERE o.lane_id = c.lane_id AND o.state = 'dead')
                      OR EXISTS (SELECT 1 FROM inbox i WHERE i.lane_id = c.lane_id AND i.state = 'dead')
                    THEN 'dead'
                    WHEN c.state = 'done' AND EXISTS (SELECT 1 FROM outbox o WHERE o.lane_id = c.lane_id
                      AND o.state IN ('pending', 'sending', 'unknown'))
                    THEN 'waiting' ELSE c.state END AS state
             FROM communications c WHERE c.updated_at >= ?1 AND c.started_at >= ?1)
           GROUP BY hour, connection_id, kind, state ORDER BY hour, connection_id, kind, state"#,
        since,
        overview::HOUR
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    overview::activity(rows)
}

/// What connections have left undone.
pub(super) async fn undone(readers: &SqlitePool, since: Timestamp) -> Result<Vec<Undone>> {
    let since = micros(since);
    let rows = sqlx::query_as!(
        UndoneRow,
        r#"SELECT connection_id AS "connection_id!: i64", sum(waiting) AS "waiting!: i64",
             min(oldest) AS "oldest: i64", sum(dead) AS "dead!: i64" FROM (
             SELECT connection_id, count(DISTINCT lane_id) AS waiting, min(planned_at) AS oldest, 0 AS dead FROM outbox
             WHERE state IN ('pending', 'sending', 'unknown') GROUP BY connection_id
             UNION ALL
             SELECT c.connection_id, 0, NULL, count(*) FROM communications c
             WHERE c.updated_at >= ?1 AND (c.state = 'dead'
               OR EXISTS (SELECT 1 FROM outbox o WHERE o.lane_id = c.lane_id AND o.state = 'dead')
               OR EXISTS (SELECT 1 FROM inbox i WHERE i.lane_id = c.lane_id AND i.state = 'dead'))
             GROUP BY c.connection_id)
           GROUP BY connection_id ORDER BY connection_id"#,
        since
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    overview::undone(rows)
}

/// The news of each connection.
pub(super) async fn news(readers: &SqlitePool, of: &[ConnectionId]) -> Result<Vec<News>> {
    let ids = json(&of.iter().map(|id| id.0).collect::<Vec<_>>())?;
    let rows = sqlx::query_as!(
        NewsRow,
        r#"WITH asked AS (SELECT value + 0 AS id, key + 0 AS place FROM json_each(?1))
           SELECT asked.id AS "connection_id!: i64",
             (SELECT c.updated_at FROM communications c WHERE c.connection_id = asked.id
              ORDER BY c.lane_id DESC LIMIT 1) AS "last_at: i64",
             (EXISTS (SELECT 1 FROM communications c WHERE c.connection_id = asked.id AND c.state = 'dead')
              OR EXISTS (SELECT 1 FROM outbox o WHERE o.connection_id = asked.id AND o.state = 'dead')
              OR EXISTS (SELECT 1 FROM inbox i WHERE i.connection_id = asked.id AND i.state = 'dead'))
               AS "dead!: bool"
           FROM asked ORDER BY asked.place"#,
        ids
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    overview::news(rows)
}

/// Why something was given up.
pub(super) async fn troubles(readers: &SqlitePool, since: Timestamp) -> Result<Vec<Trouble>> {
    let since = micros(since);
    let rows = sqlx::query_as!(
        TroubleRow,
        r#"SELECT connection_id AS "connection_id!: i64", failure AS "failure!: String", count(*) AS "number!: i64",
             max(at) AS "last_at!: i64", max(lane_id) AS "lane_id!: i64" FROM (
             SELECT c.connection_id, c.lane_id, o.result AS failure, o.ended_at AS at
             FROM communications c JOIN outbox o ON o.lane_id = c.lane_id
             WHERE c.updated_at >= ?1 AND o.state = 'dead' AND o.ended_at >= ?1
             UNION ALL
             SELECT c.connection_id, c.lane_id, n.data, n.at
             FROM communications c JOIN notes n ON n.lane_id = c.lane_id
             WHERE c.updated_at >= ?1 AND n.kind = 'event_dead' AND n.at >= ?1 AND (c.state = 'dead'
               OR EXISTS (SELECT 1 FROM inbox i WHERE i.lane_id = c.lane_id AND i.state = 'dead')))
           GROUP BY connection_id, failure ORDER BY max(at) DESC, max(lane_id) DESC LIMIT ?2"#,
        since,
        overview::FAILURES
    )
    .fetch_all(readers)
    .await
    .or_broken()?;
    overview::troubles(rows)
}

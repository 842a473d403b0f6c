//! The rows of the overview.

use domain::Failure;
use serde_json::Value;

use super::values::{count, from_json, from_json_value, from_word, moment};
use crate::model::{ConnectionId, LaneId};
use crate::overview::{Activity, News, Trouble, Undone};
use crate::store::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// Microseconds in an hour.
pub const HOUR: i64 = 3_600_000_000;
/// How many different failures are read at most, the newest first.
pub const FAILURES: i64 = 1000;

/// Communications of an hour that stand alike.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct ActivityRow {
    /// Hours since 1970.
    pub hour: i64,
    pub connection_id: i64,
    pub kind: String,
    pub state: String,
    pub number: i64,
}

/// What a connection has left undone.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct UndoneRow {
    pub connection_id: i64,
    pub waiting: i64,
    pub oldest: Option<i64>,
    pub dead: i64,
}

/// The news of a connection.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct NewsRow {
    pub connection_id: i64,
    pub last_at: Option<i64>,
    pub dead: bool,
}

/// What was given up for one reason.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct TroubleRow {
    pub connection_id: i64,
    /// The failure as JSON, or an object whose `failure` it is.
    pub failure: String,
    pub number: i64,
    pub last_at: i64,
    pub lane_id: i64,
}

/// What the rows tell.
///
/// # Errors
/// A row can't be read.
pub fn activity(rows: Vec<ActivityRow>) -> Result<Vec<Activity>> {
    let one = |row: ActivityRow| {
        let (hour, connection) = (moment(row.hour * HOUR)?, ConnectionId(row.connection_id));
        let (state, count) = (from_word(&row.state)?, count(row.number));
        Ok(Activity { hour, connection, kind: row.kind, state, count })
    };
    rows.into_iter().map(one).collect()
}

/// What the rows tell.
///
/// # Errors
/// A row can't be read.
pub fn undone(rows: Vec<UndoneRow>) -> Result<Vec<Undone>> {
    let one = |row: UndoneRow| {
        Ok(Undone {
            connection: ConnectionId(row.connection_id),
            waiting: count(row.waiting),
            oldest: row.oldest.map(moment).transpose()?,
            dead: count(row.dead),
        })
    };
    rows.into_iter().map(one).collect()
}

/// What the rows tell.
///
/// # Errors
/// A row can't be read.
pub fn news(rows: Vec<NewsRow>) -> Result<Vec<News>> {
    let one = |row: NewsRow| {
        let last_at = row.last_at.map(moment).transpose()?;
        Ok(News { connection: ConnectionId(row.connection_id), last_at, dead: row.dead })
    };
    rows.into_iter().map(one).collect()
}

/// One trouble a connection and code, of rows with the newest first: a code's failures may differ in
/// their words.
///
/// # Errors
/// A row can't be read.
pub fn troubles(rows: Vec<TroubleRow>) -> Result<Vec<Trouble>> {
    let mut troubles: Vec<Trouble> = Vec::new();
    for row in rows {
        let trouble = row.trouble()?;
        let same = |known: &&mut Trouble| {
            known.connection == trouble.connection && known.failure.code == trouble.failure.code
        };
        match troubles.iter_mut().find(same) {
            Some(known) => known.count = known.count.saturating_add(trouble.count),
            None => troubles.push(trouble),
        }
    }
    Ok(troubles)
}

impl TroubleRow {
    fn trouble(self) -> Result<Trouble> {
        let told: Value = from_json(&self.failure)?;
        let failure: Failure = from_json_value(told.get("failure").unwrap_or(&told))?;
        Ok(Trouble {
            connection: ConnectionId(self.connection_id),
            failure,
            count: count(self.number),
            last_at: moment(self.last_at)?,
            lane: LaneId(self.lane_id),
        })
    }
}

//! The rows of threads and of the board.

use super::values::{count, from_json, from_word, maybe_moment, moment};
use crate::board::{Card, Listed};
use crate::model::{ConnectionId, Entry, LaneId, LaneKey};
use crate::store::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// The most a page holds.
const PAGE: u32 = 1000;

/// A row of a thread.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the table")]
pub struct EntryRow {
    pub seq: i64,
    pub revision: i64,
    pub name: String,
    pub at: i64,
    pub calls: bool,
    pub data: String,
}

impl EntryRow {
    /// The line of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn entry(self) -> Result<Entry> {
        Ok(Entry {
            seq: self.seq,
            revision: self.revision,
            name: self.name,
            at: moment(self.at)?,
            calls: self.calls,
            data: from_json(&self.data)?,
        })
    }
}

/// A row of the board.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the query")]
pub struct CardRow {
    pub lane_id: i64,
    pub connection_id: i64,
    pub key: String,
    pub place: String,
    pub holder: Option<String>,
    pub waiting_since: Option<i64>,
    pub last_at: i64,
    pub client: Option<String>,
    pub data: String,
    pub changed_at: i64,
    pub unread: i64,
    pub revision: i64,
}

impl CardRow {
    /// The card of the row.
    ///
    /// # Errors
    /// The row can't be read.
    pub fn listed(self) -> Result<Listed> {
        Ok(Listed {
            lane: LaneId(self.lane_id),
            connection: ConnectionId(self.connection_id),
            key: LaneKey::stored(self.key),
            card: Card {
                place: from_word(&self.place)?,
                holder: self.holder,
                waiting_since: maybe_moment(self.waiting_since)?,
                last_at: moment(self.last_at)?,
                client: self.client,
                data: from_json(&self.data)?,
            },
            unread: count(self.unread),
            revision: self.revision,
            changed_at: moment(self.changed_at)?,
        })
    }
}

/// A page's size within its bounds.
pub fn page_size(wanted: u32) -> i64 {
    i64::from(wanted.clamp(1, PAGE))
}

/// Lines read backwards, in the order in which they were said.
///
/// # Errors
/// A row can't be read.
pub fn forwards(rows: Vec<EntryRow>) -> Result<Vec<Entry>> {
    rows.into_iter().rev().map(EntryRow::entry).collect()
}

//! What was said in a lane, line by line, for people who read and answer it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line to be put into a lane's thread, or a new state of one that is there: two lines of one name are one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewEntry {
    /// By which it is known when it is written again: in a later step, or on a replay.
    pub name: String,
    /// When it happened, by whoever knows best.
    pub at: Timestamp,
    /// Whether it counts as unread until somebody has read it.
    pub calls: bool,
    /// The line itself, in the flow's words.
    pub data: Value,
}

/// A line of a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the thread, from 1, in the order in which the lane learnt of its lines; for good.
    pub seq: i64,
    /// Grows in the thread with every line that is new or has changed; of two states of a line the
    /// greater is the newer.
    pub revision: i64,
    /// By which it is known.
    pub name: String,
    /// When it happened.
    pub at: Timestamp,
    /// Whether it counts as unread until somebody has read it.
    pub calls: bool,
    /// The line itself.
    pub data: Value,
}

/// Which lines of a thread to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// The newest ones.
    Last,
    /// Those before this place, the nearest to it.
    Before(i64),
    /// Those that are new or have changed since this revision, in the order of their revisions.
    ChangedSince(i64),
}

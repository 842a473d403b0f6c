//! How an installation is doing: counts over all communications, for whoever asks whether it works.

use domain::Failure;
use jiff::Timestamp;

use crate::model::{ConnectionId, LaneId, Standing};

/// How many communications began in an hour and stand so now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// The beginning of the hour (UTC).
    pub hour: Timestamp,
    /// Whose.
    pub connection: ConnectionId,
    /// How they stand; `Dead` when any of its writes or events was given up.
    pub state: Standing,
    /// How many.
    pub count: u32,
}

/// What a connection has left undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undone {
    /// Whose.
    pub connection: ConnectionId,
    /// Communications with writes still to be made.
    pub waiting: u32,
    /// Communications with something given up, of those to which something has happened lately.
    pub dead: u32,
}

/// Why something was given up, and how often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Whose.
    pub connection: ConnectionId,
    /// The newest failure of its code.
    pub failure: Failure,
    /// How many writes and events were given up for it.
    pub count: u32,
    /// When the last one was.
    pub last_at: Timestamp,
    /// A communication of the last ones.
    pub lane: LaneId,
}

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
    /// What they are: the kind of their lane (`call`, `chat`, `lead`, `deal`).
    pub kind: String,
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
    /// When the oldest of these writes was planned.
    pub oldest: Option<Timestamp>,
    /// Communications with something given up, of those to which something has happened lately.
    pub dead: u32,
}

/// The newest communication of a connection, and whether any at all was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct News {
    /// Whose.
    pub connection: ConnectionId,
    /// When something last happened to its newest communication; `None` when nothing ever came.
    pub last_at: Option<Timestamp>,
    /// Whether any of its communications has something given up.
    pub dead: bool,
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

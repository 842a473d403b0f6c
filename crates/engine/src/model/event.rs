//! What comes in.

use jiff::Timestamp;
use serde_json::Value;

use super::{ConnectionId, DedupKey, EventId, LaneKey};

/// An event to be stored before anything else happens to it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// Whose event.
    pub connection: ConnectionId,
    /// The lane it belongs to; made when it is new.
    pub lane: LaneKey,
    /// What sort of event, in the flow's words.
    pub kind: String,
    /// By which it is known when it comes again.
    pub dedup: DedupKey,
    /// The event itself.
    pub payload: Value,
    /// When it reached us.
    pub received_at: Timestamp,
}

/// What became of an event that was handed to the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accepted {
    /// It is stored, and will be worked on.
    New(EventId),
    /// It was stored before.
    Duplicate(EventId),
}

/// A stored event.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its row.
    pub id: EventId,
    /// What sort of event.
    pub kind: String,
    /// The event itself.
    pub payload: Value,
    /// When it reached us.
    pub received_at: Timestamp,
}

/// Something that came in and could not be understood; kept whole for the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// Whose hook it came to.
    pub connection: ConnectionId,
    /// Which hook.
    pub hook: String,
    /// Why it can't be read, for people.
    pub reason: Value,
    /// What came, as it came.
    pub body: Vec<u8>,
    /// When.
    pub received_at: Timestamp,
}

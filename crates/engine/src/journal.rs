//! Reading the journal: what happened to every communication, and why.

use domain::LaneKind;
use domain::calls::Direction;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::model::{ConnectionId, LaneId, LaneKey, Standing};
use crate::store::LaneView;

/// Which communications to list; the newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct JournalQuery {
    /// Of one connection only.
    pub connection: Option<ConnectionId>,
    /// Standing so only.
    pub state: Option<Standing>,
    /// Whose phone holds these digits.
    pub phone: Option<String>,
    /// Whose phone is this one, digits.
    pub whole_phone: Option<String>,
    /// In whose client's name or title each of these words stands, however it is written.
    pub name: Option<String>,
    /// Of these kinds only.
    pub kinds: Option<Vec<LaneKind>>,
    /// With this task only.
    pub task: Option<i64>,
    /// That began at this moment or later.
    pub from: Option<Timestamp>,
    /// That began before this moment.
    pub till: Option<Timestamp>,
    /// Among these only.
    pub lanes: Option<Vec<LaneId>>,
    /// To which something has happened at this moment or later.
    pub changed_since: Option<Timestamp>,
    /// Older than this row: the `next` of the page before.
    pub before: Option<LaneId>,
    /// At most so many, 1 to 200.
    pub limit: u32,
}

/// A page of communications.
#[derive(Debug, Clone, PartialEq)]
pub struct JournalPage {
    /// The communications.
    pub items: Vec<Communication>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<LaneId>,
}

/// How many communications a query finds, whatever its limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// How many.
    pub number: u64,
    /// The newest of them.
    pub newest: Option<LaneId>,
}

/// A communication in the list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Communication {
    /// Its lane.
    pub id: LaneId,
    /// Whose.
    pub connection: ConnectionId,
    /// Kind and number: `call/1001`.
    pub key: LaneKey,
    /// Who called whom.
    pub direction: Option<Direction>,
    /// The client's number, digits.
    pub phone: Option<String>,
    /// The client's name.
    pub client: Option<String>,
    /// A few words.
    pub title: String,
    /// How it stands; `Dead` when any of its writes or events was given up.
    pub state: Standing,
    /// Why, in the flow's words.
    pub reason: Value,
    /// When it began.
    pub started_at: Timestamp,
    /// When something last happened to it.
    pub updated_at: Timestamp,
    /// The task made of it.
    pub task: Option<i64>,
    /// The client's contact.
    pub contact: Option<i64>,
    /// How many writes are still to be made.
    pub pending: u32,
    /// How many were given up.
    pub dead: u32,
}

/// One line of a communication's story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// When.
    pub at: Timestamp,
    /// What sort of note: the flow's own kinds, and the engine's `received`, `sent`, `again`, `unknown`,
    /// `found`, `not_found`, `dead`, `step_again`, `event_dead`, `replayed`,
    /// `filter_set_aside`, `retried`, `sent_anyway`, `unreadable`.
    pub kind: String,
    /// What it says.
    pub data: Value,
}

/// A communication with its story, oldest note first.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The communication.
    pub communication: Communication,
    /// Its notes.
    pub notes: Vec<Note>,
}

/// Which lanes of a connection to read with their states; the oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BegunQuery {
    /// Whose.
    pub connection: ConnectionId,
    /// Of communications that began at this moment or later.
    pub from: Timestamp,
    /// And before this one.
    pub till: Timestamp,
    /// Behind this row: the last one of the page before.
    pub after: Option<LaneId>,
    /// At most so many.
    pub limit: u32,
}

/// A lane with what the flow made of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    /// Its row.
    pub id: LaneId,
    /// The lane.
    pub lane: LaneView,
    /// When the communication began.
    pub started_at: Timestamp,
}

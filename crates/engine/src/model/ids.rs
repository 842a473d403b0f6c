//! The engine's own identifiers.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Makes a row-number newtype.
macro_rules! row_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

row_id!(
    /// A connection: one UIS account joined to one Planfix account.
    ConnectionId
);
row_id!(
    /// A lane.
    LaneId
);
row_id!(
    /// A row of the inbox.
    EventId
);
row_id!(
    /// A row of the outbox.
    EffectId
);

/// What a lane is about, unique within its connection: `call/1001`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LaneKey(String);

impl LaneKey {
    /// The lane of one thing of a kind: `LaneKey::new("call", 1001)`.
    pub fn new(kind: &str, thing: impl fmt::Display) -> Self {
        Self(key_text(format!("{kind}/{thing}")))
    }

    /// A lane key read back from a store.
    pub fn stored(text: String) -> Self {
        Self(text)
    }

    /// The part before the slash, which says whose flow the lane belongs to.
    pub fn kind(&self) -> &str {
        self.0.split_once('/').map_or(self.0.as_str(), |(kind, _)| kind)
    }

    /// The part after the slash.
    pub fn thing(&self) -> &str {
        self.0.split_once('/').map_or("", |(_, thing)| thing)
    }

    /// The whole key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LaneKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Tells an event from all others of its connection: two with the same key are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DedupKey(String);

impl DedupKey {
    /// The key of a text that is the same whenever the event comes.
    pub fn new(text: impl Into<String>) -> Self {
        Self(key_text(text.into()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DedupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The longest text that is a key as it is, bytes. PostgreSQL indexes no more than 2 700.
const LONGEST_KEY: usize = 400;

/// A text that every store can keep and index. Numbers and hashes are such texts; what outside systems
/// put in the place of a number may be anything, and is then known by its digest.
fn key_text(text: String) -> String {
    if text.len() <= LONGEST_KEY && !text.contains('\0') {
        return text;
    }
    let begin: String = text.chars().filter(|sign| *sign != '\0').take(60).collect();
    format!("{begin}…{}", Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()))
}

/// The name of one outgoing write, the same however often its plan is made: two plans of one operation
/// are one row of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OperationId(pub Uuid);

impl OperationId {
    /// The operation `name` (such as `task` or `card/101/ringing`) of a lane.
    pub fn of(connection: ConnectionId, lane: &LaneKey, name: &str) -> Self {
        const SPACE: Uuid = Uuid::from_u128(0x6d1f_31c4_9a0e_4d0b_8a3f_5f0a_7c52_11e8);
        Self(Uuid::new_v5(&SPACE, format!("{connection}|{lane}|{name}").as_bytes()))
    }
}

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

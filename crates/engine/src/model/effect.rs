//! What goes out.

use domain::Failure;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{EffectId, OperationId};

/// How soon a piece of work must be done. Live work never waits behind calm work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Somebody is on the phone or at the screen right now.
    Live,
    /// Records to be made afterwards.
    Calm,
}

/// A door of an outside system, by which effects are ordered and paused: `planfix.rest`.
///
/// Effects of one lane leave through one door strictly one after the other; another door of the same
/// lane does not wait for them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Door(pub String);

impl Door {
    /// A door by its name.
    pub fn new(name: &str) -> Self {
        Self(name.to_owned())
    }
}

/// A write to be made.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEffect {
    /// Its name, the same for every plan of it.
    pub operation: OperationId,
    /// The door it leaves by.
    pub door: Door,
    /// How soon.
    pub urgency: Urgency,
    /// What sort of write, in the flow's words.
    pub kind: String,
    /// The write itself.
    pub payload: Value,
    /// Whether the flow wants to be stepped with the result.
    pub report: bool,
    /// Not before this moment.
    pub not_before: Option<Timestamp>,
}

/// A planned write.
#[derive(Debug, Clone, PartialEq)]
pub struct Effect {
    /// Its row.
    pub id: EffectId,
    /// Its name.
    pub operation: OperationId,
    /// The door it leaves by.
    pub door: Door,
    /// How soon.
    pub urgency: Urgency,
    /// What sort of write.
    pub kind: String,
    /// The write itself.
    pub payload: Value,
    /// Where it stands.
    pub state: EffectState,
    /// How many attempts it has used: times it was sent, and looks for it that failed.
    pub attempts: u32,
    /// When it was planned.
    pub planned_at: Timestamp,
}

/// Where a write stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectState {
    /// To be sent.
    Pending,
    /// Being sent; found so by a later lease, it is unknown.
    Sending,
    /// Sent, and nobody knows whether it was carried out.
    Unknown,
    /// Carried out.
    Done,
    /// Given up, with the reason in the journal.
    Dead,
}

/// What became of an attempt.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// Carried out, with what the other side answered.
    Done(Value),
    /// Nothing happened over there; to be sent again at the moment.
    Again {
        /// When.
        at: Timestamp,
        /// Why it failed.
        failure: Failure,
    },
    /// Nothing happened, and nothing of the connection leaves by this door before the moment. The attempt
    /// does not count. What was to be looked for is still to be looked for.
    Shut {
        /// When the door opens.
        until: Timestamp,
        /// Why.
        failure: Failure,
    },
    /// It may have been carried out; to be looked for at the moment.
    Unknown {
        /// When to look.
        look_at: Timestamp,
        /// What happened.
        failure: Failure,
    },
    /// Given up. After a look it may have been carried out all the same, and is looked for on a replay.
    Dead(Failure),
}

/// A door of a connection that is shut for a while.
#[derive(Debug, Clone, PartialEq)]
pub struct Pause {
    /// Nothing leaves before this moment.
    pub until: Timestamp,
    /// Why.
    pub failure: Failure,
}

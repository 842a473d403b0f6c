//! One step of a flow: an input, and the state change, plans and notes it leads to.

use domain::Failure;
use domain::calls::Direction;
use domain::phone::Phone;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    ConnectionId, Effect, EffectId, Event, EventId, LaneId, LaneKey, NewEffect, NewEntry,
    OperationId,
};
use crate::board::Card;

/// The right to work on a lane, until another one takes it over.
#[derive(Debug, Clone, PartialEq)]
pub struct Lease {
    /// The lane.
    pub lane: LaneId,
    /// Whose lane.
    pub connection: ConnectionId,
    /// What it is about.
    pub key: LaneKey,
    /// Grows with every lease of the lane; a completion under an older one is refused.
    pub epoch: i64,
}

/// What a leased lane has to do next.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// Step the flow.
    Step {
        /// The lane's state, `Null` at the beginning.
        state: Value,
        /// With what.
        input: Input,
        /// How many times this step failed already.
        failures: u32,
    },
    /// Send the effect.
    Send(Effect),
    /// Find out whether the effect was carried out.
    Look(Effect),
    /// Nothing now.
    Rest,
}

/// What a flow is stepped with.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// Something came in.
    Event(Event),
    /// A write whose result was asked for has ended.
    Result(Outcome),
    /// The moment the flow asked to be woken at has come.
    Timer,
}

impl Input {
    /// What to mark as used when the step is committed.
    pub fn reference(&self) -> InputRef {
        match self {
            Self::Event(event) => InputRef::Event(event.id),
            Self::Result(outcome) => InputRef::Result(outcome.effect),
            Self::Timer => InputRef::Timer,
        }
    }
}

/// An input by its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputRef {
    /// An event.
    Event(EventId),
    /// A result.
    Result(EffectId),
    /// The timer.
    Timer,
}

/// How a write ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The write.
    pub effect: EffectId,
    /// Its name.
    pub operation: OperationId,
    /// What sort of write.
    pub kind: String,
    /// What the other side answered, or why it was given up.
    pub result: Result<Value, Failure>,
}

/// What a step leads to; committed as one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// The lane's new state.
    pub state: Value,
    /// Writes to plan; those planned before are left as they are.
    pub effects: Vec<NewEffect>,
    /// Notes for the journal.
    pub notes: Vec<NewNote>,
    /// When to step again with [`Input::Timer`]; `None` = not at all.
    pub wake_at: Option<Timestamp>,
    /// How the communication stands now in the journal's list.
    pub summary: Option<Summary>,
    /// Lines for the lane's thread; those of a name that is there take the new content.
    pub entries: Vec<NewEntry>,
    /// How the lane stands now on the board.
    pub card: Option<Card>,
}

/// A note for the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNote {
    /// What sort of note.
    pub kind: String,
    /// What it says.
    pub data: Value,
}

/// A communication's line in the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Who called whom.
    pub direction: Option<Direction>,
    /// The client's number.
    pub phone: Option<Phone>,
    /// The client's name, as far as anybody said it.
    pub client: Option<String>,
    /// A few words for the list (the task's name, or what happened).
    pub title: String,
    /// How it stands.
    pub state: Standing,
    /// Why it stands so, in the flow's words.
    pub reason: Value,
    /// When the communication began.
    pub started_at: Timestamp,
    /// The task made of it.
    pub task: Option<i64>,
    /// The client's contact.
    pub contact: Option<i64>,
}

/// How a communication stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Going on, or waiting for something.
    Waiting,
    /// All that had to be done is done.
    Done,
    /// The settings keep it out.
    Filtered,
    /// Something was given up.
    Dead,
    /// It came in and could not be read.
    Unreadable,
}

//! Calls that Planfix is told of, and the cards that pop up.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

use super::Person;

/// Who called whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The client called.
    In,
    /// The employee called.
    Out,
}

/// What a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// The phone rings.
    Ringing,
    /// The employee talks.
    Talking,
    /// The call ended after a talk.
    Finished,
    /// Nobody answered, or the client could not be reached.
    Missed,
    /// Closed for this employee: somebody else took the call.
    Cancelled,
}

impl fmt::Display for CardState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ringing => "ringing",
            Self::Talking => "talking",
            Self::Finished => "finished",
            Self::Missed => "missed",
            Self::Cancelled => "cancelled",
        })
    }
}

/// A pop-up card on an employee's screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Card {
    /// The call.
    pub call: String,
    /// On whose screen.
    pub employee: Person,
    /// His name.
    pub employee_name: String,
    /// His short number.
    pub ext: String,
    /// Who called whom.
    pub direction: Direction,
    /// The client's number.
    pub phone: String,
    /// The company's number.
    pub line: String,
    /// The name of the company's number, or the number.
    pub line_name: String,
    /// The contact.
    pub contact: u64,
    /// The contact's name.
    pub contact_name: String,
    /// What it shows.
    pub state: CardState,
    /// When it popped up.
    pub opened: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
}

/// A call as Planfix knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) direction: Direction,
    pub(crate) phone: String,
    pub(crate) line: String,
    pub(crate) contact: u64,
    /// The task from which it was ordered.
    pub(crate) task: Option<u64>,
    /// Keys of the entries already written: employee and key.
    pub(crate) written: Vec<(Option<u64>, u64)>,
}

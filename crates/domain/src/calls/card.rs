//! The pop-up card and the history entry of a call in Planfix: commands of its telephony API.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::ids::CallSessionId;
use crate::phone::{Phone, ShortNumber};

/// Who called whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The client called us.
    In,
    /// We called the client.
    Out,
}

/// One telephony event for one employee (`cmd=event`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The call; the same for all events and all employees of it.
    pub call: CallSessionId,
    /// `type=in|out`.
    pub direction: Direction,
    /// The client's number as Planfix shall see it. Text, because a call started in Planfix must
    /// come back with the number exactly as Planfix wrote it.
    pub phone: String,
    /// Our number that was dialled or called from (`diversion`), digits.
    pub line: Option<Phone>,
    /// The employee's short number (`ext`).
    pub short_number: ShortNumber,
    /// What happened.
    pub stage: CardStage,
    /// Values for own fields of the analytics «Звонок» (`data_<name>`), sent when the call is over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<ExtraField>,
}

/// A value for an own field of the analytics «Звонок».
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraField {
    /// The field's name, letter by letter.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What happened to the call at this employee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum CardStage {
    /// `INCOMING` or, by the card's direction, `OUTGOING`: the card pops up.
    Ringing,
    /// `ACCEPTED`: this employee talks.
    Accepted,
    /// `COMPLETED/Success`: this employee has talked.
    Talked {
        /// Length of the talk, seconds.
        seconds: u32,
        /// Whether a recording will follow or is there.
        recorded: bool,
        /// The recording, when it is there already.
        record: Option<Url>,
    },
    /// `COMPLETED/Cancelled`: the card closes, somebody else goes on with the call. Incoming only.
    Cancelled,
    /// `COMPLETED` with a status that says why nobody talked.
    NotTalked {
        /// Why.
        reason: MissedReason,
    },
}

/// Why nobody talked, in Planfix's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MissedReason {
    /// `Missed`: an incoming call nobody took.
    Missed,
    /// `Busy`: the client's line was busy.
    Busy,
    /// `NoAnswer`: the client (or our own employee) did not pick up.
    NoAnswer,
    /// `NotAvailable`: the client's number can't be reached.
    NotAvailable,
    /// `NotAllowed`: the call was not permitted (money, settings, black list).
    NotAllowed,
}

impl MissedReason {
    /// The `status` of Planfix's telephony API.
    pub fn status(self) -> &'static str {
        match self {
            Self::Missed => "Missed",
            Self::Busy => "Busy",
            Self::NoAnswer => "NoAnswer",
            Self::NotAvailable => "NotAvailable",
            Self::NotAllowed => "NotAllowed",
        }
    }
}

/// The recording sent after the call (`cmd=record`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The call.
    pub call: CallSessionId,
    /// A permanent link to the file.
    pub link: Url,
}

impl Card {
    /// Whether the event leaves a lasting trace in Planfix's history, so that sending it twice would
    /// write the trace twice. The others only set the state of a card that is known by its call and
    /// employee.
    pub fn writes_history(&self) -> bool {
        self.stage.is_end()
    }
}

impl CardStage {
    /// Whether the call is over for this employee, and he has taken part in it or missed it.
    pub fn is_end(&self) -> bool {
        matches!(self, Self::Talked { .. } | Self::NotTalked { .. })
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::In => "in",
            Self::Out => "out",
        })
    }
}

//! `event`: what the PBX tells of a call.

use super::answers::Refusal;
use super::command::Command;
use crate::planfix::company::Direction;

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndStatus {
    Success,
    /// Incoming: nobody answered.
    Missed,
    /// Incoming: over for this employee, somebody else has it.
    Cancelled,
    /// Outgoing: the client could not be reached.
    NotReached,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// `INCOMING` or `OUTGOING`.
    Started,
    /// `ACCEPTED`.
    Accepted,
    /// `COMPLETED`.
    Completed { status: EndStatus, duration: u64, is_recorded: bool, record_link: Option<String> },
}

/// One event, all parameters there and of the documented form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) direction: Direction,
    pub(super) what: What,
    pub(super) phone: String,
    pub(super) line: String,
    pub(super) ext: String,
    pub(super) call: String,
    /// `data_*`, name and value.
    pub(super) extra: Vec<(String, String)>,
}

impl Event {
    /// Reads an event; `diversion` may be missing, as in the vendor's own example.
    pub(super) fn read(command: &Command) -> Result<Self, Refusal> {
        let required = |name| command.get(name).ok_or(Refusal::InvalidParameters);
        let direction = match required("type")? {
            "in" => Direction::In,
            "out" => Direction::Out,
            _ => return Err(Refusal::InvalidParameters),
        };
        let what = match (required("event")?, direction) {
            ("INCOMING", Direction::In) | ("OUTGOING", Direction::Out) => What::Started,
            ("ACCEPTED", _) => What::Accepted,
            ("COMPLETED", _) => read_end(command, direction)?,
            _ => return Err(Refusal::InvalidParameters),
        };
        Ok(Self {
            direction,
            what,
            phone: required("phone")?.to_owned(),
            line: command.get("diversion").unwrap_or_default().to_owned(),
            ext: required("ext")?.to_owned(),
            call: required("callid")?.to_owned(),
            extra: command
                .extra()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        })
    }
}

fn read_end(command: &Command, direction: Direction) -> Result<What, Refusal> {
    let required = |name| command.get(name).ok_or(Refusal::InvalidParameters);
    let status = match (required("status")?, direction) {
        ("Success", _) => EndStatus::Success,
        ("Missed", Direction::In) => EndStatus::Missed,
        ("Cancelled", Direction::In) => EndStatus::Cancelled,
        ("Busy" | "NoAnswer" | "NotAvailable" | "NotAllowed", Direction::Out) => {
            EndStatus::NotReached
        }
        _ => return Err(Refusal::InvalidParameters),
    };
    let is_recorded = match required("is_recorded")? {
        "0" => false,
        "1" => true,
        _ => return Err(Refusal::InvalidParameters),
    };
    Ok(What::Completed {
        status,
        duration: required("duration")?.parse().map_err(|_| Refusal::InvalidParameters)?,
        is_recorded,
        record_link: command.get("record_link").map(str::to_owned),
    })
}

//! Calls as UIS holds them: those going on and those that are over.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::company::EmployeeId;
use super::play::Speed;
use super::script::{ClientState, Direction, Leg, Parts, PhoneState, Script};

/// A row of a report: column name -> value.
pub type Row = Map<String, Value>;

/// Id of a call session: `call_session_id` of notifications, `id` of `get.calls_report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SessionId(pub u64);

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A call going on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LiveCall {
    /// Its id.
    pub session: SessionId,
    /// In or out.
    pub direction: Direction,
    /// The customer's number.
    pub contact_phone: String,
    /// The company's number.
    pub virtual_number: String,
    /// `external_id` of a call ordered over the Call API.
    pub external_id: Option<String>,
    /// When it began.
    pub started_at: Timestamp,
    /// Phones that ring or talk in it.
    pub phones: BTreeMap<EmployeeId, PhoneState>,
    /// Everybody's part in it.
    #[serde(serialize_with = "only_client", rename = "client")]
    pub parts: Parts,
    /// What shall happen in it.
    #[serde(skip)]
    pub(super) script: Script,
    /// Which communication of this person it is.
    #[serde(skip)]
    pub(super) communication_number: u64,
    /// How often somebody took a hand in it.
    #[serde(skip)]
    pub(super) turn: u32,
    /// When it really began, by the clock.
    #[serde(skip)]
    pub(super) began_at: Timestamp,
    /// How much faster than life it goes.
    #[serde(skip)]
    pub(super) speed: Speed,
}

/// The page shows of the parts only what the phones do not tell: the customer's.
fn only_client<S: serde::Serializer>(parts: &Parts, serializer: S) -> Result<S::Ok, S::Error> {
    parts.client.serialize(serializer)
}

impl LiveCall {
    /// What the customer is doing.
    pub fn client(&self) -> Option<ClientState> {
        self.parts.client
    }

    /// Id of the customer's leg; UIS numbers those apart from employees' legs here.
    pub fn client_leg(&self) -> u64 {
        self.session.0 + 1_000_000
    }

    /// A phone of an employee changes its state.
    pub(super) fn take(&mut self, leg: &Leg, phone: PhoneState) {
        self.parts.take(leg, phone);
        match phone {
            PhoneState::Resting => self.phones.remove(&leg.employee.id),
            PhoneState::Ringing | PhoneState::Talking => self.phones.insert(leg.employee.id, phone),
        };
    }

    /// The second of the call it is now.
    pub(super) fn second(&self, now: Timestamp) -> i64 {
        self.speed.passed(now.duration_since(self.began_at)).max(self.parts.latest())
    }
}

/// A call that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedCall {
    /// Its id.
    pub session: SessionId,
    /// When it began.
    pub started_at: Timestamp,
    /// From when the reports show it; `None` = never.
    pub visible_from: Option<Timestamp>,
    /// Its row in `get.calls_report`.
    pub row: Row,
    /// Its rows in `get.call_legs_report`.
    pub legs: Vec<Row>,
}

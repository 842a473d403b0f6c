//! Calls as UIS holds them: those going on and those that are over.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::company::EmployeeId;
use super::script::{Direction, PhoneState};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LiveCall {
    /// Its id.
    pub session: SessionId,
    /// In or out.
    pub direction: Direction,
    /// The customer's number.
    pub contact_phone: String,
    /// The company's number.
    pub virtual_number: String,
    /// When it began.
    pub started_at: Timestamp,
    /// Phones that ring or talk in it.
    pub phones: BTreeMap<EmployeeId, PhoneState>,
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

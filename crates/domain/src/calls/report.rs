//! A call's row in `get.calls_report`, as far as decisions look at it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::Direction;
use crate::ids::{CommunicationId, UisEmployeeId};
use crate::phone::Phone;

/// The row. It is there only when the call is over, some seconds late.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallReport {
    /// `direction`.
    pub direction: Option<Direction>,
    /// `contact_phone_number`.
    pub contact_phone: Option<Phone>,
    /// `virtual_phone_number`.
    pub virtual_number: Option<Phone>,
    /// `communication_id`.
    pub communication: Option<CommunicationId>,
    /// `finish_time`.
    pub finished_at: Option<Timestamp>,
    /// `finish_reason`, UIS's mnemonic.
    pub finish_reason: Option<String>,
    /// `is_lost`.
    pub lost: bool,
    /// `talk_duration`, seconds.
    pub talk_seconds: Option<u32>,
    /// `first_talked_employee_id`.
    pub first_talker: Option<UisEmployeeId>,
    /// `last_talked_employee_id`.
    pub last_talker: Option<UisEmployeeId>,
    /// Everybody who took part (`employees`).
    pub employees: Vec<ReportedEmployee>,
    /// `tags`: ids and names.
    pub tags: Vec<String>,
    /// `attributes`: `primary`, `secondary`, `lost`, …
    pub attributes: Vec<String>,
    /// Links to the recordings.
    pub records: Vec<Url>,
    /// Every column as text, by its name.
    pub columns: BTreeMap<String, String>,
}

/// An employee of the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedEmployee {
    /// `employee_id`.
    pub id: UisEmployeeId,
    /// `employee_full_name`.
    pub full_name: Option<String>,
    /// `is_talked`.
    pub talked: bool,
}

impl CallReport {
    /// Whether anybody talked.
    pub fn talked(&self) -> bool {
        self.first_talker.is_some()
            || self.employees.iter().any(|employee| employee.talked)
            || (!self.lost && self.talk_seconds.is_some_and(|seconds| seconds > 0))
    }

    /// Everybody who talked, each once: the first one first, the last one last.
    pub fn talkers(&self) -> Vec<UisEmployeeId> {
        let among = self.employees.iter().filter(|employee| employee.talked);
        let mut talkers: Vec<UisEmployeeId> = among.map(|employee| employee.id).collect();
        talkers.retain(|id| Some(*id) != self.first_talker && Some(*id) != self.last_talker);
        let last = self.last_talker.filter(|last| Some(*last) != self.first_talker);
        self.first_talker.into_iter().chain(talkers).chain(last).collect()
    }

    /// Whether UIS counts the communication as the client's first («Первичное»); `None` when it does not
    /// say.
    pub fn primary(&self) -> Option<bool> {
        let has = |attribute: &str| self.attributes.iter().any(|one| one == attribute);
        match (has("primary"), has("secondary")) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            (false, false) => None,
        }
    }
}

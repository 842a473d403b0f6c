//! What one HTTP notification of UIS says about a call, freed of its spelling.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use super::Direction;
use crate::ids::{CallSessionId, CommunicationId, UisEmployeeId};
use crate::phone::Phone;

/// One notification about a call. Everything but the call itself may be missing: the customer writes
/// the body, and UIS leaves variables empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallNotice {
    /// Which notification.
    pub kind: NoticeKind,
    /// The call.
    pub session: CallSessionId,
    /// `notification_time`, read in the connection's time zone.
    pub at: Option<Timestamp>,
    /// Who called whom, when said or clear from the kind.
    pub direction: Option<Direction>,
    /// The client.
    pub contact_phone: Option<Phone>,
    /// Our number.
    pub virtual_number: Option<Phone>,
    /// The employee the notification is about.
    pub employee: Option<EmployeeRef>,
    /// Employees named by `employee_ids` of a lost call.
    pub employees: Vec<UisEmployeeId>,
    /// `leg_id` and `leg_ids`.
    pub legs: Vec<i64>,
    /// Our own id of a call that we started.
    pub external_id: Option<String>,
    /// `talk_time_duration`, seconds.
    pub talk_seconds: Option<u32>,
    /// `wait_time_duration`, seconds.
    pub wait_seconds: Option<u32>,
    /// `communication_number`: 1 for the first communication of this client by UIS's count.
    pub communication_number: Option<i64>,
    /// `communication_id`.
    pub communication: Option<CommunicationId>,
    /// `file_link` of a recording.
    pub record: Option<Url>,
    /// Every variable as received, by its UIS name, as text; empty and null ones left out.
    pub variables: BTreeMap<String, String>,
}

/// An employee as a notification names him.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmployeeRef {
    /// `employee_id`.
    pub id: UisEmployeeId,
    /// `employee_full_name`.
    pub full_name: Option<String>,
}

/// The notifications about calls (`event` of the body).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// `call_incoming`, «Входящий звонок».
    CallIncoming,
    /// `call_outgoing`, «Исходящий звонок».
    CallOutgoing,
    /// `call_waiting`, «Ожидание ответа»: an employee's phone rings.
    CallWaiting,
    /// `talk_started`, «Начало разговора».
    TalkStarted,
    /// `talk_finished`, «Окончание разговора».
    TalkFinished,
    /// `call_finished`, «Завершение звонка».
    CallFinished,
    /// `call_lost`, «Потерянный звонок».
    CallLost,
    /// `record_ready`, «Записанный разговор».
    RecordReady,
}

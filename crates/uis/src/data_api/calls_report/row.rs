//! One call of the report.

use std::collections::BTreeMap;

use domain::calls::{Direction, EmployeeRef};
use domain::ids::{CallSessionId, CommunicationId, UisEmployeeId};
use domain::phone::Phone;
use jiff::tz::TimeZone;
use url::Url;

use super::links;
use crate::data_api::report_time::ReportTime;
use crate::rpc::Row;
use crate::text;

/// A call as the report has it. What the account does not give, or gives odd, is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallRow {
    /// The call.
    pub id: CallSessionId,
    /// When it began.
    pub start: Option<ReportTime>,
    /// When it ended.
    pub finish: Option<ReportTime>,
    /// UIS's word for how it ended (`subscriber_disconnects`, `operator_busy`, …).
    pub finish_reason: Option<String>,
    /// In or out.
    pub direction: Option<Direction>,
    /// Whether nobody talked with the client.
    pub is_lost: Option<bool>,
    /// The client.
    pub contact_phone: Option<Phone>,
    /// Our number.
    pub virtual_number: Option<Phone>,
    /// Lengths of its parts.
    pub durations: Durations,
    /// The employees who took part.
    pub employees: Vec<CallEmployee>,
    /// Who picked up first.
    pub first_answered: Option<EmployeeRef>,
    /// Who picked up last.
    pub last_answered: Option<EmployeeRef>,
    /// Who talked first.
    pub first_talked: Option<EmployeeRef>,
    /// Who talked last.
    pub last_talked: Option<EmployeeRef>,
    /// Its tags.
    pub tags: Vec<CallTag>,
    /// The scenario that met it.
    pub scenario: Option<Named>,
    /// The site, by its domain.
    pub site: Option<Named>,
    /// The advertising campaign.
    pub campaign: Option<Named>,
    /// The traffic source (`source_id`, `source_name`).
    pub source: Option<Named>,
    /// Where in UIS the call arose (column `source`: `va`, `callapi`, `sip`, …).
    pub origin: Option<String>,
    /// `primary`, `secondary`, `first`, `through`, `lost`, `target`, `off-target`, `quality`, `rest`.
    pub attributes: Vec<String>,
    /// The communication end-to-end analytics counts it as.
    pub communication: Option<CommunicationId>,
    /// Which communication of this client it is, from 1.
    pub communication_number: Option<i64>,
    /// Our own id of a call that we started (`call_api_external_id`).
    pub external_id: Option<String>,
    /// Recordings of its parts.
    pub records: Vec<Url>,
    /// The recording of the whole.
    pub full_record: Option<Url>,
    /// Every column that says something, by its UIS name, as text; lists are joined with `, `, lists
    /// of objects by their names. `call_records` and its like hold the bare hashes.
    pub columns: BTreeMap<String, String>,
}

/// Lengths of a call's parts, seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Durations {
    /// `wait_duration`.
    pub wait: Option<u32>,
    /// `total_wait_duration`: with the time in queues and menus.
    pub total_wait: Option<u32>,
    /// `talk_duration`.
    pub talk: Option<u32>,
    /// `clean_talk_duration`: without holds.
    pub clean_talk: Option<u32>,
    /// `total_duration`.
    pub total: Option<u32>,
}

/// An employee's part in a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallEmployee {
    /// The employee.
    pub id: UisEmployeeId,
    /// His name.
    pub full_name: Option<String>,
    /// Whether he picked up.
    pub answered: bool,
    /// Whether he talked.
    pub talked: bool,
}

/// A tag on a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallTag {
    /// Its id.
    pub id: Option<i64>,
    /// Its name.
    pub name: String,
}

/// Something with a name, and mostly an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id.
    pub id: Option<i64>,
    /// Its name.
    pub name: String,
}

impl CallRow {
    /// The best recording there is: of the whole call, else of its first part.
    pub fn record(&self) -> Option<&Url> {
        self.full_record.as_ref().or_else(|| self.records.first())
    }

    /// Whether it is the client's first communication («Первичное обращение»); `None` when the
    /// account tells neither attributes nor numbers.
    pub fn is_primary(&self) -> Option<bool> {
        let has = |name: &str| self.attributes.iter().any(|attribute| attribute == name);
        let said = has("primary") || has("secondary");
        said.then(|| has("primary")).or(self.communication_number.map(|number| number == 1))
    }

    /// Reads a row; `None` without an id.
    pub(super) fn read(row: Row<'_>, data_api: &Url, timezone: &TimeZone) -> Option<Self> {
        let time = |name| ReportTime::parse(&row.text(name)?, timezone);
        Some(Self {
            id: CallSessionId(row.whole("id")?),
            start: time("start_time"),
            finish: time("finish_time"),
            finish_reason: row.text("finish_reason"),
            direction: row.direction(),
            is_lost: row.truth("is_lost"),
            contact_phone: row.phone("contact_phone_number"),
            virtual_number: row.phone("virtual_phone_number"),
            durations: Durations::read(row),
            employees: row.rows("employees").filter_map(CallEmployee::read).collect(),
            first_answered: employee(row, "first_answered"),
            last_answered: employee(row, "last_answered"),
            first_talked: employee(row, "first_talked"),
            last_talked: employee(row, "last_talked"),
            tags: row.rows("tags").filter_map(CallTag::read).collect(),
            scenario: named(row, "scenario_id", "scenario_name"),
            site: named(row, "site_id", "site_domain_name"),
            campaign: named(row, "campaign_id", "campaign_name"),
            source: named(row, "source_id", "source_name"),
            origin: row.text("source"),
            attributes: row.list("attributes"),
            communication: row.whole("communication_id").map(CommunicationId),
            communication_number: row.whole("communication_number"),
            external_id: row.text("call_api_external_id"),
            records: links::records(row, data_api),
            full_record: links::full_record(row),
            columns: row.0.iter().filter_map(|(k, v)| Some((k.clone(), text::of(v)?))).collect(),
        })
    }
}

impl Durations {
    fn read(row: Row<'_>) -> Self {
        Self {
            wait: row.seconds("wait_duration"),
            total_wait: row.seconds("total_wait_duration"),
            talk: row.seconds("talk_duration"),
            clean_talk: row.seconds("clean_talk_duration"),
            total: row.seconds("total_duration"),
        }
    }
}

impl CallEmployee {
    fn read(row: Row<'_>) -> Option<Self> {
        Some(Self {
            id: UisEmployeeId(row.whole("employee_id")?),
            full_name: row.text("employee_full_name"),
            answered: row.truth("is_answered").unwrap_or(false),
            talked: row.truth("is_talked").unwrap_or(false),
        })
    }
}

impl CallTag {
    /// Reads an element of `tags`.
    pub(crate) fn read(row: Row<'_>) -> Option<Self> {
        Some(Self { id: row.whole("tag_id"), name: row.text("tag_name")? })
    }
}

fn employee(row: Row<'_>, part: &str) -> Option<EmployeeRef> {
    let id = UisEmployeeId(row.whole(&format!("{part}_employee_id"))?);
    Some(EmployeeRef { id, full_name: row.text(&format!("{part}_employee_full_name")) })
}

fn named(row: Row<'_>, id: &str, name: &str) -> Option<Named> {
    Some(Named { id: row.whole(id), name: row.text(name)? })
}

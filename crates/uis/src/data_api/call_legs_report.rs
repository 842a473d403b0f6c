//! `get.call_legs_report`: the single connections a call is made of.

use domain::Failure;
use domain::calls::Direction;
use domain::ids::{CallSessionId, UisEmployeeId};
use jiff::tz::TimeZone;
use serde_json::json;

use super::DataApi;
use super::calls_report::CallsQuery;
use super::report_time::ReportTime;
use crate::rpc::Row;

/// What we ask for: the default columns lack the employee's name and whether he talked.
const COLUMNS: &[&str] = &[
    "id",
    "call_session_id",
    "start_time",
    "connect_time",
    "duration",
    "total_duration",
    "finish_reason",
    "direction",
    "is_transfered",
    "is_operator",
    "employee_id",
    "employee_full_name",
    "employee_phone_number",
    "is_failed",
    "is_talked",
];

/// One leg of a call: the client's, or one employee's phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallLeg {
    /// Its id (`leg_id` of notifications).
    pub id: i64,
    /// The call.
    pub session: CallSessionId,
    /// When it began.
    pub start: Option<ReportTime>,
    /// When somebody picked up.
    pub connect: Option<ReportTime>,
    /// Seconds of talk.
    pub talk_seconds: Option<u32>,
    /// Seconds in all.
    pub total_seconds: Option<u32>,
    /// UIS's word for how it ended.
    pub finish_reason: Option<String>,
    /// In or out.
    pub direction: Option<Direction>,
    /// Whether it came about by a transfer (`is_transfered`).
    pub transferred: Option<bool>,
    /// Whether it is an employee's.
    pub of_employee: Option<bool>,
    /// The employee.
    pub employee: Option<UisEmployeeId>,
    /// His name.
    pub employee_full_name: Option<String>,
    /// The phone that rang.
    pub employee_phone: Option<String>,
    /// Whether it failed.
    pub failed: Option<bool>,
    /// Whether there was talk.
    pub talked: Option<bool>,
}

impl CallLeg {
    fn read(row: Row<'_>, timezone: &TimeZone) -> Option<Self> {
        let time = |name| ReportTime::parse(&row.text(name)?, timezone);
        Some(Self {
            id: row.whole("id")?,
            session: CallSessionId(row.whole("call_session_id")?),
            start: time("start_time"),
            connect: time("connect_time"),
            talk_seconds: row.seconds("duration"),
            total_seconds: row.seconds("total_duration"),
            finish_reason: row.text("finish_reason"),
            direction: row.direction(),
            transferred: row.truth("is_transfered"),
            of_employee: row.truth("is_operator"),
            employee: row.whole("employee_id").map(UisEmployeeId),
            employee_full_name: row.text("employee_full_name"),
            employee_phone: row.text("employee_phone_number"),
            failed: row.truth("is_failed"),
            talked: row.truth("is_talked"),
        })
    }
}

impl DataApi {
    /// The legs of one call begun in the given time, the earliest first.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn call_legs(
        &self,
        session: CallSessionId,
        query: &CallsQuery,
        timezone: &TimeZone,
    ) -> Result<Vec<CallLeg>, Failure> {
        let mut params = query.dates(timezone);
        let filter = json!({ "field": "call_session_id", "operator": "=", "value": session.0 });
        params.insert("filter".to_owned(), filter);
        params.insert("fields".to_owned(), json!(COLUMNS));
        params.insert("sort".to_owned(), json!([{ "field": "start_time", "order": "asc" }]));
        let rows = self.rows("get.call_legs_report", params).await?;
        Ok(rows.iter().filter_map(|row| CallLeg::read(Row(row), timezone)).collect())
    }
}

//! `get.offline_messages_report`: the leads that visitors left on the customer's sites.
//!
//! Rows can't be sorted or filtered by their time (the report's columns have no such mark), so all of a
//! period come, and are put in order here.

mod columns;

use std::collections::{BTreeMap, BTreeSet};

use domain::Failure;
use domain::ids::CommunicationId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value, json};

use super::DataApi;
use super::report_time::ReportTime;
use crate::rpc::{Fault, Params, Row};
use crate::text;

pub(super) use columns::COLUMNS;

/// A lead as the report has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadRow {
    /// The communication it is: `communication_id`, or the row's own `id` where the account gives none.
    pub communication: CommunicationId,
    /// When it was left (`date_time`).
    pub at: Option<ReportTime>,
    /// Every column that says something, by its UIS name, as text.
    pub columns: BTreeMap<String, String>,
}

impl DataApi {
    /// The leads left between the two moments (at most three months apart), each once, the earliest first.
    /// Leads that UIS does not show yet are simply not there. `timezone` is the account's.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn leads(
        &self,
        from: Timestamp,
        till: Timestamp,
        timezone: &TimeZone,
    ) -> Result<Vec<LeadRow>, Failure> {
        let rows = self.lead_rows(from, till, timezone).await?;
        let mut seen = BTreeSet::new();
        let mut leads: Vec<LeadRow> = rows
            .iter()
            .filter_map(|row| LeadRow::read(Row(row), timezone))
            .filter(|lead| seen.insert(lead.communication))
            .collect();
        leads.sort_by_key(|lead| (lead.at.map(|time| time.at), lead.communication));
        Ok(leads)
    }

    async fn lead_rows(
        &self,
        from: Timestamp,
        till: Timestamp,
        timezone: &TimeZone,
    ) -> Result<Vec<Map<String, Value>>, Fault> {
        let mut form = self.leads_shape.form();
        loop {
            let mut params = Params::new();
            params.insert("date_from".to_owned(), ReportTime::write(from, timezone).into());
            params.insert("date_till".to_owned(), ReportTime::write(till, timezone).into());
            params.insert("fields".to_owned(), json!(form.columns()));
            match self.rows("get.offline_messages_report", params).await {
                Ok(rows) => {
                    self.leads_shape.keep(form);
                    return Ok(rows);
                }
                Err(fault) => form.adapt(fault, 0)?,
            }
        }
    }
}

impl LeadRow {
    fn read(row: Row<'_>, timezone: &TimeZone) -> Option<Self> {
        let number = row.whole("communication_id").or_else(|| row.whole("id"))?;
        Some(Self {
            communication: CommunicationId(number),
            at: row.text("date_time").and_then(|time| ReportTime::parse(&time, timezone)),
            columns: row.0.iter().filter_map(|(k, v)| Some((k.clone(), text::of(v)?))).collect(),
        })
    }
}

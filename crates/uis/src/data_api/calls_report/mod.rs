//! `get.calls_report`: what UIS knows of a call when it is over.

pub(super) mod columns;
mod links;
mod query;
mod row;

use std::collections::BTreeSet;

use domain::Failure;
use domain::ids::CallSessionId;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::DataApi;
use crate::rpc::{Fault, Row};

pub use query::CallsQuery;
pub use row::{CallEmployee, CallRow, CallTag, Durations, Named};

/// Ids in one filter: keeps the request small.
const IDS_AT_ONCE: usize = 100;

impl DataApi {
    /// The calls asked for, each once, the earliest first. Calls that UIS does not show yet are simply
    /// not there. `timezone` is the account's.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn calls(
        &self,
        query: &CallsQuery,
        timezone: &TimeZone,
    ) -> Result<Vec<CallRow>, Failure> {
        let mut calls = Vec::new();
        if query.ids.is_empty() {
            calls = self.calls_of(query, &[], timezone).await?;
        }
        for ids in query.ids.chunks(IDS_AT_ONCE) {
            calls.extend(self.calls_of(query, ids, timezone).await?);
        }
        let mut seen = BTreeSet::new();
        let mut calls: Vec<CallRow> = calls
            .iter()
            .filter_map(|row| CallRow::read(Row(row), self.rpc.url(), timezone))
            .filter(|call| query.ids.is_empty() || query.ids.contains(&call.id))
            .filter(|call| seen.insert(call.id))
            .collect();
        calls.sort_by_key(|call| (call.start.map(|start| start.at), call.id));
        Ok(calls)
    }

    /// Columns of the calls report that this account refuses to give, as far as met.
    pub fn refused_call_columns(&self) -> BTreeSet<&'static str> {
        self.calls_shape.refused()
    }

    /// The rows of one request.
    async fn calls_of(
        &self,
        query: &CallsQuery,
        ids: &[CallSessionId],
        timezone: &TimeZone,
    ) -> Result<Vec<Map<String, Value>>, Fault> {
        let mut form = self.calls_shape.form();
        loop {
            let params = query.params(ids, &form, timezone);
            match self.rows("get.calls_report", params).await {
                Ok(rows) => {
                    self.calls_shape.keep(form);
                    return Ok(rows);
                }
                Err(fault) => form.adapt(fault, ids.len())?,
            }
        }
    }
}

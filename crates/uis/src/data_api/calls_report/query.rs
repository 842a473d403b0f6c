//! Which calls are asked for.

use domain::ids::CallSessionId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::data_api::report_shape::Form;
use crate::data_api::report_time::ReportTime;
use crate::rpc::Params;

/// Calls begun in a time, all or some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallsQuery {
    /// Begun at or after. UIS takes whole seconds and at most three months.
    pub from: Timestamp,
    /// Begun at or before.
    pub till: Timestamp,
    /// Only these; empty for all.
    pub ids: Vec<CallSessionId>,
    /// Also calls that still go on.
    pub ongoing: bool,
}

impl CallsQuery {
    /// All finished calls begun between the two moments.
    pub fn between(from: Timestamp, till: Timestamp) -> Self {
        Self { from, till, ids: Vec::new(), ongoing: false }
    }

    /// Only the calls with these ids.
    #[must_use]
    pub fn only(mut self, ids: impl IntoIterator<Item = CallSessionId>) -> Self {
        self.ids = ids.into_iter().collect();
        self
    }

    /// The parameters that every report takes.
    pub(in crate::data_api) fn dates(&self, timezone: &TimeZone) -> Params {
        let mut params = Params::new();
        let (from, till) = (self.from, self.till);
        params.insert("date_from".to_owned(), ReportTime::write(from, timezone).into());
        params.insert("date_till".to_owned(), ReportTime::write(till, timezone).into());
        params
    }

    pub(super) fn params(&self, ids: &[CallSessionId], form: &Form, timezone: &TimeZone) -> Params {
        let mut params = self.dates(timezone);
        params.insert("fields".to_owned(), json!(form.columns()));
        params.insert("sort".to_owned(), json!([{ "field": "start_time", "order": "asc" }]));
        if let Some(filter) = id_filter(ids, form.takes_in) {
            params.insert("filter".to_owned(), filter);
        }
        if self.ongoing {
            params.insert("include_ongoing_calls".to_owned(), true.into());
        }
        params
    }
}

/// One id: `=`. Several: `in`, or where UIS does not take it ("not for all methods") a tree of `=`.
fn id_filter(ids: &[CallSessionId], takes_in: bool) -> Option<Value> {
    let equal = |id: &CallSessionId| json!({ "field": "id", "operator": "=", "value": id.0 });
    match ids {
        [] => None,
        [id] => Some(equal(id)),
        ids if takes_in => {
            let values: Vec<i64> = ids.iter().map(|id| id.0).collect();
            Some(json!({ "field": "id", "operator": "in", "value": values }))
        }
        ids => {
            let filters: Vec<Value> = ids.iter().map(equal).collect();
            Some(json!({ "filters": filters, "condition": "or" }))
        }
    }
}

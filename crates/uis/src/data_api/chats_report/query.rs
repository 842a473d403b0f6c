//! Which chats are asked for.

use domain::chats::ChatId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::data_api::report_shape::Form;
use crate::data_api::report_time::ReportTime;
use crate::rpc::Params;

/// Chats begun in a time, all or some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatsQuery {
    /// Begun at or after. UIS takes whole seconds and at most three months.
    pub from: Timestamp,
    /// Begun at or before.
    pub till: Timestamp,
    /// Only these; empty for all.
    pub ids: Vec<ChatId>,
}

impl ChatsQuery {
    /// All chats begun between the two moments.
    pub fn between(from: Timestamp, till: Timestamp) -> Self {
        Self { from, till, ids: Vec::new() }
    }

    /// Only the chats with these ids.
    #[must_use]
    pub fn only(mut self, ids: impl IntoIterator<Item = ChatId>) -> Self {
        self.ids = ids.into_iter().collect();
        self
    }

    pub(super) fn params(&self, ids: &[ChatId], form: &Form, timezone: &TimeZone) -> Params {
        let mut params = Params::new();
        params.insert("date_from".to_owned(), ReportTime::write(self.from, timezone).into());
        params.insert("date_till".to_owned(), ReportTime::write(self.till, timezone).into());
        params.insert("fields".to_owned(), json!(form.columns()));
        params.insert("sort".to_owned(), json!([{ "field": "date_time", "order": "asc" }]));
        let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
        if let Some(filter) = id_filter(&ids, form.takes_in) {
            params.insert("filter".to_owned(), filter);
        }
        params
    }
}

/// One id: `=`. Several: `in`, or where UIS does not take it a tree of `=`.
fn id_filter(ids: &[i64], takes_in: bool) -> Option<Value> {
    let equal = |id: &i64| json!({ "field": "id", "operator": "=", "value": id });
    match ids {
        [] => None,
        [id] => Some(equal(id)),
        ids if takes_in => Some(json!({ "field": "id", "operator": "in", "value": ids })),
        ids => {
            let filters: Vec<Value> = ids.iter().map(equal).collect();
            Some(json!({ "filters": filters, "condition": "or" }))
        }
    }
}

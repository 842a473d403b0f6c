//! The rows of the reports on calls and leads.

use jiff::civil::DateTime;
use jiff::{SignedDuration, Span, Timestamp};
use serde_json::{Map, Value, json};

use crate::uis::calls::{LiveCall, ReportedCall, Row};
use crate::uis::moment;
use crate::uis::rpc::ApiError;
use crate::uis::state::State;

/// Which calls or leads are asked for.
pub(super) struct Period {
    from: DateTime,
    till: DateTime,
    with_ongoing: bool,
}

/// Parameters of `get.calls_report` besides the common ones.
pub(super) const CALLS: [&str; 3] = ["date_from", "date_till", "include_ongoing_calls"];
/// Parameters of `get.call_legs_report` besides the common ones.
pub(super) const LEGS: [&str; 2] = ["date_from", "date_till"];
/// Parameters of `get.offline_messages_report` besides the common ones.
pub(super) const LEADS: [&str; 3] = ["date_from", "date_till", "include_tech_offline_messages"];

impl Period {
    pub(super) fn parse(params: &Map<String, Value>) -> Result<Self, ApiError> {
        let (from, till) = (date(params, "date_from")?, date(params, "date_till")?);
        if till < from {
            return Err(ApiError::wrong_value("date_till", &json!(till.to_string())));
        }
        if from.checked_add(Span::new().months(3)).is_ok_and(|longest| till > longest) {
            return Err(ApiError::interval_too_long());
        }
        let with_ongoing = match params.get("include_ongoing_calls") {
            None | Some(Value::Null) => false,
            Some(Value::Bool(wanted)) => *wanted,
            Some(other) => return Err(ApiError::wrong_type("include_ongoing_calls", other)),
        };
        Ok(Self { from, till, with_ongoing })
    }

    /// Finished calls of the period which the reports show already, and ongoing ones if wanted.
    pub(super) fn calls(&self, state: &State, now: Timestamp) -> Vec<Row> {
        let finished = self.visible(state, now).map(|call| call.row.clone());
        let ongoing = state
            .live
            .values()
            .filter(|call| self.with_ongoing && self.covers(state, call.started_at));
        finished.chain(ongoing.map(|call| ongoing_row(state, call))).collect()
    }

    /// Legs of finished calls.
    pub(super) fn legs(&self, state: &State, now: Timestamp) -> Vec<Row> {
        self.visible(state, now).flat_map(|call| call.legs.clone()).collect()
    }

    pub(super) fn is_longer_than(&self, length: SignedDuration) -> bool {
        self.till.duration_since(self.from) > length
    }

    /// Those of the rows whose moments lie in the period.
    pub(super) fn of(&self, state: &State, rows: Vec<(Timestamp, Row)>) -> Vec<Row> {
        let rows = rows.into_iter().filter(|(at, _)| self.covers(state, *at));
        rows.map(|(_, row)| row).collect()
    }

    /// Leads of the period which the report shows already.
    pub(super) fn leads(&self, state: &State, now: Timestamp) -> Vec<Row> {
        let shown = |from: Option<Timestamp>| from.is_some_and(|from| from <= now);
        let leads = state.leads.iter().filter(|lead| shown(lead.visible_from));
        leads.filter(|lead| self.covers(state, lead.left_at)).map(|lead| lead.row.clone()).collect()
    }

    fn visible<'a>(
        &'a self,
        state: &'a State,
        now: Timestamp,
    ) -> impl Iterator<Item = &'a ReportedCall> {
        state.reported.iter().filter(move |call| {
            call.visible_from.is_some_and(|from| from <= now) && self.covers(state, call.started_at)
        })
    }

    fn covers(&self, state: &State, at: Timestamp) -> bool {
        let at_wall = at.to_zoned_datetime(state.zone.clone()).datetime();
        self.from <= at_wall && at_wall <= self.till
    }
}

fn date(params: &Map<String, Value>, name: &str) -> Result<DateTime, ApiError> {
    match params.get(name) {
        None | Some(Value::Null) => Err(ApiError::missing(name)),
        Some(Value::String(text)) => moment::parse(text)
            .ok_or_else(|| ApiError::wrong_value(name, &Value::from(text.as_str()))),
        Some(other) => Err(ApiError::wrong_type(name, other)),
    }
}

fn ongoing_row(state: &State, call: &LiveCall) -> Row {
    let row = json!({
        "id": call.session,
        "start_time": moment::wire(call.started_at, &state.zone),
        "direction": call.direction.wire(),
        "contact_phone_number": call.contact_phone,
        "virtual_phone_number": call.virtual_number,
        "communication_type": "call",
    });
    row.as_object().cloned().unwrap_or_default()
}

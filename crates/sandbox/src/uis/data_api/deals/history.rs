//! `upload.deals_history`: all rows or none, and processed after a while.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::row_check::{ROW, RowCheck};
use super::{named, text};
use crate::uis::calls::Row;
use crate::uis::deals::{Deals, text as cell};
use crate::uis::rpc::{Answer, ApiError, Param, Shape, check};
use crate::uis::state::State;

/// Most rows of one request.
const MOST: usize = 1000;

const UPLOAD: &[Param] = &[Param::required("deals", Shape::Objects(ROW, MOST))];
const ONE: &[Param] = &[Param::required("ext_id", Shape::Text)];

/// Takes rows; one bad row refuses them all.
pub(super) fn upload(
    state: &mut State,
    params: &Map<String, Value>,
    now: Timestamp,
) -> Result<Answer, ApiError> {
    check(params, UPLOAD)?;
    let given = params.get("deals").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut taken: Vec<Row> = Vec::with_capacity(given.len());
    for row in given.into_iter().filter_map(|row| row.as_object().cloned()) {
        let before = state.deals.uploaded(cell(&row, "ext_id"));
        let same = taken.iter().filter(|one| cell(one, "ext_id") == cell(&row, "ext_id"));
        let last = before.chain(same).last().cloned();
        RowCheck { deals: &state.deals, zone: &state.zone, now }.check(&row, last.as_ref())?;
        taken.push(row);
    }
    let effects = taken.iter().map(|row| format!("deal {}", cell(row, "ext_id"))).collect();
    let lag = SignedDuration::from_secs(state.settings.deals.lag_secs);
    let due = now.checked_add(lag).unwrap_or(Timestamp::MAX);
    state.deals.processing.extend(taken.into_iter().map(|row| (due, row)));
    Ok(Answer { effects, ..Answer::data(json!({})) })
}

/// A deal is forgotten with its whole history.
pub(super) fn delete(deals: &mut Deals, params: &Map<String, Value>) -> Result<Answer, ApiError> {
    check(params, ONE)?;
    let ext_id = text(params, "ext_id");
    let before = deals.history.len();
    deals.history.retain(|row| cell(row, "ext_id") != ext_id);
    if deals.history.len() == before {
        return Err(ApiError::entity_not_found("ext_id", &json!(ext_id)));
    }
    Ok(named(&ext_id, format!("deal {ext_id} deleted")))
}

//! A step with the result of a row.

use domain::deals::DealRow;
use engine::model::Outcome;
use jiff::Timestamp;
use serde_json::Value;

use super::lane::DealLane;
use super::watch;

/// The row was taken, or given up (then the journal has the reason from the engine).
pub(super) fn step(lane: &mut DealLane, outcome: &Outcome, now: Timestamp) {
    let Some(number) = number_of(&outcome.kind) else { return };
    lane.planned.retain(|planned| planned.number != number);
    lane.dead.retain(|dead| *dead != number);
    match outcome.result.as_ref().map(row_of) {
        Ok(Some(row)) => {
            watch::begin(lane, row.clone(), now);
            lane.accepted = Some(row);
        }
        Ok(None) => {}
        Err(_) => lane.dead.push(number),
    }
}

/// The number in an effect's kind: `row/3`.
fn number_of(kind: &str) -> Option<u32> {
    kind.strip_prefix("row/")?.parse().ok()
}

fn row_of(answer: &Value) -> Option<DealRow> {
    serde_json::from_value(answer.get("row")?.clone()).ok()
}

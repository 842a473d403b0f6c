//! A deal's line in the journal.

use domain::Failure;
use engine::Place;
use engine::model::{Standing, Summary};
use serde_json::Value;

use super::lane::DealLane;
use crate::draft::json;

/// How the deal stands.
pub(super) fn summary(place: &Place, lane: &DealLane) -> Result<Summary, Failure> {
    let waits = lane.awaited().is_some() || !lane.planned.is_empty();
    let state = match (waits, lane.foreign) {
        (true, _) => Standing::Waiting,
        (false, true) => Standing::Filtered,
        (false, false) => Standing::Done,
    };
    Ok(Summary {
        direction: None,
        phone: lane.phone.clone(),
        client: lane.contact.as_ref().map(|contact| contact.name.clone()),
        title: lane.name.clone(),
        state,
        reason: lane.stands.as_ref().map_or(Ok(Value::Null), json)?,
        started_at: lane.first_told,
        task: place.key.thing().parse().ok(),
        contact: lane.last().and_then(|row| row.contact).map(|contact| contact.0),
    })
}

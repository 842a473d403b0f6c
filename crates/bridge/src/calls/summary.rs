//! A call's line in the journal.

use domain::Failure;
use engine::model::{Standing, Summary};
use serde_json::Value;

use super::lane::{CallLane, Decided};
use crate::draft::json;

/// How the call stands.
pub(super) fn summary(lane: &CallLane, waits: bool) -> Result<Summary, Failure> {
    let facts = &lane.facts;
    let (state, title, reason) = match &lane.decided {
        Some(Decided::Filtered { why }) => (Standing::Filtered, String::new(), json(why)?),
        Some(Decided::Nothing { why }) => (Standing::Done, String::new(), json(why)?),
        Some(Decided::Task { name }) => (Standing::Done, name.clone(), Value::Null),
        None => (Standing::Waiting, String::new(), Value::Null),
    };
    let state = if waits && state == Standing::Done { Standing::Waiting } else { state };
    Ok(Summary {
        direction: facts.direction,
        phone: facts.phone.clone(),
        client: lane.client(),
        title,
        state,
        reason,
        started_at: facts.began_at,
        task: lane.task.map(|task| task.0),
        contact: lane.contact.map(|contact| contact.0),
    })
}

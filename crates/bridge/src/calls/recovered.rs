//! A step with a call that only the report told of.

use domain::Failure;
use domain::calls::CallNote;
use jiff::Timestamp;
use serde_json::Value;

use super::lane::{CallLane, Decided};
use super::{acquaint, live};
use crate::draft::{Draft, json};
use crate::reconcile::{ReconcileNote, ReportedCall};
use crate::scene::Scene;
use crate::stored::unreadable_event;

/// Takes the report's row in. Planfix was shown nothing of the call and never will be; it can still say
/// whether it knows the client.
pub(super) async fn step(
    scene: &Scene<'_>,
    lane: &mut CallLane,
    payload: Value,
    draft: &mut Draft<'_>,
) -> Result<Option<Timestamp>, Failure> {
    let reported: ReportedCall = serde_json::from_value(payload).map_err(unreadable_event)?;
    draft.note_as("reconcile", json(&ReconcileNote::Recovered)?);
    lane.facts.began_at = reported.began_at;
    lane.facts.learn(reported.report);
    lane.recovered = true;
    lane.shown.closed = true;
    let internal = live::is_internal(scene, &lane.facts.variables).await?;
    lane.answers.internal = Some(internal);
    if internal {
        draft.note(&CallNote::Internal)?;
        lane.decided = Some(Decided::Filtered { why: Box::new(CallNote::Internal) });
        return Ok(None);
    }
    acquaint::ask(scene, lane, draft).await?;
    Ok(Some(scene.place.now))
}

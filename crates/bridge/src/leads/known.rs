//! What others ask of a lead's lane.

use domain::deals::CommunicationKind;
use domain::ids::CommunicationId;
use domain::templates::Variables;
use engine::store::LaneView;

use super::LANE;
use super::lane::LeadLane;
use crate::made_task::MadeTask;

/// The variables of a lead by the catalogue's names; `None` when the lane is no lead's, or nothing of it
/// was worked off yet.
pub(crate) fn variables_of(lane: &LaneView) -> Option<Variables> {
    Some(remembered(lane)?.facts.template_variables())
}

/// The task that was made of a lead; `None` when there is none, or the lane is no lead's.
pub(crate) fn made_task_of(lane: &LaneView) -> Option<MadeTask> {
    let lead = remembered(lane)?;
    let task = lead.making.task.filter(|_| lead.making.own_task)?;
    // the lane of a lead that UIS has numbered is named by the number; a site's word without one is not
    let by_lane = || lane.key.thing().parse().ok().map(CommunicationId);
    let id = lead.facts.communication().or_else(by_lane);
    Some(MadeTask { task, kind: CommunicationKind::OfflineMessage, id })
}

fn remembered(lane: &LaneView) -> Option<LeadLane> {
    if lane.key.kind() != LANE {
        return None;
    }
    serde_json::from_value(lane.state.clone()).ok()
}

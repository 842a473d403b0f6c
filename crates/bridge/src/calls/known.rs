//! What others ask of a call's lane.

use domain::Failure;
use domain::deals::CommunicationKind;
use domain::ids::CommunicationId;
use domain::templates::Variables;
use engine::store::LaneView;

use super::LANE;
use super::lane::CallLane;
use super::report::row_of;
use crate::accounts::Account;
use crate::made_task::MadeTask;

/// The variables of a call by the catalogue's names; `None` when the lane is no call's, or nothing of it
/// was worked off yet.
pub(crate) fn variables_of(lane: &LaneView) -> Option<Variables> {
    Some(remembered(lane)?.facts.template_variables())
}

/// The task that was made of a call; `None` when there is none, or the lane is no call's.
pub(crate) fn made_task_of(lane: &LaneView) -> Option<MadeTask> {
    let call = remembered(lane)?;
    let task = call.task.filter(|_| call.own_task)?;
    Some(MadeTask { task, kind: CommunicationKind::Call, id: call.facts.communication })
}

/// Asks UIS's report for the id of a call's communication; `None` when the report has none (yet), or the lane is no
/// call's.
pub(crate) async fn reported_communication(
    account: &Account,
    lane: &LaneView,
) -> Result<Option<CommunicationId>, Failure> {
    let Some(call) = remembered(lane) else { return Ok(None) };
    Ok(row_of(account, &call.facts).await?.and_then(|row| row.communication))
}

fn remembered(lane: &LaneView) -> Option<CallLane> {
    if lane.key.kind() != LANE {
        return None;
    }
    serde_json::from_value(lane.state.clone()).ok()
}

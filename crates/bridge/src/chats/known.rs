//! What whoever counts chats and their tasks asks of a chat's lane.

use domain::Failure;
use domain::deals::CommunicationKind;
use domain::ids::CommunicationId;
use domain::templates::Variables;
use engine::store::LaneView;

use super::LANE;
use super::lane::ChatLane;
use super::report;
use crate::accounts::Account;
use crate::made_task::MadeTask;

/// The variables of a chat by the catalogue's names; `None` when the lane is no chat's, or nothing of it
/// was worked off yet.
pub(crate) fn variables_of(lane: &LaneView) -> Option<Variables> {
    Some(remembered(lane)?.facts.template_variables())
}

/// The task that was made of a chat; `None` when there is none, or the lane is no chat's.
pub(crate) fn made_task_of(lane: &LaneView) -> Option<MadeTask> {
    let chat = remembered(lane)?;
    let task = chat.making.task.filter(|_| chat.making.own_task)?;
    let id = chat.facts.report.and_then(|report| report.communication());
    Some(MadeTask { task, kind: CommunicationKind::Chat, id })
}

/// Asks UIS's report for the id of a chat's communication; `None` when the report has none (yet), or the lane is no
/// chat's.
pub(crate) async fn reported_communication(
    account: &Account,
    lane: &LaneView,
) -> Result<Option<CommunicationId>, Failure> {
    let Some(chat) = remembered(lane) else { return Ok(None) };
    Ok(report::fetch(account, &chat.facts).await?.and_then(|row| row.communication()))
}

fn remembered(lane: &LaneView) -> Option<ChatLane> {
    if lane.key.kind() != LANE {
        return None;
    }
    serde_json::from_value(lane.state.clone()).ok()
}

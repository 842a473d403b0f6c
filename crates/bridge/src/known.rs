//! What is known of a communication, whatever kind it is of.

use domain::Failure;
use domain::ids::CommunicationId;
use domain::templates::Variables;
use engine::store::LaneView;

use crate::accounts::Account;
use crate::made_task::MadeTask;
use crate::{calls, chats, leads};

/// The variables of a call, lead or chat by the catalogue's names; `None` when nothing of it was worked off
/// yet, or the lane is none's that has any.
pub fn variables_of(lane: &LaneView) -> Option<Variables> {
    calls::variables_of(lane)
        .or_else(|| leads::variables_of(lane))
        .or_else(|| chats::variables_of(lane))
}

/// Asks UIS's report for the id of a communication that told none; `None` when the report has none (yet). A lead's
/// comes with its row, which is read anyway.
pub(crate) async fn reported_communication(
    account: &Account,
    lane: &LaneView,
) -> Result<Option<CommunicationId>, Failure> {
    match calls::reported_communication(account, lane).await? {
        Some(known) => Ok(Some(known)),
        None => chats::reported_communication(account, lane).await,
    }
}

/// The task that was made of a call, lead or chat; `None` when there is none, or the lane is of another kind.
pub(crate) fn made_task_of(lane: &LaneView) -> Option<MadeTask> {
    calls::made_task_of(lane)
        .or_else(|| leads::made_task_of(lane))
        .or_else(|| chats::made_task_of(lane))
}

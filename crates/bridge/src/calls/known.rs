//! What is known of a call, for whoever tries a template on it.

use domain::deals::{Communication, CommunicationKind};
use domain::templates::Variables;
use engine::store::LaneView;

use super::LANE;
use super::lane::CallLane;

/// The variables of a call by the catalogue's names; `None` when the lane is no call's, or nothing of it
/// was worked off yet.
pub(crate) fn variables_of(lane: &LaneView) -> Option<Variables> {
    if lane.key.kind() != LANE {
        return None;
    }
    let call: CallLane = serde_json::from_value(lane.state.clone()).ok()?;
    Some(call.facts.template_variables())
}

/// The communication that made a task.
pub(crate) enum Maker {
    /// As UIS knows it.
    Known(Communication),
    /// UIS has not told its id.
    Nameless,
}

/// The call as the maker of its task; `None` when the lane is no call's, or made no task.
pub(crate) fn maker_of(lane: &LaneView) -> Option<Maker> {
    if lane.key.kind() != LANE {
        return None;
    }
    let call: CallLane = serde_json::from_value(lane.state.clone()).ok()?;
    let known = |id| Maker::Known(Communication { id, kind: CommunicationKind::Call });
    call.own_task.then(|| call.facts.communication.map_or(Maker::Nameless, known))
}

/// The task that was made of a call; `None` when there is none, or the lane is no call's.
pub(crate) fn made_task_of(lane: &LaneView) -> Option<i64> {
    if lane.key.kind() != LANE {
        return None;
    }
    let call: CallLane = serde_json::from_value(lane.state.clone()).ok()?;
    call.task.filter(|_| call.own_task).map(|task| task.0)
}

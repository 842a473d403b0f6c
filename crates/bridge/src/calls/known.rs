//! What is known of a call, for whoever tries a template on it.

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

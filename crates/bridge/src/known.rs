//! What is known of a communication, for whoever tries a template on it.

use domain::templates::Variables;
use engine::store::LaneView;

use crate::{calls, chats, leads};

/// The variables of a call, lead or chat by the catalogue's names; `None` when nothing of it was worked off yet,
/// or the lane is none's that has any.
pub fn variables_of(lane: &LaneView) -> Option<Variables> {
    calls::variables_of(lane)
        .or_else(|| leads::variables_of(lane))
        .or_else(|| chats::variables_of(lane))
}

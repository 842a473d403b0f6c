//! What others ask of a mirrored chat.

use domain::Failure;
use engine::store::LaneView;
use jiff::Timestamp;

use super::people::contact_word;
use crate::chats::told::lane_of;

/// How a chat stands with Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Led {
    /// Our word for the visitor.
    pub(crate) contact: String,
    /// Whether the chat was begun in its task.
    pub(crate) begun: bool,
}

/// How the chat of a lane stands with Planfix.
///
/// # Errors
/// When the lane can't be read by this version of the program.
pub(crate) fn led(view: LaneView, now: Timestamp) -> Result<Led, Failure> {
    let lane = lane_of(view, now)?;
    let told = lane.mirror.contact.as_ref().map(|told| told.id.clone());
    let contact = told.unwrap_or_else(|| contact_word(&lane.facts));
    Ok(Led { contact, begun: lane.mirror.begun })
}

//! A notification as an event of the inbox.

use domain::Failure;
use domain::calls::CallNotice;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde_json::Value;

use super::LANE;
use crate::stored::unreadable_event;

/// The event to be stored. Notifications with the same `dedup` are one.
///
/// # Errors
/// When the notification can't be written as JSON, which none of ours can't.
pub fn event_of(
    connection: ConnectionId,
    notice: &CallNotice,
    kind: &str,
    dedup: String,
    received_at: Timestamp,
) -> Result<NewEvent, serde_json::Error> {
    Ok(NewEvent {
        connection,
        lane: LaneKey::new(LANE, notice.session),
        kind: kind.to_owned(),
        dedup: DedupKey::new(dedup),
        payload: serde_json::to_value(notice)?,
        received_at,
    })
}

/// The notification in a stored event.
pub(super) fn notice_of(payload: Value) -> Result<CallNotice, Failure> {
    serde_json::from_value(payload).map_err(unreadable_event)
}

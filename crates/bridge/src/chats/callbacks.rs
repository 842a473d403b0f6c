//! Callbacks of the Chat API as events of a chat's lane.

use domain::Failure;
use domain::chats::{ChatCallback, ChatId};
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde_json::Value;

use super::LANE;
use crate::stored::unreadable_event;

/// A callback as an event of the chat it is about.
///
/// # Errors
/// Never in practice: a callback is plain data.
pub(crate) fn event_of(
    connection: ConnectionId,
    chat: ChatId,
    callback: &ChatCallback,
    dedup: String,
    received_at: Timestamp,
) -> Result<NewEvent, serde_json::Error> {
    Ok(NewEvent {
        connection,
        lane: LaneKey::new(LANE, chat),
        kind: callback.event.name().to_owned(),
        dedup: DedupKey::new(dedup),
        payload: serde_json::to_value(callback)?,
        received_at,
    })
}

/// The callback of a stored event.
pub(super) fn callback_of(payload: Value) -> Result<ChatCallback, Failure> {
    serde_json::from_value(payload).map_err(unreadable_event)
}

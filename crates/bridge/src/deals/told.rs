//! What came in: a task was made or changed.

use domain::ids::TaskId;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::LANE;

/// The event that a scenario told of the task.
pub(super) const TOLD: &str = "deal_told";
/// The event that the task was there before.
pub(super) const BACKFILLED: &str = "deal_backfill";

/// Hooks of one task within so many seconds are one event.
const WINDOW: i64 = 4;
/// Clocks of nodes differ by less.
const MARGIN: SignedDuration = SignedDuration::from_secs(1);

/// The event to be stored for a hook.
///
/// Hooks of a burst are one event with copies. The task is read after the burst's window has passed
/// ([`read_after`]), so that whatever a swallowed hook told of is seen; the next window is another event.
pub fn event_of(connection: ConnectionId, task: TaskId, received_at: Timestamp) -> NewEvent {
    let window = received_at.as_second().div_euclid(WINDOW);
    NewEvent {
        connection,
        lane: LaneKey::new(LANE, task),
        kind: TOLD.to_owned(),
        dedup: DedupKey::new(format!("deal/{task}/{window}")),
        payload: json!({ "task": task }),
        received_at,
    }
}

/// The event of a task that was there before. A run of the back-fill tells of a task once.
pub(super) fn backfill_event(
    connection: ConnectionId,
    task: TaskId,
    run: &str,
    received_at: Timestamp,
) -> NewEvent {
    NewEvent {
        connection,
        lane: LaneKey::new(LANE, task),
        kind: BACKFILLED.to_owned(),
        dedup: DedupKey::new(format!("deal/{task}/backfill/{run}")),
        payload: json!({ "task": task }),
        received_at,
    }
}

/// When the task may be read: no hook that was taken for a copy comes later.
pub(super) fn read_after(received_at: Timestamp) -> Timestamp {
    let end = (received_at.as_second().div_euclid(WINDOW) + 1).saturating_mul(WINDOW);
    Timestamp::from_second(end).unwrap_or(received_at).saturating_add(MARGIN).unwrap_or(received_at)
}

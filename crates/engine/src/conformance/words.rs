//! The words of the cases: moments, failures, writes and verdicts.

use domain::failure::Code;
use domain::{Class, Failure};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::flow::Place;
use crate::model::{
    Accepted, ConnectionId, Door, Effect, EventId, LaneKey, Lease, NewEffect, NewEntry, NewNote,
    OperationId, Step, Urgency, Verdict,
};

/// The connection most cases are about.
pub const HERE: ConnectionId = ConnectionId(1);
/// Another one.
pub const THERE: ConnectionId = ConnectionId(2);

/// A moment of the story, in seconds from its beginning.
pub fn at(seconds: i64) -> Timestamp {
    const START: i64 = 1_767_225_600;
    Timestamp::from_second(START + seconds).unwrap()
}

/// A failure that passes.
pub fn hiccup() -> Failure {
    Failure::retry(Code::new("TEST-HICCUP"), "a hiccup")
}

/// A failure that does not pass.
pub fn refusal() -> Failure {
    Failure::permanent(Code::new("TEST-NO"), "never")
}

/// A failure of the given class.
pub fn failure(class: Class) -> Failure {
    Failure::new(class, Code::new("TEST-TROUBLE"), "trouble")
}

/// What knows a lane.
pub trait OfLane {
    /// Whose lane, and what it is about.
    fn lane(&self) -> (ConnectionId, &LaneKey);
}

impl OfLane for Lease {
    fn lane(&self) -> (ConnectionId, &LaneKey) {
        (self.connection, &self.key)
    }
}

impl OfLane for Place {
    fn lane(&self) -> (ConnectionId, &LaneKey) {
        (self.connection, &self.key)
    }
}

/// A calm write by the door `rest`, of the given name, that reports nothing.
pub fn write(of: &impl OfLane, name: &str) -> NewEffect {
    let (connection, key) = of.lane();
    NewEffect {
        operation: OperationId::of(connection, key, name),
        door: Door::new("rest"),
        urgency: Urgency::Calm,
        kind: "write".to_owned(),
        payload: json!({ "name": name }),
        report: false,
        not_before: None,
    }
}

/// A live write by the door `telephony`.
pub fn live_write(of: &impl OfLane, name: &str) -> NewEffect {
    NewEffect { door: Door::new("telephony"), urgency: Urgency::Live, ..write(of, name) }
}

/// A step that plans these writes and nothing else.
pub fn plan(effects: impl IntoIterator<Item = NewEffect>) -> Step {
    Step { effects: effects.into_iter().collect(), ..Step::default() }
}

/// The name of a planned write.
pub fn name(effect: &Effect) -> &str {
    effect.payload.get("name").and_then(Value::as_str).unwrap()
}

/// A write that was carried out.
pub fn done() -> Verdict {
    Verdict::Done(json!({ "id": 7 }))
}

/// A write to be looked for.
pub fn unknown(look_at: i64) -> Verdict {
    Verdict::Unknown { look_at: at(look_at), failure: failure(Class::Unknown) }
}

/// A write to be sent again.
pub fn again(seconds: i64) -> Verdict {
    Verdict::Again { at: at(seconds), failure: hiccup() }
}

/// A write that met a shut door.
pub fn throttled(until: i64) -> Verdict {
    let failure = failure(Class::Throttled { wait: SignedDuration::from_secs(60) });
    Verdict::Shut { until: at(until), failure }
}

/// What the story tells of a replay.
pub fn replayed() -> NewNote {
    NewNote { kind: "replayed".to_owned(), data: json!({ "by": "olga" }) }
}

/// The row of an accepted event.
pub fn row(accepted: Accepted) -> EventId {
    match accepted {
        Accepted::New(id) | Accepted::Duplicate(id) => id,
    }
}

/// A line that a visitor said.
pub fn said(name: &str, text: &str) -> NewEntry {
    NewEntry { name: name.to_owned(), at: at(0), calls: true, data: json!(text) }
}

/// A line of our own.
pub fn told(name: &str, text: &str) -> NewEntry {
    NewEntry { calls: false, ..said(name, text) }
}

/// A step that puts lines into the thread.
pub fn lines(entries: impl IntoIterator<Item = NewEntry>) -> Step {
    Step { entries: entries.into_iter().collect(), ..Step::default() }
}

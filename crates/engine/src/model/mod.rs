//! The words of the engine.

mod effect;
mod event;
mod ids;
mod step;
mod thread;

pub use effect::{Door, Effect, EffectState, NewEffect, Pause, Urgency, Verdict};
pub use event::{Accepted, Event, NewEvent, Unreadable};
pub use ids::{ConnectionId, DedupKey, EffectId, EventId, LaneId, LaneKey, OperationId};
pub use step::{Input, InputRef, Lease, NewNote, Outcome, Standing, Step, Summary, Work};
pub use thread::{Entry, Lines, NewEntry};

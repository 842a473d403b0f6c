//! What the engine asks of the use cases.

use async_trait::async_trait;
use domain::Failure;
use jiff::Timestamp;
use serde_json::Value;

use crate::model::{ConnectionId, Effect, Input, LaneId, LaneKey, Step};

/// Where a step happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The lane's row.
    pub lane: LaneId,
    /// Whose lane.
    pub connection: ConnectionId,
    /// What it is about.
    pub key: LaneKey,
    /// The present moment.
    pub now: Timestamp,
}

/// A use case: turns inputs into plans, and carries plans out.
#[async_trait]
pub trait Flow: Send + Sync + 'static {
    /// Gathers the facts and decides. Reads the outside world at most; writes nothing.
    ///
    /// Steps with an event or a result are live work and must not wait for request budgets; a step with
    /// [`Input::Timer`] may.
    ///
    /// # Errors
    /// The failure's class says when the step is tried again; a permanent one gives the input up.
    async fn step(&self, place: &Place, state: Value, input: Input) -> Result<Step, Failure>;

    /// Carries a planned write out and returns the other side's answer.
    ///
    /// # Errors
    /// With [`domain::Class::Unknown`] when it may have been carried out.
    async fn send(&self, place: &Place, effect: &Effect) -> Result<Value, Failure>;

    /// Finds out whether a write whose result is unknown was carried out.
    ///
    /// # Errors
    /// When it can't be found out now (any class), or never (`Permanent`).
    async fn look(&self, place: &Place, effect: &Effect) -> Result<Found, Failure>;

    /// What of a lane's state outlives a replay (facts that can't be asked for again).
    fn rewind(&self, key: &LaneKey, state: Value) -> Value;

    /// The state a lane begins with when somebody wants it worked off though the settings' filter keeps
    /// it out; `None` when it is not the filter that does.
    fn set_filter_aside(&self, _key: &LaneKey, _state: Value) -> Option<Value> {
        None
    }
}

/// What a look found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// It was carried out, with this answer.
    Done(Value),
    /// It was not; sending it is safe.
    NotDone,
}

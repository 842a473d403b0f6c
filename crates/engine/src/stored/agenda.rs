//! What a lane has to do: asked by the worker for the next piece, and by every change to find out when
//! the lane is due.

use jiff::Timestamp;

use super::values::{count, from_json, from_word, micros, moment};
use crate::model::{
    Door, Effect, EffectId, EffectState, Event, EventId, Input, OperationId, Outcome, Urgency, Work,
};
use crate::store::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// A lane's open ends. Moments are microseconds since 1970.
#[derive(Debug)]
pub struct Agenda {
    /// The flow's state, JSON.
    pub state: String,
    /// How often the step at hand failed.
    pub failures: i64,
    /// Steps wait until then.
    pub hold_until: i64,
    /// How often the timer's step failed.
    pub timer_failures: i64,
    /// The timer's step waits until then; what comes in meanwhile does not wait with it.
    pub timer_hold_until: i64,
    /// When the flow wants to be woken.
    pub wake_at: Option<i64>,
    /// Since when a result or an event waits for a step.
    pub input_since: Option<i64>,
    /// The first open write of each door.
    pub heads: Vec<Head>,
}

/// The first open write of a door.
#[derive(Debug)]
pub struct Head {
    /// Its row.
    pub id: i64,
    /// Whether a person is waiting for it.
    pub live: bool,
    /// When it may leave (or be looked for): since it was planned, unless something holds it back.
    pub at: i64,
}

/// When a lane has anything to do, and when it has anything live to do; `None` = nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// Anything.
    pub any: Option<i64>,
    /// Something live.
    pub live: Option<i64>,
}

impl Agenda {
    /// Whether a step may be taken now.
    pub fn may_step(&self, now: Timestamp) -> bool {
        self.hold_until <= micros(now)
    }

    /// The step to take: with the input that waits, or else the timer's, unless a live write waits.
    ///
    /// # Errors
    /// The state can't be read.
    pub fn step(
        &self,
        input: Option<Input>,
        now: Timestamp,
        live_only: bool,
    ) -> Result<Option<Work>> {
        let may_wake = || !live_only && self.write(now, true).is_none();
        let timer = || self.timer().filter(|at| *at <= micros(now) && may_wake());
        let Some(input) = input.or_else(|| timer().map(|_| Input::Timer)) else { return Ok(None) };
        let failures =
            if matches!(input, Input::Timer) { self.timer_failures } else { self.failures };
        let failures = count(failures);
        Ok(Some(Work::Step { state: from_json(&self.state)?, input, failures }))
    }

    /// The write whose turn it is: live ones first, then the oldest.
    pub fn write(&self, now: Timestamp, live_only: bool) -> Option<i64> {
        let may = |head: &&Head| head.at <= micros(now) && (head.live || !live_only);
        let first = self.heads.iter().filter(may).min_by_key(|head| (!head.live, head.id));
        first.map(|head| head.id)
    }

    /// When the timer's step may be taken.
    fn timer(&self) -> Option<i64> {
        self.wake_at.map(|at| at.max(self.timer_hold_until))
    }

    /// When the lane is due.
    pub fn due(&self) -> Due {
        let inputs = self.input_since.map(|since| since.max(self.hold_until));
        let timer = self.timer().map(|at| at.max(self.hold_until));
        let live_heads = self.heads.iter().filter(|head| head.live).map(|head| head.at);
        let live = live_heads.chain(inputs).min();
        let any = self.heads.iter().map(|head| head.at).chain(timer).chain(live).min();
        Due { any, live }
    }
}

/// A row of the outbox.
#[derive(Debug)]
#[expect(missing_docs, reason = "the columns of the table")]
pub struct EffectRow {
    pub id: i64,
    pub operation: String,
    pub door: String,
    pub live: bool,
    pub kind: String,
    pub payload: String,
    pub state: String,
    pub attempts: i64,
    pub planned_at: i64,
}

impl EffectRow {
    /// What is to be done about the open write.
    ///
    /// # Errors
    /// The row can't be read, or has ended.
    pub fn work(self) -> Result<Work> {
        let effect = Effect {
            id: EffectId(self.id),
            operation: from_word::<OperationId>(&self.operation)?,
            door: Door(self.door),
            urgency: if self.live { Urgency::Live } else { Urgency::Calm },
            kind: self.kind,
            payload: from_json(&self.payload)?,
            state: from_word(&self.state)?,
            attempts: count(self.attempts),
            planned_at: moment(self.planned_at)?,
        };
        match effect.state {
            EffectState::Pending => Ok(Work::Send(effect)),
            EffectState::Sending | EffectState::Unknown => Ok(Work::Look(effect)),
            EffectState::Done | EffectState::Dead => {
                Err(StoreError::Corrupt(format!("write {} has ended and is open", effect.id)))
            }
        }
    }
}

/// The input that an ended write is to the flow.
///
/// # Errors
/// The row can't be read.
pub fn result_input(
    id: i64,
    operation: &str,
    kind: String,
    state: &str,
    result: Option<&str>,
) -> Result<Input> {
    let text = result.unwrap_or("null");
    let result = if state == "done" { Ok(from_json(text)?) } else { Err(from_json(text)?) };
    let operation = from_word(operation)?;
    Ok(Input::Result(Outcome { effect: EffectId(id), operation, kind, result }))
}

/// The input that a stored event is to the flow.
///
/// # Errors
/// The row can't be read.
pub fn event_input(id: i64, kind: String, payload: &str, received_at: i64) -> Result<Input> {
    Ok(Input::Event(Event {
        id: EventId(id),
        kind,
        payload: from_json(payload)?,
        received_at: moment(received_at)?,
    }))
}

//! A step in the making.

use domain::Failure;
use domain::failure::Code;
use domain::workspace::{Happening, Line, MessageLine};
use engine::Place;
use engine::board::Card;
use engine::model::{Door, NewEffect, NewEntry, NewNote, OperationId, Step, Summary};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::effects::ChatEffect;
use super::lane::ChatLane;

/// A value of ours can't be written as JSON: a mistake in the program.
const WRITE: Code = Code::new("SVZ-WRITE");

/// The writes, notes and lines of a step, while it is being decided.
pub(super) struct Draft<'a> {
    pub(super) place: &'a Place,
    effects: Vec<NewEffect>,
    notes: Vec<NewNote>,
    entries: Vec<NewEntry>,
    happened: usize,
    /// By what the lines of this step's happenings are named.
    input: String,
}

impl<'a> Draft<'a> {
    /// A draft of the step with an input that has this name among the lane's inputs.
    pub(super) fn new(place: &'a Place, input: String) -> Self {
        let (effects, notes, entries) = (Vec::new(), Vec::new(), Vec::new());
        Self { place, effects, notes, entries, happened: 0, input }
    }

    /// Plans a write under a name that is the same whenever it is planned again.
    pub(super) fn plan(&mut self, name: &str, effect: &ChatEffect) -> Result<OperationId, Failure> {
        let (door, urgency) = effect.way();
        let operation = OperationId::of(self.place.connection, &self.place.key, name);
        self.effects.push(NewEffect {
            operation,
            door: Door::new(door),
            urgency,
            kind: effect.kind().to_owned(),
            payload: json(effect)?,
            report: effect.reports(),
            not_before: None,
        });
        Ok(operation)
    }

    /// By what the input of this step is known among the lane's inputs.
    pub(super) fn name(&self) -> &str {
        &self.input
    }

    /// Writes a note into the journal.
    pub(super) fn note<T: Serialize>(&mut self, kind: &str, note: &T) -> Result<(), Failure> {
        self.notes.push(NewNote { kind: kind.to_owned(), data: json(note)? });
        Ok(())
    }

    /// Puts a message into the thread, or its new state into its line.
    pub(super) fn message(
        &mut self,
        name: &str,
        at: Timestamp,
        message: MessageLine,
    ) -> Result<(), Failure> {
        let calls = message.author == domain::workspace::Author::Visitor;
        let data = json(&Line::Message(Box::new(message)))?;
        self.entries.push(NewEntry { name: name.to_owned(), at, calls, data });
        Ok(())
    }

    /// Puts something that happened into the thread.
    pub(super) fn happened(&mut self, what: Happening, at: Timestamp) -> Result<(), Failure> {
        self.happened += 1;
        let name = format!("{}/{}", self.input, self.happened);
        let data = json(&Line::Event(what))?;
        self.entries.push(NewEntry { name, at, calls: false, data });
        Ok(())
    }

    /// The step.
    pub(super) fn finish(
        self,
        lane: &ChatLane,
        wake_at: Option<Timestamp>,
        summary: Summary,
        card: Card,
    ) -> Result<Step, Failure> {
        Ok(Step {
            state: json(lane)?,
            effects: self.effects,
            notes: self.notes,
            wake_at,
            summary: Some(summary),
            entries: self.entries,
            card: Some(card),
        })
    }
}

pub(super) fn json<T: Serialize>(value: &T) -> Result<Value, Failure> {
    serde_json::to_value(value)
        .map_err(|error| Failure::permanent(WRITE, format!("a value can't be stored: {error}")))
}

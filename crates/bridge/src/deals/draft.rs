//! A step in the making.

use domain::Failure;
use domain::deals::DealNote;
use engine::Place;
use engine::model::{Door, NewEffect, NewNote, OperationId, Standing, Step, Summary, Urgency};
use serde_json::Value;

use super::effects::{DOOR, DealEffect};
use super::lane::DealLane;
use crate::draft::json;

/// The writes and notes of a step, while it is being decided.
pub(super) struct Draft<'a> {
    place: &'a Place,
    effects: Vec<NewEffect>,
    notes: Vec<NewNote>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(place: &'a Place) -> Self {
        Self { place, effects: Vec::new(), notes: Vec::new() }
    }

    /// Plans a write under a name that is the same whenever it is planned again.
    pub(super) fn plan(&mut self, name: &str, effect: &DealEffect) -> Result<(), Failure> {
        self.effects.push(NewEffect {
            operation: OperationId::of(self.place.connection, &self.place.key, name),
            door: Door::new(DOOR),
            urgency: Urgency::Calm,
            kind: effect.kind(),
            payload: json(effect)?,
            report: effect.row().is_some(),
            not_before: None,
        });
        Ok(())
    }

    /// Notes something.
    pub(super) fn note(&mut self, note: &DealNote) -> Result<(), Failure> {
        self.notes.push(NewNote { kind: "deal".to_owned(), data: json(note)? });
        Ok(())
    }

    /// The step, ready to be committed.
    pub(super) fn finish(self, lane: &DealLane) -> Result<Step, Failure> {
        let wake_at = lane.next();
        let summary = Some(self.summary(lane)?);
        let (state, effects, notes) = (json(lane)?, self.effects, self.notes);
        Ok(Step { state, effects, notes, wake_at, summary, ..Step::default() })
    }

    fn summary(&self, lane: &DealLane) -> Result<Summary, Failure> {
        let waits = lane.next().is_some() || !lane.planned.is_empty();
        let state = match (waits, lane.foreign) {
            (true, _) => Standing::Waiting,
            (false, true) => Standing::Filtered,
            (false, false) => Standing::Done,
        };
        Ok(Summary {
            direction: None,
            phone: lane.phone.clone(),
            client: lane.contact.as_ref().map(|contact| contact.name.clone()),
            title: lane.name.clone(),
            state,
            reason: lane.stands.as_ref().map_or(Ok(Value::Null), json)?,
            started_at: lane.first_told,
            task: self.place.key.thing().parse().ok(),
            contact: lane.last().and_then(|row| row.contact).map(|contact| contact.0),
        })
    }
}

//! A step in the making.

use domain::Failure;
use domain::calls::CallNote;
use engine::Place;
use engine::model::{Door, NewEffect, NewNote, OperationId, Standing, Step, Summary};
use serde_json::Value;

use super::effects::CallEffect;
use super::lane::{CallLane, Decided};
use crate::stored::json;

/// The kind of the note that UIS's report could not be read.
pub(crate) const REPORT_FAILED: &str = "report_failed";

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
    pub(super) fn plan(&mut self, name: &str, effect: &CallEffect) -> Result<(), Failure> {
        let (door, urgency) = effect.way();
        self.effects.push(NewEffect {
            operation: OperationId::of(self.place.connection, &self.place.key, name),
            door: Door::new(door),
            urgency,
            kind: effect.kind().to_owned(),
            payload: json(effect)?,
            report: matches!(effect, CallEffect::Task { .. }),
            not_before: None,
        });
        Ok(())
    }

    /// Notes something.
    pub(super) fn note(&mut self, note: &CallNote) -> Result<(), Failure> {
        self.notes.push(NewNote { kind: "call".to_owned(), data: json(note)? });
        Ok(())
    }

    /// Notes something of another use case.
    pub(super) fn note_as(&mut self, kind: &str, data: Value) {
        self.notes.push(NewNote { kind: kind.to_owned(), data });
    }

    /// Notes something that is noted once in a call's life.
    pub(super) fn note_once(
        &mut self,
        lane: &mut CallLane,
        note: &CallNote,
    ) -> Result<(), Failure> {
        let data = json(note)?;
        if lane.told.insert(data.to_string()) {
            self.notes.push(NewNote { kind: "call".to_owned(), data });
        }
        Ok(())
    }

    /// Notes once why UIS's report could not be read; the same trouble the next time is no news.
    pub(super) fn note_report_failed(
        &mut self,
        lane: &mut CallLane,
        failure: &Failure,
    ) -> Result<(), Failure> {
        if lane.told.insert(format!("report/{}", failure.code)) {
            self.note_as(REPORT_FAILED, serde_json::json!({ "failure": json(failure)? }));
        }
        Ok(())
    }

    /// Whether anything is to be written.
    pub(super) fn plans_anything(&self) -> bool {
        !self.effects.is_empty()
    }

    /// The step, ready to be committed.
    pub(super) fn finish(
        self,
        lane: &CallLane,
        wake_at: Option<jiff::Timestamp>,
    ) -> Result<Step, Failure> {
        let summary = Some(summary(lane, wake_at.is_some())?);
        Ok(Step { state: json(lane)?, effects: self.effects, notes: self.notes, wake_at, summary })
    }
}

fn summary(lane: &CallLane, waits: bool) -> Result<Summary, Failure> {
    let facts = &lane.facts;
    let (state, title, reason) = match &lane.decided {
        Some(Decided::Filtered { why }) => (Standing::Filtered, String::new(), json(why)?),
        Some(Decided::Nothing { why }) => (Standing::Done, String::new(), json(why)?),
        Some(Decided::Task { name }) => (Standing::Done, name.clone(), Value::Null),
        None => (Standing::Waiting, String::new(), Value::Null),
    };
    let state = if waits && state == Standing::Done { Standing::Waiting } else { state };
    Ok(Summary {
        direction: facts.direction,
        phone: facts.phone.clone(),
        title,
        state,
        reason,
        started_at: facts.began_at,
        task: lane.task.map(|task| task.0),
        contact: lane.contact.map(|contact| contact.0),
    })
}

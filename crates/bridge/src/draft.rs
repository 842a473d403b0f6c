//! A step in the making.

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::Failure;
use domain::failure::Code;
use engine::Place;
use engine::model::{Door, NewEffect, NewNote, OperationId, Step, Summary, Urgency};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

/// A value of ours can't be written as JSON: a mistake in the program.
const WRITE: Code = Code::new("SVZ-WRITE");

/// The kind of the note that UIS's report could not be read.
pub(crate) const REPORT_FAILED: &str = "report_failed";

/// Planfix's REST API.
pub(crate) const REST_DOOR: &str = "planfix.rest";

/// A write that can be planned.
pub(crate) trait Write: Serialize {
    /// Its kind, for the outbox and the journal.
    fn kind(&self) -> Cow<'static, str>;

    /// The door it leaves by, and how urgent it is.
    fn way(&self) -> (&'static str, Urgency);

    /// Whether the flow is stepped with its result.
    fn wants_result(&self) -> bool;
}

/// The writes and notes of a step, while it is being decided.
pub(crate) struct Draft<'a> {
    place: &'a Place,
    kind: &'static str,
    effects: Vec<NewEffect>,
    notes: Vec<NewNote>,
}

impl<'a> Draft<'a> {
    /// A draft whose notes are of the kind.
    pub(crate) fn new(place: &'a Place, kind: &'static str) -> Self {
        Self { place, kind, effects: Vec::new(), notes: Vec::new() }
    }

    /// Plans a write under a name that is the same whenever it is planned again.
    pub(crate) fn plan(&mut self, name: &str, write: &impl Write) -> Result<(), Failure> {
        let (door, urgency) = write.way();
        self.effects.push(NewEffect {
            operation: OperationId::of(self.place.connection, &self.place.key, name),
            door: Door::new(door),
            urgency,
            kind: write.kind().into_owned(),
            payload: json(write)?,
            report: write.wants_result(),
            not_before: None,
        });
        Ok(())
    }

    /// Notes something.
    pub(crate) fn note(&mut self, note: &impl Serialize) -> Result<(), Failure> {
        let data = json(note)?;
        self.note_as(self.kind, data);
        Ok(())
    }

    /// Notes something of another use case.
    pub(crate) fn note_as(&mut self, kind: &str, data: Value) {
        self.notes.push(NewNote { kind: kind.to_owned(), data });
    }

    /// Notes something that is noted once in a communication's life; `told` remembers.
    pub(crate) fn note_once(
        &mut self,
        told: &mut BTreeSet<String>,
        note: &impl Serialize,
    ) -> Result<(), Failure> {
        let data = json(note)?;
        if told.insert(data.to_string()) {
            self.note_as(self.kind, data);
        }
        Ok(())
    }

    /// Notes once why UIS's report could not be read; the same trouble the next time is no news.
    pub(crate) fn note_report_failed(
        &mut self,
        told: &mut BTreeSet<String>,
        failure: &Failure,
    ) -> Result<(), Failure> {
        if told.insert(format!("report/{}", failure.code)) {
            self.note_as(REPORT_FAILED, serde_json::json!({ "failure": json(failure)? }));
        }
        Ok(())
    }

    /// Whether anything is to be written.
    pub(crate) fn plans_anything(&self) -> bool {
        !self.effects.is_empty()
    }

    /// The step, ready to be committed.
    pub(crate) fn finish(
        self,
        state: &impl Serialize,
        summary: Summary,
        wake_at: Option<Timestamp>,
    ) -> Result<Step, Failure> {
        let Self { effects, notes, .. } = self;
        Ok(Step {
            state: json(state)?,
            effects,
            notes,
            wake_at,
            summary: Some(summary),
            ..Step::default()
        })
    }
}

/// A value as it is stored.
pub(crate) fn json<T: Serialize + ?Sized>(value: &T) -> Result<Value, Failure> {
    serde_json::to_value(value)
        .map_err(|error| Failure::permanent(WRITE, format!("a value can't be stored: {error}")))
}

//! A step in the making: the writes and notes that every flow has, and the thread besides.

use domain::Failure;
use domain::workspace::{Author, Happening, Line, MessageLine};
use engine::Place;
use engine::model::{NewEntry, OperationId, Step};
use jiff::Timestamp;

use super::lane::ChatLane;
use super::{LANE, face};
use crate::draft::{self, Write, json};

/// The writes, notes and lines of a step, while it is being decided.
pub(super) struct Draft<'a> {
    /// The writes and notes.
    pub(super) step: draft::Draft<'a>,
    place: &'a Place,
    entries: Vec<NewEntry>,
    words: u64,
    happened: usize,
    /// By what the lines of this step's happenings are named.
    input: String,
}

impl<'a> Draft<'a> {
    /// A draft of the step with an input that has this name among the lane's inputs.
    pub(super) fn new(place: &'a Place, input: String) -> Self {
        let step = draft::Draft::new(place, LANE);
        Self { step, place, entries: Vec::new(), words: 0, happened: 0, input }
    }

    /// By what the input of this step is known among the lane's inputs.
    pub(super) fn name(&self) -> &str {
        &self.input
    }

    /// Plans a write under a name that is the same whenever it is planned again.
    pub(super) fn plan(&mut self, name: &str, write: &impl Write) -> Result<OperationId, Failure> {
        self.step.plan(name, write)?;
        Ok(OperationId::of(self.place.connection, &self.place.key, name))
    }

    /// Puts a message into the thread, or its new words into its line.
    pub(super) fn message(
        &mut self,
        name: &str,
        at: Timestamp,
        message: MessageLine,
    ) -> Result<(), Failure> {
        self.words += u64::from(message.author != Author::System);
        self.mark(name, at, message)
    }

    /// Puts a message's new state into its line; its words are what they were.
    pub(super) fn mark(
        &mut self,
        name: &str,
        at: Timestamp,
        message: MessageLine,
    ) -> Result<(), Failure> {
        let calls = message.author == Author::Visitor;
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

    /// The present moment.
    pub(super) fn now(&self) -> Timestamp {
        self.place.now
    }

    /// The step. With `wake_at` in the lane's future something is still to be done about it.
    pub(super) fn finish(
        self,
        lane: &mut ChatLane,
        wake_at: Option<Timestamp>,
    ) -> Result<Step, Failure> {
        let Self { step, entries, words, .. } = self;
        lane.words += words;
        let summary = face::summary(lane, wake_at.is_some())?;
        let card = face::card(lane)?;
        let step = step.finish(lane, summary, wake_at)?;
        Ok(Step { entries, card: Some(card), ..step })
    }
}

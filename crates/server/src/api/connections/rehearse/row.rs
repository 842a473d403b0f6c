//! A communication of a rehearsal.

use bridge::rehearse::{Aspect, Row};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::side::RehearsalSide;
use crate::api::journal::words::Direction;

/// A communication, and what becomes of it by both settings.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RehearsalRow {
    /// Its number in the journal.
    id: i64,
    /// Kind and number in UIS.
    #[schema(example = "call/1001")]
    key: String,
    /// Who called whom; `null` of what is no call.
    direction: Option<Direction>,
    /// The client's number, digits.
    #[schema(example = "79031234567")]
    phone: Option<String>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// In what the two sides differ; empty when nothing changes.
    changes: Vec<RehearsalChange>,
    /// By the saved settings.
    before: RehearsalSide,
    /// By the settings that were sent.
    after: RehearsalSide,
}

/// Something that changes.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum RehearsalChange {
    /// Whether it is let in.
    Admission,
    /// Whether there is a task.
    Task,
    /// The contact that is made.
    Contact,
    /// The task's name.
    Name,
    /// Who gets the task.
    Assignee,
    /// The task's object.
    Object,
    /// The contact's fields.
    ContactFields,
    /// The task's fields.
    TaskFields,
}

impl RehearsalRow {
    pub(super) fn of(row: Row) -> Self {
        let Row { lane, key, trial } = row;
        Self {
            id: lane.0,
            key: key.to_string(),
            direction: trial.direction.map(Direction::from),
            phone: trial.phone.as_ref().map(|phone| phone.digits().to_owned()),
            started_at: trial.started_at,
            changes: trial.changes().into_iter().map(RehearsalChange::from).collect(),
            before: RehearsalSide::of(trial.before),
            after: RehearsalSide::of(trial.after),
        }
    }
}

impl From<Aspect> for RehearsalChange {
    fn from(aspect: Aspect) -> Self {
        match aspect {
            Aspect::Admission => Self::Admission,
            Aspect::Task => Self::Task,
            Aspect::Contact => Self::Contact,
            Aspect::Name => Self::Name,
            Aspect::Assignee => Self::Assignee,
            Aspect::Object => Self::Object,
            Aspect::ContactFields => Self::ContactFields,
            Aspect::TaskFields => Self::TaskFields,
        }
    }
}

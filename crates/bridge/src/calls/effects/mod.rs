//! The writes of a call.

mod history;
mod look;
mod send;

use domain::Failure;
use domain::calls::{Card, Record};
use domain::failure::Code;
use domain::ids::{ContactId, TaskId};
use domain::tasks::{FieldValue, NewTask, TaskPatch};
use engine::model::Urgency;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) use look::look;
pub(super) use send::send;

/// Planfix's telephony API.
pub(super) const TELEPHONY_DOOR: &str = "planfix.telephony";
/// Planfix's REST API.
pub(super) const REST_DOOR: &str = "planfix.rest";

/// A planned write can't be read by this version of the program.
const EFFECT: Code = Code::new("SVZ-EFFECT");

/// One write to Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum CallEffect {
    /// A telephony event.
    Card {
        /// The event.
        card: Card,
    },
    /// A recording that came after the call.
    Record {
        /// The recording.
        record: Record,
    },
    /// A new task.
    Task {
        /// The task.
        task: Box<NewTask>,
    },
    /// A change to a task, silent.
    TaskPatch {
        /// Which task.
        task: TaskId,
        /// What changes.
        patch: TaskPatch,
    },
    /// Custom fields of the client's contact, silent.
    ContactFields {
        /// Which contact.
        contact: ContactId,
        /// The fields.
        fields: Vec<FieldValue>,
    },
}

impl CallEffect {
    /// The effect's kind, for the outbox and the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Card { .. } => "card",
            Self::Record { .. } => "record",
            Self::Task { .. } => "task",
            Self::TaskPatch { .. } => "task_patch",
            Self::ContactFields { .. } => "contact_fields",
        }
    }

    /// The door it leaves by, and how urgent it is.
    pub(super) fn way(&self) -> (&'static str, Urgency) {
        match self {
            Self::Card { .. } => (TELEPHONY_DOOR, Urgency::Live),
            Self::Record { .. } => (TELEPHONY_DOOR, Urgency::Calm),
            Self::Task { .. } | Self::TaskPatch { .. } | Self::ContactFields { .. } => {
                (REST_DOOR, Urgency::Calm)
            }
        }
    }

    /// The effect in a row of the outbox.
    pub(super) fn stored(payload: &Value) -> Result<Self, Failure> {
        Self::deserialize(payload).map_err(|error| {
            Failure::permanent(EFFECT, format!("Запись в очереди не читается: {error}"))
        })
    }
}

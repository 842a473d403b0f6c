//! What is written of a contact and a task.

use std::borrow::Cow;

use domain::clients::NewContact;
use domain::ids::{ContactId, TaskId};
use domain::tasks::{FieldValue, NewTask, TaskPatch};
use engine::model::Urgency;
use serde::{Deserialize, Serialize};

use crate::draft::{REST_DOOR, Write};

/// One write to Planfix's REST API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum EntityEffect {
    /// A new contact.
    Contact {
        /// The contact.
        contact: Box<NewContact>,
    },
    /// Custom fields of the client's contact, silent.
    ContactFields {
        /// Which contact.
        contact: ContactId,
        /// The fields.
        fields: Vec<FieldValue>,
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
    /// A comment to a task.
    TaskComment {
        /// Which task.
        task: TaskId,
        /// Its text, HTML.
        html: String,
    },
}

impl Write for EntityEffect {
    fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::Contact { .. } => "contact".into(),
            Self::ContactFields { .. } => "contact_fields".into(),
            Self::Task { .. } => "task".into(),
            Self::TaskPatch { .. } => "task_patch".into(),
            Self::TaskComment { .. } => "task_comment".into(),
        }
    }

    fn way(&self) -> (&'static str, Urgency) {
        (REST_DOOR, Urgency::Calm)
    }

    fn wants_result(&self) -> bool {
        matches!(self, Self::Contact { .. } | Self::Task { .. })
    }
}

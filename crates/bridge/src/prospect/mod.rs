//! What would become of a communication by some settings: one shape for calls, leads and chats, so that
//! any two settings can be compared.

mod differences;
mod wording;

use std::collections::BTreeSet;

use domain::calls::Direction;
use domain::decide::{AssignedBy, ChosenField};
use domain::ids::{ContactTemplateId, PlanfixUserId, TaskId, TaskObjectId};
use domain::phone::Phone;
use domain::settings::Settings;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::accounts::Recalled;

pub use differences::Aspect;

/// What would become of a communication.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospect {
    /// What is made of it.
    pub made: Made,
    /// Why, in the flow's words; null when there is nothing to say.
    pub reason: Value,
    /// The contact that is made of it.
    pub contact: Option<NewContact>,
    /// The name of the new task.
    pub name: Option<String>,
    /// Who gets the new task.
    pub assignee: Option<Assignee>,
    /// «Объект задачи» of the new task.
    pub object: Option<TaskObjectId>,
    /// The fields of the contact that are written.
    pub contact_fields: Vec<ChosenField>,
    /// The fields of the task that are written.
    pub task_fields: Vec<ChosenField>,
    /// What of it leans on something that is not known.
    pub unknown: BTreeSet<Unknown>,
}

/// What is made of a communication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The filter, or something else, keeps it out.
    Filtered,
    /// It comes in, and no task is made of it.
    Nothing,
    /// The client's open task goes on.
    GoesOn(TaskId),
    /// A task is made.
    Task,
}

/// A contact that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// Its name.
    pub name: String,
    /// Its template.
    pub template: Option<ContactTemplateId>,
}

/// Who gets a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignee {
    /// Who; `None` when it is not known.
    pub user: Option<PlanfixUserId>,
    /// His name, when it is known.
    pub name: Option<String>,
    /// Why he.
    pub by: Option<AssignedBy>,
}

/// What a prospect may lean on without its being known: nobody asked then, and a rehearsal asks nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The row in UIS's report.
    Report,
    /// Whether the client was new.
    Acquaintance,
    /// Who was responsible for the contact.
    ContactOwner,
    /// Who the talker is in Planfix.
    Talker,
    /// Whether the client had an open task.
    OpenTask,
    /// Which fields of the contact were empty.
    ContactFields,
    /// Which fields of the open task were empty.
    TaskFields,
}

impl Prospect {
    /// Nothing but what is made and why.
    pub(crate) fn of(made: Made, reason: Value) -> Self {
        Self {
            made,
            reason,
            contact: None,
            name: None,
            assignee: None,
            object: None,
            contact_fields: Vec::new(),
            task_fields: Vec::new(),
            unknown: BTreeSet::new(),
        }
    }
}

/// What a communication is tried on.
pub(crate) struct Stage<'a> {
    /// The present moment.
    pub(crate) now: Timestamp,
    /// The saved settings.
    pub(crate) saved: Side<'a>,
    /// The unsaved ones.
    pub(crate) draft: Side<'a>,
}

/// Settings, and who is who by them.
pub(crate) struct Side<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) people: &'a Recalled,
}

/// What came of trying a communication.
pub(crate) enum Tried {
    /// It can't be tried: it is not over yet, or was stored by another version.
    LeftOut,
    /// It was tried.
    Done(Box<Trial>),
}

/// A communication under both settings.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// When it began.
    pub started_at: Timestamp,
    /// Who called whom, of a call.
    pub direction: Option<Direction>,
    /// The client.
    pub phone: Option<Phone>,
    /// By the saved settings.
    pub before: Prospect,
    /// By the unsaved ones.
    pub after: Prospect,
}

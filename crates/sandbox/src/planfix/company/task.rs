//! Tasks and their comments.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{People, Person};

/// A task.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Task {
    /// The number people see; REST knows no other id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// HTML.
    pub description: String,
    /// The object it was made by.
    pub object: Option<u64>,
    /// The template it was made by, where there is no object.
    pub template: Option<u64>,
    /// The status' id.
    pub status: u64,
    /// `NotUrgent` or `Urgent`.
    pub priority: String,
    /// Who set it.
    pub assigner: Person,
    /// Who does it.
    pub assignees: People,
    /// Who takes part.
    pub participants: People,
    /// Who watches.
    pub auditors: People,
    /// The client.
    pub counterparty: Option<Person>,
    /// Values of custom fields by the field's id.
    pub custom: BTreeMap<u64, Value>,
    /// Plain fields the sandbox only keeps: dates, duration, `sourceObjectId`…
    pub other: Map<String, Value>,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub changed: Timestamp,
    /// What the task's log says: one line a change that was not silent.
    pub log: Vec<String>,
}

impl Task {
    /// An empty task.
    pub(crate) fn new(id: u64, now: Timestamp) -> Self {
        Self {
            id,
            name: String::new(),
            description: String::new(),
            object: None,
            template: None,
            status: 0,
            priority: "NotUrgent".to_owned(),
            assigner: Person::User(super::ROBOT),
            assignees: People::default(),
            participants: People::default(),
            auditors: People::default(),
            counterparty: None,
            custom: BTreeMap::new(),
            other: Map::new(),
            created: now,
            changed: now,
            log: Vec::new(),
        }
    }
}

/// What a comment belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A task, by its number.
    Task(u64),
    /// A contact, by its number.
    Contact(u64),
}

/// A comment («действие») of a task or of a contact.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comment {
    /// Its id.
    pub id: u64,
    /// What it belongs to.
    pub subject: Subject,
    /// Who wrote it.
    pub owner: Person,
    /// HTML.
    pub description: String,
    /// Seen by employees only.
    pub is_hidden: bool,
    /// Stays on top.
    pub is_pinned: bool,
    /// When it was written.
    pub at: Timestamp,
    /// Keys of the data tag entries written with it.
    pub entries: Vec<u64>,
    /// Plain fields the sandbox only keeps: files, recipients, `sourceObjectId`…
    pub other: Map<String, Value>,
}

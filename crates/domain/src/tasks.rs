//! Tasks and contacts of Planfix as we write them.

use serde::{Deserialize, Serialize};

use crate::ids::{ContactId, FieldId, PlanfixUserId, TaskObjectId};

/// A task to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewTask {
    /// Name, at most 300 characters.
    pub name: String,
    /// Description, HTML.
    pub description: String,
    /// «Объект задачи»; `None` leaves the account's own default.
    pub object: Option<TaskObjectId>,
    /// Who shall do it.
    pub assignee: PlanfixUserId,
    /// The client's contact, when it could be found.
    pub counterparty: Option<ContactId>,
    /// «Дополнительные поля».
    pub fields: Vec<FieldValue>,
}

/// What to change in a task; absent parts stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskPatch {
    /// New description, HTML.
    pub description: Option<String>,
    /// Fields to set; Planfix merges them with the others.
    pub fields: Vec<FieldValue>,
}

/// A value for a custom field, already in the shape its type wants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldValue {
    /// The field.
    pub field: FieldId,
    /// The value as Planfix REST takes it for the field's type.
    pub value: serde_json::Value,
}

/// The types of custom fields, by Planfix's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "i64", into = "i64")]
pub enum FieldKind {
    /// 0, one line of text.
    Line,
    /// 1, the only writable numeric type.
    Number,
    /// 2, text of many lines.
    Text,
    /// 3
    Date,
    /// 4
    Time,
    /// 5
    DateTime,
    /// 7
    Checkbox,
    /// 8, one label of a list.
    List,
    /// 20, several labels.
    Labels,
    /// Any other: references and computed fields, which text can't fill.
    Other(i64),
}

impl From<i64> for FieldKind {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Line,
            1 => Self::Number,
            2 => Self::Text,
            3 => Self::Date,
            4 => Self::Time,
            5 => Self::DateTime,
            7 => Self::Checkbox,
            8 => Self::List,
            20 => Self::Labels,
            other => Self::Other(other),
        }
    }
}

impl From<FieldKind> for i64 {
    fn from(kind: FieldKind) -> Self {
        match kind {
            FieldKind::Line => 0,
            FieldKind::Number => 1,
            FieldKind::Text => 2,
            FieldKind::Date => 3,
            FieldKind::Time => 4,
            FieldKind::DateTime => 5,
            FieldKind::Checkbox => 7,
            FieldKind::List => 8,
            FieldKind::Labels => 20,
            FieldKind::Other(number) => number,
        }
    }
}

//! What the account's administrator made: objects, statuses, templates, custom fields, data tags.

use serde::Serialize;

/// A status of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// `#rrggbb`.
    pub color: String,
    /// False when the task is closed.
    pub is_active: bool,
}

/// An object of tasks («Объект»): a form, statuses and scripts in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskObject {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// The first is what a new task gets.
    pub statuses: Vec<Status>,
}

/// A template of contacts, of companies or of tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Template {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Contact templates only: it makes companies.
    pub is_company: bool,
    /// Contact templates only: employees whom every new contact gets.
    pub supervisors: Vec<u64>,
}

/// What a custom field holds, by Planfix's type number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct FieldType(pub u64);

impl FieldType {
    /// One line of text.
    pub const LINE: Self = Self(0);
    /// A number.
    pub const NUMBER: Self = Self(1);
    /// Text of many lines.
    pub const TEXT: Self = Self(2);
    /// A date.
    pub const DATE: Self = Self(3);
    /// A date and a time.
    pub const DATE_TIME: Self = Self(5);
    /// A part of a day, from and to.
    pub const PERIOD: Self = Self(6);
    /// Yes or no.
    pub const CHECKBOX: Self = Self(7);
    /// One of the labels of a list.
    pub const LIST: Self = Self(8);
    /// An employee.
    pub const EMPLOYEE: Self = Self(11);
    /// An employee, a contact or a group.
    pub const GROUP_EMPLOYEE_CONTACT: Self = Self(13);
    /// Worked out by Planfix; can't be written.
    pub const CALCULATED: Self = Self(24);

    /// True for the types Planfix works out by itself.
    pub fn is_read_only(self) -> bool {
        matches!(self.0, 23 | 24 | 26 | 27 | 29)
    }
}

/// What a custom field belongs to, by Planfix's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(into = "u64")]
pub enum FieldOwner {
    /// Tasks.
    Task,
    /// Contacts.
    Contact,
    /// Data tags.
    DataTag,
}

impl From<FieldOwner> for u64 {
    fn from(owner: FieldOwner) -> Self {
        match owner {
            FieldOwner::Task => 0,
            FieldOwner::Contact => 1,
            FieldOwner::DataTag => 4,
        }
    }
}

/// A custom field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// What it belongs to.
    #[serde(rename = "objectType")]
    pub owner: FieldOwner,
    /// Labels of a list.
    pub enum_values: Vec<String>,
    /// Ids of the objects, templates or data tags on whose form it stands.
    pub attached_to: Vec<u64>,
}

/// A data tag («аналитика»).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DataTag {
    /// Its id.
    pub id: u64,
    /// Its name.
    pub name: String,
}

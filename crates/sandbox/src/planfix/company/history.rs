//! Entries of data tags: what Planfix's telephony writes of calls.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use super::Person;

/// An entry of a data tag.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TagEntry {
    /// Its key.
    pub key: u64,
    /// The data tag.
    pub tag: u64,
    /// The comment it was written with.
    pub comment: u64,
    /// The contact in whose card it is.
    pub contact: Option<u64>,
    /// The task in which it is.
    pub task: Option<u64>,
    /// Values of the tag's fields by the field's id.
    pub custom: BTreeMap<u64, Value>,
}

/// A call in the history of a contact or a task, as a person reads it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryEntry {
    /// The key of its data tag entry.
    pub key: u64,
    /// «Звонок» or «Пропущенный звонок».
    pub tag: String,
    /// `in` or `out`.
    pub direction: super::Direction,
    /// The contact.
    pub contact: u64,
    /// The contact's name.
    pub contact_name: String,
    /// Whether it stands in the contact's card.
    pub in_card: bool,
    /// The task in which it stands.
    pub task: Option<u64>,
    /// The employee who talked; nobody did on a missed call.
    pub employee: Option<Person>,
    /// The client's number.
    pub phone: String,
    /// The company's number.
    pub line: String,
    /// The name of the company's number.
    pub line_name: String,
    /// Seconds.
    pub duration: u64,
    /// When Planfix was told that the call is over.
    pub at: Timestamp,
    /// The end of the call promised a recording (`is_recorded=1`).
    pub recording_promised: bool,
    /// The recording's address.
    pub recording: Option<String>,
    /// The call's id.
    pub call: String,
}

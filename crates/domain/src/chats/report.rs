//! A chat's row of `get.chats_report`, in the words of decisions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::phone::Phone;

/// What the report tells of a chat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatReport {
    /// Ids and names of its tags.
    pub tags: Vec<String>,
    /// The visitor's phone.
    pub phone: Option<Phone>,
    /// Whether it is the visitor's first communication, where UIS says.
    pub primary: Option<bool>,
    /// Whether the chat was over when the row was read: then its tags are all there are for now.
    pub over: bool,
    /// Whether nobody answered the visitor.
    pub lost: bool,
    /// Every column, by its UIS name.
    pub columns: BTreeMap<String, String>,
}

//! A chat's row of `get.chats_report`, in the words of decisions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::CommunicationId;
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

impl ChatReport {
    /// The communication it is, when UIS tells. UIS does not say that chats and communications are numbered
    /// alike, so the chat's own number is no substitute.
    pub fn communication(&self) -> Option<CommunicationId> {
        self.columns.get("communication_id")?.trim().parse().ok().map(CommunicationId)
    }
}

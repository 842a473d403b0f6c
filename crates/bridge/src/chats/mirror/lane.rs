//! What the lane remembers of the mirror.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::effects::{Contact, Report};

/// The mirror's part of a chat's state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::chats) struct Mirror {
    /// Lines that wait to be told, in order.
    pub(super) waiting: Vec<String>,
    /// Whether a message was planned: the task is Planfix's to make from then on.
    pub(in crate::chats) begun: bool,
    /// When Planfix took the first message.
    pub(in crate::chats) arrived_at: Option<Timestamp>,
    /// How often Planfix was asked for the task's number.
    pub(super) asked: usize,
    /// Who the visitor is, as Planfix was told last.
    pub(super) contact: Option<Contact>,
    /// How often he was told anew.
    pub(super) updates: u32,
    /// Lines of operators that were told.
    pub(super) told: BTreeSet<String>,
    /// Messages that were written in Planfix, by their lines.
    pub(super) written: BTreeMap<String, FromTask>,
}

/// A message that was written in Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FromTask {
    /// Planfix's id of it.
    pub(super) message: String,
    /// What Planfix was told of it last.
    pub(super) told: Option<Report>,
}

impl Mirror {
    /// What stays when the chat is worked off anew: what Planfix has.
    pub(in crate::chats) fn rewound(self) -> Self {
        Self { arrived_at: self.arrived_at, begun: self.arrived_at.is_some(), ..Self::default() }
    }
}

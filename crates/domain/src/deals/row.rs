//! A row of `upload.deals_history`.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::amount::Money;
use super::funnel::{FAILED, SUCCESS};
use crate::ids::{CommunicationId, ContactId, PlanfixUserId, TaskId};

/// What kind of communication a deal comes from, in UIS's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommunicationKind {
    /// A call.
    Call,
    /// A chat.
    Chat,
    /// A lead.
    OfflineMessage,
}

impl CommunicationKind {
    /// `communication_type` of UIS.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Chat => "chat",
            Self::OfflineMessage => "offline_message",
        }
    }
}

/// The communication a deal comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Communication {
    /// Its id in UIS.
    pub id: CommunicationId,
    /// Its kind.
    pub kind: CommunicationKind,
}

/// One row of a deal's history: how it stands from a moment on. Times are those of the UIS account's
/// wall clock, whole seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealRow {
    /// The task: the deal's `ext_id`.
    pub task: TaskId,
    /// The task's name.
    pub name: String,
    /// When the task was made.
    pub created: DateTime,
    /// When anything of it last changed.
    pub changed: DateTime,
    /// The funnel's `ext_id`.
    pub funnel: String,
    /// The stage's `ext_id`.
    pub stage: String,
    /// The stage's name, for people.
    pub stage_name: String,
    /// Since when it stands on the stage.
    pub stage_since: DateTime,
    /// Its amount.
    pub revenue: Money,
    /// The client.
    pub contact: Option<ContactId>,
    /// Who works on it.
    pub employee: Option<PlanfixUserId>,
    /// The communication that made it.
    pub communication: Option<Communication>,
    /// A word to whoever reads the deal in UIS.
    pub comment: Option<String>,
}

impl DealRow {
    /// Whether the deal is over, won or lost.
    pub fn is_closed(&self) -> bool {
        self.stage == SUCCESS || self.stage == FAILED
    }

    /// `closed_date_time`.
    pub fn closed(&self) -> Option<DateTime> {
        self.is_closed().then_some(self.stage_since)
    }

    /// Whether UIS would learn nothing new from this row after that one.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        self.funnel == other.funnel
            && self.stage == other.stage
            && self.revenue == other.revenue
            && self.contact == other.contact
            && self.communication == other.communication
    }

    /// The row that ties the deal to the communication that made it, which was not known when this one was
    /// told: all else stays, and no time goes backwards.
    #[must_use]
    pub fn tied_to(&self, communication: Communication, now: DateTime) -> Self {
        Self {
            changed: now.max(self.changed).max(self.stage_since),
            communication: Some(communication),
            comment: None,
            ..self.clone()
        }
    }
}

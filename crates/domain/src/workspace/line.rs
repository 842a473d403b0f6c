//! The lines of a thread.

use serde::{Deserialize, Serialize};

use crate::chats::{Attachment, Initiator, MessageId, MessageStatus};
use crate::ids::{ContactId, TaskId, UisEmployeeId};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum Line {
    /// Somebody wrote.
    Message(Box<MessageLine>),
    /// Something happened.
    Event(Happening),
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageLine {
    /// Who wrote it.
    pub author: Author,
    /// The employee who wrote it.
    pub employee: Option<UisEmployeeId>,
    /// His name, as far as known.
    pub name: Option<String>,
    /// Its text.
    pub text: String,
    /// The line it answers, by its name.
    pub reply_to: Option<String>,
    /// Its file.
    pub attachment: Option<Attachment>,
    /// Its id in UIS; `None` while UIS has not told one.
    pub message: Option<MessageId>,
    /// How far a message to the visitor has come.
    pub delivery: Option<Delivery>,
    /// Why it did not come through, for the operator.
    pub error: Option<String>,
    /// Whether it was changed after it was written.
    #[serde(default)]
    pub changed: bool,
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The visitor.
    Visitor,
    /// An employee.
    Operator,
    /// A bot, an invitation or another robot that speaks for the company.
    Robot,
    /// UIS or the messenger.
    System,
}

/// How far a message to the visitor has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// On its way to UIS.
    Sending,
    /// Sent, and UIS's answer is lost: it is being looked for.
    Unknown,
    /// UIS has it.
    Accepted,
    /// The channel took it.
    Sent,
    /// The visitor's device has it.
    Delivered,
    /// The visitor saw it.
    Read,
    /// It did not come through.
    Failed,
}

impl Delivery {
    /// The stage of UIS's word; `None` for a word we do not know.
    pub fn of(status: &MessageStatus) -> Option<Self> {
        Some(match status {
            MessageStatus::Accepted => Self::Accepted,
            MessageStatus::Sent => Self::Sent,
            MessageStatus::Delivered => Self::Delivered,
            MessageStatus::Read => Self::Read,
            MessageStatus::Error => Self::Failed,
            MessageStatus::Other(_) => return None,
        })
    }
}

/// Something that happened in a thread besides messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Happening {
    /// It began.
    Opened {
        /// Who began it.
        initiator: Option<Initiator>,
    },
    /// An operator took it.
    Taken {
        /// Who.
        by: Person,
    },
    /// UIS gave it to an employee.
    Given {
        /// To whom; `None` = to nobody any more.
        to: Option<Person>,
    },
    /// An operator handed it to another one.
    Transferred {
        /// Who had it.
        from: Person,
        /// Who has it now.
        to: Person,
    },
    /// UIS did not carry out what an operator did.
    Refused {
        /// What he did: `transfer`, `close`.
        deed: String,
        /// Why not.
        reason: String,
    },
    /// It was closed.
    Closed {
        /// By whom, when by an operator.
        by: Option<Person>,
        /// UIS's word for why (`closed_by_operator`, …).
        reason: Option<String>,
        /// What the operator said why.
        comment: Option<String>,
        /// Whether nobody had answered the visitor.
        lost: bool,
    },
    /// It goes on after it was closed.
    Reopened,
    /// It is dealt with (a lead).
    Done {
        /// By whom.
        by: Person,
        /// What he said about it.
        comment: Option<String>,
    },
    /// A contact was made in Planfix.
    ContactMade {
        /// The contact.
        contact: ContactId,
    },
    /// A task was made in Planfix.
    TaskMade {
        /// The task.
        task: TaskId,
    },
}

/// An employee by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who.
    pub employee: UisEmployeeId,
    /// His name, as far as known.
    pub name: Option<String>,
}

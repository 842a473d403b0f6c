//! A line of a thread on the wire.

use domain::workspace::{Author, Delivery, Happening, Line, MessageLine, Person};
use engine::model::Entry;
use jiff::Timestamp;
use serde::{Deserialize as _, Serialize};
use utoipa::ToSchema;

use super::AtWork;
use crate::problem::Problem;

/// A line: a message, or something that happened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadLine {
    /// Its place in the thread, from 1, for good.
    seq: i64,
    /// Grows with every line that is new or has changed.
    revision: i64,
    /// Its name: `reply_to` of an answer to it, `line` of a message that was sent.
    name: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The message; `null` for what happened.
    message: Option<ThreadMessage>,
    /// What happened; `null` for a message.
    event: Option<ThreadEvent>,
}

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadMessage {
    /// Who wrote it.
    author: LineAuthor,
    /// The employee who wrote it.
    employee: Option<i64>,
    /// His name.
    author_name: Option<String>,
    /// The text.
    text: String,
    /// The line it answers, by its name.
    reply_to: Option<String>,
    /// Its file, to be fetched from `…/files/{line}`.
    file: Option<ThreadFile>,
    /// How far a message to the client has come; `null` for his own.
    delivery: Option<MessageDelivery>,
    /// Why it did not come through.
    error: Option<String>,
    /// Whether it was changed after it was written.
    changed: bool,
}

/// A file of a message.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ThreadFile {
    /// `photo`, `video`, `audio`, `voice`, `document`, …
    #[schema(example = "photo")]
    kind: String,
    /// Its name.
    name: Option<String>,
    /// Its size, bytes.
    size: Option<u64>,
    /// Its MIME type, as the sender called it.
    mime: Option<String>,
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LineAuthor {
    /// The client.
    Visitor,
    /// An employee.
    Operator,
    /// A bot or an automatic message.
    Robot,
    /// UIS or the messenger.
    System,
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum MessageDelivery {
    /// On its way to UIS.
    Sending,
    /// Sent, and UIS's answer is lost: it is being looked for.
    Unknown,
    /// UIS has it.
    Accepted,
    /// The channel took it.
    Sent,
    /// The client's device has it.
    Delivered,
    /// The client saw it.
    Read,
    /// It did not come through.
    Failed,
}

/// Something that happened.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(crate) enum ThreadEvent {
    /// It began.
    Opened {
        /// Who began it, in UIS's words.
        initiator: Option<String>,
    },
    /// An operator took it.
    Taken {
        /// Who.
        by: Somebody,
    },
    /// UIS gave it to an employee.
    Given {
        /// To whom; `null` = to nobody any more.
        to: Option<Somebody>,
    },
    /// An operator handed it over.
    Transferred {
        /// Who had it.
        from: Somebody,
        /// Who has it now.
        to: Somebody,
    },
    /// What an operator did was not carried out.
    Refused {
        /// What he did: `take`, `transfer`, `close`.
        deed: String,
        /// Why not.
        reason: String,
    },
    /// It was closed.
    Closed {
        /// By whom, when by an operator.
        by: Option<Somebody>,
        /// UIS's word for why.
        reason: Option<String>,
        /// What the operator said why.
        comment: Option<String>,
        /// Whether nobody had answered.
        lost: bool,
    },
    /// It goes on after it was closed.
    Reopened,
    /// A lead is dealt with.
    Done {
        /// By whom.
        by: Somebody,
        /// What he said about it.
        comment: Option<String>,
    },
    /// A contact was made in Planfix.
    ContactMade {
        /// Its number.
        contact: i64,
    },
    /// A task was made in Planfix.
    TaskMade {
        /// Its number.
        task: i64,
    },
}

/// An employee.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Somebody {
    /// His number in UIS.
    employee: i64,
    /// His name.
    name: Option<String>,
}

impl ThreadLine {
    pub(super) fn of(entry: Entry, work: &AtWork) -> Result<Self, Problem> {
        let line = Line::deserialize(&entry.data)
            .map_err(|error| engine::StoreError::Corrupt(error.to_string()))?;
        let (message, event) = match line {
            Line::Message(message) => (Some(ThreadMessage::of(*message, work)), None),
            Line::Event(what) => (None, Some(what.into())),
        };
        let Entry { seq, revision, name, at, .. } = entry;
        Ok(Self { seq, revision, name, at, message, event })
    }
}

impl ThreadMessage {
    fn of(message: MessageLine, work: &AtWork) -> Self {
        Self {
            author: message.author.into(),
            employee: message.employee.map(|id| id.0),
            author_name: message.name,
            text: work.shown(message.text),
            reply_to: message.reply_to,
            file: message.attachment.map(|file| ThreadFile {
                kind: file.kind.as_str().to_owned(),
                name: file.name,
                size: file.size,
                mime: file.mime,
            }),
            delivery: message.delivery.map(Into::into),
            error: message.error,
            changed: message.changed,
        }
    }
}

impl From<Author> for LineAuthor {
    fn from(author: Author) -> Self {
        match author {
            Author::Visitor => Self::Visitor,
            Author::Operator => Self::Operator,
            Author::Robot => Self::Robot,
            Author::System => Self::System,
        }
    }
}

impl From<Delivery> for MessageDelivery {
    fn from(delivery: Delivery) -> Self {
        match delivery {
            Delivery::Sending => Self::Sending,
            Delivery::Unknown => Self::Unknown,
            Delivery::Accepted => Self::Accepted,
            Delivery::Sent => Self::Sent,
            Delivery::Delivered => Self::Delivered,
            Delivery::Read => Self::Read,
            Delivery::Failed => Self::Failed,
        }
    }
}

impl From<Person> for Somebody {
    fn from(person: Person) -> Self {
        Self { employee: person.employee.0, name: person.name }
    }
}

impl From<Happening> for ThreadEvent {
    fn from(what: Happening) -> Self {
        match what {
            Happening::Opened { initiator } => {
                Self::Opened { initiator: initiator.map(|who| who.as_str().to_owned()) }
            }
            Happening::Taken { by } => Self::Taken { by: by.into() },
            Happening::Given { to } => Self::Given { to: to.map(Into::into) },
            Happening::Transferred { from, to } => {
                Self::Transferred { from: from.into(), to: to.into() }
            }
            Happening::Refused { deed, reason } => Self::Refused { deed, reason },
            Happening::Closed { by, reason, comment, lost } => {
                Self::Closed { by: by.map(Into::into), reason, comment, lost }
            }
            Happening::Reopened => Self::Reopened,
            Happening::Done { by, comment } => Self::Done { by: by.into(), comment },
            Happening::ContactMade { contact } => Self::ContactMade { contact: contact.0 },
            Happening::TaskMade { task } => Self::TaskMade { task: task.0 },
        }
    }
}

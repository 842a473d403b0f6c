//! What an operator does in a chat, as an event of its lane.

use domain::Failure;
use domain::chats::MessageTemplate;
use domain::workspace::Person;
use engine::model::{ConnectionId, DedupKey, LaneKey, NewEvent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::files::Enclosed;
use crate::stored::unreadable_event;

/// How the kinds of these events begin.
const DEED: &str = "operator_";

/// Whether an event of the kind is a deed.
pub(crate) fn is_deed(kind: &str) -> bool {
    kind.starts_with(DEED)
}

/// What an operator does, and who he is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Done {
    /// Who.
    pub(crate) by: Person,
    /// What.
    pub(crate) deed: Deed,
}

/// What an operator does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case")]
pub enum Deed {
    /// He takes it from the queue.
    Take,
    /// He writes to the visitor.
    Say(Box<Words>),
    /// He hands it over.
    Transfer {
        /// To whom.
        to: Person,
    },
    /// He closes it, or is done with it.
    Close {
        /// What he says why.
        comment: Option<String>,
    },
    /// He began it.
    Begin,
    /// He wants a task of it, whatever the settings make.
    MakeTask,
}

/// What is written to a visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The line it makes, by its name: the same however often it is sent.
    pub line: String,
    /// The text.
    pub text: String,
    /// The line it answers, by its name.
    pub reply_to: Option<String>,
    /// Its file.
    pub attachment: Option<Enclosed>,
    /// The template it is made of, where the channel wants one.
    pub template: Option<MessageTemplate>,
}

impl Deed {
    fn name(&self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Say(_) => "say",
            Self::Transfer { .. } => "transfer",
            Self::Close { .. } => "close",
            Self::Begin => "begin",
            Self::MakeTask => "task",
        }
    }
}

/// A deed as an event of the lane. `id` is the same when the same deed is brought again.
///
/// # Errors
/// Never in practice: a deed is plain data.
pub(crate) fn event_of(
    connection: ConnectionId,
    lane: LaneKey,
    by: Person,
    deed: Deed,
    id: &str,
    received_at: Timestamp,
) -> Result<NewEvent, serde_json::Error> {
    let dedup = DedupKey::new(format!("operator/{lane}/{}/{}/{id}", by.employee, deed.name()));
    Ok(NewEvent {
        connection,
        lane,
        kind: format!("{DEED}{}", deed.name()),
        dedup,
        payload: serde_json::to_value(Done { by, deed })?,
        received_at,
    })
}

/// The deed of a stored event.
pub(crate) fn deed_of(payload: Value) -> Result<Done, Failure> {
    serde_json::from_value(payload).map_err(unreadable_event)
}

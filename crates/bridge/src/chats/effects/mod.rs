//! The writes of a chat.

mod look;
mod send;

use domain::Failure;
use domain::chats::{
    Attachment, ChannelId, ChatContext, ChatFacts, ChatId, MessageId, MessageTemplate, UisAccountId,
};
use domain::failure::Code;
use domain::ids::UisEmployeeId;
use engine::model::Urgency;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub(super) use look::look;
pub(super) use send::send;

/// UIS's Chat API.
pub(super) const CHAT_DOOR: &str = "uis.chat";

/// A planned write can't be read by this version of the program.
const EFFECT: Code = Code::new("SVZ-EFFECT");

/// One write of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub enum ChatEffect {
    /// A message to the visitor.
    Say {
        /// The message.
        saying: Box<Saying>,
    },
    /// The chat is handed over in UIS.
    Transfer {
        /// Where.
        place: Place,
        /// Who had it.
        from: UisEmployeeId,
        /// Who gets it.
        to: UisEmployeeId,
    },
    /// The chat is closed in UIS.
    Close {
        /// Where.
        place: Place,
        /// Who closes it.
        operator: UisEmployeeId,
        /// What UIS sent along with the chat.
        context: ChatContext,
    },
}

/// A message to the visitor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saying {
    /// Its line in the thread.
    pub line: String,
    /// Where.
    pub place: Place,
    /// Who writes.
    pub operator: UisEmployeeId,
    /// The text.
    pub text: String,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// A file that UIS has already.
    pub attachment: Option<Attachment>,
    /// The template it is made of.
    pub template: Option<MessageTemplate>,
}

/// A chat as UIS wants it named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The account.
    pub account: UisAccountId,
    /// The channel.
    pub channel: ChannelId,
    /// The chat.
    pub chat: ChatId,
}

/// Where the chat is; `None` while UIS has not named its account and channel.
pub(super) fn place_of(facts: &ChatFacts) -> Option<Place> {
    Some(Place { account: facts.account?, channel: facts.channel?, chat: facts.chat })
}

impl ChatEffect {
    /// The effect's kind, for the outbox and the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Say { .. } => "say",
            Self::Transfer { .. } => "transfer",
            Self::Close { .. } => "close",
        }
    }

    /// The door it leaves by, and how urgent it is.
    pub(super) fn way(&self) -> (&'static str, Urgency) {
        match self {
            Self::Say { .. } | Self::Transfer { .. } | Self::Close { .. } => {
                (CHAT_DOOR, Urgency::Live)
            }
        }
    }

    /// Whether the lane wants to hear of its result.
    pub(super) fn reports(&self) -> bool {
        match self {
            Self::Say { .. } | Self::Transfer { .. } | Self::Close { .. } => true,
        }
    }

    /// The effect in a row of the outbox.
    pub(super) fn stored(payload: &Value) -> Result<Self, Failure> {
        Self::deserialize(payload).map_err(|error| {
            Failure::permanent(EFFECT, format!("Запись в очереди не читается: {error}"))
        })
    }
}

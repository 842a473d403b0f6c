//! The writes of a chat.

mod look;
mod send;

use std::borrow::Cow;

use domain::Failure;
use domain::chats::{
    ChannelId, ChatContext, ChatFacts, ChatId, MessageId, MessageTemplate, UisAccountId,
};
use domain::ids::UisEmployeeId;
use engine::model::Urgency;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::files::Enclosed;
use super::mirror::MirrorEffect;
use crate::calls;
use crate::draft::Write;
use crate::entities::EntityEffect;

pub(super) use look::look;
pub(super) use send::send;

/// UIS's Chat API.
const CHAT_DOOR: &str = "uis.chat";

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
    /// The chat in its task.
    #[serde(untagged)]
    Mirror(MirrorEffect),
    /// The contact or the task.
    #[serde(untagged)]
    Entity(EntityEffect),
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
    /// Its file.
    pub attachment: Option<Enclosed>,
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

impl Write for ChatEffect {
    fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::Say { .. } => "say".into(),
            Self::Transfer { .. } => "transfer".into(),
            Self::Close { .. } => "close".into(),
            Self::Mirror(effect) => effect.kind(),
            Self::Entity(effect) => effect.kind(),
        }
    }

    fn way(&self) -> (&'static str, Urgency) {
        match self {
            Self::Say { .. } | Self::Transfer { .. } | Self::Close { .. } => {
                (CHAT_DOOR, Urgency::Live)
            }
            Self::Mirror(effect) => effect.way(),
            Self::Entity(effect) => effect.way(),
        }
    }

    fn wants_result(&self) -> bool {
        match self {
            Self::Say { .. } | Self::Transfer { .. } | Self::Close { .. } => true,
            Self::Mirror(effect) => effect.wants_result(),
            Self::Entity(effect) => effect.wants_result(),
        }
    }
}

impl ChatEffect {
    /// The effect in a row of the outbox.
    pub(super) fn stored(payload: &Value) -> Result<Self, Failure> {
        Self::deserialize(payload).map_err(calls::unreadable_effect)
    }
}

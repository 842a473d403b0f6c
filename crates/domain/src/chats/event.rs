//! What one callback of the Chat API says.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::words::open_words;
use super::{
    ChannelId, ChatAccount, ChatChannel, ChatContext, ChatId, ChatMessage, CloseReason, MessageId,
    MessageStatus, UisAccountId, VisitorAddress, VisitorCard, VisitorId,
};
use crate::ids::UisEmployeeId;

open_words!(
    /// Who began a chat.
    Initiator {
        /// An employee.
        Operator = "operator",
        /// The visitor.
        Visitor = "visitor",
        /// An automatic invitation that the visitor answered.
        AutoInvite = "autoinvite",
        /// The messenger.
        ChatChannel = "chat_channel",
        /// A bot.
        Chatbot = "chatbot",
    }
);

/// One callback: where it is from, and what happened there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatCallback {
    /// The account of UIS.
    pub account: Option<UisAccountId>,
    /// The channel.
    pub channel: Option<ChannelId>,
    /// What UIS sent along.
    pub context: ChatContext,
    /// What happened.
    pub event: ChatEvent,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", content = "of", rename_all = "snake_case")]
pub enum ChatEvent {
    /// A chat began (`POST /chat`).
    Opened {
        /// The chat.
        chat: ChatId,
        /// The visitor.
        visitor: Option<VisitorId>,
        /// How the visitor is reached, as far as the channel tells.
        addresses: Vec<VisitorAddress>,
        /// The employee it was given to already.
        operator: Option<UisEmployeeId>,
        /// Who began it.
        initiator: Option<Initiator>,
        /// When.
        at: Option<Timestamp>,
    },
    /// A chat was given to an employee (`PATCH /chat`; `POST /chat/operator` of version 1).
    OperatorAssigned {
        /// The chat.
        chat: ChatId,
        /// The employee; `None` when it was taken from everybody.
        operator: Option<UisEmployeeId>,
    },
    /// A chat ended (`POST /chat/close`).
    Closed {
        /// The chat.
        chat: ChatId,
        /// The employee who had it or ended it.
        operator: Option<UisEmployeeId>,
        /// Why.
        reason: Option<CloseReason>,
        /// When, where UIS tells it.
        at: Option<Timestamp>,
    },
    /// Something was written (`POST /message`).
    Message(ChatMessage),
    /// A message was changed: what is `None` stays as it was. UIS documents no address for it.
    MessageChanged(ChatMessage),
    /// A message came further on its way (`POST /message/status`).
    MessageStatus {
        /// The chat.
        chat: Option<ChatId>,
        /// The message.
        message: MessageId,
        /// How far.
        status: MessageStatus,
    },
    /// More is known of the visitor (`POST /visitor/card`).
    VisitorCard {
        /// The chat in which it became known.
        chat: Option<ChatId>,
        /// The visitor.
        visitor: VisitorId,
        /// All that is known now.
        card: VisitorCard,
    },
    /// A channel was connected to the adapter or changed (`POST /channel`, `PATCH /channel/{id}`).
    ChannelKnown(ChatChannel),
    /// A channel was disconnected (`DELETE /channel/{id}`).
    ChannelGone(ChannelId),
    /// An account connected the adapter or changed (`POST /account`, `PATCH /account/{id}`).
    AccountKnown(ChatAccount),
    /// An account disconnected the adapter (`DELETE /account/{id}`).
    AccountGone(UisAccountId),
}

impl ChatEvent {
    /// The chat it is about, where it is about one.
    pub fn chat(&self) -> Option<ChatId> {
        match self {
            Self::Opened { chat, .. }
            | Self::OperatorAssigned { chat, .. }
            | Self::Closed { chat, .. } => Some(*chat),
            Self::Message(message) | Self::MessageChanged(message) => message.chat,
            Self::MessageStatus { chat, .. } | Self::VisitorCard { chat, .. } => *chat,
            Self::ChannelKnown(_)
            | Self::ChannelGone(_)
            | Self::AccountKnown(_)
            | Self::AccountGone(_) => None,
        }
    }

    /// Its name, for the journal and the log.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "chat_opened",
            Self::OperatorAssigned { .. } => "chat_operator_assigned",
            Self::Closed { .. } => "chat_closed",
            Self::Message(_) => "chat_message",
            Self::MessageChanged(_) => "chat_message_changed",
            Self::MessageStatus { .. } => "chat_message_status",
            Self::VisitorCard { .. } => "chat_visitor_card",
            Self::ChannelKnown(_) => "chat_channel_known",
            Self::ChannelGone(_) => "chat_channel_gone",
            Self::AccountKnown(_) => "chat_account_known",
            Self::AccountGone(_) => "chat_account_gone",
        }
    }
}

//! What was written.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::words::open_words;
use super::{Attachment, ChatId, MessageId, VisitorId};
use crate::ids::UisEmployeeId;

open_words!(
    /// Who wrote it (`source`).
    MessageSource {
        /// UIS itself; `system_message_mnemonic` says what about.
        System = "system",
        /// An employee.
        Operator = "operator",
        /// The visitor.
        Visitor = "visitor",
        /// A message that keeps the visitor waiting («Удерживающие сообщения»).
        Retention = "retention",
        /// An automatic invitation («Автоприглашение»).
        AutoInvite = "autoinvite",
        /// What the visitor wrote into a form («Форма сбора информации»).
        FormText = "form_text",
        /// The messenger itself.
        ChatChannel = "chat_channel",
        /// A bot.
        Chatbot = "chatbot",
    }
);

open_words!(
    /// What became of a message on its way (`status`), worst to best but for the error.
    MessageStatus {
        /// UIS has it.
        Accepted = "accepted",
        /// The channel took it.
        Sent = "sent",
        /// The visitor's device has it.
        Delivered = "delivered",
        /// The visitor saw it.
        Read = "read",
        /// It did not come through.
        Error = "error",
    }
);

impl MessageStatus {
    /// How far the message has come: statuses may arrive in any order, and a later stage is not taken
    /// back by an earlier one. An error is final; an unknown word says nothing of the stage.
    pub fn stage(&self) -> u8 {
        match self {
            Self::Other(_) => 0,
            Self::Accepted => 1,
            Self::Sent => 2,
            Self::Delivered => 3,
            Self::Read => 4,
            Self::Error => 5,
        }
    }
}

/// A message of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatMessage {
    /// Its id.
    pub id: MessageId,
    /// The chat. A changed message may come without it.
    pub chat: Option<ChatId>,
    /// The visitor.
    pub visitor: Option<VisitorId>,
    /// Who wrote it.
    pub source: Option<MessageSource>,
    /// The employee who wrote it.
    pub operator: Option<UisEmployeeId>,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// Its text, as written.
    pub text: Option<String>,
    /// When it was written.
    pub at: Option<Timestamp>,
    /// What became of it so far.
    pub status: Option<MessageStatus>,
    /// Its file.
    pub attachment: Option<Attachment>,
    /// What a message of UIS itself is about (`system_message_mnemonic`, e.g. `chat_started`).
    pub system: Option<String>,
}

//! `cmd=messageStatus`: what became of a message that was written in Planfix.

use std::fmt;

use domain::Failure;

use super::Chat;

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageStatus {
    /// It is on its way.
    Sent,
    /// The visitor saw it.
    Read,
    /// It did not come through.
    Error {
        /// Why, for the person who wrote it.
        text: String,
    },
}

impl fmt::Display for MessageStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sent => "sent",
            Self::Read => "read",
            Self::Error { .. } => "error",
        })
    }
}

impl Chat {
    /// Tells what became of the message that Planfix called `message`.
    ///
    /// # Errors
    /// The failures of an exchange; class Unknown when it may have arrived, and a second time changes nothing.
    pub async fn message_status(
        &self,
        message: &str,
        status: &MessageStatus,
    ) -> Result<(), Failure> {
        let text = match status {
            MessageStatus::Error { text } => Some(text),
            MessageStatus::Sent | MessageStatus::Read => None,
        };
        let command = self
            .command("messageStatus")
            .with("messageId", message)
            .with("messageStatus", status)
            .with_some("messageStatusText", text);
        self.door.order(command).await
    }
}

//! `cmd=newMessage`: a message of a conversation. The first one makes the task and the contact, by the
//! templates of the integration in Planfix.

use domain::Failure;
use url::Url;

use super::{Chat, ChatContact};

/// A message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Our word for the chat.
    pub chat: String,
    /// Its text. May be empty when there is a file.
    pub text: String,
    /// Whose chat it is.
    pub contact: ChatContact,
    /// The channel, as people call it.
    pub channel: Option<String>,
    /// The name of the task that the first message makes.
    pub title: Option<String>,
    /// Files.
    pub files: Vec<File>,
    /// `Some` when it was written to the visitor elsewhere (`isEcho`).
    pub echo: Option<Echo>,
}

/// A message that was written to the visitor elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Echo {
    /// The e-mail of the employee who wrote it; without one Planfix takes the integration's own author.
    pub user_email: Option<String>,
}

/// A file, fetched by Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub url: Url,
}

impl Chat {
    /// Tells a message.
    ///
    /// # Errors
    /// The failures of an exchange; class Unknown when it may have arrived.
    pub async fn new_message(&self, message: &NewMessage) -> Result<(), Failure> {
        let command =
            self.command("newMessage").with("chatId", &message.chat).with("message", &message.text);
        let command = message
            .contact
            .put(command)
            .with_some("channel", message.channel.as_ref())
            .with_some("title", message.title.as_ref());
        let command = message.files.iter().fold(command, |command, file| {
            command.with("attachments[name]", &file.name).with("attachments[url]", &file.url)
        });
        let command = match &message.echo {
            None => command,
            Some(echo) => {
                command.with("isEcho", 1).with_some("userEmail", echo.user_email.as_ref())
            }
        };
        self.door.order(command).await
    }
}

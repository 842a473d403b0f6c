//! What Planfix keeps of conversations.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

/// A message as it stands in the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TalkMessage {
    /// Who wrote it: the contact's name, an employee's e-mail, or «автор по умолчанию».
    pub author: String,
    /// Its text.
    pub text: String,
    /// Addresses of its files.
    pub files: Vec<String>,
    /// Planfix's own id, for one that was written in the task.
    pub id: Option<String>,
    /// What became of it (`sent`, `read`, `error: …`), for one that was written in the task.
    pub status: Option<String>,
}

/// A conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Talk {
    /// The task.
    pub task: u64,
    /// The provider's word for the person.
    pub contact: String,
    /// When it began.
    pub began_at: Timestamp,
    /// What was written.
    pub messages: Vec<TalkMessage>,
}

/// All conversations, by the provider's word for the chat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Talks {
    pub(super) chats: BTreeMap<String, Talk>,
    /// Contacts by the provider's word for the person.
    pub(super) people: BTreeMap<String, u64>,
    pub(super) written: u64,
    /// Files that employees put into tasks.
    pub(super) files: Vec<TaskFile>,
}

/// A file that an employee put into a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskFile {
    /// Its name.
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// What is in it.
    pub content: Vec<u8>,
}

impl Talks {
    /// One conversation.
    pub fn talk(&self, chat: &str) -> Option<&Talk> {
        self.chats.get(chat)
    }

    /// Messages are shown under the contact's present name.
    pub(super) fn rename(&mut self, person: &str, before: &str, now: &str) {
        let own = self.chats.values_mut().filter(|talk| talk.contact == person);
        let messages = own.flat_map(|talk| &mut talk.messages);
        for message in messages.filter(|message| message.author == before) {
            now.clone_into(&mut message.author);
        }
    }

    /// All of them.
    pub fn all(&self) -> &BTreeMap<String, Talk> {
        &self.chats
    }
}

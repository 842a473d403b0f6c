//! What a visitor sees of his chats in one channel.

use jiff::Timestamp;
use serde::Serialize;

use super::act::Who;
use super::office::{Message, Resource};
use crate::uis::state::State;

/// The conversation as the widget shows it.
#[derive(Debug, Serialize)]
pub(super) struct Conversation {
    /// Whether a chat goes on.
    open: bool,
    /// The employee who has it.
    operator: Option<String>,
    messages: Vec<Line>,
}

/// A message as the widget shows it.
#[derive(Debug, Serialize)]
struct Line {
    id: u64,
    source: &'static str,
    author: Option<String>,
    text: String,
    at: Timestamp,
    status: &'static str,
    quote: Option<String>,
    file: Option<FileLine>,
}

#[derive(Debug, Serialize)]
struct FileLine {
    id: u64,
    token: String,
    name: String,
    kind: String,
    size: usize,
}

impl State {
    /// The visitor's chats in the channel, one after the other.
    pub(super) fn conversation(&self, who: &Who) -> Conversation {
        let visitor = self.chat.visitors.iter().find(|visitor| visitor.key == who.visitor);
        let visitor = visitor.map(|visitor| visitor.id);
        let open = visitor.and_then(|visitor| self.chat.open_chat(visitor, who.channel));
        let mine = |message: &&Message| {
            let chat = self.chat.chat(message.chat);
            chat.is_some_and(|chat| Some(chat.visitor) == visitor && chat.channel == who.channel)
        };
        // what UIS notes for operators is not the visitor's to see
        let seen = |message: &&Message| mine(message) && message.source != "system";
        Conversation {
            open: open.is_some(),
            operator: open.and_then(|chat| self.name_of(chat.operator?)),
            messages: self.chat.messages.iter().filter(seen).map(|m| self.line(m)).collect(),
        }
    }

    /// Whether something reached the visitor that he has not seen.
    pub(super) fn has_unread(&self, who: &Who) -> bool {
        let visitor = self.chat.visitors.iter().find(|visitor| visitor.key == who.visitor);
        let chat = visitor.and_then(|visitor| self.chat.open_chat(visitor.id, who.channel));
        let Some(chat) = chat.map(|chat| chat.id) else { return false };
        let unread = |message: &Message| message.chat == chat && message.status == "delivered";
        self.chat.messages.iter().any(|message| message.source == "operator" && unread(message))
    }

    fn line(&self, message: &Message) -> Line {
        let quoted = message
            .reply_to
            .and_then(|id| self.chat.messages.iter().find(|quoted| quoted.id == id));
        Line {
            id: message.id,
            source: message.source,
            author: message.operator.and_then(|id| self.name_of(id)),
            text: message.text.clone(),
            at: message.at,
            status: message.status,
            quote: quoted.map(|quoted| match self.file_of(quoted) {
                // a picture is quoted by its name
                Some(file) if quoted.text.is_empty() => file.name.clone(),
                _ => quoted.text.clone(),
            }),
            file: self.file_of(message).map(FileLine::of),
        }
    }

    fn file_of(&self, message: &Message) -> Option<&Resource> {
        self.chat.resource(message.resource?)
    }

    fn name_of(&self, employee: u64) -> Option<String> {
        self.company.employee_by_id(employee).map(|employee| employee.first_name.clone())
    }
}

impl FileLine {
    fn of(resource: &Resource) -> Self {
        Self {
            id: resource.id,
            token: resource.token.clone(),
            name: resource.name.clone(),
            kind: resource.kind.clone(),
            size: resource.content.len(),
        }
    }
}

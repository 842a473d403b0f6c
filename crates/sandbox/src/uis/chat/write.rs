//! What changes when somebody does something in a chat; each change that concerns the adapter is told.

use std::sync::Arc;

use jiff::Timestamp;

use super::act::File;
use super::office::{Chat, Message, Resource, Visitor};
use super::settings::Fate;
use crate::uis::state::State;

/// A message about to be written.
pub(super) struct Draft {
    pub(super) source: &'static str,
    pub(super) operator: Option<u64>,
    pub(super) reply_to: Option<u64>,
    pub(super) text: String,
    pub(super) resource: Option<u64>,
    pub(super) mnemonic: Option<&'static str>,
    pub(super) at: Timestamp,
    /// Whether the adapter itself wrote it: it is not told of its own doing.
    pub(super) by_adapter: bool,
}

impl Draft {
    pub(super) fn of_visitor(at: Timestamp) -> Self {
        Self {
            source: "visitor",
            operator: None,
            reply_to: None,
            text: String::new(),
            resource: None,
            mnemonic: None,
            at,
            by_adapter: false,
        }
    }

    pub(super) fn of_operator(operator: u64, at: Timestamp) -> Self {
        Self { source: "operator", operator: Some(operator), ..Self::of_visitor(at) }
    }
}

impl State {
    /// The chat that goes on with the visitor, begun when there is none.
    pub(super) fn chat_with(&mut self, visitor: u64, channel: u64, now: Timestamp) -> u64 {
        if let Some(chat) = self.chat.open_chat(visitor, channel) {
            return chat.id;
        }
        let chat = self.begin(visitor, channel, "visitor", None, now);
        self.tell_opened(&chat);
        let started = Draft {
            source: "system",
            text: "Чат начат".to_owned(),
            mnemonic: Some("chat_started"),
            ..Draft::of_visitor(now)
        };
        self.write(chat.id, started);
        chat.id
    }

    /// Begins a chat and tells nobody.
    pub(super) fn begin(
        &mut self,
        visitor: u64,
        channel: u64,
        initiator: &'static str,
        operator: Option<u64>,
        now: Timestamp,
    ) -> Chat {
        let before = self.chat.chats.iter().filter(|chat| chat.visitor == visitor).count();
        let chat = Chat {
            id: self.chat.id(),
            channel,
            visitor,
            initiator,
            operator,
            transferred: false,
            created_at: now,
            closed: None,
            tags: Vec::new(),
            communication: self.chat.id(),
            communication_number: before + 1,
        };
        self.chat.chats.push(chat.clone());
        chat
    }

    /// Writes a message; an operator's goes on its way to the visitor.
    pub(super) fn write(&mut self, chat: u64, draft: Draft) -> Option<Message> {
        let message = Message {
            id: self.chat.id(),
            chat,
            source: draft.source,
            operator: draft.operator,
            reply_to: draft.reply_to,
            text: draft.text,
            at: draft.at,
            status: if draft.source == "operator" { "accepted" } else { "delivered" },
            resource: draft.resource,
            mnemonic: draft.mnemonic,
        };
        self.chat.messages.push(message.clone());
        let chat = self.chat.chat(chat)?.clone();
        if !draft.by_adapter {
            self.tell_message(&chat, &message);
        }
        if message.source == "operator" {
            self.carry_to_visitor(&chat, message.id);
        }
        Some(message)
    }

    fn carry_to_visitor(&mut self, chat: &Chat, message: u64) {
        let stages: &[&'static str] = match self.chat.settings.fate {
            Fate::Delivered => &["sent", "delivered"],
            Fate::Read => &["sent", "delivered", "read"],
            Fate::Sent => &["sent"],
            Fate::Error => &["error"],
            Fate::Silence => &[],
        };
        for stage in stages {
            self.set_status(chat, message, stage);
        }
    }

    fn set_status(&mut self, chat: &Chat, message: u64, status: &'static str) {
        let found = self.chat.messages.iter_mut().find(|known| known.id == message);
        if let Some(found) = found {
            found.status = status;
            self.tell_status(chat, message, status);
        }
    }

    /// The visitor sees everything that reached him.
    pub(super) fn read_all(&mut self, chat: u64) {
        let Some(chat) = self.chat.chat(chat).cloned() else { return };
        let unread = self.chat.messages.iter().filter(|message| {
            message.chat == chat.id && message.source == "operator" && message.status == "delivered"
        });
        for message in unread.map(|message| message.id).collect::<Vec<_>>() {
            self.set_status(&chat, message, "read");
        }
    }

    pub(super) fn last_message(&self, chat: u64, source: &str) -> Option<u64> {
        let from = |message: &&Message| message.chat == chat && message.source == source;
        self.chat.messages.iter().rev().find(from).map(|message| message.id)
    }

    pub(super) fn correct(&mut self, chat: u64, text: &str) {
        let last = self.last_message(chat, "visitor");
        let message = self.chat.messages.iter_mut().find(|message| Some(message.id) == last);
        let Some(message) = message else { return };
        text.clone_into(&mut message.text);
        let message = message.clone();
        if let Some(chat) = self.chat.chat(chat).cloned() {
            self.tell_changed(&chat, &message);
        }
    }

    pub(super) fn assign(&mut self, chat: u64, operator: u64) {
        let Some(known) = self.chat.chat_mut(chat) else { return };
        known.transferred |= known.operator.is_some_and(|before| before != operator);
        known.operator = Some(operator);
        let chat = known.clone();
        self.tell_assigned(&chat);
    }

    pub(super) fn tag(&mut self, chat: u64, tag: &str, now: Timestamp) -> Result<(), String> {
        let tag = self.company.tags.iter().find(|known| known.name == tag).cloned();
        let tag = tag.ok_or("there is no such tag")?;
        if let Some(chat) = self.chat.chat_mut(chat) {
            chat.tags.push((now, tag));
        }
        Ok(())
    }

    pub(super) fn close(&mut self, chat: u64, reason: &str, now: Timestamp) {
        let Some(chat) = self.chat.chat_mut(chat) else { return };
        chat.closed = Some((now, reason.to_owned()));
        let chat = chat.clone();
        self.tell_closed(&chat, reason);
    }

    /// Takes a file in.
    pub(super) fn store(&mut self, channel: u64, file: File) -> u64 {
        let kind = match file.mime.split('/').next() {
            Some("image") => "photo",
            Some(kind @ ("video" | "audio")) => kind,
            _ => "document",
        };
        let kind = kind.to_owned();
        self.store_as(channel, &kind, file)
    }

    /// Takes a file in as this kind of resource.
    pub(super) fn store_as(&mut self, channel: u64, kind: &str, file: File) -> u64 {
        let id = self.chat.id();
        self.chat.resources.push(Resource {
            id,
            // nobody outside needs to be kept from guessing in a simulator
            token: format!("resource-{id}"),
            channel,
            kind: kind.to_owned(),
            name: file.name,
            mime: file.mime,
            content: Arc::from(file.content),
        });
        id
    }

    pub(super) fn introduce(
        &mut self,
        visitor: u64,
        name: Option<String>,
        phone: Option<String>,
        email: Option<String>,
    ) {
        self.change_visitor(visitor, |visitor| {
            visitor.name = name.or(visitor.name.take());
            visitor.phones.extend(phone.filter(|phone| !visitor.phones.contains(phone)));
            visitor.emails.extend(email.filter(|email| !visitor.emails.contains(email)));
        });
    }

    pub(super) fn change_visitor(&mut self, id: u64, change: impl FnOnce(&mut Visitor)) {
        if let Some(visitor) = self.chat.visitors.iter_mut().find(|visitor| visitor.id == id) {
            change(visitor);
        }
    }
}

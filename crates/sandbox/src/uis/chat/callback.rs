//! Callbacks: what the adapter is told, in the words of the documentation.

use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::channel::FRAME_SECS;
use super::office::{Chat, Message, Resource};
use crate::uis::state::State;

/// A callback ready to go.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Callback {
    /// `POST`, `PATCH`, `DELETE`
    pub method: &'static str,
    /// What follows the webhook's address.
    pub path: String,
    /// The body.
    pub body: Value,
}

/// A callback that was sent, once for each attempt.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Carried {
    /// When.
    pub at: Timestamp,
    /// What.
    pub callback: Callback,
    /// The adapter's HTTP status, or why it did not answer.
    pub outcome: Result<u16, String>,
}

impl State {
    /// The account and its channels, as the adapter learns of them when it is connected.
    pub(super) fn announce_account(&mut self) {
        let (account, name) = (self.company.account.app_id, self.company.account.name);
        self.call_back(
            "POST",
            "/account",
            json!({ "id": account, "name": name, "status": "active" }),
        );
        for channel in self.chat.channels.clone() {
            let mut context = json!({ "app_id": account, "chat_channel_id": channel.id });
            if channel.has_frame() {
                put(&mut context, "message_templates", json!(channel.templates()));
            }
            let body = json!({
                "context": context, "account_id": account, "id": channel.id, "type": channel.kind,
                "name": channel.name, "status": channel.status,
            });
            self.call_back("POST", "/channel", body);
        }
    }

    pub(super) fn call_back(&mut self, method: &'static str, path: &str, body: Value) {
        self.chat.outgoing.push_back(Callback { method, path: path.to_owned(), body });
    }

    pub(super) fn tell_opened(&mut self, chat: &Chat) {
        let visitor = self.chat.visitor(chat.visitor);
        let phone = visitor.and_then(|visitor| visitor.phones.first()).cloned();
        let body = self.about(
            chat,
            json!({
                "visitor_id": chat.visitor, "visitor_phone": phone, "operator_id": chat.operator,
                "initiator": chat.initiator, "created_at": chat.created_at,
            }),
        );
        self.call_back("POST", "/chat", body);
    }

    pub(super) fn tell_assigned(&mut self, chat: &Chat) {
        let body = self.about(chat, json!({ "operator_id": chat.operator }));
        if self.chat.settings.version_1 {
            self.call_back("POST", "/chat/operator", body);
        } else {
            self.call_back("PATCH", "/chat", body);
        }
    }

    pub(super) fn tell_closed(&mut self, chat: &Chat, reason: &str) {
        let body = self.about(chat, json!({ "operator_id": chat.operator, "reason": reason }));
        self.call_back("POST", "/chat/close", body);
    }

    pub(super) fn tell_message(&mut self, chat: &Chat, message: &Message) {
        let body = self.message_body(chat, message);
        self.call_back("POST", "/message", body);
    }

    /// A changed message. The documentation names no address; this is the likeliest.
    pub(super) fn tell_changed(&mut self, chat: &Chat, message: &Message) {
        let body = self.message_body(chat, message);
        self.call_back("PATCH", "/message", body);
    }

    pub(super) fn tell_status(&mut self, chat: &Chat, message: u64, status: &str) {
        let body = self.about(chat, json!({ "message_id": message, "status": status }));
        self.call_back("POST", "/message/status", body);
    }

    /// The visitor's card. While no chat goes on there is none to name.
    pub(super) fn tell_card(&mut self, visitor: u64, channel: u64) {
        let Some(visitor) = self.chat.visitor(visitor) else { return };
        let card = json!({
            "name": visitor.name, "company": visitor.company, "comment": null,
            "phones": visitor.phones, "emails": visitor.emails,
        });
        let own = json!({ "visitor_id": visitor.id, "visitor_card": card });
        let body = match self.chat.open_chat(visitor.id, channel) {
            Some(chat) => self.about(chat, own),
            None => self.within(channel, own),
        };
        self.call_back("POST", "/visitor/card", body);
    }

    fn message_body(&self, chat: &Chat, message: &Message) -> Value {
        let resource = message.resource.and_then(|id| self.chat.resource(id)).map(resource_body);
        self.about(
            chat,
            json!({
                "id": message.id, "source": message.source, "operator_id": message.operator,
                "visitor_id": chat.visitor, "reply_to_id": message.reply_to, "text": message.text,
                "created_at": message.at, "status": message.status, "resource": resource,
                "system_message_mnemonic": message.mnemonic,
            }),
        )
    }

    /// What every callback about a chat names, and then the callback's own members.
    fn about(&self, chat: &Chat, own: Value) -> Value {
        let account = self.company.account.app_id;
        let mut context = json!({ "app_id": account, "chat_channel_id": chat.channel });
        if let Some(until) = self.frame_until(chat) {
            put(&mut context, "conversation_frame_ts", until.into());
        }
        let body = json!({
            "context": context, "account_id": account, "channel_id": chat.channel, "chat_id": chat.id,
        });
        with(body, own)
    }

    /// The same where no chat goes on.
    fn within(&self, channel: u64, own: Value) -> Value {
        let account = self.company.account.app_id;
        let context = json!({ "app_id": account, "chat_channel_id": channel });
        with(json!({ "context": context, "account_id": account, "channel_id": channel }), own)
    }

    /// Until when a WABA visitor may be written to without a template, unix seconds.
    pub(super) fn frame_until(&self, chat: &Chat) -> Option<i64> {
        self.chat.channel(chat.channel).filter(|channel| channel.has_frame())?;
        let said = |message: &&Message| {
            message.source == "visitor"
                && self.chat.chat(message.chat).is_some_and(|other| {
                    other.visitor == chat.visitor && other.channel == chat.channel
                })
        };
        let last = self.chat.messages.iter().rev().find(said)?;
        Some(last.at.as_second() + FRAME_SECS)
    }
}

/// A file as callbacks and answers name it.
pub(super) fn resource_body(resource: &Resource) -> Value {
    json!({
        "id": resource.id, "token": resource.token, "type": resource.kind, "name": resource.name,
        "size": resource.content.len(), "mime_type": resource.mime,
    })
}

fn with(mut body: Value, own: Value) -> Value {
    if let (Value::Object(body), Value::Object(own)) = (&mut body, own) {
        body.extend(own);
    }
    body
}

fn put(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        let members: &mut Map<String, Value> = members;
        members.insert(name.to_owned(), value);
    }
}

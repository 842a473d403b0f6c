//! A request and what stands in its body.

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, header};
use serde_json::{Map, Value};

use super::refusal::Refusal;
use crate::uis::chat::{Channel, Chat};
use crate::uis::state::State;

/// A request.
pub(super) struct Request {
    pub(super) method: String,
    pub(super) segments: Vec<String>,
    pub(super) token: Option<String>,
    pub(super) content_type: String,
    pub(super) raw: Bytes,
}

impl Request {
    pub(super) fn read(method: &Method, path: &str, headers: &HeaderMap, raw: Bytes) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let token = text(header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        Self {
            method: method.to_string(),
            segments: path.split('/').map(str::to_owned).collect(),
            token: token.map(str::to_owned),
            content_type: text(header::CONTENT_TYPE).unwrap_or_default().to_owned(),
            raw,
        }
    }

    /// The path behind the API's own address; a fault is aimed by it.
    pub(super) fn path(&self) -> String {
        self.segments.join("/")
    }

    /// The request in a few words, without ids, which differ from run to run.
    pub(super) fn described(&self) -> String {
        let first = self.segments.first().map(String::as_str);
        match (self.method.as_str(), first) {
            ("GET", Some("resource")) => "GET resource payload".to_owned(),
            ("POST", Some("message")) => {
                let body = self.body().unwrap_or_default();
                let template = body.0.get("context").and_then(|context| context.get("template"));
                let file = body.0.get("resource").is_some_and(|file| !file.is_null());
                let text = body.0.get("text").and_then(Value::as_str).unwrap_or_default();
                let template = if template.is_some() { " by template" } else { "" };
                let file = if file { " with a file" } else { "" };
                format!("POST message{template}{file} «{text}»")
            }
            _ => format!("{} {}", self.method, self.path()),
        }
    }

    /// The JSON object of the body.
    pub(super) fn body(&self) -> Result<Body, Refusal> {
        match serde_json::from_slice(&self.raw) {
            Ok(Value::Object(members)) => Ok(Body(members)),
            _ => Err(Refusal::wrong("body", "JSON object expected")),
        }
    }
}

/// The members of a body.
#[derive(Default)]
pub(super) struct Body(pub(super) Map<String, Value>);

impl Body {
    /// A number that must be there.
    pub(super) fn number(&self, name: &str) -> Result<u64, Refusal> {
        self.optional_number(name)?.ok_or_else(|| Refusal::wrong(name, "field required"))
    }

    pub(super) fn optional_number(&self, name: &str) -> Result<Option<u64>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let number = value.as_u64();
                number.map(Some).ok_or_else(|| Refusal::wrong(name, "value is not a valid integer"))
            }
        }
    }

    /// A text, empty when it is not there.
    pub(super) fn text(&self, name: &str) -> Result<String, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(String::new()),
            Some(Value::String(text)) => Ok(text.clone()),
            Some(_) => Err(Refusal::wrong(name, "str type expected")),
        }
    }

    /// A word that must be exactly this one.
    pub(super) fn word(&self, name: &str, expected: &str) -> Result<(), Refusal> {
        if self.text(name)? == expected {
            return Ok(());
        }
        Err(Refusal::wrong(name, "value is not a valid enumeration member"))
    }

    /// `created_at` must be a moment in ISO 8601.
    pub(super) fn moment(&self, name: &str) -> Result<(), Refusal> {
        let text = self.text(name)?;
        let moment = text.parse::<jiff::Timestamp>();
        moment.map(|_| ()).map_err(|_| Refusal::wrong(name, "invalid datetime format"))
    }

    /// The channel, of this account.
    pub(super) fn channel(&self, state: &State) -> Result<Channel, Refusal> {
        let (account, channel) = (self.number("account_id")?, self.number("channel_id")?);
        channel_of(state, account, channel)
    }

    /// The chat, in this channel and open.
    pub(super) fn open_chat(&self, state: &State) -> Result<Chat, Refusal> {
        let channel = self.channel(state)?;
        let chat = state.chat.chat(self.number("chat_id")?);
        let chat = chat.filter(|chat| chat.channel == channel.id).cloned();
        let chat = chat.ok_or_else(|| Refusal::not_found("Chat not found"))?;
        if chat.closed.is_some() { Err(Refusal::closed()) } else { Ok(chat) }
    }

    /// An employee of the company.
    pub(super) fn employee(&self, state: &State, name: &str) -> Result<u64, Refusal> {
        let employee = state.company.employee_by_id(self.number(name)?);
        employee.map(|employee| employee.id).ok_or_else(|| Refusal::wrong(name, "no such employee"))
    }
}

/// The channel, of this account.
pub(super) fn channel_of(state: &State, account: u64, channel: u64) -> Result<Channel, Refusal> {
    if account != state.company.account.app_id {
        return Err(Refusal::foreign_account());
    }
    let channel = state.chat.channel(channel).filter(|channel| channel.status == "active");
    channel.cloned().ok_or_else(|| Refusal::not_found("Channel not found"))
}

//! `POST /v1/adapter/message`: an operator writes to the visitor.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::Done;
use super::refusal::Refusal;
use super::request::Body;
use crate::uis::chat::write::Draft;
use crate::uis::chat::{Channel, Chat, callback};
use crate::uis::state::State;

pub(super) fn perform(state: &mut State, body: &Body, now: Timestamp) -> Result<Done, Refusal> {
    let chat = body.open_chat(state)?;
    let operator = body.employee(state, "operator_id")?;
    body.word("source", "operator")?;
    body.moment("created_at")?;
    let text = body.text("text")?;
    let resource = resource(state, body, &chat)?;
    let template = template(state, body, &chat)?;
    if text.is_empty() && resource.is_none() && template.is_none() {
        return Err(Refusal::wrong("text", "a message needs a text, a resource or a template"));
    }
    let reply_to = body.optional_number("reply_to_id")?;
    let known =
        |id| state.chat.messages.iter().any(|other| other.id == id && other.chat == chat.id);
    if reply_to.is_some_and(|id| !known(id)) {
        return Err(Refusal::not_found("Message to reply to not found"));
    }
    if template.is_none() && state.is_frame_closed(&chat, now) {
        return Err(Refusal::unsuited("Conversation frame is closed, use a template"));
    }

    if chat.operator.is_none()
        && let Some(chat) = state.chat.chat_mut(chat.id)
    {
        chat.operator = Some(operator);
    }
    let text = template.unwrap_or(text);
    let draft =
        Draft { text, reply_to, resource, by_adapter: true, ..Draft::of_operator(operator, now) };
    let message = state.write(chat.id, draft);
    let message = message.ok_or_else(|| Refusal::not_found("Chat not found"))?;
    let file = resource.and_then(|id| state.chat.resource(id)).map(callback::resource_body);
    let answer = json!({
        "id": message.id, "account_id": state.company.account.app_id, "channel_id": chat.channel,
        "chat_id": chat.id, "operator_id": operator, "reply_to_id": reply_to, "text": message.text,
        "source": "operator", "created_at": now, "status": "accepted", "resource": file,
        "system_message_mnemonic": null,
    });
    Ok(Done::json(answer).with_effect("message to the visitor".to_owned()))
}

/// The file, uploaded before into this channel.
fn resource(state: &State, body: &Body, chat: &Chat) -> Result<Option<u64>, Refusal> {
    let named = match body.0.get("resource") {
        None | Some(Value::Null) => return Ok(None),
        Some(named) => named,
    };
    // ids of resources come as numbers and go back as whatever the adapter keeps them as
    let id = named.get("id").and_then(|id| id.as_u64().or_else(|| id.as_str()?.parse().ok()));
    let id = id.ok_or_else(|| Refusal::wrong("resource", "id: field required"))?;
    let token = named.get("token").and_then(Value::as_str);
    let known = state.chat.resource(id).filter(|known| known.channel == chat.channel);
    match known {
        Some(known) if token == Some(known.token.as_str()) => Ok(Some(id)),
        _ => Err(Refusal::not_found("Resource not found")),
    }
}

/// The text of the template that `context.template` names.
fn template(state: &State, body: &Body, chat: &Chat) -> Result<Option<String>, Refusal> {
    let named = body.0.get("context").and_then(|context| context.get("template"));
    let Some(named) = named.filter(|named| !named.is_null()) else { return Ok(None) };
    let templates = state.chat.channel(chat.channel).map(Channel::templates);
    let known =
        templates.unwrap_or_default().into_iter().find(|known| known.get("id") == named.get("id"));
    let known = known.ok_or_else(|| Refusal::wrong("context", "no such template"))?;
    Ok(known.get("text").and_then(Value::as_str).map(str::to_owned))
}

impl State {
    fn is_frame_closed(&self, chat: &Chat, now: Timestamp) -> bool {
        let framed = self.chat.channel(chat.channel).is_some_and(Channel::has_frame);
        framed && self.frame_until(chat).is_none_or(|until| until <= now.as_second())
    }
}

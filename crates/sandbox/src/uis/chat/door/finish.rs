//! `POST /v1/adapter/chat/close`, `POST /v1/adapter/chat/transfer`

use jiff::Timestamp;
use serde_json::json;

use super::Done;
use super::refusal::Refusal;
use super::request::Body;
use crate::uis::company::Employee;
use crate::uis::state::State;

const REASON: &str = "closed_by_operator";

/// The adapter is not told of its own doing.
pub(super) fn close(state: &mut State, body: &Body, now: Timestamp) -> Result<Done, Refusal> {
    let chat = body.open_chat(state)?;
    let operator = body.employee(state, "operator_id")?;
    body.word("reason", REASON)?;
    if let Some(chat) = state.chat.chat_mut(chat.id) {
        chat.closed = Some((now, REASON.to_owned()));
        chat.operator = chat.operator.or(Some(operator));
    }
    Ok(Done::json(json!({ "chat_id": chat.id, "reason": REASON }))
        .with_effect("chat closed".to_owned()))
}

pub(super) fn transfer(state: &mut State, body: &Body) -> Result<Done, Refusal> {
    let chat = body.open_chat(state)?;
    let from = body.employee(state, "from_operator_id")?;
    let to = body.employee(state, "to_operator_id")?;
    if chat.operator.is_some_and(|operator| operator != from) {
        return Err(Refusal::wrong("from_operator_id", "another operator has the chat"));
    }
    if let Some(chat) = state.chat.chat_mut(chat.id) {
        chat.operator = Some(to);
        chat.transferred = true;
    }
    let name = state.company.employee_by_id(to).map(Employee::full_name);
    let effect = format!("chat transferred to {}", name.unwrap_or_default());
    Ok(Done::json(json!({ "chat_id": chat.id, "operator_id": to })).with_effect(effect))
}

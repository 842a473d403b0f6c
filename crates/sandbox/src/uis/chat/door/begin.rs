//! `POST /v1/adapter/chat`: an operator writes first.

use jiff::Timestamp;
use serde_json::json;

use super::Done;
use super::refusal::Refusal;
use super::request::Body;
use crate::uis::state::State;

const ADDRESSES: [&str; 3] = ["visitor_phone", "visitor_email", "visitor_username"];

pub(super) fn perform(state: &mut State, body: &Body, now: Timestamp) -> Result<Done, Refusal> {
    let channel = body.channel(state)?;
    if !channel.operator_may_begin() {
        return Err(Refusal::unsuited("Operator can not initiate chat in this channel"));
    }
    let operator = body.employee(state, "operator_id")?;
    body.word("initiator", "operator")?;
    body.moment("created_at")?;
    let mut given = Vec::new();
    for name in ADDRESSES {
        let address = body.text(name)?;
        if !address.is_empty() {
            given.push((name, address));
        }
    }
    let [(name, address)] = given.as_slice() else {
        return Err(Refusal::wrong(
            "visitor_phone",
            "exactly one address of the visitor is needed",
        ));
    };
    if !channel.takes_address(name) {
        return Err(Refusal::wrong(name, "the channel knows no such addresses"));
    }
    if *name == "visitor_username" && !address.starts_with('@') {
        return Err(Refusal::wrong(name, "a username begins with @"));
    }
    let visitor = state.chat.visitor_by_key(address);
    if state.chat.open_chat(visitor, channel.id).is_some() {
        return Err(Refusal::unsuited("There is an open chat with this visitor"));
    }
    let chat = state.begin(visitor, channel.id, "operator", Some(operator), now);
    let answer = json!({
        "account_id": state.company.account.app_id, "channel_id": channel.id, "chat_id": chat.id,
        "visitor_id": visitor, (*name): address, "operator_id": operator, "initiator": "operator",
        "created_at": now,
    });
    Ok(Done::json(answer).with_effect(format!("chat in {} with {address}", channel.kind)))
}

//! Carrying a write out.

use domain::Failure;
use domain::chats::ChatContext;
use engine::model::OperationId;
use serde_json::{Value, json};
use uis::chat_api::{ChatClosing, ChatPlace, ChatTransfer, OutgoingMessage, codes};

use super::{ChatEffect, Place, Saying};
use crate::accounts::Account;
use crate::chats::{files, mirror};
use crate::entities;

impl From<Place> for ChatPlace {
    fn from(place: Place) -> Self {
        Self { account: place.account, channel: place.channel, chat: place.chat }
    }
}

/// Sends the write and returns what the other side answered.
pub(in crate::chats) async fn send(
    account: &Account,
    operation: OperationId,
    effect: &ChatEffect,
) -> Result<Value, Failure> {
    match effect {
        ChatEffect::Entity(write) => entities::send(account, operation, write).await,
        ChatEffect::Mirror(write) => mirror::send(account, write).await,
        ChatEffect::Say { saying } => say(account, saying).await,
        ChatEffect::Transfer { place, from, to } => {
            let transfer = ChatTransfer { place: (*place).into(), from: *from, to: *to };
            account.chat_api()?.transfer_chat(&transfer).await?;
            Ok(Value::Null)
        }
        ChatEffect::Close { place, operator, context } => {
            let context = Some(context.clone()).filter(|context| !context.0.is_empty());
            let closing = ChatClosing { place: (*place).into(), operator: *operator, context };
            match account.chat_api()?.close_chat(&closing).await {
                // it is closed, which is what was wanted
                Err(failure) if failure.code == codes::GONE || failure.code == codes::STATE => {
                    Ok(Value::Null)
                }
                closed => closed.map(|()| Value::Null),
            }
        }
    }
}

async fn say(account: &Account, saying: &Saying) -> Result<Value, Failure> {
    let attachment = match &saying.attachment {
        Some(file) => Some(files::carried(account, saying.place, file).await?),
        None => None,
    };
    let message = OutgoingMessage {
        place: saying.place.into(),
        operator: saying.operator,
        text: saying.text.clone(),
        reply_to: saying.reply_to.clone(),
        attachment: attachment.clone(),
        context: saying.template.as_ref().map(ChatContext::of_template),
    };
    let sent = account.chat_api()?.send_message(&message).await?;
    let status = sent.status.as_ref().map(|status| status.as_str().to_owned());
    Ok(json!({ "message": sent.id, "status": status, "file": attachment }))
}

//! `/message`, its changes, and `/message/status`

use domain::chats::{
    Attachment, AttachmentKind, ChatEvent, ChatId, ChatMessage, MessageId, MessageSource,
    MessageStatus, VisitorId,
};
use domain::ids::UisEmployeeId;
use serde_json::Value;

use super::{Unreadable, moment, need};
use crate::rpc::Row;

pub(super) fn written(row: Row<'_>) -> Result<ChatMessage, Unreadable> {
    let id = row.text("id").or_else(|| row.text("message_id"));
    let id = id.ok_or(Unreadable::Missing { name: "id" })?;
    let chat = ChatId(need(row, "chat_id")?);
    Ok(ChatMessage { chat: Some(chat), ..message(row, id) })
}

pub(super) fn changed(row: Row<'_>, id: Option<&str>) -> Result<ChatMessage, Unreadable> {
    let id = id.map(str::to_owned).or_else(|| row.text("id")).or_else(|| row.text("message_id"));
    Ok(message(row, id.ok_or(Unreadable::Missing { name: "id" })?))
}

pub(super) fn status(row: Row<'_>) -> Result<ChatEvent, Unreadable> {
    let message = row.text("message_id").or_else(|| row.text("id"));
    Ok(ChatEvent::MessageStatus {
        chat: row.whole("chat_id").map(ChatId),
        message: MessageId(message.ok_or(Unreadable::Missing { name: "message_id" })?),
        status: MessageStatus::from(
            row.text("status").ok_or(Unreadable::Missing { name: "status" })?,
        ),
    })
}

fn message(row: Row<'_>, id: String) -> ChatMessage {
    ChatMessage {
        id: MessageId(id),
        chat: row.whole("chat_id").map(ChatId),
        visitor: row.whole("visitor_id").map(VisitorId),
        source: row.text("source").map(MessageSource::from),
        operator: row.whole("operator_id").filter(|id| *id > 0).map(UisEmployeeId),
        reply_to: row.text("reply_to_id").map(MessageId),
        text: verbatim(row),
        at: moment(row, "created_at"),
        status: row.text("status").map(MessageStatus::from),
        attachment: row.row("resource").and_then(attachment),
        system: row.text("system_message_mnemonic"),
    }
}

/// The text as written: a visitor may well write «null» or `{{name}}`.
fn verbatim(row: Row<'_>) -> Option<String> {
    match row.0.get("text")? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A file can't be fetched without its id and token.
fn attachment(resource: Row<'_>) -> Option<Attachment> {
    let first = |names: [&str; 2]| names.iter().find_map(|name| resource.text(name));
    let mime = first(["mime_type", "mime"]);
    let guessed = || AttachmentKind::of_mime(mime.as_deref().unwrap_or_default());
    Some(Attachment {
        id: resource.text("id")?,
        token: resource.text("token")?,
        kind: resource.text("type").map_or_else(guessed, AttachmentKind::from),
        name: first(["name", "file_name"]),
        size: resource.whole("size").and_then(|size| u64::try_from(size).ok()),
        mime,
    })
}

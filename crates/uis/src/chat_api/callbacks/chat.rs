//! `/chat`, `/chat/operator`, `/chat/close`

use domain::chats::{ChatEvent, ChatId, CloseReason, Initiator, VisitorAddress, VisitorId};
use domain::ids::UisEmployeeId;

use super::{Unreadable, moment, need, number};
use crate::rpc::Row;

pub(super) fn opened(row: Row<'_>) -> Result<ChatEvent, Unreadable> {
    let phone = row.phone("visitor_phone").map(VisitorAddress::Phone);
    let email = row.text("visitor_email").map(VisitorAddress::Email);
    let username = row.text("visitor_username").map(VisitorAddress::Username);
    Ok(ChatEvent::Opened {
        chat: chat(row)?,
        visitor: row.whole("visitor_id").map(VisitorId),
        addresses: [phone, email, username].into_iter().flatten().collect(),
        operator: operator(row),
        initiator: row.text("initiator").map(Initiator::from),
        at: moment(row, "created_at"),
    })
}

pub(super) fn operator_assigned(row: Row<'_>, id: Option<&str>) -> Result<ChatEvent, Unreadable> {
    let chat = match id {
        Some(id) => ChatId(number("chat_id", id)?),
        None => chat(row)?,
    };
    let operator = operator(row).or_else(|| row.whole("to_operator_id").map(UisEmployeeId));
    Ok(ChatEvent::OperatorAssigned { chat, operator })
}

pub(super) fn closed(row: Row<'_>) -> Result<ChatEvent, Unreadable> {
    let at = ["closed_at", "updated_at", "created_at"].iter().find_map(|name| moment(row, name));
    Ok(ChatEvent::Closed {
        chat: chat(row)?,
        operator: operator(row),
        reason: row.text("reason").map(CloseReason::from),
        at,
    })
}

fn chat(row: Row<'_>) -> Result<ChatId, Unreadable> {
    need(row, "chat_id").map(ChatId)
}

fn operator(row: Row<'_>) -> Option<UisEmployeeId> {
    row.whole("operator_id").filter(|id| *id > 0).map(UisEmployeeId)
}

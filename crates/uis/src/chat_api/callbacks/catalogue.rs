//! `/channel`, `/account`

use domain::chats::{
    ChannelId, ChatAccount, ChatChannel, ChatChannelKind, ChatChannelStatus, ChatEvent,
    UisAccountId,
};

use super::{Unreadable, number};
use crate::rpc::Row;

pub(super) fn channel(row: Row<'_>, id: Option<&str>) -> Result<ChatEvent, Unreadable> {
    let kind = row.text("type").or_else(|| row.text("channel_type"));
    Ok(ChatEvent::ChannelKnown(ChatChannel {
        id: channel_id(row, id)?,
        kind: kind.map(ChatChannelKind::from),
        name: row.text("name"),
        status: row.text("status").map(ChatChannelStatus::from),
    }))
}

pub(super) fn channel_gone(row: Row<'_>, id: Option<&str>) -> Result<ChatEvent, Unreadable> {
    channel_id(row, id).map(ChatEvent::ChannelGone)
}

pub(super) fn account(row: Row<'_>, id: Option<&str>) -> Result<ChatEvent, Unreadable> {
    Ok(ChatEvent::AccountKnown(ChatAccount {
        id: account_id(row, id)?,
        name: row.text("name"),
        status: row.text("status"),
    }))
}

pub(super) fn account_gone(row: Row<'_>, id: Option<&str>) -> Result<ChatEvent, Unreadable> {
    account_id(row, id).map(ChatEvent::AccountGone)
}

fn channel_id(row: Row<'_>, id: Option<&str>) -> Result<ChannelId, Unreadable> {
    named(row, id, "channel_id").map(ChannelId)
}

fn account_id(row: Row<'_>, id: Option<&str>) -> Result<UisAccountId, Unreadable> {
    named(row, id, "account_id").map(UisAccountId)
}

/// The id of the path, else the body's own, else the one it is known by elsewhere.
fn named(row: Row<'_>, id: Option<&str>, name: &'static str) -> Result<i64, Unreadable> {
    let said = id.map(str::to_owned).or_else(|| row.text("id")).or_else(|| row.text(name));
    number(name, &said.ok_or(Unreadable::Missing { name })?)
}

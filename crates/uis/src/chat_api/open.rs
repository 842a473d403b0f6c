//! `POST /v1/adapter/chat`: an employee writes first.

use domain::Failure;
use domain::chats::{ChannelId, ChatId, UisAccountId, VisitorAddress, VisitorId};
use domain::ids::UisEmployeeId;
use serde_json::{Map, Value};
use upstream::Effect;

use super::{ChatApi, members, refusal};
use crate::rpc::Row;

/// A chat to be begun. Only some channels allow it
/// ([`ChatChannelKind::operator_may_begin`](domain::chats::ChatChannelKind::operator_may_begin)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChat {
    /// The account.
    pub account: UisAccountId,
    /// The channel.
    pub channel: ChannelId,
    /// Whom to.
    pub visitor: VisitorAddress,
    /// Who writes.
    pub operator: UisEmployeeId,
}

/// A chat that has been begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenedChat {
    /// The chat.
    pub chat: ChatId,
    /// The visitor.
    pub visitor: Option<VisitorId>,
}

impl NewChat {
    fn body(&self, now: Value) -> Map<String, Value> {
        let (name, address) = match &self.visitor {
            VisitorAddress::Phone(phone) => ("visitor_phone", phone.digits()),
            VisitorAddress::Email(email) => ("visitor_email", email.as_str()),
            VisitorAddress::Username(name) => ("visitor_username", name.as_str()),
        };
        members([
            ("account_id", self.account.0.into()),
            ("channel_id", self.channel.0.into()),
            (name, address.into()),
            ("operator_id", self.operator.0.into()),
            ("initiator", "operator".into()),
            ("created_at", now),
        ])
    }
}

impl ChatApi {
    /// Begins a chat with a visitor.
    ///
    /// # Errors
    /// UIS refuses or can't be reached; class Unknown when the chat may have begun nevertheless.
    pub async fn open_chat(&self, new: &NewChat) -> Result<OpenedChat, Failure> {
        let answer = self.door.command(&["chat"], &new.body(self.now())).await?;
        let row = Row(&answer);
        let chat = row.whole("chat_id").or_else(|| row.whole("id"));
        let chat = chat.ok_or_else(|| refusal::nameless(Effect::Write, "чата"))?;
        Ok(OpenedChat { chat: ChatId(chat), visitor: row.whole("visitor_id").map(VisitorId) })
    }
}

//! `POST /v1/adapter/message`: an employee writes to the visitor.

use domain::Failure;
use domain::chats::{Attachment, ChatContext, MessageId, MessageStatus};
use domain::ids::UisEmployeeId;
use serde_json::{Map, Value};
use upstream::Effect;

use super::{ChatApi, ChatPlace, members, message_id, put, refusal};
use crate::rpc::Row;

/// A message to a visitor: a text, a file uploaded before, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMessage {
    /// Where.
    pub place: ChatPlace,
    /// Who writes.
    pub operator: UisEmployeeId,
    /// The text; may be empty beside a file.
    pub text: String,
    /// The message it answers.
    pub reply_to: Option<MessageId>,
    /// A file that UIS has already ([`ChatApi::upload`]).
    pub attachment: Option<Attachment>,
    /// What the channel wants to know besides, e.g. the template
    /// ([`ChatContext::of_template`]).
    pub context: Option<ChatContext>,
}

/// A message that UIS took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentMessage {
    /// Its id: its statuses and the callback that repeats it bear it.
    pub id: MessageId,
    /// What has become of it so far.
    pub status: Option<MessageStatus>,
}

impl OutgoingMessage {
    fn body(&self, now: Value) -> Map<String, Value> {
        let mut body = self.place.body();
        body.extend(members([
            ("operator_id", self.operator.0.into()),
            ("source", "operator".into()),
            ("text", self.text.as_str().into()),
            ("created_at", now),
        ]));
        put(&mut body, "reply_to_id", self.reply_to.as_ref().map(message_id));
        put(&mut body, "resource", self.attachment.as_ref().map(resource));
        let context = self.context.as_ref().map(|context| Value::Object(context.0.clone()));
        put(&mut body, "context", context);
        body
    }
}

/// A file as UIS wants it named: by what its upload answered.
fn resource(file: &Attachment) -> Value {
    let mut resource = members([
        ("id", file.id.as_str().into()),
        ("token", file.token.as_str().into()),
        ("type", file.kind.as_str().into()),
    ]);
    put(&mut resource, "name", file.name.as_deref().map(Value::from));
    put(&mut resource, "size", file.size.map(Value::from));
    Value::Object(resource)
}

impl ChatApi {
    /// Writes to the visitor.
    ///
    /// # Errors
    /// UIS refuses or can't be reached; class Unknown when the visitor may have got it nevertheless.
    pub async fn send_message(&self, message: &OutgoingMessage) -> Result<SentMessage, Failure> {
        let answer = self.door.command(&["message"], &message.body(self.now())).await?;
        let row = Row(&answer);
        let id = row.text("id").or_else(|| row.text("message_id"));
        let id = id.ok_or_else(|| refusal::nameless(Effect::Write, "сообщения"))?;
        Ok(SentMessage { id: MessageId(id), status: row.text("status").map(MessageStatus::from) })
    }
}

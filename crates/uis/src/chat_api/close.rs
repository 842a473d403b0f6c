//! `POST /v1/adapter/chat/close`

use domain::Failure;
use domain::chats::{ChatContext, CloseReason};
use domain::ids::UisEmployeeId;
use serde_json::Value;

use super::{ChatApi, ChatPlace, members, put};

/// A chat to be closed by an employee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatClosing {
    /// Which.
    pub place: ChatPlace,
    /// Who closes it.
    pub operator: UisEmployeeId,
    /// The chat's context, as callbacks told it.
    pub context: Option<ChatContext>,
}

impl ChatApi {
    /// Closes a chat.
    ///
    /// # Errors
    /// UIS refuses (`UIS-CHAT-STATE` or `UIS-CHAT-GONE` when it is closed already) or can't be reached.
    pub async fn close_chat(&self, closing: &ChatClosing) -> Result<(), Failure> {
        let mut body = closing.place.body();
        body.extend(members([
            ("operator_id", closing.operator.0.into()),
            ("reason", CloseReason::Operator.as_str().into()),
        ]));
        let context = closing.context.as_ref().map(|context| Value::Object(context.0.clone()));
        put(&mut body, "context", context);
        self.door.command(&["chat", "close"], &body).await.map(|_| ())
    }
}

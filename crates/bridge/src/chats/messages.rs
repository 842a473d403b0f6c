//! Which chat a message of an operator is in: UIS does not say of every callback whether it names the chat.

use domain::Failure;
use domain::chats::{ChatId, MessageId};
use engine::model::ConnectionId;
use engine::{Store, StoreError};
use jiff::{SignedDuration, Timestamp};

use crate::scene::Scene;
use crate::stored::not_stored;

/// How long after a message something may still be told of it: visitors read late.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(30 * 24);

impl Scene<'_> {
    /// Remembers the chat of a message.
    pub(super) async fn remember_message(
        &self,
        message: &MessageId,
        chat: ChatId,
    ) -> Result<(), Failure> {
        let (connection, now) = (self.place.connection, self.place.now);
        let (name, chat) = (name_of(message), chat.to_string());
        let taken = self.store.take_name(connection, &name, &chat, now, now + REMEMBERED).await;
        taken.map(drop).map_err(not_stored)
    }
}

/// The chat of a message, if it is remembered.
pub(super) async fn chat_of_message(
    store: &dyn Store,
    connection: ConnectionId,
    message: &MessageId,
    now: Timestamp,
) -> Result<Option<ChatId>, StoreError> {
    // asks without taking: a name held for no time is nobody's
    let chat = store.take_name(connection, &name_of(message), "", now, now).await?;
    Ok(chat.parse().map(ChatId).ok())
}

fn name_of(message: &MessageId) -> String {
    format!("chat_message/{message}")
}

//! Where the Chat API's callbacks come in.

use std::collections::BTreeSet;

use domain::chats::{ChatCallback, ChatEvent, ChatId};
use engine::StoreError;
use engine::board::{BoardQuery, CardPlace, Cards};
use engine::model::{Accepted, ConnectionId, DedupKey, LaneKey, NewEvent, Unreadable};
use serde_json::json;
use uis::chat_api::callbacks;

use super::catalogue::{ACCOUNT, CHANNEL, VISITOR};
use super::event_of;
use super::messages::chat_of_message;
use crate::reception::{Receipt, Reception};

/// The hook, as the journal names it.
const HOOK: &str = "uis_chat";

/// How many open chats of one visitor hear what becomes known of him outside a chat.
const CHATS_OF_VISITOR: u32 = 20;

impl Reception {
    /// Takes a callback of the Chat API. `path` is what follows the hook's own address.
    ///
    /// # Errors
    /// When it could not be stored; then its sender must be told so.
    pub async fn uis_chat(
        &self,
        connection: ConnectionId,
        method: &str,
        path: &str,
        body: &[u8],
    ) -> Result<Receipt, StoreError> {
        let callback = match callbacks::read(method, path, body) {
            Ok(callback) => callback,
            Err(unreadable) => {
                let (russian, english) = (unreadable.russian(), unreadable.to_string());
                return self.keep_callback(connection, body, russian, english).await;
            }
        };
        let chats = self.chats_of(connection, &callback).await?;
        let dedup = callbacks::dedup_key(&callback, self.clock.now());
        if chats.is_empty() {
            return self.without_chat(connection, &callback, dedup, body).await;
        }
        let mut duplicate = true;
        for chat in &chats {
            let dedup = if chats.len() > 1 { format!("{dedup}/{chat}") } else { dedup.clone() };
            let event = event_of(connection, *chat, &callback, dedup, self.clock.now());
            let accepted = self.engine.accept(event.map_err(StoreError::broken)?).await?;
            duplicate &= matches!(accepted, Accepted::Duplicate(_));
        }
        Ok(Receipt::Stored { duplicate })
    }

    /// The chats a callback is about: what becomes known of a visitor is news for all his open chats.
    async fn chats_of(
        &self,
        connection: ConnectionId,
        callback: &ChatCallback,
    ) -> Result<Vec<ChatId>, StoreError> {
        if let Some(chat) = callback.event.chat() {
            return Ok(vec![chat]);
        }
        let visitor = match &callback.event {
            ChatEvent::VisitorCard { visitor, .. } => visitor,
            ChatEvent::MessageStatus { message, .. } => {
                let store = &**self.engine.store();
                let chat = chat_of_message(store, connection, message, self.clock.now()).await?;
                return Ok(chat.into_iter().collect());
            }
            ChatEvent::MessageChanged(message) => {
                let (store, message) = (&**self.engine.store(), &message.id);
                let chat = chat_of_message(store, connection, message, self.clock.now()).await?;
                return Ok(chat.into_iter().collect());
            }
            _ => return Ok(Vec::new()),
        };
        let client = format!("visitor/{visitor}");
        let query = BoardQuery {
            connection,
            cards: Cards::Of(&client),
            reader: "",
            after: None,
            limit: CHATS_OF_VISITOR,
        };
        let cards = self.engine.store().board(query).await?;
        let (mut open, mut all) = (BTreeSet::new(), BTreeSet::new());
        for listed in cards {
            let Ok(chat) = listed.key.thing().parse().map(ChatId) else { continue };
            all.insert(chat);
            if listed.card.place != CardPlace::Closed {
                open.insert(chat);
            }
        }
        // one that is over may still wait for its visitor's phone
        let newest = all.into_iter().next_back();
        if open.is_empty() {
            Ok(newest.into_iter().collect())
        } else {
            Ok(open.into_iter().collect())
        }
    }

    /// A callback about a channel, an account or a visitor who has not written yet is kept in a lane of its own;
    /// any other can't be placed.
    async fn without_chat(
        &self,
        connection: ConnectionId,
        callback: &ChatCallback,
        dedup: String,
        body: &[u8],
    ) -> Result<Receipt, StoreError> {
        let lane = match &callback.event {
            ChatEvent::ChannelKnown(channel) => LaneKey::new(CHANNEL, channel.id),
            ChatEvent::ChannelGone(channel) => LaneKey::new(CHANNEL, channel),
            ChatEvent::AccountKnown(account) => LaneKey::new(ACCOUNT, account.id),
            ChatEvent::AccountGone(account) => LaneKey::new(ACCOUNT, account),
            ChatEvent::VisitorCard { visitor, .. } => LaneKey::new(VISITOR, visitor),
            _ => {
                let russian = format!("Не сказано, о каком чате {}", callback.event.name());
                let english = format!("{} does not say which chat", callback.event.name());
                return self.keep_callback(connection, body, russian, english).await;
            }
        };
        let accepted = self
            .engine
            .accept(NewEvent {
                connection,
                lane,
                kind: callback.event.name().to_owned(),
                dedup: DedupKey::new(dedup),
                payload: serde_json::to_value(callback).map_err(StoreError::broken)?,
                received_at: self.clock.now(),
            })
            .await?;
        Ok(Receipt::Stored { duplicate: matches!(accepted, Accepted::Duplicate(_)) })
    }

    async fn keep_callback(
        &self,
        connection: ConnectionId,
        body: &[u8],
        russian: String,
        english: String,
    ) -> Result<Receipt, StoreError> {
        let kept = Unreadable {
            connection,
            hook: HOOK.to_owned(),
            reason: json!({ "note": "unreadable", "ru": russian, "en": english }),
            body: body.to_vec(),
            received_at: self.clock.now(),
        };
        self.engine.store().reject(kept).await?;
        Ok(Receipt::Unreadable { russian, english })
    }
}

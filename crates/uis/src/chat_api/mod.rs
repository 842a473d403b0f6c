//! The Chat API: what an adapter says to UIS, and what UIS calls back.
//!
//! An adapter stands in for the operator's workplace of UIS: [`ChatApi`] writes to visitors on behalf of
//! employees, [`callbacks`] reads what UIS tells of chats. Every method but the fetching of a file does
//! something, so one whose answer is lost may have worked.

pub mod callbacks;

mod attach;
mod close;
mod door;
mod fetch;
mod file;
mod open;
mod refusal;
mod send;
mod session;
mod transfer;

use std::sync::Arc;

use ambient::Clock;
use domain::chats::{ChannelId, ChatId, UisAccountId};
use secrecy::SecretString;
use serde_json::{Map, Value, json};
use upstream::Http;
use url::Url;

pub use attach::{MAX_UPLOAD, Upload};
pub use close::ChatClosing;
pub use file::{ChatFile, MAX_FILE};
pub use open::{NewChat, OpenedChat};
pub use refusal::codes;
pub use send::{OutgoingMessage, SentMessage};
pub use transfer::ChatTransfer;

/// The adapter's own login: UIS gives it when the adapter is registered.
#[derive(Debug, Clone)]
pub struct AdapterLogin {
    /// `username`
    pub login: String,
    /// `password`
    pub password: SecretString,
}

/// A chat and where it is: what every method that does something in a chat names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ChatPlace {
    /// The account.
    pub account: UisAccountId,
    /// The channel.
    pub channel: ChannelId,
    /// The chat.
    pub chat: ChatId,
}

impl ChatPlace {
    fn body(self) -> Map<String, Value> {
        let Self { account, channel, chat } = self;
        members([
            ("account_id", account.0.into()),
            ("channel_id", channel.0.into()),
            ("chat_id", chat.0.into()),
        ])
    }
}

/// Speaks to the Chat API as one adapter.
pub struct ChatApi {
    door: door::Door,
    clock: Arc<dyn Clock>,
}

impl ChatApi {
    /// A client for the adapter. `url` is the API's address without a path
    /// (`https://chat-integration-api-prod.uiscom.ru`).
    pub fn new(http: Http, url: Url, login: AdapterLogin, clock: Arc<dyn Clock>) -> Self {
        Self { door: door::Door::new(http, url, login, Arc::clone(&clock)), clock }
    }

    /// Signs in, for the check of the settings.
    ///
    /// # Errors
    /// UIS does not take the adapter's login or can't be reached.
    pub async fn check(&self) -> Result<(), domain::Failure> {
        self.door.sign_in().await
    }

    /// This moment as UIS wants `created_at`: ISO 8601 in UTC.
    fn now(&self) -> Value {
        json!(self.clock.now().to_string())
    }
}

/// Members of a body.
fn members<const N: usize>(pairs: [(&str, Value); N]) -> Map<String, Value> {
    pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Puts a member in when there is a value for it.
fn put(body: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        body.insert(name.to_owned(), value);
    }
}

/// A message's id as UIS wrote it: a number where it is one.
fn message_id(id: &domain::chats::MessageId) -> Value {
    match id.0.parse::<i64>() {
        Ok(number) if number.to_string() == id.0 => number.into(),
        _ => id.0.as_str().into(),
    }
}

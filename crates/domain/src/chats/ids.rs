//! The identifiers of chats.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::ids::number_id;

number_id!(
    /// A chat of UIS: `chat_id` in the Chat API, `id` in `get.chats_report`.
    ChatId
);
number_id!(
    /// A channel through which chats come (`channel_id`): the site's widget, a Telegram bot, ….
    ChannelId
);
number_id!(
    /// A visitor of UIS (`visitor_id`).
    VisitorId
);
number_id!(
    /// An account of UIS (`account_id` in the Chat API, `app_id` in the Data API).
    UisAccountId
);

/// A message of a chat. Neither documentation says whether it is always a number, so it is taken as it
/// comes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub String);

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

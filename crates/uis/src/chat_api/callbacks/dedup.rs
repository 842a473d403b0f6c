//! The key by which a callback that comes twice is known.

use domain::chats::{ChatCallback, ChatEvent};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// A key that is the same for the same callback sent again.
///
/// A chat begins and ends once and a message is written once, so their ids are the key. Everything else
/// may rightly happen again with the same body (a chat goes from one employee to another and back) and
/// is a state to be set, which doing twice does not harm: there a repeat within the minute it is
/// `received` in counts as a resending.
pub fn dedup_key(callback: &ChatCallback, received: Timestamp) -> String {
    let name = callback.event.name();
    let body = match &callback.event {
        ChatEvent::Opened { chat, .. } | ChatEvent::Closed { chat, .. } => chat.to_string(),
        ChatEvent::Message(message) => {
            let chat = message.chat.map(|chat| chat.to_string()).unwrap_or_default();
            format!("{chat}:{}", message.id)
        }
        ChatEvent::MessageStatus { message, status, .. } => format!("{message}:{status}"),
        ChatEvent::OperatorAssigned { .. }
        | ChatEvent::MessageChanged(_)
        | ChatEvent::VisitorCard { .. }
        | ChatEvent::ChannelKnown(_)
        | ChatEvent::ChannelGone(_)
        | ChatEvent::AccountKnown(_)
        | ChatEvent::AccountGone(_) => {
            format!("{}:{}", digest(callback), received.as_second().div_euclid(60))
        }
    };
    format!("uis:{name}:{body}")
}

fn digest(callback: &ChatCallback) -> String {
    // A callback of our own types is always written: its maps have texts for keys.
    let text = serde_json::to_vec(callback).unwrap_or_default();
    hex::encode(Sha256::digest(&text))
}

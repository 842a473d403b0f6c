//! Callbacks of the Chat API, versions 1 and 2: what happens to chats without our doing.
//!
//! The method and the path say what happened, the body to what. Members may be missing, numbers may be
//! text, words may be new: everything unmistakable is read; what is not gets a reason.

mod catalogue;
mod chat;
mod dedup;
mod message;
mod route;
mod unreadable;
mod visitor;

use domain::chats::{ChannelId, ChatCallback, ChatContext, ChatEvent, UisAccountId};
use serde_json::{Map, Value};

use crate::rpc::Row;
use route::Route;

pub use dedup::dedup_key;
pub use unreadable::Unreadable;

/// Reads a callback.
///
/// `path` is what follows the webhook's own address (`/message/status`).
///
/// # Errors
/// What is wrong with it. The raw body is the caller's to keep.
pub fn read(method: &str, path: &str, body: &[u8]) -> Result<ChatCallback, Unreadable> {
    let (route, id) = route::find(method, path)?;
    let members = members(body, route.needs_body())?;
    let row = Row(&members);
    let context = members.get("context").and_then(Value::as_object).cloned().unwrap_or_default();
    let within = Row(&context);
    let account = row.whole("account_id").or_else(|| within.whole("app_id")).map(UisAccountId);
    let channel = row.whole("channel_id").or_else(|| within.whole("chat_channel_id"));
    let channel = channel.map(ChannelId);
    let event = event(route, id, row)?;
    // a channel and an account are their own place
    let (own_account, own_channel) = match &event {
        ChatEvent::AccountKnown(account) => (Some(account.id), None),
        ChatEvent::AccountGone(account) => (Some(*account), None),
        ChatEvent::ChannelKnown(channel) => (None, Some(channel.id)),
        ChatEvent::ChannelGone(channel) => (None, Some(*channel)),
        _ => (None, None),
    };
    Ok(ChatCallback {
        account: own_account.or(account),
        channel: own_channel.or(channel),
        context: ChatContext(context),
        event,
    })
}

fn event(route: Route, id: Option<&str>, row: Row<'_>) -> Result<ChatEvent, Unreadable> {
    match route {
        Route::Opened => chat::opened(row),
        Route::OperatorAssigned => chat::operator_assigned(row, id),
        Route::Closed => chat::closed(row),
        Route::Message => message::written(row).map(ChatEvent::Message),
        Route::MessageChanged => message::changed(row, id).map(ChatEvent::MessageChanged),
        Route::MessageStatus => message::status(row),
        Route::VisitorCard => visitor::card(row),
        Route::ChannelKnown => catalogue::channel(row, id),
        Route::ChannelGone => catalogue::channel_gone(row, id),
        Route::AccountKnown => catalogue::account(row, id),
        Route::AccountGone => catalogue::account_gone(row, id),
    }
}

/// The object of the body; also one wrapped into a list.
fn members(body: &[u8], needed: bool) -> Result<Map<String, Value>, Unreadable> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return if needed { Err(Unreadable::Empty) } else { Ok(Map::new()) };
    }
    let not_json = |detail: String| Unreadable::NotJson { detail };
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    match serde_json::from_slice(body).map_err(|error| not_json(error.to_string()))? {
        Value::Object(members) => Ok(members),
        Value::Array(items) => match <[Value; 1]>::try_from(items) {
            Ok([Value::Object(members)]) => Ok(members),
            _ => Err(not_json("a list, not one object".to_owned())),
        },
        _ => Err(not_json("not an object".to_owned())),
    }
}

/// A number that must be there.
fn need(row: Row<'_>, name: &'static str) -> Result<i64, Unreadable> {
    let text = row.text(name).ok_or(Unreadable::Missing { name })?;
    number(name, &text)
}

fn number(name: &'static str, text: &str) -> Result<i64, Unreadable> {
    let number = crate::text::whole(text).filter(|number| *number > 0);
    number.ok_or_else(|| Unreadable::NotANumber { name, text: text.chars().take(60).collect() })
}

/// A moment: ISO 8601, UTC where it names no offset, or unix time.
fn moment(row: Row<'_>, name: &str) -> Option<jiff::Timestamp> {
    crate::moment::parse(&row.text(name)?, &jiff::tz::TimeZone::UTC)
}

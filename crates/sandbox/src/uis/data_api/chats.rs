//! Which messages of chats are asked for: by chat, by chats, or by dates.

use jiff::SignedDuration;
use serde_json::{Map, Value};

use super::reports::Period;
use crate::uis::calls::Row;
use crate::uis::chat;
use crate::uis::rpc::ApiError;
use crate::uis::state::State;

/// Parameters of `get.chat_messages_report` besides the common ones.
pub(super) const MESSAGES: [&str; 4] = ["chat_id", "chat_ids", "date_from", "date_till"];

/// The longest period when chats are not named.
const LONGEST: SignedDuration = SignedDuration::from_hours(30 * 24);

pub(super) fn messages(state: &State, params: &Map<String, Value>) -> Result<Vec<Row>, ApiError> {
    let rows = chat::message_rows(state);
    let chats = match (params.get("chat_id"), params.get("chat_ids")) {
        (Some(id), None) => vec![number("chat_id", id)?],
        (None, Some(Value::Array(ids))) => {
            ids.iter().map(|id| number("chat_ids", id)).collect::<Result<_, _>>()?
        }
        (None, Some(other)) => return Err(ApiError::wrong_type("chat_ids", other)),
        (Some(_), Some(ids)) => return Err(ApiError::unexpected("chat_ids", ids)),
        (None, None) => {
            let period = Period::parse(params)?;
            if period.is_longer_than(LONGEST) {
                return Err(ApiError::interval_too_long());
            }
            return Ok(period.of(state, rows));
        }
    };
    let of_chats = |row: &Row| {
        let chat = row.get("chat_id").and_then(Value::as_u64);
        chat.is_some_and(|chat| chats.contains(&chat))
    };
    Ok(rows.into_iter().map(|(_, row)| row).filter(of_chats).collect())
}

fn number(name: &str, value: &Value) -> Result<u64, ApiError> {
    value.as_u64().ok_or_else(|| ApiError::wrong_type(name, value))
}

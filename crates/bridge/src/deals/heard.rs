//! Whether a scenario of Planfix has told of a task lately: what the test of the section waits for.

use domain::{Failure, LaneKind};
use engine::Store;
use engine::journal::{Communication, JournalQuery, Note};
use engine::model::ConnectionId;
use jiff::Timestamp;
use serde_json::Value;

use super::told::TOLD;
use crate::stored::not_stored;

/// How many deals to which something has happened are looked at: a deal also changes without being told of.
const LOOKED_AT: u32 = 50;

/// The newest deal that a scenario has told of, at the moment or later when one is given.
///
/// # Errors
/// The database can't be read.
pub async fn heard_since(
    store: &dyn Store,
    connection: ConnectionId,
    since: Option<Timestamp>,
) -> Result<Option<Communication>, Failure> {
    let query = JournalQuery {
        connection: Some(connection),
        kinds: Some(vec![LaneKind::Deal]),
        changed_since: since,
        limit: LOOKED_AT,
        ..JournalQuery::default()
    };
    let page = store.journal(query).await.map_err(not_stored)?;
    for deal in page.items {
        let Some(story) = store.story(deal.id).await.map_err(not_stored)? else { continue };
        let told = |note: &Note| {
            note.kind == "received"
                && note.data.get("event").and_then(Value::as_str) == Some(TOLD)
                && since.is_none_or(|since| note.at >= since)
        };
        if story.notes.iter().any(told) {
            return Ok(Some(deal));
        }
    }
    Ok(None)
}

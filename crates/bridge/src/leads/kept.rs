//! Leads that a version without this flow only kept: they are worked off now.

use domain::{Failure, LaneKind};
use engine::Engine;
use engine::journal::JournalQuery;
use engine::model::{ConnectionId, Standing};
use serde_json::Value;

use crate::stored::not_stored;

/// The reason such leads bear in the journal.
const KEPT: &str = "lead_kept";

/// Has them worked off from their events, in the order of their coming; returns how many there were.
pub(super) async fn work_off(engine: &Engine, connection: ConnectionId) -> Result<usize, Failure> {
    let mut query = JournalQuery {
        connection: Some(connection),
        state: Some(Standing::Waiting),
        kinds: Some(vec![LaneKind::Lead]),
        limit: 200,
        ..JournalQuery::default()
    };
    let mut kept = Vec::new();
    loop {
        let page = engine.store().journal(query.clone()).await.map_err(not_stored)?;
        let is_kept = |reason: &Value| reason.get("note").and_then(Value::as_str) == Some(KEPT);
        kept.extend(page.items.iter().filter(|one| is_kept(&one.reason)).map(|one| one.id));
        match page.next {
            Some(next) => query.before = Some(next),
            None => break,
        }
    }
    for lane in kept.iter().rev() {
        engine.replay(*lane).await.map_err(not_stored)?;
    }
    Ok(kept.len())
}

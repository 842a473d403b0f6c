//! Where a run is stored: a record that nodes share. People turn it, the lane moves it on.

use domain::Failure;
use engine::Store;
use engine::model::ConnectionId;

use super::run::Run;
use crate::draft::json;
use crate::stored::{not_stored, unreadable_event};

/// The newest run, with the version it was read at.
pub(super) async fn stored(
    store: &dyn Store,
    connection: ConnectionId,
) -> Result<Option<(u64, Run)>, Failure> {
    let record = store.record(&name(connection)).await.map_err(not_stored)?;
    let Some(record) = record else { return Ok(None) };
    let run = serde_json::from_value(record.value).map_err(unreadable_event)?;
    Ok(Some((record.version, run)))
}

/// Stores the run over the version that was read; `false` when somebody else was faster.
pub(super) async fn swap(
    store: &dyn Store,
    connection: ConnectionId,
    over: Option<u64>,
    run: &Run,
) -> Result<bool, Failure> {
    store.swap_record(&name(connection), over, &json(run)?).await.map_err(not_stored)
}

fn name(connection: ConnectionId) -> String {
    format!("deals/{connection}/backfill")
}

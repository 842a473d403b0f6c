//! A load of existing tasks, as the API tells it.

use bridge::deals::backfill::{Run, Stage};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A load of existing tasks.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DealsBackfill {
    /// `running`, `paused`, `done` or `stopped`.
    stage: &'static str,
    /// How many days back.
    days: u32,
    /// When it was begun.
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    /// When it last moved.
    #[schema(value_type = String, format = DateTime)]
    moved_at: Timestamp,
    /// Tasks found so far.
    found: u64,
    /// Tasks that were read.
    read: u64,
    /// Whether all tasks were found.
    is_complete: bool,
    /// Why it does not move; `null` when it does.
    trouble: Option<String>,
}

impl DealsBackfill {
    pub(super) fn of(run: Run) -> Self {
        let stage = match run.stage {
            Stage::Running => "running",
            Stage::Paused => "paused",
            Stage::Done => "done",
            Stage::Stopped => "stopped",
        };
        let Run { days, started_at, moved_at, found, read, is_last: is_complete, .. } = run;
        let trouble = run.trouble.map(|failure| failure.to_string());
        Self { stage, days, started_at, moved_at, found, read, is_complete, trouble }
    }
}

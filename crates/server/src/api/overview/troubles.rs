//! Why something was given up.

use engine::overview::Trouble;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// Writes and events of a connection that were given up for one reason.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OverviewTrouble {
    /// The connection, by name.
    #[schema(example = "romashka")]
    connection: String,
    /// A stable code, as in the pages of errors.
    #[schema(example = "PF-MISSING")]
    code: String,
    /// What happened the last time, in Russian.
    message: String,
    /// How many.
    count: u32,
    /// When the last one was given up.
    #[schema(value_type = String, format = DateTime)]
    last_at: Timestamp,
    /// A communication to look at, by its number in the journal.
    communication: i64,
}

impl OverviewTrouble {
    pub(super) fn of(trouble: Trouble, connection: String) -> Self {
        Self {
            connection,
            code: trouble.failure.code.to_string(),
            message: trouble.failure.message,
            count: trouble.count,
            last_at: trouble.last_at,
            communication: trouble.lane.0,
        }
    }
}

//! What came of the runs of the employee synchronisation.

use domain::Failure;
use domain::employees::Report;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmployeeRun {
    /// When it ended.
    pub ended_at: Timestamp,
    /// Who began it.
    pub author: String,
    /// What came of it.
    pub outcome: RunOutcome,
}

/// What came of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunOutcome {
    /// What became of everybody.
    Report(Report),
    /// One of the systems could not be asked, and nothing was changed.
    Failure(Failure),
}

impl EmployeeRun {
    /// Whether everything could be done that was to be done.
    pub fn is_good(&self) -> bool {
        match &self.outcome {
            RunOutcome::Report(report) => report.tally().failed == 0,
            RunOutcome::Failure(_) => false,
        }
    }
}

//! The nightly run.

use std::sync::Arc;

use async_trait::async_trait;
use cabinet::RunOutcome;
use domain::Failure;
use jiff::Timestamp;
use upstream::Priority;

use super::{EmployeeSync, NotRun};
use crate::accounts::Account;
use crate::duties::{Duty, Night};
use crate::stored::CABINET;

/// Who the cabinet says began the run.
const AUTHOR: &str = "по расписанию";

/// Synchronises employees once a night, where the settings want it.
pub struct NightlyEmployees(EmployeeSync);

impl NightlyEmployees {
    /// Nightly runs of the synchronisation.
    pub fn new(sync: EmployeeSync) -> Self {
        Self(sync)
    }
}

#[async_trait]
impl Duty for NightlyEmployees {
    fn name(&self) -> &'static str {
        "employees"
    }

    fn due(&self, account: &Account, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        let employees = &account.settings.employees;
        let wanted = employees.enabled && employees.nightly;
        wanted.then(|| Night::of(&account.settings).next(last, now)).flatten()
    }

    async fn fulfil(&self, account: &Arc<Account>) -> Result<(), Failure> {
        match self.0.run_for(account, AUTHOR, Priority::BackFill).await {
            Ok(run) => match run.outcome {
                RunOutcome::Report(_) => Ok(()),
                RunOutcome::Failure(failure) => Err(failure),
            },
            // somebody has just had the same done
            Err(NotRun::Busy | NotRun::Off) => Ok(()),
            Err(NotRun::Account(failure)) => Err(failure),
            Err(NotRun::Cabinet(error)) => Err(Failure::retry(CABINET, error.to_string())),
        }
    }
}

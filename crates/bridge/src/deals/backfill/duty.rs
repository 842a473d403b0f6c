//! A run whose lane sleeps although it should move is woken: whoever turned it may have died before he could do so.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use jiff::{SignedDuration, Timestamp};

use super::Backfill;
use crate::accounts::Account;
use crate::duties::Duty;

/// How often a run is looked at, and how long one may stand still.
const EVERY: SignedDuration = SignedDuration::from_mins(5);

/// Wakes runs that stand still.
pub struct BackfillDuty(Backfill);

impl BackfillDuty {
    pub(crate) fn new(backfill: Backfill) -> Self {
        Self(backfill)
    }
}

#[async_trait]
impl Duty for BackfillDuty {
    fn name(&self) -> &'static str {
        "deals_backfill"
    }

    fn due(&self, account: &Account, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp> {
        let wanted = account.settings.deals.enabled && account.rest.is_some();
        wanted.then(|| last.map_or(now, |last| last + EVERY))
    }

    async fn fulfil(&self, account: &Arc<Account>) -> Result<(), Failure> {
        self.0.wake_sleeper(account.id).await
    }
}

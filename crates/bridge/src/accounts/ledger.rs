//! The request budgets' records, in the engine's store: all nodes share them, and they outlive a restart.

use std::sync::Arc;

use async_trait::async_trait;
use domain::Failure;
use engine::store::Record;
use engine::{Store, StoreError};
use upstream::{Ledger, Sheet};

use crate::stored::not_stored;

/// The ledger of this installation.
pub(super) struct StoredLedger(pub(super) Arc<dyn Store>);

#[async_trait]
impl Ledger for StoredLedger {
    async fn read(&self, account: &str) -> Result<Option<(u64, Sheet)>, Failure> {
        let record = self.0.record(&name(account)).await.map_err(not_stored)?;
        Ok(record.map(|Record { version, value }| {
            let sheet = serde_json::from_value(value).unwrap_or_else(|error| {
                // of another version of the program; what it knew will be learnt anew
                tracing::warn!(account, %error, "the account's budget begins afresh");
                Sheet::default()
            });
            (version, sheet)
        }))
    }

    async fn swap(&self, account: &str, over: Option<u64>, sheet: &Sheet) -> Result<bool, Failure> {
        let value =
            serde_json::to_value(sheet).map_err(|error| not_stored(StoreError::broken(error)))?;
        self.0.swap_record(&name(account), over, &value).await.map_err(not_stored)
    }
}

/// How the names of the budgets' records begin.
pub(super) const BEGINNING: &str = "budget/";

fn name(account: &str) -> String {
    format!("{BEGINNING}{account}")
}

//! A ledger for accounts that one process serves.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use domain::Failure;

use super::{Ledger, Sheet};

/// Sheets kept in this process's memory.
#[derive(Debug, Default)]
pub struct MemoryLedger {
    sheets: Mutex<HashMap<String, (u64, Sheet)>>,
}

impl MemoryLedger {
    fn sheets(&self) -> MutexGuard<'_, HashMap<String, (u64, Sheet)>> {
        self.sheets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Ledger for MemoryLedger {
    async fn read(&self, account: &str) -> Result<Option<(u64, Sheet)>, Failure> {
        Ok(self.sheets().get(account).cloned())
    }

    async fn swap(&self, account: &str, over: Option<u64>, sheet: &Sheet) -> Result<bool, Failure> {
        let mut sheets = self.sheets();
        let stands = sheets.get(account).map(|(version, _)| *version);
        if stands != over {
            return Ok(false);
        }
        let version = over.map_or(1, |version| version.saturating_add(1));
        sheets.insert(account.to_owned(), (version, sheet.clone()));
        Ok(true)
    }
}

//! Ledgers that behave less well than memory.

use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use domain::Failure;
use domain::failure::Code;
use upstream::{Ledger, MemoryLedger, Sheet};

/// Counts its swaps and loses the first of them.
#[derive(Default)]
pub(super) struct Losing {
    memory: MemoryLedger,
    losses: usize,
    pub(super) swaps: AtomicUsize,
}

#[async_trait]
impl Ledger for Losing {
    async fn read(&self, account: &str) -> Result<Option<(u64, Sheet)>, Failure> {
        self.memory.read(account).await
    }

    async fn swap(&self, account: &str, over: Option<u64>, sheet: &Sheet) -> Result<bool, Failure> {
        if self.swaps.fetch_add(1, Ordering::SeqCst) < self.losses {
            return Ok(false);
        }
        self.memory.swap(account, over, sheet).await
    }
}

impl Losing {
    pub(super) fn the_first(losses: usize) -> Self {
        Self { losses, ..Self::default() }
    }
}

/// Can't be reached.
pub(super) struct Gone;

pub(super) fn gone() -> Failure {
    Failure::retry(Code::new("TEST-GONE"), "no such house")
}

#[async_trait]
impl Ledger for Gone {
    async fn read(&self, _: &str) -> Result<Option<(u64, Sheet)>, Failure> {
        Err(gone())
    }

    async fn swap(&self, _: &str, _: Option<u64>, _: &Sheet) -> Result<bool, Failure> {
        Err(gone())
    }
}

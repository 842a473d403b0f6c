//! Ledgers that behave less well than memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ambient::Clock;
use async_trait::async_trait;
use domain::Failure;
use domain::failure::Code;
use jiff::SignedDuration;
use tokio::task::yield_now;
use upstream::{Ledger, MemoryLedger, Sheet};

use super::stepping::StepClock;

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

/// Lets the other nodes come between reading and swapping; reading takes its time.
pub(super) struct Busy {
    memory: MemoryLedger,
    clock: Arc<StepClock>,
    reading: SignedDuration,
}

impl Busy {
    pub(super) fn new(clock: Arc<StepClock>, reading: SignedDuration) -> Self {
        Self { memory: MemoryLedger::default(), clock, reading }
    }
}

#[async_trait]
impl Ledger for Busy {
    async fn read(&self, account: &str) -> Result<Option<(u64, Sheet)>, Failure> {
        self.clock.sleep(self.reading).await;
        let read = self.memory.read(account).await;
        yield_now().await;
        read
    }

    async fn swap(&self, account: &str, over: Option<u64>, sheet: &Sheet) -> Result<bool, Failure> {
        yield_now().await;
        let swapped = self.memory.swap(account, over, sheet).await;
        yield_now().await;
        swapped
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

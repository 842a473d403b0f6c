//! Many lanes at once.

use std::sync::Arc;

use jiff::SignedDuration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;

use crate::engine::{Engine, LEASE, Slot, after};
use crate::model::Lease;
use crate::store::StoreError;

/// How many lanes with calm work are worked on at once. Most of them wait for a request budget.
const CALM_SLOTS: usize = 32;
/// How many lanes with live work are worked on at once, besides.
const LIVE_SLOTS: usize = 64;
/// How often the store is asked for work even when nobody announced any.
const POLL: SignedDuration = SignedDuration::from_secs(1);

impl Engine {
    /// Works until `stop` becomes true, then finishes the pieces at hand.
    pub async fn run(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let calm = Arc::new(Semaphore::new(CALM_SLOTS));
        let live = Arc::new(Semaphore::new(LIVE_SLOTS));
        let mut workers = JoinSet::new();
        while !*stop.borrow() {
            while workers.try_join_next().is_some() {}
            let Some((permit, slot)) = free_slot(&calm, &live) else {
                // all slots are busy: wait for a worker to end
                tokio::select! { _ = workers.join_next() => {}, _ = stop.changed() => {} }
                continue;
            };
            match self.claim(slot == Slot::Live).await {
                Ok(Some(lease)) => {
                    let engine = Arc::clone(&self);
                    workers.spawn(async move { engine.work_leased(lease, slot, permit).await });
                }
                Ok(None) => {
                    drop(permit);
                    tokio::select! {
                        () = self.wake.notified() => {}
                        () = self.store.announced() => self.arrivals.hint(),
                        () = self.idle(slot) => self.arrivals.hint(),
                        _ = stop.changed() => {}
                    }
                }
                Err(error) => {
                    tracing::error!(%error, "the store does not give work");
                    tokio::select! { () = self.clock.sleep(POLL) => {} _ = stop.changed() => {} }
                }
            }
        }
        while workers.join_next().await.is_some() {}
    }

    /// Waits until the next lane is due, a second at most.
    async fn idle(&self, slot: Slot) {
        let soon = after(self.clock.now(), POLL);
        let due = self.store.next_due(slot == Slot::Live).await.ok().flatten();
        self.clock.sleep_until(due.map_or(soon, |due| due.min(soon))).await;
    }

    async fn work_leased(&self, lease: Lease, slot: Slot, _permit: OwnedSemaphorePermit) {
        let worked = tokio::select! {
            worked = self.work(&lease, slot) => worked,
            lost = self.keep(&lease) => Err(lost),
        };
        if let Err(error) = worked {
            tracing::warn!(lane = %lease.key, %error, "left the lane");
        }
        // whoever waits for this lane's next piece (calm work left by a live slot) may go on
        self.wake.notify_one();
    }

    /// Renews the lease until it is lost.
    async fn keep(&self, lease: &Lease) -> StoreError {
        loop {
            self.clock.sleep(LEASE / 3).await;
            self.arrivals.hint();
            let until = after(self.clock.now(), LEASE);
            if let Err(lost @ StoreError::Fenced) = self.store.renew(lease, until).await {
                return lost;
            }
        }
    }
}

/// A free slot: a calm one if there is any, since it may do everything.
fn free_slot(calm: &Arc<Semaphore>, live: &Arc<Semaphore>) -> Option<(OwnedSemaphorePermit, Slot)> {
    let calm = Arc::clone(calm).try_acquire_owned().map(|permit| (permit, Slot::Calm));
    let live = || Arc::clone(live).try_acquire_owned().map(|permit| (permit, Slot::Live));
    calm.or_else(|_| live()).ok()
}

//! The engine: a store, a flow, and the rules between them.

use std::sync::Arc;

use ambient::{Clock, Entropy};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use crate::flow::{Flow, Place};
use crate::live::Arrivals;
use crate::model::{Accepted, Lease, NewEvent};
use crate::retry::RetryPolicy;
use crate::store::{Claim, Store, StoreError};

/// How long a lease lasts unless renewed: also how soon a dead node's lanes are taken over.
pub const LEASE: SignedDuration = SignedDuration::from_secs(25);

/// The engine of one process.
pub struct Engine {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) flow: Arc<dyn Flow>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) entropy: Arc<dyn Entropy>,
    pub(crate) policy: RetryPolicy,
    pub(crate) owner: String,
    pub(crate) wake: Notify,
    pub(crate) arrivals: Arrivals,
}

impl Engine {
    /// An engine that works for `owner` (a process's name, for people who look into the database).
    pub fn new(
        store: Arc<dyn Store>,
        flow: Arc<dyn Flow>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
        owner: String,
    ) -> Self {
        let policy = RetryPolicy::default();
        let (wake, arrivals) = (Notify::new(), Arrivals::new());
        Self { store, flow, clock, entropy, policy, owner, wake, arrivals }
    }

    /// The store, for reading.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// Stores an event durably and has it worked on.
    ///
    /// # Errors
    /// When it could not be stored; then it must not be acknowledged to its sender.
    pub async fn accept(&self, event: NewEvent) -> Result<Accepted, StoreError> {
        let (connection, lane) = (event.connection, event.lane.clone());
        let accepted = self.store.accept(event).await?;
        self.wake.notify_one();
        self.arrivals.tell(connection, lane);
        Ok(accepted)
    }

    /// Takes over what a former life of this process left behind. At the start of the only process of a
    /// store; with several nodes, leases run out instead. Returns how many lanes were in its hands.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn take_over(&self) -> Result<u64, StoreError> {
        self.store.free_leases(after(self.clock.now(), self.policy.look_after)).await
    }

    /// Works off everything that is due at the present moment, one lane after the other, and returns
    /// how many lanes were worked on. For tests and tools; a server runs [`Engine::run`].
    ///
    /// # Errors
    /// When the store fails.
    pub async fn run_due(&self) -> Result<usize, StoreError> {
        let mut worked = 0;
        while let Some(lease) = self.claim(false).await? {
            self.work(&lease, Slot::Calm).await?;
            worked += 1;
        }
        Ok(worked)
    }

    pub(crate) async fn claim(&self, live_only: bool) -> Result<Option<Lease>, StoreError> {
        let now = self.clock.now();
        let claim = Claim { owner: self.owner.clone(), now, until: after(now, LEASE), live_only };
        self.store.claim(claim).await
    }

    pub(crate) fn place(&self, lease: &Lease) -> Place {
        Place {
            lane: lease.lane,
            connection: lease.connection,
            key: lease.key.clone(),
            now: self.clock.now(),
        }
    }
}

/// Which work a worker may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Live work only: it hands the lane back when only calm work is left.
    Live,
    /// Any work.
    Calm,
}

/// `moment + duration`, at the end of time at most.
pub(crate) fn after(moment: Timestamp, duration: SignedDuration) -> Timestamp {
    moment.saturating_add(duration).unwrap_or(Timestamp::MAX)
}

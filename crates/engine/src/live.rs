//! Live before calm, within one lane: what comes in while calm work of the lane waits for somebody (a request
//! budget, a slow answer) is not to wait with it.

use tokio::sync::Notify;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, Receiver};

use crate::engine::Engine;
use crate::model::{ConnectionId, LaneKey, Lease, Work};
use crate::store::StoreError;

/// How many arrivals a worker may be behind; whoever is further behind looks into its lane.
const BEHIND: usize = 256;

/// Tells workers that something has come into a lane; `None` = nobody knows into which.
pub(crate) struct Arrivals(broadcast::Sender<Option<Lane>>);

type Lane = (ConnectionId, LaneKey);

impl Arrivals {
    pub(crate) fn new() -> Self {
        Self(broadcast::Sender::new(BEHIND))
    }

    /// Something has come into the lane.
    pub(crate) fn tell(&self, connection: ConnectionId, lane: LaneKey) {
        // nobody listens while no calm work is at hand
        drop(self.0.send(Some((connection, lane))));
    }

    /// Something may have come, by another node.
    pub(crate) fn hint(&self) {
        drop(self.0.send(None));
    }
}

impl Engine {
    /// Does a calm piece of the lane, and everything live that comes into the lane meanwhile.
    pub(crate) async fn beside(
        &self,
        lease: &Lease,
        calm: impl Future<Output = Result<(), StoreError>>,
    ) -> Result<(), StoreError> {
        let over = Notify::new();
        let calm = async {
            let done = calm.await;
            over.notify_one();
            done
        };
        let live = async {
            loop {
                tokio::select! {
                    biased;
                    () = over.notified() => return Ok(()),
                    () = self.live_work(lease) => self.live_piece(lease).await?,
                }
            }
        };
        let (calm, live) = tokio::join!(calm, live);
        calm.and(live)
    }

    /// Returns when the lane has live work to do.
    pub(crate) async fn live_work(&self, lease: &Lease) {
        let mut arrivals = self.arrivals.0.subscribe();
        loop {
            let work = self.store.next_work(lease, self.clock.now(), true).await;
            // whoever goes on finds out by himself what is wrong with the store
            if !matches!(work, Ok(Work::Rest)) {
                return;
            }
            came_into(&mut arrivals, lease).await;
        }
    }

    async fn live_piece(&self, lease: &Lease) -> Result<(), StoreError> {
        match self.store.next_work(lease, self.clock.now(), true).await? {
            Work::Step { state, input, failures } => self.step(lease, state, input, failures).await,
            Work::Send(effect) => self.send(lease, effect).await,
            Work::Look(effect) => self.look(lease, effect).await,
            Work::Rest => Ok(()),
        }
    }
}

async fn came_into(arrivals: &mut Receiver<Option<Lane>>, lease: &Lease) {
    loop {
        match arrivals.recv().await {
            Ok(Some((connection, lane))) if connection != lease.connection || lane != lease.key => {
            }
            Ok(_) | Err(RecvError::Lagged(_) | RecvError::Closed) => return,
        }
    }
}

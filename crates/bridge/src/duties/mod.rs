//! Duties: what is done from time to time without anybody asking, for each connection on its own.
//!
//! When a duty was last taken up is stored, so a restart neither repeats nor forgets it. Of several
//! nodes one does them all, until it stops or dies; then another one goes on.

mod agenda;
mod night;
mod round;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use ambient::Clock;
use async_trait::async_trait;
use cabinet::Connections;
use domain::Failure;
use engine::Store;
use engine::model::ConnectionId;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::accounts::{Account, Accounts};
use crate::post::Post;
use round::Round;

pub use night::Night;

/// How often is looked what has become due: settings may change any minute.
const LOOK: SignedDuration = SignedDuration::from_mins(1);

/// Something that is done from time to time.
#[async_trait]
pub trait Duty: Send + Sync + 'static {
    /// Its name: under it is stored when it was last taken up.
    fn name(&self) -> &'static str;

    /// When it is next to be taken up; a moment that has passed is now. `None` when it is not to be
    /// done for this connection.
    fn due(&self, account: &Account, last: Option<Timestamp>, now: Timestamp) -> Option<Timestamp>;

    /// Does it once.
    ///
    /// # Errors
    /// It could not be done; it will be due again at its next time.
    async fn fulfil(&self, account: &Arc<Account>) -> Result<(), Failure>;
}

/// All duties of all connections.
pub struct Duties {
    all: Vec<Arc<dyn Duty>>,
    connections: Connections,
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    owner: String,
    /// What is being done at this moment.
    under_way: Mutex<HashSet<(ConnectionId, &'static str)>>,
}

/// What [`Duties`] stand on.
pub(crate) struct Parts {
    pub(crate) connections: Connections,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) owner: String,
}

impl Duties {
    pub(crate) fn new(parts: Parts, all: Vec<Arc<dyn Duty>>) -> Self {
        let Parts { connections, accounts, store, clock, owner } = parts;
        Self { all, connections, accounts, store, clock, owner, under_way: Mutex::default() }
    }

    /// Does what becomes due, in the times when this node is the one to do it, until told to stop. What is
    /// then under way is broken off.
    pub async fn run(self: Arc<Self>, stop: watch::Receiver<bool>) {
        let post = Post::new(&self.store, &self.clock, "duties", &self.owner);
        post.hold(stop, || self.serve()).await;
    }

    /// Does what becomes due, for ever.
    async fn serve(self: &Arc<Self>) {
        // dropped with the rounds that are under way
        let mut rounds = JoinSet::new();
        loop {
            self.begin(&mut rounds).await;
            self.clock.sleep(LOOK).await;
            reap(&mut rounds);
        }
    }

    /// Begins what is due; what is due to one connection never waits for another one's.
    async fn begin(self: &Arc<Self>, rounds: &mut JoinSet<()>) {
        match self.due_now().await {
            Ok(due) => {
                for round in due {
                    let duties = Arc::clone(self);
                    rounds.spawn(async move { duties.go(&round).await });
                }
            }
            Err(error) => tracing::error!(%error, "the duties are not known"),
        }
    }

    /// Does what is due now, one after the other.
    ///
    /// # Errors
    /// The store fails.
    pub async fn run_due(&self) -> Result<(), cabinet::CabinetError> {
        for round in self.due_now().await? {
            self.go(&round).await;
        }
        Ok(())
    }

    fn under_way(&self) -> std::sync::MutexGuard<'_, HashSet<(ConnectionId, &'static str)>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn reap(rounds: &mut JoinSet<()>) {
    while let Some(ended) = rounds.try_join_next() {
        if let Err(error) = ended {
            tracing::error!(%error, "a duty ended badly");
        }
    }
}

//! What one node does for all, of those that stand on the same store: until it stops or dies, then another
//! one goes on.

use std::sync::Arc;

use ambient::Clock;
use engine::{Office, Store, Tenure};
use jiff::SignedDuration;
use tokio::sync::watch;

/// How soon another node takes over from one that died.
const TERM: SignedDuration = SignedDuration::from_secs(20);
/// How often a node looks whether the office is free.
const WISH: SignedDuration = SignedDuration::from_secs(5);

/// A node's wish to hold an office.
pub(crate) struct Post {
    office: Office,
    clock: Arc<dyn Clock>,
    name: &'static str,
    owner: String,
}

impl Post {
    pub(crate) fn new(
        store: &Arc<dyn Store>,
        clock: &Arc<dyn Clock>,
        name: &'static str,
        owner: &str,
    ) -> Self {
        let office = Office::new(Arc::clone(store), Arc::clone(clock), name, TERM);
        Self { office, clock: Arc::clone(clock), name, owner: owner.to_owned() }
    }

    /// Works in the times when this node is the one to do it, until told to stop. What is then under way
    /// is broken off.
    pub(crate) async fn hold<W: Future<Output = ()>>(
        &self,
        mut stop: watch::Receiver<bool>,
        work: impl Fn() -> W,
    ) {
        loop {
            match self.office.take(&self.owner).await {
                Ok(Some(tenure)) => self.serve(tenure, &mut stop, work()).await,
                Ok(None) => {}
                Err(error) => tracing::warn!(office = self.name, %error, "the office is not known"),
            }
            tokio::select! {
                () = told(&mut stop) => return,
                () = self.clock.sleep(WISH) => {}
            }
        }
    }

    /// Works until told to stop, or until the office is lost.
    async fn serve(
        &self,
        tenure: Tenure,
        stop: &mut watch::Receiver<bool>,
        work: impl Future<Output = ()>,
    ) {
        let office = self.name;
        tracing::info!(office, "this node holds the office");
        tokio::select! {
            () = work => {}
            () = tenure.keep() => tracing::warn!(office, "another node holds the office from now on"),
            () = told(stop) => {
                if let Err(error) = tenure.resign().await {
                    tracing::warn!(office, %error, "the office is kept until its term ends");
                }
            }
        }
    }
}

/// Returns when we are told to stop. When nobody can tell any more, that is a reason to stop as well.
pub(crate) async fn told(stop: &mut watch::Receiver<bool>) {
    drop(stop.wait_for(|stopped| *stopped).await);
}

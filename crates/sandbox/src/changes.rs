//! The counter that tells watchers that something in the sandbox changed.

use std::sync::Arc;

use tokio::sync::watch;

/// A revision counter shared by both simulated sides; it grows with every change of either.
#[derive(Debug, Clone)]
pub struct Changes {
    revision: Arc<watch::Sender<u64>>,
}

impl Changes {
    /// A counter at zero.
    pub fn new() -> Self {
        Self { revision: Arc::new(watch::Sender::new(0)) }
    }

    /// Tells the watchers that something changed.
    pub fn touch(&self) {
        self.revision.send_modify(|revision| *revision = revision.saturating_add(1));
    }

    /// The number of changes so far.
    pub fn revision(&self) -> u64 {
        *self.revision.borrow()
    }

    /// Waits until the revision is greater than `after`, and gives it.
    pub async fn after(&self, after: u64) -> u64 {
        let mut revisions = self.revision.subscribe();
        // the sender lives in `self`, so the wait ends only by a change
        match revisions.wait_for(|revision| *revision > after).await {
            Ok(revision) => *revision,
            Err(_) => self.revision(),
        }
    }
}

impl Default for Changes {
    fn default() -> Self {
        Self::new()
    }
}

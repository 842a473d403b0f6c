//! A node's share in an account's record: reading it, changing it, writing it.

use std::fmt;
use std::sync::Arc;

use domain::Failure;

use super::{Ledger, Sheet};

/// By what a node shares an account's requests with others.
#[derive(Clone)]
pub struct Share {
    /// Where the record is kept.
    pub ledger: Arc<dyn Ledger>,
    /// Whose requests they are.
    pub account: String,
    /// This node's name. Two nodes of one name keep the rate, but each takes the other's want for
    /// its own former one.
    pub node: String,
}

impl Share {
    pub(super) async fn read(&self) -> Result<(Option<u64>, Sheet), Failure> {
        let known = self.ledger.read(&self.account).await?;
        Ok(known.map_or_else(Default::default, |(version, sheet)| (Some(version), sheet)))
    }

    /// Changes the record, anew for each time that another node was faster: a swap is only lost when
    /// somebody's was won, so the nodes together always get on. What changes nothing writes nothing.
    pub(super) async fn revise<T: Send>(
        &self,
        mut change: impl FnMut(&mut Sheet) -> T + Send,
    ) -> Result<T, Failure> {
        loop {
            let (over, before) = self.read().await?;
            let mut sheet = before.clone();
            let outcome = change(&mut sheet);
            if sheet == before || self.ledger.swap(&self.account, over, &sheet).await? {
                return Ok(outcome);
            }
            tokio::task::yield_now().await;
        }
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Share")
            .field("account", &self.account)
            .field("node", &self.node)
            .finish_non_exhaustive()
    }
}

//! Where the nodes of an account keep the record they share.

use async_trait::async_trait;
use domain::Failure;

use super::Sheet;

/// A store of one [`Sheet`] for each account, changed by compare and swap.
///
/// A request waits for each call: it should take a small part of the budget's interval.
#[async_trait]
pub trait Ledger: Send + Sync + 'static {
    /// The account's sheet and its version; `None` before the first swap.
    ///
    /// # Errors
    /// What may be done when the store can't be read is for the store to say.
    async fn read(&self, account: &str) -> Result<Option<(u64, Sheet)>, Failure>;

    /// Puts the sheet in the place of the version that was read; `over` is `None` when there was
    /// none. `false`: somebody else was faster and nothing was changed, read again.
    ///
    /// # Errors
    /// What may be done when the store can't be written is for the store to say.
    async fn swap(&self, account: &str, over: Option<u64>, sheet: &Sheet) -> Result<bool, Failure>;
}

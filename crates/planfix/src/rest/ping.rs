//! Is the account there, and does it take our token?

use domain::Failure;
use upstream::Priority;

use super::Rest;
use super::wire::Call;

impl Rest {
    /// `GET /ping`: needs no scope, so it is about the address and the token alone.
    ///
    /// # Errors
    /// [`crate::codes::TOKEN`] and the other failures of an exchange.
    pub async fn ping(&self, priority: Priority) -> Result<(), Failure> {
        self.call(Call::get("ping"), priority).await.map(|_| ())
    }
}

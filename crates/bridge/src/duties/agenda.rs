//! What is due, and to whom.

use std::sync::Arc;

use cabinet::CabinetError;
use cabinet::store::Listed;
use jiff::Timestamp;

use super::{Duties, Duty, Round};
use crate::accounts::Account;

impl Duties {
    /// The rounds whose time has come.
    pub(super) async fn due_now(&self) -> Result<Vec<Round>, CabinetError> {
        let now = self.clock.now();
        let rounds = self.agenda(now).await?;
        Ok(rounds.into_iter().filter(|round| round.at <= now).collect())
    }

    /// When the next round is due; `None` when nobody has any.
    ///
    /// # Errors
    /// The store fails.
    pub async fn next_due(&self) -> Result<Option<Timestamp>, CabinetError> {
        let rounds = self.agenda(self.clock.now()).await?;
        Ok(rounds.into_iter().map(|round| round.at).min())
    }

    /// The next round of every duty of every connection.
    async fn agenda(&self, now: Timestamp) -> Result<Vec<Round>, CabinetError> {
        let mut rounds = Vec::new();
        for Listed { head, .. } in self.connections.list().await? {
            // the trouble of one connection must not keep the others from their duties
            match self.accounts.get(head.id).await {
                Ok(account) => {
                    for duty in &self.all {
                        rounds.extend(self.next_round(&account, duty, now).await?);
                    }
                }
                Err(failure) => {
                    tracing::warn!(connection = %head.name, %failure, "its duties are not done");
                }
            }
        }
        Ok(rounds)
    }

    async fn next_round(
        &self,
        account: &Arc<Account>,
        duty: &Arc<dyn Duty>,
        now: Timestamp,
    ) -> Result<Option<Round>, CabinetError> {
        if self.under_way().contains(&(account.id, duty.name())) {
            return Ok(None);
        }
        let last = self.last(account.id, duty.name()).await?;
        let at = duty.due(account, last, now);
        Ok(at.map(|at| Round { duty: Arc::clone(duty), account: Arc::clone(account), at }))
    }
}

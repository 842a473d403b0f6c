//! How the request budgets stand, for whoever asks whether all is well.

use domain::Failure;
use engine::model::ConnectionId;
use upstream::BudgetState;

use super::{Accounts, clients};
use crate::stored::no_cabinet;

impl Accounts {
    /// The budget of the connection's Planfix account; `None` when the settings name no account.
    ///
    /// # Errors
    /// Retry, when the cabinet can't be read now.
    pub async fn budget_state(&self, id: ConnectionId) -> Result<Option<BudgetState>, Failure> {
        let connection = self.connections.get(id).await.map_err(no_cabinet)?;
        let Some(access) = connection.settings.credentials.planfix_rest.as_ref() else {
            return Ok(None);
        };
        Ok(Some(self.budget(&clients::account_of(&access.url)).state().await))
    }
}

//! How the request budgets stand, for whoever asks whether all is well.

use std::collections::HashMap;

use cabinet::Connection;
use engine::StoreError;
use jiff::Timestamp;
use upstream::{BudgetState, Sheet};

use super::{Accounts, clients, ledger};

/// The budgets of all Planfix accounts as all nodes know them.
pub(crate) struct Budgets(HashMap<String, Sheet>);

impl Accounts {
    /// Reads all budgets, at once.
    pub(crate) async fn budgets(&self) -> Result<Budgets, StoreError> {
        let records = self.sharing.store.records(ledger::BEGINNING).await?;
        let sheet = |(name, record): (String, engine::store::Record)| {
            let account = name.strip_prefix(ledger::BEGINNING)?.to_owned();
            Some((account, serde_json::from_value(record.value).unwrap_or_default()))
        };
        Ok(Budgets(records.into_iter().filter_map(sheet).collect()))
    }

    /// The budget of the connection's Planfix account; `None` when the settings name no account.
    pub(crate) fn budget_of(
        &self,
        connection: &Connection,
        all: &Budgets,
        now: Timestamp,
    ) -> Option<BudgetState> {
        let access = connection.settings.credentials.planfix_rest.as_ref()?;
        let account = clients::account_of(&access.url);
        let waiting = self.budget(&account).waiting();
        let sheet = all.0.get(&account).cloned().unwrap_or_default();
        Some(sheet.state(now, waiting))
    }
}

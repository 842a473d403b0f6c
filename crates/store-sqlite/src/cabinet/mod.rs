//! The cabinet's data: connections, secrets, hook keys, tokens, cursors, employee
//! runs.

mod backup;
mod connections;
mod cursors;
mod employee_runs;
mod examine;
mod history;
mod hook_keys;
mod people;
mod save;
mod tokens;
mod workspace;

use async_trait::async_trait;
use cabinet::employee_runs::EmployeeRun;
use cabinet::hooks::HookKind;
use cabinet::store::{
    CabinetStore, Head, Listed, NewToken, Save, StoreError, Stored, StoredHookKey, VersionInfo,
    Which,
};
use cabinet::stored as rows;
use cabinet::tokens::{ApiToken, TokenHash};
use domain::ids::ConnectionName;
use engine::model::ConnectionId;

use crate::SqliteStore;

pub use examine::Examined;

/// The result of a piece of the cabinet's work.
type Result<T> = std::result::Result<T, StoreError>;

#[async_trait]
impl CabinetStore for SqliteStore {
    async fn list(&self) -> Result<Vec<Listed>> {
        connections::list(&self.readers).await
    }

    async fn head(&self, which: &Which) -> Result<Option<Head>> {
        let mut reader = self.readers.acquire().await.map_err(StoreError::broken)?;
        connections::head(&mut reader, which).await
    }

    async fn connection(&self, which: &Which) -> Result<Option<Stored>> {
        connections::whole(&self.readers, which).await
    }

    async fn save(&self, save: Save) -> Result<Head> {
        self.writer.run(move |writer| Box::pin(save::run(writer, save))).await?
    }

    async fn versions(&self, id: ConnectionId) -> Result<Vec<VersionInfo>> {
        connections::versions(&self.readers, id).await
    }

    async fn hook_keys(&self, id: ConnectionId) -> Result<Vec<StoredHookKey>> {
        hook_keys::of_connection(&self.readers, id).await
    }

    async fn hook_key(
        &self,
        name: &ConnectionName,
        hook: HookKind,
    ) -> Result<Option<(ConnectionId, StoredHookKey)>> {
        hook_keys::of_hook(&self.readers, name, hook).await
    }

    async fn put_hook_key(&self, id: ConnectionId, key: StoredHookKey) -> Result<()> {
        Ok(self.writer.run(move |writer| Box::pin(hook_keys::put(writer, id, key))).await?)
    }

    async fn add_token(&self, token: NewToken) -> Result<ApiToken> {
        Ok(self.writer.run(move |writer| Box::pin(tokens::add(writer, token))).await?)
    }

    async fn token(&self, hash: &TokenHash) -> Result<Option<ApiToken>> {
        tokens::by_hash(&self.readers, hash).await
    }
    async fn cursor(&self, id: ConnectionId, name: &str) -> Result<Option<String>> {
        cursors::get(&self.readers, id, name).await
    }

    async fn set_cursor(&self, id: ConnectionId, name: &str, value: &str) -> Result<()> {
        let (name, value) = (name.to_owned(), value.to_owned());
        Ok(self.writer.run(move |writer| Box::pin(cursors::set(writer, id, name, value))).await?)
    }

    async fn save_employee_run(&self, id: ConnectionId, run: EmployeeRun) -> Result<()> {
        Ok(self.writer.run(move |writer| Box::pin(employee_runs::save(writer, id, run))).await?)
    }

    async fn employee_runs(&self, id: ConnectionId, limit: u32) -> Result<Vec<EmployeeRun>> {
        employee_runs::last(&self.readers, id, limit).await
    }
}

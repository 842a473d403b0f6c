//! The cabinet's data: connections, secrets, hook keys, tokens, cursors, employee runs.

mod connections;
mod cursors;
mod employee_runs;
mod hook_keys;
mod save;
mod tokens;

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

use crate::PostgresStore;

/// The result of a piece of the cabinet's work.
type Result<T> = std::result::Result<T, StoreError>;

#[async_trait]
impl CabinetStore for PostgresStore {
    async fn list(&self) -> Result<Vec<Listed>> {
        connections::list(&mut self.read().await?).await
    }

    async fn head(&self, which: &Which) -> Result<Option<Head>> {
        connections::head(&mut self.read().await?, which).await
    }

    async fn connection(&self, which: &Which) -> Result<Option<Stored>> {
        connections::whole(&mut self.read().await?, which).await
    }

    async fn save(&self, save: Save) -> Result<Head> {
        let mut db = self.write().await?;
        let head = save::run(&mut db, save).await?;
        db.commit().await?;
        self.announcements.say();
        Ok(head)
    }

    async fn versions(&self, id: ConnectionId) -> Result<Vec<VersionInfo>> {
        connections::versions(&mut self.read().await?, id).await
    }

    async fn hook_keys(&self, id: ConnectionId) -> Result<Vec<StoredHookKey>> {
        hook_keys::of_connection(&mut self.read().await?, id).await
    }

    async fn hook_key(
        &self,
        name: &ConnectionName,
        hook: HookKind,
    ) -> Result<Option<(ConnectionId, StoredHookKey)>> {
        hook_keys::of_hook(&mut self.read().await?, name, hook).await
    }

    async fn put_hook_key(&self, id: ConnectionId, key: StoredHookKey) -> Result<()> {
        let mut db = self.write().await?;
        hook_keys::put(&mut db, id, key).await?;
        Ok(db.commit().await?)
    }

    async fn add_token(&self, token: NewToken) -> Result<ApiToken> {
        let mut db = self.write().await?;
        let token = tokens::add(&mut db, token).await?;
        db.commit().await?;
        Ok(token)
    }

    async fn token(&self, hash: &TokenHash) -> Result<Option<ApiToken>> {
        tokens::by_hash(&mut self.read().await?, hash).await
    }

    async fn cursor(&self, id: ConnectionId, name: &str) -> Result<Option<String>> {
        cursors::get(&mut self.read().await?, id, name).await
    }

    async fn set_cursor(&self, id: ConnectionId, name: &str, value: &str) -> Result<()> {
        let mut db = self.write().await?;
        cursors::set(&mut db, id, name, value).await?;
        Ok(db.commit().await?)
    }

    async fn save_employee_run(&self, id: ConnectionId, run: EmployeeRun) -> Result<()> {
        let mut db = self.write().await?;
        employee_runs::save(&mut db, id, run).await?;
        Ok(db.commit().await?)
    }

    async fn employee_runs(&self, id: ConnectionId, limit: u32) -> Result<Vec<EmployeeRun>> {
        employee_runs::last(&mut self.read().await?, id, limit).await
    }
}

//! The cabinet's data: connections, secrets, hook keys, tokens, cursors, employee runs.

mod connections;
mod cursors;
mod employee_runs;
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

use crate::PostgresStore;

/// The result of a piece of the cabinet's work.
type Result<T> = std::result::Result<T, StoreError>;

#[async_trait]
impl CabinetStore for PostgresStore {
    async fn list(&self) -> Result<Vec<Listed>> {
        let mut db = self.read().await?;
        let done = connections::list(&mut db).await;
        db.finish(done).await
    }

    async fn head(&self, which: &Which) -> Result<Option<Head>> {
        let mut db = self.read().await?;
        let done = connections::head(&mut db, which).await;
        db.finish(done).await
    }

    async fn connection(&self, which: &Which) -> Result<Option<Stored>> {
        let mut db = self.read().await?;
        let done = connections::whole(&mut db, which).await;
        db.finish(done).await
    }

    async fn save(&self, save: Save) -> Result<Head> {
        let mut db = self.write().await?;
        let done = save::run(&mut db, save).await;
        let head = db.finish(done).await?;
        self.announcements.say();
        Ok(head)
    }

    async fn versions(&self, id: ConnectionId) -> Result<Vec<VersionInfo>> {
        let mut db = self.read().await?;
        let done = connections::versions(&mut db, id).await;
        db.finish(done).await
    }

    async fn hook_keys(&self, id: ConnectionId) -> Result<Vec<StoredHookKey>> {
        let mut db = self.read().await?;
        let done = hook_keys::of_connection(&mut db, id).await;
        db.finish(done).await
    }

    async fn hook_key(
        &self,
        name: &ConnectionName,
        hook: HookKind,
    ) -> Result<Option<(ConnectionId, StoredHookKey)>> {
        let mut db = self.read().await?;
        let done = hook_keys::of_hook(&mut db, name, hook).await;
        db.finish(done).await
    }

    async fn put_hook_key(&self, id: ConnectionId, key: StoredHookKey) -> Result<()> {
        let mut db = self.write().await?;
        let done = hook_keys::put(&mut db, id, key).await;
        db.finish(done).await
    }

    async fn add_token(&self, token: NewToken) -> Result<ApiToken> {
        let mut db = self.write().await?;
        let done = tokens::add(&mut db, token).await;
        db.finish(done).await
    }

    async fn token(&self, hash: &TokenHash) -> Result<Option<ApiToken>> {
        let mut db = self.read().await?;
        let done = tokens::by_hash(&mut db, hash).await;
        db.finish(done).await
    }

    async fn cursor(&self, id: ConnectionId, name: &str) -> Result<Option<String>> {
        let mut db = self.read().await?;
        let done = cursors::get(&mut db, id, name).await;
        db.finish(done).await
    }

    async fn set_cursor(&self, id: ConnectionId, name: &str, value: &str) -> Result<()> {
        let mut db = self.write().await?;
        let done = cursors::set(&mut db, id, name, value).await;
        db.finish(done).await
    }

    async fn save_employee_run(&self, id: ConnectionId, run: EmployeeRun) -> Result<()> {
        let mut db = self.write().await?;
        let done = employee_runs::save(&mut db, id, run).await;
        db.finish(done).await
    }

    async fn employee_runs(&self, id: ConnectionId, limit: u32) -> Result<Vec<EmployeeRun>> {
        let mut db = self.read().await?;
        let done = employee_runs::last(&mut db, id, limit).await;
        db.finish(done).await
    }
}

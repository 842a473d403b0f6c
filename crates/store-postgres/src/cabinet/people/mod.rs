//! People who sign in, their sessions, and the audit.

mod accounts;
mod attempts;
mod audit;
mod entry;
mod roles;
mod sessions;
mod setup;
mod tokens;

use async_trait::async_trait;
use cabinet::PeopleStore;
use cabinet::people::{
    AuditPage, AuditQuery, Changed, Email, NewEntry, NewPerson, NewSession, PasswordHash, Person,
    PersonId, Session, SessionId,
};
use cabinet::tokens::{ApiToken, Role, TokenHash};
use jiff::Timestamp;

use super::Result;
use crate::PostgresStore;

#[async_trait]
impl PeopleStore for PostgresStore {
    async fn people(&self) -> Result<Vec<Person>> {
        let mut db = self.read().await?;
        let done = accounts::everybody(&mut db).await;
        db.finish(done).await
    }

    async fn person(&self, id: PersonId) -> Result<Option<Person>> {
        let mut db = self.read().await?;
        let done = accounts::one(&mut db, id).await;
        db.finish(done).await
    }

    async fn credentials(&self, email: &Email) -> Result<Option<(Person, PasswordHash)>> {
        let mut db = self.read().await?;
        let done = accounts::credentials(&mut db, email).await;
        db.finish(done).await
    }

    async fn add_person(&self, person: NewPerson, entry: NewEntry) -> Result<Person> {
        let mut db = self.write().await?;
        let done = accounts::add(&mut db, person, entry).await;
        db.finish(done).await
    }

    async fn set_role(&self, id: PersonId, role: Role, entry: NewEntry) -> Result<Changed> {
        let mut db = self.write().await?;
        let done = roles::set(&mut db, id, role, entry).await;
        db.finish(done).await
    }

    async fn set_password(
        &self,
        id: PersonId,
        password: PasswordHash,
        spare: Option<SessionId>,
        entry: NewEntry,
    ) -> Result<Changed> {
        let change = (id, password, spare);
        let mut db = self.write().await?;
        let done = accounts::set_password(&mut db, change, entry).await;
        db.finish(done).await
    }

    async fn remove_person(&self, id: PersonId, entry: NewEntry) -> Result<Changed> {
        let mut db = self.write().await?;
        let done = roles::remove(&mut db, id, entry).await;
        db.finish(done).await
    }

    async fn add_session(&self, session: NewSession) -> Result<Session> {
        let mut db = self.write().await?;
        let done = sessions::add(&mut db, session).await;
        db.finish(done).await
    }

    async fn session(&self, hash: &TokenHash, now: Timestamp) -> Result<Option<(Session, Person)>> {
        let mut db = self.read().await?;
        let done = sessions::by_hash(&mut db, hash, now).await;
        db.finish(done).await
    }

    async fn see_session(&self, id: SessionId, at: Timestamp) -> Result<()> {
        let mut db = self.write().await?;
        let done = sessions::see(&mut db, id, at).await;
        db.finish(done).await
    }

    async fn sessions(&self, person: PersonId, now: Timestamp) -> Result<Vec<Session>> {
        let mut db = self.read().await?;
        let done = sessions::of_person(&mut db, person, now).await;
        db.finish(done).await
    }

    async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool> {
        let mut db = self.write().await?;
        let done = sessions::end(&mut db, person, id).await;
        db.finish(done).await
    }

    async fn attempt(
        &self,
        keys: Vec<String>,
        at: Timestamp,
        since: Timestamp,
    ) -> Result<Vec<u32>> {
        let mut db = self.write().await?;
        let done = attempts::add(&mut db, keys, at, since).await;
        db.finish(done).await
    }

    async fn forgive(&self, key: &str) -> Result<()> {
        let key = key.to_owned();
        let mut db = self.write().await?;
        let done = attempts::forget(&mut db, key).await;
        db.finish(done).await
    }

    async fn add_setup_link(
        &self,
        hash: TokenHash,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        let span = now..expires_at;
        let mut db = self.write().await?;
        let done = setup::add(&mut db, hash, span).await;
        db.finish(done).await
    }

    async fn set_up(
        &self,
        hash: &TokenHash,
        person: NewPerson,
        entry: NewEntry,
    ) -> Result<Option<Person>> {
        let hash = hash.clone();
        let mut db = self.write().await?;
        let done = setup::redeem(&mut db, hash, person, entry).await;
        db.finish(done).await
    }

    async fn add_entry_link(
        &self,
        hash: TokenHash,
        person: PersonId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        let mut db = self.write().await?;
        let done = entry::add(&mut db, hash, person, now..expires_at).await;
        db.finish(done).await
    }

    async fn redeem_entry_link(&self, hash: &TokenHash, now: Timestamp) -> Result<Option<Person>> {
        let mut db = self.write().await?;
        let done = entry::redeem(&mut db, hash.clone(), now).await;
        db.finish(done).await
    }

    async fn tokens(&self) -> Result<Vec<ApiToken>> {
        let mut db = self.read().await?;
        let done = tokens::list(&mut db).await;
        db.finish(done).await
    }

    async fn revoke_token(&self, id: i64, entry: NewEntry) -> Result<bool> {
        let mut db = self.write().await?;
        let done = tokens::revoke(&mut db, id, entry).await;
        db.finish(done).await
    }

    async fn record(&self, entry: NewEntry) -> Result<()> {
        let mut db = self.write().await?;
        let done = audit::add(&mut db, entry).await;
        db.finish(done).await
    }

    async fn audit(&self, query: AuditQuery) -> Result<AuditPage> {
        let mut db = self.read().await?;
        let done = audit::list(&mut db, query).await;
        db.finish(done).await
    }
}

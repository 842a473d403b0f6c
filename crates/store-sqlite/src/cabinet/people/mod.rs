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
use crate::SqliteStore;

/// The result of a job of the writer.
type Job<T> = std::result::Result<T, engine::StoreError>;

#[async_trait]
impl PeopleStore for SqliteStore {
    async fn people(&self) -> Result<Vec<Person>> {
        accounts::everybody(&self.readers).await
    }

    async fn person(&self, id: PersonId) -> Result<Option<Person>> {
        accounts::one(&self.readers, id).await
    }

    async fn credentials(&self, email: &Email) -> Result<Option<(Person, PasswordHash)>> {
        accounts::credentials(&self.readers, email).await
    }

    async fn add_person(&self, person: NewPerson, entry: NewEntry) -> Result<Person> {
        self.writer.run(move |writer| Box::pin(accounts::add(writer, person, entry))).await?
    }

    async fn set_role(&self, id: PersonId, role: Role, entry: NewEntry) -> Result<Changed> {
        Ok(self.writer.run(move |writer| Box::pin(roles::set(writer, id, role, entry))).await?)
    }

    async fn set_password(
        &self,
        id: PersonId,
        password: PasswordHash,
        spare: Option<SessionId>,
        entry: NewEntry,
    ) -> Result<Changed> {
        let change = (id, password, spare);
        Ok(self
            .writer
            .run(move |writer| Box::pin(accounts::set_password(writer, change, entry)))
            .await?)
    }

    async fn remove_person(&self, id: PersonId, entry: NewEntry) -> Result<Changed> {
        Ok(self.writer.run(move |writer| Box::pin(roles::remove(writer, id, entry))).await?)
    }

    async fn add_session(&self, session: NewSession) -> Result<Session> {
        Ok(self.writer.run(move |writer| Box::pin(sessions::add(writer, session))).await?)
    }

    async fn session(&self, hash: &TokenHash, now: Timestamp) -> Result<Option<(Session, Person)>> {
        sessions::by_hash(&self.readers, hash, now).await
    }

    async fn see_session(&self, id: SessionId, at: Timestamp) -> Result<()> {
        Ok(self.writer.run(move |writer| Box::pin(sessions::see(writer, id, at))).await?)
    }

    async fn sessions(&self, person: PersonId, now: Timestamp) -> Result<Vec<Session>> {
        sessions::of_person(&self.readers, person, now).await
    }

    async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool> {
        Ok(self.writer.run(move |writer| Box::pin(sessions::end(writer, person, id))).await?)
    }

    async fn attempt(
        &self,
        keys: Vec<String>,
        at: Timestamp,
        since: Timestamp,
    ) -> Result<Vec<u32>> {
        Ok(self.writer.run(move |writer| Box::pin(attempts::add(writer, keys, at, since))).await?)
    }

    async fn forgive(&self, key: &str) -> Result<()> {
        let key = key.to_owned();
        Ok(self.writer.run(move |writer| Box::pin(attempts::forget(writer, key))).await?)
    }

    async fn add_setup_link(
        &self,
        hash: TokenHash,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        let span = now..expires_at;
        Ok(self.writer.run(move |writer| Box::pin(setup::add(writer, hash, span))).await?)
    }

    async fn set_up(
        &self,
        hash: &TokenHash,
        person: NewPerson,
        entry: NewEntry,
    ) -> Result<Option<Person>> {
        let hash = hash.clone();
        self.writer.run(move |writer| Box::pin(setup::redeem(writer, hash, person, entry))).await?
    }

    async fn add_entry_link(
        &self,
        hash: TokenHash,
        person: PersonId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<()> {
        let span = now..expires_at;
        Ok(self.writer.run(move |writer| Box::pin(entry::add(writer, hash, person, span))).await?)
    }

    async fn redeem_entry_link(&self, hash: &TokenHash, now: Timestamp) -> Result<Option<Person>> {
        let hash = hash.clone();
        self.writer.run(move |writer| Box::pin(entry::redeem(writer, hash, now))).await?
    }

    async fn tokens(&self) -> Result<Vec<ApiToken>> {
        tokens::list(&self.readers).await
    }

    async fn revoke_token(&self, id: i64, entry: NewEntry) -> Result<bool> {
        Ok(self.writer.run(move |writer| Box::pin(tokens::revoke(writer, id, entry))).await?)
    }

    async fn record(&self, entry: NewEntry) -> Result<()> {
        Ok(self.writer.run(move |writer| Box::pin(audit::add(writer, entry))).await?)
    }

    async fn audit(&self, query: AuditQuery) -> Result<AuditPage> {
        audit::list(&self.readers, query).await
    }
}

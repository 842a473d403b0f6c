//! The home of people's data, as the cabinet needs it: each method is one transaction, and a change is
//! stored together with its entry in the audit.

use std::fmt;

use async_trait::async_trait;
use jiff::Timestamp;

use super::audit::{AuditPage, AuditQuery, NewEntry};
use super::email::Email;
use super::password::PasswordHash;
use super::sessions::{NewSession, Session, SessionId};
use crate::store::StoreError;
use crate::tokens::{ApiToken, Role, TokenHash};

/// The number of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PersonId(pub i64);

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// His number.
    pub id: PersonId,
    /// What he signs in with.
    pub email: Email,
    /// What he may do.
    pub role: Role,
    /// Since when he may.
    pub created_at: Timestamp,
    /// When he last used any of his sessions.
    pub last_seen_at: Option<Timestamp>,
}

/// Somebody to let in from now on.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// What he signs in with.
    pub email: Email,
    /// What he may do.
    pub role: Role,
    /// His password, hashed.
    pub password: PasswordHash,
    /// When.
    pub created_at: Timestamp,
}

/// What became of a change of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It is done.
    Done,
    /// There is nobody of that number.
    Unknown,
    /// He is the only owner, and nobody could manage accounts afterwards; nothing was changed.
    LastOwner,
}

/// The store of people.
#[async_trait]
pub trait PeopleStore: Send + Sync + 'static {
    /// Everybody, by e-mail.
    async fn people(&self) -> Result<Vec<Person>, StoreError>;

    /// One person.
    async fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError>;

    /// The person of an e-mail, with his password.
    async fn credentials(
        &self,
        email: &Email,
    ) -> Result<Option<(Person, PasswordHash)>, StoreError>;

    /// Lets somebody in.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody has that e-mail already.
    async fn add_person(&self, person: NewPerson, entry: NewEntry) -> Result<Person, StoreError>;

    /// Gives a person another role, unless he is the only owner and would not be one any more.
    async fn set_role(
        &self,
        id: PersonId,
        role: Role,
        entry: NewEntry,
    ) -> Result<Changed, StoreError>;

    /// Gives a person another password and ends his sessions, all but `spare`.
    async fn set_password(
        &self,
        id: PersonId,
        password: PasswordHash,
        spare: Option<SessionId>,
        entry: NewEntry,
    ) -> Result<Changed, StoreError>;

    /// Lets a person in no more and ends his sessions, unless he is the only owner.
    async fn remove_person(&self, id: PersonId, entry: NewEntry) -> Result<Changed, StoreError>;

    /// Keeps a session.
    async fn add_session(&self, session: NewSession) -> Result<Session, StoreError>;

    /// The session of a token and whose it is; `None` when it ended before `now`.
    async fn session(
        &self,
        hash: &TokenHash,
        now: Timestamp,
    ) -> Result<Option<(Session, Person)>, StoreError>;

    /// Notes that a session was used.
    async fn see_session(&self, id: SessionId, at: Timestamp) -> Result<(), StoreError>;

    /// The sessions of a person that last beyond `now`, the last used first.
    async fn sessions(&self, person: PersonId, now: Timestamp) -> Result<Vec<Session>, StoreError>;

    /// Ends a session of a person; `false` when he has none of that number.
    async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool, StoreError>;

    /// Notes an attempt to sign in under each of the keys, and tells how many there were of each since
    /// the moment, this one included. What is older is dropped.
    async fn attempt(
        &self,
        keys: Vec<String>,
        at: Timestamp,
        since: Timestamp,
    ) -> Result<Vec<u32>, StoreError>;

    /// Forgets the attempts under a key.
    async fn forgive(&self, key: &str) -> Result<(), StoreError>;

    /// Keeps the hash of a setup link, and drops the ones that ended before `now`.
    async fn add_setup_link(
        &self,
        hash: TokenHash,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Makes the first person by a setup link, which ends all of them; `None` when the link is unknown
    /// or has ended, or somebody is there already.
    async fn set_up(
        &self,
        hash: &TokenHash,
        person: NewPerson,
        entry: NewEntry,
    ) -> Result<Option<Person>, StoreError>;

    /// Keeps the hash of an entry link, and drops the ones that ended before `now`.
    async fn add_entry_link(
        &self,
        hash: TokenHash,
        person: PersonId,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError>;

    /// Whose entry link it is; it ends by that. `None` when it is unknown or has ended.
    async fn redeem_entry_link(
        &self,
        hash: &TokenHash,
        now: Timestamp,
    ) -> Result<Option<Person>, StoreError>;

    /// The tokens of the API, the newest first.
    async fn tokens(&self) -> Result<Vec<ApiToken>, StoreError>;

    /// Makes a token work no more; `false` when there is none of that number.
    async fn revoke_token(&self, id: i64, entry: NewEntry) -> Result<bool, StoreError>;

    /// Writes down a change that was stored elsewhere.
    async fn record(&self, entry: NewEntry) -> Result<(), StoreError>;

    /// Who changed what, the newest first.
    async fn audit(&self, query: AuditQuery) -> Result<AuditPage, StoreError>;
}

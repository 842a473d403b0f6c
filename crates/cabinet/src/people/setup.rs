//! The first start: a link that lets whoever sees the server's console become the owner.

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::audit::{Action, Actor, ActorKind};
use super::email::Email;
use super::password::Password;
use super::store::NewPerson;
use super::{People, PeopleError, SignedIn};
use crate::tokens::{Role, TokenHash};

/// How long a setup link works.
const LASTS: SignedDuration = SignedDuration::from_hours(24);

impl People {
    /// The key of a new setup link while nobody can sign in; `None` when somebody can.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn setup_key(&self) -> Result<Option<SecretString>, PeopleError> {
        if !self.nobody_yet().await? {
            return Ok(None);
        }
        let key = self.draw();
        let now = self.clock.now();
        let expires_at = now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
        self.store.add_setup_link(TokenHash::of(key.expose_secret()), now, expires_at).await?;
        Ok(Some(key))
    }

    /// Whether nobody can sign in yet.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn nobody_yet(&self) -> Result<bool, PeopleError> {
        Ok(self.store.people().await?.is_empty())
    }

    /// Makes the owner by a setup link and signs him in.
    ///
    /// # Errors
    /// [`PeopleError::DeadLink`] when the link does not work (any more).
    pub async fn set_up(
        &self,
        key: &str,
        email: Email,
        password: Password,
        user_agent: &str,
    ) -> Result<SignedIn, PeopleError> {
        // nobody gets a password hashed for nothing
        if !self.nobody_yet().await? {
            return Err(PeopleError::DeadLink);
        }
        let actor = Actor { kind: ActorKind::Person, name: email.to_string() };
        let after = json!({ "role": Role::Owner.as_str() });
        let entry = self.entry(actor, Action::PersonAdded, email.as_str(), Value::Null, after);
        let created_at = self.clock.now();
        let password = self.hash(password).await?;
        let person = NewPerson { email, role: Role::Owner, password, created_at };
        let made = self.store.set_up(&TokenHash::of(key), person, entry).await?;
        self.begin(made.ok_or(PeopleError::DeadLink)?, user_agent).await
    }
}

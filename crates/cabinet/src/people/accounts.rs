//! Managing accounts and tokens.

use secrecy::SecretString;
use serde_json::{Value, json};

use super::audit::{Action, Actor};
use super::email::Email;
use super::password::Password;
use super::sessions::SessionId;
use super::store::{Changed, NewPerson, Person, PersonId};
use super::{People, PeopleError};
use crate::store::StoreError;
use crate::tokens::{ApiToken, Role};

impl People {
    /// Everybody, by e-mail.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn list(&self) -> Result<Vec<Person>, PeopleError> {
        Ok(self.store.people().await?)
    }

    /// Lets somebody in from now on.
    ///
    /// # Errors
    /// [`PeopleError::EmailTaken`], or when the store fails.
    pub async fn add(
        &self,
        actor: Actor,
        email: Email,
        password: Password,
        role: Role,
    ) -> Result<Person, PeopleError> {
        let after = json!({ "role": role.as_str() });
        let entry = self.entry(actor, Action::PersonAdded, email.as_str(), Value::Null, after);
        let created_at = self.clock.now();
        let password = self.hash(password).await?;
        let person = NewPerson { email, role, password, created_at };
        self.store.add_person(person, entry).await.map_err(|error| match error {
            StoreError::Conflict => PeopleError::EmailTaken,
            other => other.into(),
        })
    }

    /// Gives somebody another role.
    ///
    /// # Errors
    /// [`PeopleError::Unknown`], [`PeopleError::LastOwner`], or when the store fails.
    pub async fn set_role(
        &self,
        actor: Actor,
        id: PersonId,
        role: Role,
    ) -> Result<(), PeopleError> {
        let person = self.known(id).await?;
        let before = json!({ "role": person.role.as_str() });
        let after = json!({ "role": role.as_str() });
        let entry = self.entry(actor, Action::RoleChanged, person.email.as_str(), before, after);
        done(self.store.set_role(id, role, entry).await?)
    }

    /// Gives somebody another password and ends all his sessions but `spare`.
    ///
    /// # Errors
    /// [`PeopleError::Unknown`], or when the store fails.
    pub async fn set_password(
        &self,
        actor: Actor,
        id: PersonId,
        password: Password,
        spare: Option<SessionId>,
    ) -> Result<(), PeopleError> {
        let person = self.known(id).await?;
        let entry = self.entry(
            actor,
            Action::PasswordChanged,
            person.email.as_str(),
            Value::Null,
            Value::Null,
        );
        let password = self.hash(password).await?;
        done(self.store.set_password(id, password, spare, entry).await?)
    }

    /// Changes one's own password, which takes the present one.
    ///
    /// # Errors
    /// [`PeopleError::WrongPassword`], or when the store fails.
    pub async fn change_own_password(
        &self,
        person: &Person,
        session: SessionId,
        present: SecretString,
        new: Password,
    ) -> Result<(), PeopleError> {
        let (_, hash) = self.store.credentials(&person.email).await?.ok_or(PeopleError::Unknown)?;
        if !self.is_of(hash, present).await? {
            return Err(PeopleError::WrongPassword);
        }
        self.set_password(Actor::person(person), person.id, new, Some(session)).await
    }

    /// Lets somebody in no more.
    ///
    /// # Errors
    /// [`PeopleError::Unknown`], [`PeopleError::LastOwner`], or when the store fails.
    pub async fn remove(&self, actor: Actor, id: PersonId) -> Result<(), PeopleError> {
        let person = self.known(id).await?;
        let before = json!({ "role": person.role.as_str() });
        let entry =
            self.entry(actor, Action::PersonRemoved, person.email.as_str(), before, Value::Null);
        done(self.store.remove_person(id, entry).await?)
    }

    /// The tokens of the API, the newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn tokens(&self) -> Result<Vec<ApiToken>, PeopleError> {
        Ok(self.store.tokens().await?)
    }

    /// Makes a token work no more; `false` when there is none of that number.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn revoke_token(&self, actor: Actor, id: i64) -> Result<bool, PeopleError> {
        let tokens = self.store.tokens().await?;
        let Some(token) = tokens.into_iter().find(|token| token.id == id) else {
            return Ok(false);
        };
        let before = json!({ "role": token.role.as_str() });
        let entry = self.entry(actor, Action::TokenRevoked, token.label, before, Value::Null);
        Ok(self.store.revoke_token(id, entry).await?)
    }

    async fn known(&self, id: PersonId) -> Result<Person, PeopleError> {
        self.store.person(id).await?.ok_or(PeopleError::Unknown)
    }
}

fn done(changed: Changed) -> Result<(), PeopleError> {
    match changed {
        Changed::Done => Ok(()),
        Changed::Unknown => Err(PeopleError::Unknown),
        Changed::LastOwner => Err(PeopleError::LastOwner),
    }
}

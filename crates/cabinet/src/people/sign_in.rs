//! Signing in with e-mail and password.

use secrecy::SecretString;

use super::email::Email;
use super::password::{Password, PasswordHash};
use super::{People, PeopleError, SignInError, SignedIn};

impl People {
    /// Begins a session for whoever knows the password. `address` is where he comes from, `user_agent`
    /// what his browser calls itself.
    ///
    /// An unknown e-mail takes the same steps as a wrong password.
    ///
    /// # Errors
    /// [`SignInError`] when it is the wrong one, or there were too many attempts.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &SecretString,
        address: &str,
        user_agent: &str,
    ) -> Result<SignedIn, SignInError> {
        let email: Email = email.parse().map_err(|_| SignInError::Wrong)?;
        self.may_try(&email, address).await?;
        let found = self.store.credentials(&email).await?;
        let (person, hash) = match found {
            Some((person, hash)) => (Some(person), hash),
            None => (None, self.decoy.clone()),
        };
        let right = self.is_of(hash, password.clone()).await?;
        let Some(person) = person.filter(|_| right) else { return Err(SignInError::Wrong) };
        self.forgive(&email).await?;
        Ok(self.begin(person, user_agent).await?)
    }

    /// Hashes a new password where it keeps nobody waiting.
    pub(super) async fn hash(&self, password: Password) -> Result<PasswordHash, PeopleError> {
        let entropy = self.entropy.clone();
        self.off_the_road(move || password.hash(&*entropy))
            .await?
            .map_err(|error| PeopleError::Hash(error.to_string()))
    }

    /// Compares a password with a hash where it keeps nobody waiting.
    pub(super) async fn is_of(
        &self,
        hash: PasswordHash,
        password: SecretString,
    ) -> Result<bool, PeopleError> {
        self.off_the_road(move || hash.is_of(&password)).await
    }

    /// argon2 keeps a processor busy for tens of milliseconds, and calls must not wait for it.
    async fn off_the_road<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PeopleError> {
        let turn = self.hashers.clone().acquire_owned().await;
        let turn = turn.map_err(|error| PeopleError::Hash(error.to_string()))?;
        let hashed = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        hashed.await.map_err(|error| PeopleError::Hash(error.to_string()))
    }
}

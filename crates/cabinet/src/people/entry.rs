//! Entering a page of ours that stands in a frame elsewhere, where the browser keeps our cookie back: whoever is
//! signed in takes a key with him, once and soon.

use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};

use super::store::Person;
use super::{People, PeopleError, SignedIn};
use crate::tokens::TokenHash;

/// How long an entry link works: as long as it takes from one window of the browser into another.
const LASTS: SignedDuration = SignedDuration::from_mins(2);

impl People {
    /// The key of a new entry link of somebody who is signed in, and when it ends.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn entry_key(
        &self,
        person: &Person,
    ) -> Result<(SecretString, Timestamp), PeopleError> {
        let key = self.draw();
        let now = self.clock.now();
        let expires_at = now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
        let hash = TokenHash::of(key.expose_secret());
        self.store.add_entry_link(hash, person.id, now, expires_at).await?;
        Ok((key, expires_at))
    }

    /// Begins a session by the key of an entry link, which ends by that.
    ///
    /// # Errors
    /// [`PeopleError::DeadLink`] when the link does not work (any more).
    pub async fn enter(&self, key: &str, user_agent: &str) -> Result<SignedIn, PeopleError> {
        let person = self.store.redeem_entry_link(&TokenHash::of(key), self.clock.now()).await?;
        self.begin(person.ok_or(PeopleError::DeadLink)?, user_agent).await
    }
}

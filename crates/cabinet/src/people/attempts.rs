//! How often somebody may try to sign in.

use jiff::{SignedDuration, Timestamp};

use super::email::Email;
use super::{People, SignInError};

/// How far back attempts count.
const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Attempts within it for one e-mail: a person mistypes a few times, a guesser needs thousands.
const PER_EMAIL: u32 = 10;
/// Attempts within it from one address: a whole office may sit behind it.
const PER_ADDRESS: u32 = 50;

impl People {
    /// Counts an attempt, and refuses it when there were too many.
    pub(super) async fn may_try(&self, email: &Email, address: &str) -> Result<(), SignInError> {
        let now = self.clock.now();
        let since = now.saturating_sub(WINDOW).unwrap_or(Timestamp::MIN);
        let keys = vec![email_key(email), format!("address:{address}")];
        let counts = self.store.attempt(keys, now, since).await?;
        let too_many =
            counts.iter().zip([PER_EMAIL, PER_ADDRESS]).any(|(count, most)| *count > most);
        if too_many { Err(SignInError::TooMany { wait: WINDOW }) } else { Ok(()) }
    }

    /// Forgets the attempts of somebody who has shown that he is himself.
    pub(super) async fn forgive(&self, email: &Email) -> Result<(), SignInError> {
        Ok(self.store.forgive(&email_key(email)).await?)
    }
}

fn email_key(email: &Email) -> String {
    format!("email:{email}")
}

//! Sessions: what a browser shows instead of a password.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use super::store::{Person, PersonId};
use super::{People, PeopleError};
use crate::tokens::TokenHash;

/// How long a session lasts.
const LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How exactly it is known when a session was last used: each request would be a write otherwise.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// The longest name of a browser that is kept, characters.
const LONGEST_AGENT: usize = 300;

/// The number of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SessionId(pub i64);

/// A session; its token is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// Whose.
    pub person: PersonId,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the five minutes.
    pub last_seen_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// What the browser called itself.
    pub user_agent: String,
}

/// A session to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Whose.
    pub person: PersonId,
    /// SHA-256 of its token.
    pub hash: TokenHash,
    /// When it begins.
    pub created_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// What the browser called itself.
    pub user_agent: String,
}

/// Somebody signed in: the only time the session's token can be read.
#[derive(Debug)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// His session.
    pub session: Session,
    /// What the browser has to show from now on.
    pub token: SecretString,
}

impl People {
    /// The session of a token and whose it is, when it still lasts.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn session(&self, token: &str) -> Result<Option<(Session, Person)>, PeopleError> {
        let now = self.clock.now();
        let found = self.store.session(&TokenHash::of(token), now).await?;
        if let Some((session, _)) = &found
            && now.duration_since(session.last_seen_at) >= SEEN_EVERY
        {
            self.store.see_session(session.id, now).await?;
        }
        Ok(found)
    }

    /// The sessions of a person that still last, the last used first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sessions(&self, person: PersonId) -> Result<Vec<Session>, PeopleError> {
        Ok(self.store.sessions(person, self.clock.now()).await?)
    }

    /// Ends a session of a person; `false` when he has none of that number.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_session(&self, person: PersonId, id: SessionId) -> Result<bool, PeopleError> {
        Ok(self.store.end_session(person, id).await?)
    }

    /// Begins a session.
    pub(super) async fn begin(
        &self,
        person: Person,
        user_agent: &str,
    ) -> Result<SignedIn, PeopleError> {
        let token = self.draw();
        let now = self.clock.now();
        let session = NewSession {
            person: person.id,
            hash: TokenHash::of(token.expose_secret()),
            created_at: now,
            expires_at: now.saturating_add(LASTS).unwrap_or(Timestamp::MAX),
            user_agent: user_agent.chars().take(LONGEST_AGENT).collect(),
        };
        let session = self.store.add_session(session).await?;
        Ok(SignedIn { person, session, token })
    }

    /// 32 random bytes as text.
    pub(super) fn draw(&self) -> SecretString {
        let mut bytes = [0; 32];
        self.entropy.fill(&mut bytes);
        URL_SAFE_NO_PAD.encode(bytes).into()
    }
}

/// What a page must show with every change it makes in a session: another site that makes a browser
/// send its cookie can't know it. It follows from the token, so nothing more is stored.
pub fn page_key(token: &str) -> String {
    let digest = Sha256::new().chain_update(b"svyazka page key").chain_update(token).finalize();
    URL_SAFE_NO_PAD.encode(digest)
}

//! Tokens for the API: shown once, kept as a hash.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use ambient::{Clock, Entropy};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use crate::error::CabinetError;
use crate::store::{CabinetStore, NewToken};

/// What somebody may do. Each role may do all that the ones before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Looks at settings and the journal.
    Viewer,
    /// Answers chats, too.
    Operator,
    /// Changes settings and replays, too.
    Admin,
    /// Manages accounts and tokens, too.
    Owner,
}

impl Role {
    /// All of them, the weakest first.
    pub const ALL: [Self; 4] = [Self::Viewer, Self::Operator, Self::Admin, Self::Owner];

    /// Its name on the command line and in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Viewer => "viewer",
            Self::Operator => "operator",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }

    /// Whether this role may do what `needed` is needed for.
    pub fn may(self, needed: Self) -> bool {
        self >= needed
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == word)
            .ok_or_else(|| format!("роли `{word}` нет; есть owner, admin, operator, viewer"))
    }
}

/// SHA-256 of a token. Tokens are 32 random bytes, so no salt or slow hash is needed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    /// The hash of a token as it came in.
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }
}

/// A token that was made; the token itself is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its number.
    pub id: i64,
    /// What it is for, in the words of whoever made it.
    pub label: String,
    /// What it may do.
    pub role: Role,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Makes and recognises tokens.
#[derive(Clone)]
pub struct Tokens {
    store: Arc<dyn CabinetStore>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl Tokens {
    /// The tokens of the store.
    pub fn new(
        store: Arc<dyn CabinetStore>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        Self { store, clock, entropy }
    }

    /// Makes a token. This is the only time it can be read.
    ///
    /// # Errors
    /// [`CabinetError`] when it can't be stored.
    pub async fn create(&self, label: &str, role: Role) -> Result<SecretString, CabinetError> {
        let token = self.draw();
        let hash = TokenHash::of(token.expose_secret());
        let created_at = self.clock.now();
        self.store.add_token(NewToken { label: label.to_owned(), role, hash, created_at }).await?;
        Ok(token)
    }

    /// The token somebody showed, if it is one of ours.
    ///
    /// # Errors
    /// [`CabinetError`] when the store fails.
    pub async fn recognise(&self, token: &str) -> Result<Option<ApiToken>, CabinetError> {
        Ok(self.store.token(&TokenHash::of(token)).await?)
    }

    /// The beginning lets secret scanners and people see what the text is.
    fn draw(&self) -> SecretString {
        let mut bytes = [0; 32];
        self.entropy.fill(&mut bytes);
        format!("svyazka_{}", URL_SAFE_NO_PAD.encode(bytes)).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_role_may_do_what_the_weaker_ones_may() {
        for (strength, role) in Role::ALL.into_iter().enumerate() {
            for (needed_strength, needed) in Role::ALL.into_iter().enumerate() {
                assert_eq!(role.may(needed), strength >= needed_strength, "{role} for {needed}");
            }
        }
    }

    #[test]
    fn a_role_is_read_as_it_is_written() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("root".parse::<Role>().unwrap_err().contains("owner, admin"));
    }
}

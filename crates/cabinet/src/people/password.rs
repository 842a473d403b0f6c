//! Passwords: taken, hashed with argon2id, compared.

use std::fmt;

use ambient::Entropy;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash as Phc;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use secrecy::{ExposeSecret, SecretString};

/// The fewest characters of a new password.
const SHORTEST: usize = 10;
/// The most bytes of a password: hashing more would be work for nothing.
const LONGEST: usize = 1024;
/// Length of a salt, bytes.
const SALT: usize = 16;

/// A new password that is good enough.
#[derive(Debug, Clone)]
pub struct Password(SecretString);

/// Why a password was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// Too short to be safe.
    #[error("пароль короче {SHORTEST} символов")]
    TooShort,
    /// Too long to be hashed.
    #[error("пароль длиннее {LONGEST} байт")]
    TooLong,
}

impl Password {
    /// Checks and takes a password.
    ///
    /// # Errors
    /// [`PasswordError`] when it is too short or too long.
    pub fn parse(text: &SecretString) -> Result<Self, PasswordError> {
        let plain = text.expose_secret();
        if plain.chars().count() < SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if plain.len() > LONGEST {
            return Err(PasswordError::TooLong);
        }
        Ok(Self(text.clone()))
    }

    /// Hashes it with a fresh salt. Takes tens of milliseconds, on purpose.
    ///
    /// # Errors
    /// None in practice: only when argon2 refuses its own defaults.
    pub(super) fn hash(
        &self,
        entropy: &dyn Entropy,
    ) -> Result<PasswordHash, argon2::password_hash::Error> {
        let mut salt = [0; SALT];
        entropy.fill(&mut salt);
        let plain = self.0.expose_secret().as_bytes();
        let hash: Phc = Argon2::default().hash_password_with_salt(plain, &salt)?;
        Ok(PasswordHash(hash.to_string()))
    }
}

/// A hashed password, in PHC form (`$argon2id$…`).
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Takes a hash as it was stored.
    pub fn stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The hash as text, for the store.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash of no password, with the costs of a real one.
    pub(super) fn decoy() -> Self {
        Self::stored(
            "$argon2id$v=19$m=19456,t=2,p=1$c3Z5YXprYS1kZWNveS1zYQ\
             $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        )
    }

    /// Whether the password is the one that was hashed; takes as long whether it is or not.
    pub(super) fn is_of(&self, password: &SecretString) -> bool {
        let plain = password.expose_secret().as_bytes();
        plain.len() <= LONGEST && Argon2::default().verify_password(plain, self.0.as_str()).is_ok()
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use ambient::SeededEntropy;

    use super::*;

    fn password(text: &str) -> Password {
        Password::parse(&text.into()).unwrap()
    }

    #[test]
    fn a_password_opens_its_own_hash_and_no_other() {
        let entropy = SeededEntropy::new(1);
        let hash = password("ромашка-2026").hash(&entropy).unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$"));
        assert!(hash.is_of(&"ромашка-2026".into()));
        assert!(!hash.is_of(&"ромашка-2027".into()));
        assert_ne!(password("ромашка-2026").hash(&entropy).unwrap(), hash, "salted");
    }

    #[test]
    fn length_is_counted_in_characters_as_people_count() {
        assert_eq!(Password::parse(&"девятьзнк".into()).unwrap_err(), PasswordError::TooShort);
        assert!(Password::parse(&"десятьзнак".into()).is_ok());
        let endless = "x".repeat(1025);
        assert_eq!(Password::parse(&endless.into()).unwrap_err(), PasswordError::TooLong);
    }

    #[test]
    fn nothing_opens_the_decoy_though_it_costs_what_a_real_hash_costs() {
        let decoy = PasswordHash::decoy();
        let real = password("ромашка-2026").hash(&SeededEntropy::new(1)).unwrap();
        let costs = |hash: &PasswordHash| hash.as_str().split('$').nth(3).map(str::to_owned);
        assert_eq!(costs(&decoy), costs(&real));
        assert!(Phc::new(decoy.as_str()).is_ok(), "else it would be refused before it is checked");
        assert!(!decoy.is_of(&"ромашка-2026".into()));
    }

    #[test]
    fn debug_output_shows_neither_password_nor_hash() {
        let hash = password("ромашка-2026").hash(&SeededEntropy::new(1)).unwrap();
        let shown = format!("{:?} {hash:?}", password("ромашка-2026"));
        assert!(!shown.contains("2026") && !shown.contains("argon2id"), "{shown}");
    }
}

//! Sealing and opening one value.

use std::sync::Arc;

use ambient::Entropy;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretString};

use super::{KeyId, MasterKey};

/// Length of an `XChaCha20` nonce, bytes. Long enough to be drawn at random.
const NONCE_BYTES: usize = 24;

/// A value encrypted at rest: the key's name, and nonce followed by ciphertext and tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Which master key opens it.
    pub key_id: KeyId,
    /// Nonce (24 bytes), ciphertext, tag (16 bytes).
    pub bytes: Vec<u8>,
}

/// Where a sealed value is stored. It goes into the seal, so that a value copied into another row or
/// column does not open there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The row, by something that never changes.
    pub row: &'a str,
    /// The column.
    pub column: &'a str,
}

impl Place<'_> {
    fn aad(&self) -> String {
        format!("{}|{}|{}", self.table, self.row, self.column)
    }
}

/// Seals and opens secrets with one master key (XChaCha20-Poly1305).
pub struct Vault {
    key_id: KeyId,
    cipher: XChaCha20Poly1305,
    entropy: Arc<dyn Entropy>,
}

impl Vault {
    /// A vault that works with this key.
    pub fn new(key: &MasterKey, entropy: Arc<dyn Entropy>) -> Self {
        Self {
            key_id: key.id().clone(),
            cipher: XChaCha20Poly1305::new(key.bytes().into()),
            entropy,
        }
    }

    /// The name of the key in use.
    pub fn key_id(&self) -> &KeyId {
        &self.key_id
    }

    /// Encrypts a secret for one place.
    ///
    /// # Errors
    /// [`VaultError::TooLong`] for a secret of more than 256 GiB.
    pub fn seal(&self, secret: &SecretString, place: Place<'_>) -> Result<Sealed, VaultError> {
        let mut nonce = [0; NONCE_BYTES];
        self.entropy.fill(&mut nonce);
        let aad = place.aad();
        let payload = Payload { msg: secret.expose_secret().as_bytes(), aad: aad.as_bytes() };
        let ciphertext =
            self.cipher.encrypt(&XNonce::from(nonce), payload).map_err(|_| VaultError::TooLong)?;
        let mut bytes = nonce.to_vec();
        bytes.extend(ciphertext);
        Ok(Sealed { key_id: self.key_id.clone(), bytes })
    }

    /// Decrypts a secret that was sealed for this place.
    ///
    /// # Errors
    /// [`VaultError::AnotherKey`] when another master key sealed it, [`VaultError::Damaged`] when the
    /// bytes were changed or moved.
    pub fn open(&self, sealed: &Sealed, place: Place<'_>) -> Result<SecretString, VaultError> {
        if sealed.key_id != self.key_id {
            return Err(VaultError::AnotherKey {
                needed: sealed.key_id.clone(),
                given: self.key_id.clone(),
            });
        }
        let damaged = || VaultError::Damaged { place: place.aad() };
        let (nonce, ciphertext) =
            sealed.bytes.split_first_chunk::<NONCE_BYTES>().ok_or_else(damaged)?;
        let aad = place.aad();
        let payload = Payload { msg: ciphertext, aad: aad.as_bytes() };
        let plain = self.cipher.decrypt(&XNonce::from(*nonce), payload).map_err(|_| damaged())?;
        String::from_utf8(plain).map(SecretString::from).map_err(|_| damaged())
    }
}

/// Why a secret could not be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The stored secrets belong to another master key.
    #[error(
        "секреты в базе зашифрованы главным ключом {needed}, а задан ключ {given}; \
         запустите программу с тем ключом, с которым создана база"
    )]
    AnotherKey {
        /// The key that sealed the value.
        needed: KeyId,
        /// The key in use.
        given: KeyId,
    },
    /// The stored bytes are not what was written there.
    #[error("секрет {place} в базе повреждён или перенесён из другого места")]
    Damaged {
        /// `table|row|column`.
        place: String,
    },
    /// The secret is longer than the cipher can take.
    #[error("секрет слишком длинный")]
    TooLong,
}

#[cfg(test)]
mod tests {
    use ambient::SeededEntropy;

    use super::*;

    const HERE: Place<'_> = Place { table: "secrets", row: "romashka/token", column: "sealed" };

    fn vault(seed: u64) -> Vault {
        let entropy = Arc::new(SeededEntropy::new(seed));
        Vault::new(&MasterKey::generate(&*entropy), entropy)
    }

    #[test]
    fn a_sealed_secret_opens_in_its_place() {
        let vault = vault(1);
        let sealed = vault.seal(&"пароль".into(), HERE).unwrap();
        assert_eq!(vault.open(&sealed, HERE).unwrap().expose_secret(), "пароль");
    }

    #[test]
    fn the_same_secret_never_looks_the_same_twice() {
        let vault = vault(1);
        let once = vault.seal(&"secret".into(), HERE).unwrap();
        let twice = vault.seal(&"secret".into(), HERE).unwrap();
        assert_ne!(once.bytes, twice.bytes);
    }

    #[test]
    fn a_secret_moved_elsewhere_does_not_open() {
        let vault = vault(1);
        let sealed = vault.seal(&"secret".into(), HERE).unwrap();
        for elsewhere in [
            Place { table: "hook_keys", ..HERE },
            Place { row: "other/token", ..HERE },
            Place { column: "key", ..HERE },
        ] {
            assert!(
                matches!(vault.open(&sealed, elsewhere), Err(VaultError::Damaged { .. })),
                "{elsewhere:?}"
            );
        }
    }

    #[test]
    fn one_changed_bit_is_noticed() {
        let vault = vault(1);
        let sealed = vault.seal(&"secret".into(), HERE).unwrap();
        for position in 0..sealed.bytes.len() {
            let mut touched = sealed.clone();
            if let Some(byte) = touched.bytes.get_mut(position) {
                *byte ^= 1;
            }
            assert!(vault.open(&touched, HERE).is_err(), "byte {position}");
        }
    }

    #[test]
    fn another_master_key_is_named_in_the_error() {
        let (ours, theirs) = (vault(1), vault(2));
        let sealed = theirs.seal(&"secret".into(), HERE).unwrap();

        let error = ours.open(&sealed, HERE).unwrap_err();

        assert_eq!(
            error,
            VaultError::AnotherKey { needed: theirs.key_id.clone(), given: ours.key_id.clone() }
        );
    }
}

//! The master key and its short name.

use std::fmt;

use ambient::Entropy;
use base64::Engine as _;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};

/// Length of the master key, bytes.
const KEY_BYTES: usize = 32;

/// Takes both the padded and the bare spelling of base64.
const FORGIVING: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::STANDARD, FORGIVING);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::URL_SAFE, FORGIVING);

/// The 32 bytes that encrypt every stored secret. Its `Debug` shows only the [`KeyId`].
pub struct MasterKey {
    id: KeyId,
    bytes: SecretBox<[u8; KEY_BYTES]>,
}

impl MasterKey {
    /// Reads 64 hex digits or base64 of 32 bytes; blanks around are ignored.
    ///
    /// # Errors
    /// [`MasterKeyError`] when the text is neither.
    pub fn parse(text: &str) -> Result<Self, MasterKeyError> {
        let text = text.trim();
        let decoded = if text.len() == KEY_BYTES * 2 {
            hex::decode(text).ok()
        } else {
            STANDARD.decode(text).or_else(|_| URL_SAFE.decode(text)).ok()
        };
        let bytes: [u8; KEY_BYTES] =
            decoded.and_then(|bytes| bytes.try_into().ok()).ok_or(MasterKeyError)?;
        Ok(Self::from_bytes(bytes))
    }

    /// Draws a new key.
    pub fn generate(entropy: &dyn Entropy) -> Self {
        let mut bytes = [0; KEY_BYTES];
        entropy.fill(&mut bytes);
        Self::from_bytes(bytes)
    }

    /// The key's short name, stored beside everything it sealed.
    pub fn id(&self) -> &KeyId {
        &self.id
    }

    /// The key as 64 hex digits, for the file it is kept in.
    pub(super) fn to_hex(&self) -> String {
        hex::encode(self.bytes.expose_secret())
    }

    pub(super) fn bytes(&self) -> &[u8; KEY_BYTES] {
        self.bytes.expose_secret()
    }

    fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self { id: KeyId::of(&bytes), bytes: SecretBox::new(Box::new(bytes)) }
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

/// The text given as master key is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("главный ключ — это 32 байта в виде 64 шестнадцатеричных цифр или base64")]
pub struct MasterKeyError;

/// The short name of a master key: 16 hex digits that tell keys apart and give nothing away.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct KeyId(String);

impl KeyId {
    /// Takes an id as it was stored.
    pub fn stored(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(key: &[u8; KEY_BYTES]) -> Self {
        let digest =
            Sha256::new().chain_update(b"svyazka master key id").chain_update(key).finalize();
        let (head, _) = digest.split_at(8);
        Self(hex::encode(head))
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use ambient::SeededEntropy;

    use super::*;

    #[test]
    fn the_same_key_is_read_from_hex_and_from_both_base64_alphabets() {
        let key = MasterKey::generate(&SeededEntropy::new(7));
        for text in [
            hex::encode(key.bytes()),
            hex::encode_upper(key.bytes()),
            format!("  {}\n", STANDARD.encode(key.bytes())),
            URL_SAFE.encode(key.bytes()).trim_end_matches('=').to_owned(),
        ] {
            assert_eq!(MasterKey::parse(&text).unwrap().id(), key.id(), "{text}");
        }
    }

    #[test]
    fn a_key_of_another_length_is_refused() {
        for text in ["", "abc", &"ab".repeat(31), &"ab".repeat(33), &"zz".repeat(32)] {
            assert_eq!(MasterKey::parse(text).unwrap_err(), MasterKeyError, "{text}");
        }
    }

    #[test]
    fn debug_output_does_not_show_the_key() {
        let key = MasterKey::generate(&SeededEntropy::new(7));
        assert_eq!(format!("{key:?}"), format!("MasterKey({})", key.id()));
        assert!(!key.to_hex().contains(key.id().as_str()));
    }
}

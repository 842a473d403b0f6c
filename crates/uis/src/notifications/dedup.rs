//! The key by which a notification that comes twice is known.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// `uis:<heads…>:<sha256 of the variables>`. Lengths stand before the texts, so that no two
/// different sets of variables read alike.
pub(super) fn key(heads: &[&str], variables: &BTreeMap<String, String>) -> String {
    let mut hash = Sha256::new();
    for text in variables.iter().flat_map(|(name, value)| [name, value]) {
        hash.update(text.len().to_be_bytes());
        hash.update(text);
    }
    format!("uis:{}:{}", heads.join(":"), hex::encode(hash.finalize()))
}

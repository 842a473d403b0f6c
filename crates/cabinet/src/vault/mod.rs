//! Secrets at rest: sealed with the master key, each bound to the place it is stored in.

mod key;
mod key_file;
mod seal;

pub use key::{KeyId, MasterKey, MasterKeyError};
pub use key_file::{KeyFileError, load_or_make_key_file, read_key_file};
pub use seal::{Place, Sealed, Vault, VaultError};

//! Secrets apart from the settings.

use domain::ids::ConnectionName;
use domain::settings::{Secret, SecretPath, Settings};
use secrecy::ExposeSecret;

use crate::store::StoredSecret;
use crate::vault::{Place, Vault, VaultError};

/// Seals every secret of the settings.
pub(super) fn seal(vault: &Vault, settings: &Settings) -> Result<Vec<StoredSecret>, VaultError> {
    settings
        .secrets()
        .into_iter()
        .map(|(path, secret)| {
            let row = row(&settings.name, path);
            Ok(StoredSecret { path, sealed: vault.seal(&secret.expose().into(), place(&row))? })
        })
        .collect()
}

/// Puts the stored secrets of a connection into its settings. One whose block was removed from the
/// settings belongs nowhere and is left out.
pub(super) fn put_back(
    vault: &Vault,
    settings: &mut Settings,
    stored: &[StoredSecret],
) -> Result<(), VaultError> {
    for StoredSecret { path, sealed } in stored {
        let plain = vault.open(sealed, place(&row(&settings.name, *path)))?;
        if let Some(secret) = Secret::parse(plain.expose_secret()) {
            settings.set_secret(*path, secret);
        }
    }
    Ok(())
}

fn place(row: &str) -> Place<'_> {
    Place { table: "secrets", row, column: "sealed" }
}

/// A connection's name never changes, so the seal may lean on it before the row has a number.
fn row(connection: &ConnectionName, path: SecretPath) -> String {
    format!("{connection}/{}", path.as_str())
}

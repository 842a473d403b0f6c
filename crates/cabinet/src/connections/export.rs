//! Settings as a file to keep, to copy and to import again.

use domain::ids::ConnectionName;

use super::{Connections, yaml};
use crate::error::CabinetError;
use crate::store::StoreError;

impl Connections {
    /// The newest settings of a connection as YAML; tokens and passwords only when asked for.
    ///
    /// # Errors
    /// [`CabinetError`] when there is no such connection, or it can't be read.
    pub async fn export(
        &self,
        name: &ConnectionName,
        with_secrets: bool,
    ) -> Result<String, CabinetError> {
        let connection = self.get(name).await?;
        let value = connection.settings.write(with_secrets);
        Ok(yaml::write(&value).map_err(|error| StoreError::Corrupt(error.to_string()))?)
    }
}

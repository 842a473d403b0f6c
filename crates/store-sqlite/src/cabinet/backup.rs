//! A copy of the whole database while it is in use.

use std::path::Path;

use cabinet::store::StoreError;

use super::rows::broken;
use crate::SqliteStore;

impl SqliteStore {
    /// Writes a whole, consistent copy of the database to a new file, without stopping anybody.
    ///
    /// # Errors
    /// When the file exists already or can't be written; a copy that was begun is not removed.
    pub async fn backup(&self, file: &Path) -> Result<(), StoreError> {
        let file = file
            .to_str()
            .ok_or_else(|| StoreError::broken("the file's name is not valid Unicode"))?;
        sqlx::query("VACUUM INTO ?1").bind(file).execute(&self.readers).await.map_err(broken)?;
        Ok(())
    }
}

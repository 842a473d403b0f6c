//! Looking at a database file without changing it.

use std::path::Path;

use cabinet::store::StoreError;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection as _, SqliteConnection};

use super::rows::broken;
use crate::{MIGRATIONS, SqliteStore};

/// What a look at a database file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// How many migrations of this program the file still lacks.
    pub missing_migrations: usize,
    /// What SQLite's own check found wrong; empty when nothing.
    pub damage: Vec<String>,
}

impl SqliteStore {
    /// Looks at a file that may belong to a running server, and changes nothing.
    ///
    /// # Errors
    /// When the file can't be opened, or is no database.
    pub async fn examine(file: &Path) -> Result<Examined, StoreError> {
        let options = SqliteConnectOptions::new().filename(file).read_only(true);
        let mut reader = SqliteConnection::connect_with(&options).await.map_err(broken)?;
        let damage = damage(&mut reader).await?;
        let applied = applied_migrations(&mut reader).await?;
        let missing = MIGRATIONS.iter().filter(|one| !applied.contains(&one.version)).count();
        reader.close().await.map_err(broken)?;
        Ok(Examined { missing_migrations: missing, damage })
    }
}

async fn damage(reader: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut found: Vec<String> =
        sqlx::query_scalar("PRAGMA quick_check").fetch_all(reader).await.map_err(broken)?;
    found.retain(|line| line != "ok");
    Ok(found)
}

/// None when the table of migrations is not there yet: then nothing was applied.
async fn applied_migrations(reader: &mut SqliteConnection) -> Result<Vec<i64>, StoreError> {
    let table: Option<String> =
        sqlx::query_scalar("SELECT name FROM sqlite_master WHERE name = '_sqlx_migrations'")
            .fetch_optional(&mut *reader)
            .await
            .map_err(broken)?;
    if table.is_none() {
        return Ok(Vec::new());
    }
    sqlx::query_scalar("SELECT version FROM _sqlx_migrations WHERE success")
        .fetch_all(reader)
        .await
        .map_err(broken)
}

//! `svyazka backup FILE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::Args;
use store_sqlite::SqliteStore;

use super::copy::fill;
use crate::config::{Config, Database};
use crate::installation::close_to_others;
use crate::storage::Storage;
use crate::terminal::say;

/// Writes a copy of the database to a new SQLite file, whichever database it is.
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// Новый файл; существующий не перезаписывается
    file: PathBuf,
}

impl Backup {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let config = Config::load(config)?;
        if let Database::Sqlite(database) = &config.database
            && !database.exists()
        {
            bail!("базы данных {} нет, копировать нечего", database.display());
        }
        if self.file.exists() {
            bail!("файл {} уже есть", self.file.display());
        }
        match Storage::open(&config.database).await? {
            Storage::Sqlite(store) => self.write(&store).await?,
            storage @ Storage::Postgres(_) => {
                self.write_rows(&storage, &config.database.to_string()).await?;
            }
        }
        close_to_others(&self.file)?;
        say(&format!(
            "Копия базы данных: {}\nГлавный ключ в неё не входит: храните его отдельно ({})",
            self.file.display(),
            config.key
        ))?;
        Ok(ExitCode::SUCCESS)
    }

    async fn write(&self, store: &SqliteStore) -> anyhow::Result<()> {
        store
            .backup(&self.file)
            .await
            .with_context(|| format!("не удалось записать копию в {}", self.file.display()))
    }

    /// The rows go into a working database first: the file appears whole, or not at all.
    async fn write_rows(&self, storage: &Storage, from: &str) -> anyhow::Result<()> {
        let beside = self.file.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = tempfile::tempdir_in(beside.unwrap_or(Path::new(".")))
            .with_context(|| format!("рядом с {} нельзя писать", self.file.display()))?;
        let draft = Arc::new(SqliteStore::open(&folder.path().join("backup.db")).await?);
        let target = Storage::Sqlite(Arc::clone(&draft));
        fill(&mut *storage.snapshot().await?, &target, from).await?;
        self.write(&draft).await
    }
}

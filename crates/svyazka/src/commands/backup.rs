//! `svyazka backup FILE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

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
            Storage::Sqlite(store) => store
                .backup(&self.file)
                .await
                .with_context(|| format!("не удалось записать копию в {}", self.file.display()))?,
            storage @ Storage::Postgres(_) => {
                let file = Storage::open(&Database::Sqlite(self.file.clone())).await?;
                fill(&mut *storage.snapshot().await?, &file, &config.database.to_string()).await?;
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
}

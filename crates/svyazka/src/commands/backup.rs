//! `svyazka backup FILE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

use crate::config::{Config, Database};
use crate::installation::open_database;
use crate::terminal::say;

/// Writes a copy of the database to a new file.
#[derive(Debug, Args)]
pub(crate) struct Backup {
    /// Новый файл; существующий не перезаписывается
    file: PathBuf,
}

impl Backup {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let config = Config::load(config)?;
        let Database::Sqlite(database) = &config.database;
        if !database.exists() {
            bail!("базы данных {} нет, копировать нечего", database.display());
        }
        if self.file.exists() {
            bail!("файл {} уже есть", self.file.display());
        }
        let store = open_database(&config.database).await?;
        store
            .backup(&self.file)
            .await
            .with_context(|| format!("не удалось записать копию в {}", self.file.display()))?;
        close_to_others(&self.file)?;
        say(&format!(
            "Копия базы данных: {}\nГлавный ключ в неё не входит: храните его отдельно ({})",
            self.file.display(),
            config.key
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The copy holds the clients' calls.
fn close_to_others(file: &Path) -> anyhow::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600))
            .with_context(|| format!("не удалось закрыть файл {} от других", file.display()))?;
    }
    Ok(())
}

//! `svyazka restore FILE`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;

use super::copy::fill;
use crate::config::{Config, Database};
use crate::installation::{Installation, close_to_others, make_data_dir};
use crate::storage::Storage;
use crate::terminal::say;

/// Makes the configured database of a file that `backup` has written.
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// Файл, который записала команда backup
    file: PathBuf,
}

impl Restore {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let config = Config::load(config)?;
        if !self.file.is_file() {
            bail!("файла {} нет", self.file.display());
        }
        make_data_dir(&config.data_dir)?;
        match &config.database {
            Database::Sqlite(path) => self.place(path)?,
            Database::Postgres(_) => self.pour(&config).await?,
        }
        let database = config.database.to_string();
        // opening brings a copy of an older version up to date
        let installation = Installation::open(config).await?;
        installation.refuse_another_key().await?;
        say(&format!("База данных {database} восстановлена из {}", self.file.display()))?;
        Ok(ExitCode::SUCCESS)
    }

    /// The file is the database.
    fn place(&self, path: &Path) -> anyhow::Result<()> {
        // what is left of a former database would be taken for a part of this one
        for ending in ["", "-wal", "-shm"] {
            let present = with_ending(path, ending);
            if present.exists() {
                bail!("{} уже есть; уберите его или укажите другую базу", present.display());
            }
        }
        let draft = with_ending(path, ".restoring");
        self.copy_file(&draft)?;
        fs::rename(&draft, path)
            .with_context(|| format!("не удалось поставить {} на место", draft.display()))
    }

    /// The file's rows are poured into the database.
    async fn pour(&self, config: &Config) -> anyhow::Result<()> {
        // a copy of it is brought up to date, not the backup itself
        let folder = tempfile::tempdir_in(&config.data_dir).context("нет места для работы")?;
        let copy = folder.path().join("backup.db");
        self.copy_file(&copy)?;
        let source = Storage::open(&Database::Sqlite(copy)).await?;
        let target = Storage::open(&config.database).await?;
        fill(&mut *source.snapshot().await?, &target, &self.file.display().to_string()).await
    }

    fn copy_file(&self, to: &Path) -> anyhow::Result<()> {
        let from = self.file.display();
        fs::copy(&self.file, to)
            .with_context(|| format!("не удалось скопировать {from} в {}", to.display()))?;
        close_to_others(to)
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

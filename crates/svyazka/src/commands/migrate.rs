//! `svyazka migrate`

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::config::Config;
use crate::installation::make_data_dir;
use crate::storage::Storage;
use crate::terminal::say;

/// Brings the database's schema up to date.
#[derive(Debug, Args)]
pub(crate) struct Migrate {}

impl Migrate {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let config = Config::load(config)?;
        make_data_dir(&config.data_dir)?;
        Storage::open(&config.database).await?;
        say(&format!("База данных {} обновлена", config.database))?;
        Ok(ExitCode::SUCCESS)
    }
}

//! `svyazka connection export NAME`

use std::process::ExitCode;

use clap::Args;
use domain::ids::ConnectionName;

use crate::installation::Installation;
use crate::terminal::say;

/// Settings to write out.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Имя соединения
    #[arg(value_parser = super::name)]
    name: ConnectionName,
    /// Вместе с токенами и паролями
    #[arg(long)]
    with_secrets: bool,
}

impl Export {
    pub(super) async fn run(self, installation: &Installation) -> anyhow::Result<ExitCode> {
        say(&installation.connections.export(&self.name, self.with_secrets).await?)?;
        Ok(ExitCode::SUCCESS)
    }
}

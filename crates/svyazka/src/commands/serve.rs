//! `svyazka serve`

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::config::Config;
use crate::installation::Installation;
use crate::logs;
use crate::running::Running;
use crate::serving::{listen, serve, stop_signal};

/// The server.
#[derive(Debug, Args)]
pub(crate) struct Serve {}

impl Serve {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let config = Config::load(config)?;
        logs::begin(&config.log)?;
        let stop = stop_signal()?;
        let installation = Installation::open(config).await?;
        installation.refuse_another_key().await?;
        let listener = listen(installation.config.listen, "SVYAZKA_LISTEN").await?;
        let running = Running::start(&installation, stop.clone()).await?;
        tracing::info!(
            address = %listener.local_addr()?,
            public_url = %installation.config.public_url,
            "serving"
        );
        serve(listener, running.router.clone(), stop, &*installation.clock).await?;
        running.finished().await;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }
}

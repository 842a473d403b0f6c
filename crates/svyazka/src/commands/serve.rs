//! `svyazka serve`

use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use secrecy::ExposeSecret as _;

use crate::config::Config;
use crate::installation::Installation;
use crate::logs;
use crate::running::Running;
use crate::serving::{listen, serve, stop_signal};
use crate::terminal::say;

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
        invite(&installation).await?;
        serve(listener, running.router.clone(), stop, &*installation.clock).await?;
        running.finished().await;
        tracing::info!("stopped");
        Ok(ExitCode::SUCCESS)
    }
}

/// While nobody can sign in, whoever sees the console may become the owner.
async fn invite(installation: &Installation) -> anyhow::Result<()> {
    let Some(key) = installation.people.setup_key().await? else { return Ok(()) };
    let base = installation.config.public_url.as_str().trim_end_matches('/');
    // behind `#`, so that neither proxies nor logs see the key
    say(&format!(
        "Войти пока некому. Откройте ссылку и создайте учётную запись владельца (действует сутки):\n  \
         {base}/setup#{}",
        key.expose_secret()
    ))
}

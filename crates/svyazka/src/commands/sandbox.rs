//! `svyazka sandbox`

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use ambient::SystemClock;
use clap::Args;

use crate::serving::{listen, serve, stop_signal};
use crate::{logs, terminal::say};

/// The simulators alone.
#[derive(Debug, Args)]
pub(crate) struct Sandbox {
    /// Адрес и порт
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8090")]
    listen: SocketAddr,
}

impl Sandbox {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        logs::begin("warn")?;
        let stop = stop_signal()?;
        let listener = listen(self.listen, "--listen").await?;
        let base = format!("http://{}", listener.local_addr()?);
        let sandbox = sandbox::Sandbox::new(Arc::new(SystemClock));
        say(&addresses(&base))?;
        serve(listener, sandbox.router(), stop, &SystemClock).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// What to write into a settings file to speak to these simulators.
fn addresses(base: &str) -> String {
    format!(
        "Песочница: {base}/

Для файла настроек соединения (разрешите адреса http: SVYAZKA_ALLOW_PRIVATE_UPSTREAMS=true):
  planfix_rest.url         {base}/planfix/rest/
  planfix_telephony.url    {base}/planfix/tel/api
  uis.data_api.url         {base}/uis/v2.0
  uis.call_api.url         {base}/uis/v4.0

Остановить: Ctrl-C"
    )
}

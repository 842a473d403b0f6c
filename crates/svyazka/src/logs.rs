//! The log: to standard error, filtered as configured.

use std::io::{self, IsTerminal as _};

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;

/// Begins to write the log. `filter` is a tracing filter such as `info` or `warn,bridge=debug`.
pub(crate) fn begin(filter: &str) -> anyhow::Result<()> {
    let filter = self::filter(filter)?;
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal())
        .init();
    Ok(())
}

/// Reads a filter as configured.
pub(crate) fn filter(text: &str) -> anyhow::Result<EnvFilter> {
    EnvFilter::try_new(text)
        .with_context(|| format!("SVYAZKA_LOG: `{text}` — не фильтр журнала; пример: info"))
}

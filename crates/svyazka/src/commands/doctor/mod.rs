//! `svyazka doctor`

mod checks;
mod finding;

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;

use self::finding::Finding;
use crate::config::Config;
use crate::installation::Installation;
use crate::table::columns;
use crate::terminal::say;

/// Looks whether everything is ready. Makes and changes nothing.
#[derive(Debug, Args)]
pub(crate) struct Doctor {}

impl Doctor {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let findings = examine(config).await;
        let rows: Vec<_> = findings.iter().map(Finding::row).collect();
        say(&columns(&rows))?;
        let bad = findings.iter().filter(|finding| finding.is_bad()).count();
        if bad > 0 {
            bail!("требует внимания: {bad} из {}", findings.len());
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn examine(file: Option<&Path>) -> Vec<Finding> {
    let config = match Config::load(file) {
        Ok(config) => config,
        Err(error) => return vec![Finding::bad("настройки", error.to_string()), checks::clock()],
    };
    let database = checks::database(&config.database).await;
    // looking inside would change a database that is outdated or damaged
    let lost_key = if database.is_good() { checks::lost_key(&config).await } else { None };
    let key = lost_key.unwrap_or_else(|| checks::key(&config.key));
    let mut findings = vec![
        checks::configuration(file, &config),
        checks::data_folder(&config.data_dir),
        key,
        database,
    ];
    // opening makes what is missing, so it is done only when nothing is
    if findings.iter().all(Finding::is_good) {
        match Installation::open(config).await {
            Ok(installation) => findings.extend(checks::connections(&installation).await),
            Err(error) => findings.push(Finding::bad("соединения", error.to_string())),
        }
    }
    findings.push(checks::clock());
    findings
}

//! `svyazka employees sync NAME`

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::bail;
use bridge::employees::NotRun;
use bridge::{Accounts, EmployeeSync};
use cabinet::{EmployeeRun, RunOutcome};
use clap::{Args, Subcommand};
use domain::employees::{Line, Report};
use domain::ids::ConnectionName;
use domain::text;
use serde_json::json;
use upstream::{Http, HttpOptions};

use super::connection::{self, Lang};
use crate::config::Config;
use crate::installation::Installation;
use crate::person::author;
use crate::running;
use crate::table::columns;
use crate::terminal::say;

/// Employees: who of Planfix is in UIS.
#[derive(Debug, Subcommand)]
pub(crate) enum Employees {
    /// Найти сотрудников Планфикса в UIS и создать там недостающих
    Sync(Sync),
}

/// A connection whose employees are synchronised.
#[derive(Debug, Args)]
pub(crate) struct Sync {
    /// Имя соединения
    #[arg(value_parser = connection::name)]
    name: ConnectionName,
    /// Вывести как JSON
    #[arg(long)]
    json: bool,
    /// Язык таблицы
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

impl Employees {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let Self::Sync(sync) = self;
        let installation = Installation::open(Config::load(config)?).await?;
        sync.run(&installation).await
    }
}

impl Sync {
    async fn run(self, installation: &Installation) -> anyhow::Result<ExitCode> {
        let lang = self.lang.into();
        let run = match self.synchronise(installation).await? {
            Ok(run) => run,
            Err(not_run) => match not_run.advice(lang) {
                Some(advice) => bail!(advice),
                None => return Err(not_run.into()),
            },
        };
        if self.json {
            say(&as_json(&run, lang))?;
        }
        match &run.outcome {
            RunOutcome::Failure(failure) => bail!("{failure}"),
            RunOutcome::Report(report) => {
                if !self.json {
                    say(&as_table(report, lang))?;
                }
                if !run.is_good() {
                    bail!(report.tally().text(lang));
                }
                Ok(ExitCode::SUCCESS)
            }
        }
    }

    async fn synchronise(
        &self,
        installation: &Installation,
    ) -> anyhow::Result<Result<EmployeeRun, NotRun>> {
        let Installation { config, connections, clock, .. } = installation;
        let id = connections.get(&self.name).await?.id;
        let http = Http::new(HttpOptions { allow_private: config.allow_private_upstreams })?;
        let options = running::options(config);
        let sharing = installation.sharing();
        let accounts =
            Accounts::new(connections.clone(), http, clock.clone(), sharing.clone(), options);
        let sync =
            EmployeeSync::new(connections.clone(), Arc::new(accounts), sharing, clock.clone());
        Ok(sync.run(id, &author("employees sync")).await)
    }
}

fn as_table(report: &Report, lang: text::Lang) -> String {
    let rows: Vec<_> = report.lines.iter().map(|line| row(line, lang)).collect();
    let mut told = vec![report.tally().text(lang)];
    told.extend(report.remarks(lang));
    format!("{}{}\n", columns(&rows), told.join("\n"))
}

fn row(line: &Line, lang: text::Lang) -> [String; 3] {
    [line.who.title(), line.verdict(lang).to_owned(), line.text(lang)]
}

fn as_json(run: &EmployeeRun, lang: text::Lang) -> String {
    let (report, failure) = match &run.outcome {
        RunOutcome::Report(report) => (report.clone(), None),
        RunOutcome::Failure(failure) => (Report::default(), Some(failure)),
    };
    let value = json!({
        "ended_at": run.ended_at,
        "author": run.author,
        "good": run.is_good(),
        "failure": failure,
        "counts": report.tally(),
        "remarks": report.remarks(lang),
        "lines": report.lines,
        "only_in_uis": report.only_in_uis,
    });
    format!("{value:#}")
}

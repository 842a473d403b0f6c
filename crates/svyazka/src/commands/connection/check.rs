//! `svyazka connection check NAME`

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use bridge::check::{Finding, Ourselves, Report, Verdict};
use bridge::{Account, Accounts};
use cabinet::HookKind;
use clap::Args;
use domain::ids::ConnectionName;
use domain::text;
use upstream::{Http, HttpOptions};

use super::Lang;
use crate::installation::Installation;
use crate::running;
use crate::table::columns;
use crate::terminal::say;

/// A connection whose settings are compared with the outside systems.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Имя соединения
    #[arg(value_parser = super::name)]
    name: ConnectionName,
    /// Язык таблицы
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

impl Check {
    pub(super) async fn run(self, installation: &Installation) -> anyhow::Result<ExitCode> {
        let report = self.ask(installation).await?;
        let lang = self.lang.into();
        say(&table(&report, lang))?;
        if !report.is_good() {
            bail!(summary(&report, lang));
        }
        say(&summary(&report, lang))?;
        Ok(ExitCode::SUCCESS)
    }

    async fn ask(&self, installation: &Installation) -> anyhow::Result<Report> {
        let (account, ourselves) = parties(installation, &self.name).await?;
        Ok(bridge::check::check(&account, &ourselves).await)
    }
}

/// Whether Planfix's telephony knows us.
pub(super) async fn acquaintance(
    installation: &Installation,
    name: &ConnectionName,
) -> anyhow::Result<Vec<Finding>> {
    let (account, ourselves) = parties(installation, name).await?;
    Ok(bridge::check::check_telephony(&account, &ourselves).await.findings)
}

/// The connection's outside accounts, and what they must know of us.
async fn parties(
    installation: &Installation,
    name: &ConnectionName,
) -> anyhow::Result<(Arc<Account>, Ourselves)> {
    let Installation { config, connections, hooks, clock, .. } = installation;
    let connection = connections.get(name).await?;
    let urls = hooks.urls(name, &config.public_url).await?;
    let pbx_url = urls.into_iter().find(|(hook, _)| *hook == HookKind::PlanfixTelephony);
    let (_, pbx_url) = pbx_url.context("у соединения нет адреса planfix_telephony")?;

    let http = Http::new(HttpOptions { allow_private: config.allow_private_upstreams })?;
    let options = running::options(config);
    let sharing = installation.sharing();
    let accounts = Accounts::new(connections.clone(), http, clock.clone(), sharing, options);
    let account = accounts.get(connection.id).await?;
    Ok((account, Ourselves { pbx_url }))
}

fn table(report: &Report, lang: text::Lang) -> String {
    let rows: Vec<_> = report.findings.iter().map(|finding| row(finding, lang)).collect();
    columns(&rows)
}

fn row(finding: &Finding, lang: text::Lang) -> [String; 4] {
    let mark = match finding.verdict {
        Verdict::Good { .. } => "✓",
        Verdict::NotUsedYet => "–",
        Verdict::Wrong(_) | Verdict::Unasked(_) => "✗",
    };
    [mark.to_owned(), finding.path.clone(), finding.title(lang), finding.text(lang)]
}

fn summary(report: &Report, lang: text::Lang) -> String {
    let bad = report.findings.iter().filter(|finding| finding.is_bad()).count();
    let all = report.findings.len();
    match (bad, lang) {
        (0, text::Lang::Ru) => format!("Всё на месте, проверено: {all}"),
        (0, text::Lang::En) => format!("All is there, checked: {all}"),
        (_, text::Lang::Ru) => format!("требует внимания: {bad} из {all}"),
        (_, text::Lang::En) => format!("needs mending: {bad} of {all}"),
    }
}

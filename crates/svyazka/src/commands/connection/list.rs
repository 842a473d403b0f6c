//! `svyazka connection list`

use std::process::ExitCode;

use clap::Args;
use jiff::tz::TimeZone;

use crate::installation::Installation;
use crate::table::columns;
use crate::terminal::say;

/// The connections there are.
#[derive(Debug, Args)]
pub(crate) struct List {}

impl List {
    pub(super) async fn run(self, installation: &Installation) -> anyhow::Result<ExitCode> {
        let listed = installation.connections.list().await?;
        if listed.is_empty() {
            say("Соединений пока нет: svyazka connection import FILE")?;
            return Ok(ExitCode::SUCCESS);
        }
        let zone = TimeZone::system();
        let mut rows = vec![["ИМЯ", "ВЕРСИЯ", "СОХРАНЕНО", "КЕМ", "НАЗВАНИЕ"].map(str::to_owned)];
        rows.extend(listed.into_iter().map(|one| {
            let saved =
                one.saved_at.to_zoned_datetime(zone.clone()).strftime("%d.%m.%Y %H:%M").to_string();
            [one.head.name.to_string(), one.head.version.to_string(), saved, one.author, one.title]
        }));
        say(&columns(&rows))?;
        Ok(ExitCode::SUCCESS)
    }
}

//! `svyazka connection urls NAME`

use std::process::ExitCode;

use cabinet::HookKind;
use cabinet::people::{Action, Actor};
use clap::Args;
use domain::ids::ConnectionName;
use serde_json::{Map, Value, json};

use crate::installation::Installation;
use crate::person::author;
use crate::table::columns;
use crate::terminal::say;

/// The addresses of a connection.
#[derive(Debug, Args)]
pub(crate) struct Urls {
    /// Имя соединения
    #[arg(value_parser = super::name)]
    name: ConnectionName,
    /// Вывести как JSON
    #[arg(long)]
    json: bool,
    /// Сначала выдать этому адресу новый ключ; прежний адрес перестанет работать
    #[arg(long, value_name = "HOOK")]
    reissue: Option<HookKind>,
}

impl Urls {
    pub(super) async fn run(self, installation: &Installation) -> anyhow::Result<ExitCode> {
        if let Some(hook) = self.reissue {
            installation.hooks.reissue(&self.name, hook).await?;
            let (actor, after) =
                (Actor::terminal(author("urls")), json!({ "hook": hook.as_str() }));
            let (people, name) = (&installation.people, self.name.as_str());
            people.record(actor, Action::HookReissued, name, Value::Null, after).await?;
        }
        let urls = installation.hooks.urls(&self.name, &installation.config.public_url).await?;
        say(&if self.json { json(urls) } else { table(urls) })?;
        Ok(ExitCode::SUCCESS)
    }
}

fn json(urls: Vec<(HookKind, String)>) -> String {
    let urls: Map<_, _> =
        urls.into_iter().map(|(hook, url)| (hook.to_string(), Value::String(url))).collect();
    format!("{:#}", Value::Object(urls))
}

fn table(urls: Vec<(HookKind, String)>) -> String {
    let rows: Vec<_> = urls.into_iter().map(|(hook, url)| [hook.to_string(), url]).collect();
    columns(&rows)
}

//! `svyazka connection …`

mod check;
mod export;
mod import;
mod list;
mod urls;

use std::path::Path;
use std::process::ExitCode;

use clap::{Subcommand, ValueEnum};
use domain::ids::ConnectionName;
use domain::text;

use crate::config::Config;
use crate::installation::Installation;

/// Connections: settings as a file, checks, addresses.
#[derive(Debug, Subcommand)]
pub(crate) enum Connection {
    /// Принять файл настроек: новое соединение или новая версия существующего
    Import(import::Import),
    /// Вывести настройки соединения файлом
    Export(export::Export),
    /// Перечислить соединения
    List(list::List),
    /// Спросить у UIS и Планфикса, существует ли всё, что названо в настройках
    Check(check::Check),
    /// Показать адреса, которые вызывают UIS и Планфикс
    Urls(urls::Urls),
}

impl Connection {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let installation = Installation::open(Config::load(config)?).await?;
        match self {
            Self::Import(import) => import.run(&installation).await,
            Self::Export(export) => export.run(&installation).await,
            Self::List(list) => list.run(&installation).await,
            Self::Check(check) => check.run(&installation).await,
            Self::Urls(urls) => urls.run(&installation).await,
        }
    }
}

/// Takes a connection's name from the command line.
pub(super) fn name(text: &str) -> Result<ConnectionName, String> {
    ConnectionName::parse(text)
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Lang {
    /// Русский
    #[default]
    Ru,
    /// English
    En,
}

impl From<Lang> for text::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Ru => Self::Ru,
            Lang::En => Self::En,
        }
    }
}

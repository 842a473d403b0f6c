//! `svyazka connection import FILE`

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use anyhow::{Context as _, bail};
use bridge::employees::NotRun;
use cabinet::Connection;
use cabinet::connections::{Complaint, ImportError, Imported, Outcome, YamlError, difference};
use cabinet::people::{Action, Actor};
use clap::Args;
use domain::text;

use super::{Lang, check};
use crate::installation::Installation;
use crate::person::author;
use crate::terminal::say;

/// A settings file to take.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Файл настроек (YAML); `-` — стандартный ввод
    file: PathBuf,
    /// Язык сообщений
    #[arg(long, value_enum, default_value_t)]
    lang: Lang,
}

impl Import {
    pub(super) async fn run(self, installation: &Installation) -> anyhow::Result<ExitCode> {
        let file = read(&self.file)
            .with_context(|| format!("не удалось прочитать файл {}", self.file.display()))?;
        installation.refuse_another_key().await?;
        let connections = &installation.connections;
        let before = match connections.parse(&file) {
            Ok(draft) => connections.get(&draft.name).await.ok(),
            // the import itself tells what is wrong with the file
            Err(_) => None,
        };
        match connections.import(&file, &author("import")).await {
            Ok(imported) => {
                note(installation, before.as_deref(), &imported).await?;
                say(&report(&imported, self.lang.into()))?;
                open_doors(installation, &imported).await?;
                warn(installation, &imported, self.lang.into()).await?;
                Ok(ExitCode::SUCCESS)
            }
            Err(ImportError::Settings(complaints)) => {
                bail!("{}: {}", self.file.display(), listed(&complaints, self.lang.into()))
            }
            Err(ImportError::Yaml(error)) => {
                bail!("{}: {}", self.file.display(), unreadable(&error, self.lang.into()))
            }
            Err(error) => {
                Err(error).with_context(|| format!("файл {} не принят", self.file.display()))
            }
        }
    }
}

/// Writes down what the file changed.
async fn note(
    installation: &Installation,
    before: Option<&Connection>,
    imported: &Imported,
) -> anyhow::Result<()> {
    let action = match imported.outcome {
        Outcome::Created => Action::ConnectionCreated,
        Outcome::Updated => Action::ConnectionChanged,
        Outcome::Unchanged => return Ok(()),
    };
    let after = installation.connections.get(&imported.name).await?;
    let (old, new) = difference(before.map(|one| &one.settings), &after.settings);
    let actor = Actor::terminal(author("import"));
    Ok(installation.people.record(actor, action, imported.name.as_str(), old, new).await?)
}

/// What waited because Planfix refused the old credentials goes on with the new ones at once.
async fn open_doors(installation: &Installation, imported: &Imported) -> anyhow::Result<()> {
    if imported.outcome != Outcome::Updated {
        return Ok(());
    }
    let Installation { connections, storage, clock, .. } = installation;
    let id = connections.get(&imported.name).await?.id;
    let store = storage.engine();
    for (door, _) in store.pauses(id).await? {
        store.resume(id, &door, clock.now()).await?;
    }
    Ok(())
}

/// Tells at once what will not work: a click on a number in Planfix, when it does not know us by the
/// address and key it shall call us with; new employees, when they are not synchronised.
async fn warn(
    installation: &Installation,
    imported: &Imported,
    lang: text::Lang,
) -> anyhow::Result<()> {
    let settings = &installation.connections.get(&imported.name).await?.settings;
    let unsynchronised = settings.telephony.enabled && !settings.employees.enabled;
    if let Some(advice) = NotRun::Off.advice(lang).filter(|_| unsynchronised) {
        say(&format!("! employees.enabled: {advice}"))?;
    }
    let findings = check::acquaintance(installation, &imported.name).await?;
    for finding in findings.iter().filter(|finding| finding.is_bad()) {
        say(&format!("! {}: {}", finding.title(lang), finding.text(lang)))?;
    }
    Ok(())
}

fn read(path: &Path) -> io::Result<String> {
    if path != Path::new("-") {
        return fs::read_to_string(path);
    }
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    Ok(text)
}

fn report(imported: &Imported, lang: text::Lang) -> String {
    let Imported { name, version, outcome } = imported;
    let (ru, en) = match outcome {
        Outcome::Created => ("создано", "was made"),
        Outcome::Updated => ("обновлено", "was updated"),
        Outcome::Unchanged => ("не изменилось", "has not changed"),
    };
    match lang {
        text::Lang::Ru => format!("Соединение {name} {ru}, версия {version}"),
        text::Lang::En => format!("The connection {name} {en}, version {version}"),
    }
}

/// Where the file stops being YAML.
fn unreadable(error: &YamlError, lang: text::Lang) -> String {
    let head = match lang {
        text::Lang::Ru => "файл не читается как YAML, ничего не изменено",
        text::Lang::En => "the file is not YAML; nothing was changed",
    };
    format!("{head}\n  {}", error.text(lang))
}

/// How many mistakes in the first line, and then a line for each.
fn listed(complaints: &[Complaint], lang: text::Lang) -> String {
    let count = complaints.len();
    let head = match lang {
        text::Lang::Ru => format!("в настройках есть ошибки ({count}), ничего не изменено"),
        text::Lang::En => format!("the settings have mistakes ({count}); nothing was changed"),
    };
    let line = |complaint: &Complaint| match complaint.path() {
        // the file as a whole
        "" => format!("\n  {}", complaint.text(lang)),
        path => format!("\n  {path}: {}", complaint.text(lang)),
    };
    head + &complaints.iter().map(line).collect::<String>()
}

//! `svyazka user add EMAIL --role …`

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::Context as _;
use cabinet::Role;
use cabinet::people::{Actor, Email, Password};
use clap::{Args, Subcommand};
use secrecy::SecretString;

use crate::config::Config;
use crate::installation::Installation;
use crate::person;
use crate::terminal::{hint, say};

/// The password, instead of standard input.
const PASSWORD: &str = "SVYAZKA_PASSWORD";

/// Accounts of the cabinet.
#[derive(Debug, Subcommand)]
pub(crate) enum User {
    /// Добавить учётную запись; пароль берётся из `SVYAZKA_PASSWORD` или первой строки ввода
    Add(Add),
}

/// An account to make.
#[derive(Debug, Args)]
pub(crate) struct Add {
    /// Почта, с которой человек входит
    email: Email,
    /// Что ему можно: owner, admin, operator или viewer
    #[arg(long)]
    role: Role,
}

impl User {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let Self::Add(Add { email, role }) = self;
        let password = Password::parse(&password()?)?;
        let installation = Installation::open(Config::load(config)?).await?;
        let actor = Actor::terminal(person::author("user add"));
        let person = installation.people.add(actor, email, password, role).await?;
        say(&format!("{} может войти, роль {}", person.email, person.role))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Never a word of the command line: those are seen by everybody on the machine.
fn password() -> anyhow::Result<SecretString> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password.into());
    }
    if io::stdin().is_terminal() {
        hint("Пароль (не короче 10 символов):");
    }
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).context("не удалось прочитать пароль")?;
    Ok(line.trim_end_matches(['\r', '\n']).into())
}

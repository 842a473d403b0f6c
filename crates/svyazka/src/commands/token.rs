//! `svyazka token create LABEL --role …`

use std::path::Path;
use std::process::ExitCode;

use cabinet::Role;
use cabinet::people::{Action, Actor};
use clap::{Args, Subcommand};
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use crate::config::Config;
use crate::installation::Installation;
use crate::person::author;
use crate::terminal::say;

/// Tokens of the API.
#[derive(Debug, Subcommand)]
pub(crate) enum Token {
    /// Создать токен; показывается один раз
    Create(Create),
}

/// A token to make.
#[derive(Debug, Args)]
pub(crate) struct Create {
    /// Для чего он, своими словами
    label: String,
    /// Что ему можно: owner, admin, operator или viewer
    #[arg(long)]
    role: Role,
}

impl Token {
    pub(crate) async fn run(self, config: Option<&Path>) -> anyhow::Result<ExitCode> {
        let Self::Create(Create { label, role }) = self;
        let installation = Installation::open(Config::load(config)?).await?;
        let token = installation.tokens.create(&label, role).await?;
        let (actor, after) = (Actor::terminal(author("token")), json!({ "role": role.as_str() }));
        let people = &installation.people;
        people.record(actor, Action::TokenCreated, label, Value::Null, after).await?;
        // the token alone on standard output, so that a script can take it
        say(token.expose_secret())?;
        Ok(ExitCode::SUCCESS)
    }
}

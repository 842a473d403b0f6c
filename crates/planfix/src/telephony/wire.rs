//! One command.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use domain::{Class, Failure};
use secrecy::{ExposeSecret, SecretString};
use upstream::{Effect, FollowError, Http, Request, Response, Sight, shown};
use url::Url;

use super::answer::understand;
use crate::codes;

/// Where an account's telephony API is and how to enter it.
#[derive(Debug, Clone)]
pub struct Account {
    /// «Адрес для принятия запросов», e.g. `https://romashka.planfix.ru/tel/api`. Copied, never built.
    pub url: Url,
    /// «Ключ авторизации (token)» on Planfix's side.
    pub token: SecretString,
    /// How long one command may take; commands with a deadline of their own take it as their limit.
    pub deadline: Duration,
}

/// The client of one account.
#[derive(Clone)]
pub struct Telephony {
    http: Http,
    account: Account,
    sight: Option<Sight>,
}

/// The parameters of a command, in order. Empty ones are left out: the help marks which may be absent,
/// and says nothing of empty ones.
#[derive(Debug, Default)]
pub(super) struct Command(Vec<(Cow<'static, str>, String)>);

impl Command {
    pub(super) fn new(cmd: &'static str) -> Self {
        Self(vec![("cmd".into(), cmd.to_owned())])
    }

    /// What `cmd` says.
    fn name(&self) -> &str {
        self.0.first().map_or("", |(_, cmd)| cmd)
    }

    pub(super) fn with(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl fmt::Display,
    ) -> Self {
        let value = value.to_string();
        if !value.is_empty() {
            self.0.push((name.into(), value));
        }
        self
    }

    pub(super) fn with_some(self, name: &'static str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl Telephony {
    /// A client.
    pub fn new(http: Http, account: Account) -> Self {
        Self { http, account, sight: None }
    }

    /// With a place to note how the exchanges went.
    #[must_use]
    pub fn seen_by(mut self, sight: Sight) -> Self {
        self.sight = Some(sight);
        self
    }

    /// The deadline commands have by default.
    pub(super) fn deadline(&self) -> Duration {
        self.account.deadline
    }

    pub(super) async fn send(
        &self,
        command: Command,
        effect: Effect,
        deadline: Duration,
    ) -> Result<Response, Failure> {
        let cmd = command.name().to_owned();
        let outcome = self.exchange(command, effect, deadline).await;
        if let Some(sight) = &self.sight {
            let understood = outcome.as_ref().map(|answer| understand(answer, &cmd, effect).err());
            sight.note(understood.as_ref().map_or_else(|error| Some(*error), Option::as_ref));
        }
        outcome
    }

    async fn exchange(
        &self,
        command: Command,
        effect: Effect,
        deadline: Duration,
    ) -> Result<Response, Failure> {
        let form = command.with("planfix_token", self.account.token.expose_secret());
        let request = Request::post(self.account.url.clone(), effect)
            .deadline(deadline)
            .form(&form.0)
            .map_err(|error| Failure::permanent(codes::TEL_PARAMETERS, error.to_string()))?;
        match self.http.send_following(request).await {
            Ok(answer) => Ok(answer),
            Err(FollowError::Transport(error)) => Err(error.into()),
            Err(FollowError::Moved { to }) => Err(moved(&to)),
            Err(error @ FollowError::TooManyHops { .. }) => Err(Failure::new(
                Class::AuthBroken,
                codes::MOVED,
                format!("Планфикс, телефония: {error}"),
            )),
        }
    }
}

fn moved(to: &Url) -> Failure {
    let message =
        format!("Аккаунт Планфикса переехал; укажите новый адрес телефонии: {}", shown(to));
    Failure::new(Class::AuthBroken, codes::MOVED, message)
}

impl fmt::Debug for Telephony {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Telephony").field("url", &shown(&self.account.url)).finish_non_exhaustive()
    }
}

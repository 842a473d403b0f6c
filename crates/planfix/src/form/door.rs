//! One exchange.

use std::fmt;
use std::time::Duration;

use domain::{Class, Failure};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use upstream::{Effect, FollowError, Http, Request, Response, Sight, shown};
use url::Url;

use super::{Command, Manner, understand};
use crate::codes;

/// Where a form door of an account is and how to enter it.
#[derive(Debug, Clone)]
pub struct Account {
    /// The address that Planfix shows («Адрес для принятия запросов»), e.g.
    /// `https://romashka.planfix.ru/tel/api`. Copied, never built.
    pub url: Url,
    /// The key on Planfix's side («Ключ авторизации (token)»).
    pub token: SecretString,
    /// How long one command may take; commands with a deadline of their own take it as their limit.
    pub deadline: Duration,
}

/// The door of one account.
#[derive(Clone)]
pub(crate) struct FormDoor {
    http: Http,
    account: Account,
    manner: &'static Manner,
    sight: Option<Sight>,
}

impl FormDoor {
    pub(crate) fn new(http: Http, account: Account, manner: &'static Manner) -> Self {
        Self { http, account, manner, sight: None }
    }

    /// With a place to note how the exchanges went.
    pub(crate) fn seen_by(mut self, sight: Sight) -> Self {
        self.sight = Some(sight);
        self
    }

    /// The way out.
    pub(crate) fn http(&self) -> &Http {
        &self.http
    }

    /// The deadline commands have by default.
    pub(crate) fn deadline(&self) -> Duration {
        self.account.deadline
    }

    /// Sends a command; the answer is not judged yet.
    pub(crate) async fn send(
        &self,
        command: Command,
        effect: Effect,
        deadline: Duration,
    ) -> Result<Response, Failure> {
        let cmd = command.name().to_owned();
        let outcome = self.exchange(command, effect, deadline).await;
        if let Some(sight) = &self.sight {
            let judge = |answer| understand(answer, &cmd, effect, self.manner).err();
            let understood = outcome.as_ref().map(judge);
            sight.note(understood.as_ref().map_or_else(|error| Some(*error), Option::as_ref));
        }
        outcome
    }

    /// Sends a write and judges the answer.
    pub(crate) async fn order(&self, command: Command) -> Result<(), Failure> {
        let cmd = command.name().to_owned();
        let answer = self.send(command, Effect::Write, self.deadline()).await?;
        self.understand(&answer, &cmd, Effect::Write)
    }

    /// Tells success from refusal.
    pub(crate) fn understand(
        &self,
        answer: &Response,
        cmd: &str,
        effect: Effect,
    ) -> Result<(), Failure> {
        understand(answer, cmd, effect, self.manner)
    }

    /// The body of an answer that must be JSON.
    pub(crate) fn body(&self, answer: &Response, cmd: &str) -> Result<Value, Failure> {
        serde_json::from_slice(&answer.body).map_err(|_| {
            let name = self.manner.name;
            let message = format!("{name} ответила на cmd={cmd} не в формате JSON");
            Failure::retry(self.manner.answer.clone(), message)
        })
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
            .form(form.pairs())
            .map_err(|error| {
                Failure::permanent(self.manner.parameters.clone(), error.to_string())
            })?;
        match self.http.send_following(request).await {
            Ok(answer) => Ok(answer),
            Err(FollowError::Transport(error)) => Err(error.into()),
            Err(FollowError::Moved { to }) => Err(self.moved(&to)),
            Err(error @ FollowError::TooManyHops { .. }) => Err(Failure::new(
                Class::AuthBroken,
                codes::MOVED,
                format!("{}: {error}", self.manner.name),
            )),
        }
    }

    fn moved(&self, to: &Url) -> Failure {
        let key_of = self.manner.key_of;
        let message =
            format!("Аккаунт Планфикса переехал; укажите новый адрес {key_of}: {}", shown(to));
        Failure::new(Class::AuthBroken, codes::MOVED, message)
    }
}

impl fmt::Debug for FormDoor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FormDoor").field("url", &shown(&self.account.url)).finish_non_exhaustive()
    }
}

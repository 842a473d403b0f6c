//! One exchange: turn, request, answer, and what the answer says about the budget.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use ambient::Clock;
use domain::failure::Code;
use domain::{Class, Failure};
use secrecy::SecretString;
use serde_json::Value;
use upstream::header::{ACCEPT, HeaderValue};
use upstream::{Budget, Effect, FollowError, Http, Method, Priority, Request, Sight, shown};
use url::Url;

use super::Account;
use super::answer::{Answer, understand};
use crate::codes;

/// One method of the API, with its arguments.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) method: Method,
    /// Below the base, e.g. `task/list`.
    pub(super) path: String,
    pub(super) query: Vec<(&'static str, String)>,
    pub(super) body: Option<Value>,
    pub(super) effect: Effect,
}

impl Call {
    pub(super) fn get(path: impl Into<String>) -> Self {
        Self {
            method: Method::GET,
            path: path.into(),
            query: Vec::new(),
            body: None,
            effect: Effect::Read,
        }
    }

    /// Lists are read by POST.
    pub(super) fn list(path: impl Into<String>, body: Value) -> Self {
        Self { method: Method::POST, body: Some(body), ..Self::get(path) }
    }

    pub(super) fn write(path: impl Into<String>, body: Value) -> Self {
        Self { effect: Effect::Write, ..Self::list(path, body) }
    }

    pub(super) fn query(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.query.push((name, value.into()));
        self
    }

    /// An update without a log entry and notifications (Planfix help: "any data update request").
    pub(super) fn silent(self) -> Self {
        self.query("silent", "true")
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

pub(super) struct Wire {
    http: Http,
    base: Url,
    token: SecretString,
    deadline: Duration,
    budget: Arc<dyn Budget>,
    clock: Arc<dyn Clock>,
    /// Where is noted how the exchanges went.
    pub(super) sight: Sight,
}

impl Wire {
    pub(super) fn new(
        http: Http,
        account: Account,
        budget: Arc<dyn Budget>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let Account { url: base, token, deadline } = account;
        let sight = Sight::new(Arc::clone(&clock));
        Self { http, base, token, deadline, budget, clock, sight }
    }

    pub(super) async fn call(&self, call: Call, priority: Priority) -> Result<Answer, Failure> {
        let request = self.request(&call)?;
        let _permit = self.budget.acquire(priority).await?;
        let outcome = self.exchange(request, &call).await;
        self.sight.note(outcome.as_ref().err());
        outcome
    }

    async fn exchange(&self, request: Request, call: &Call) -> Result<Answer, Failure> {
        let answer = match self.http.send_following(request).await {
            Ok(answer) => answer,
            Err(FollowError::Transport(error)) => return Err(error.into()),
            Err(FollowError::Moved { to }) => return Err(self.moved(&to)),
            Err(error @ FollowError::TooManyHops { .. }) => {
                let message = format!("Планфикс: {error}");
                return Err(Failure::new(Class::AuthBroken, codes::MOVED, message));
            }
        };
        if let Some(left) =
            answer.header("x-ratelimit-remaining").and_then(|n| n.trim().parse().ok())
        {
            self.budget.remaining(left).await;
        }
        let outcome = understand(&answer, call, self.clock.now());
        if let Err(Failure { class: Class::Throttled { wait }, .. }) = &outcome {
            self.budget.throttled(*wait).await;
        }
        outcome
    }

    fn request(&self, call: &Call) -> Result<Request, Failure> {
        let request = Request::new(call.method.clone(), self.address(call), call.effect)
            .deadline(self.deadline)
            .header(ACCEPT, HeaderValue::from_static("application/json"))
            .bearer(&self.token)
            .map_err(|_| unusable(codes::TOKEN, "токен REST содержит недопустимые символы"))?;
        match &call.body {
            None => Ok(request),
            Some(body) => request
                .json(body)
                .map_err(|error| Failure::permanent(codes::VALUE, format!("{call}: {error}"))),
        }
    }

    /// The base may have been entered with or without the slash at its end; a query of its own
    /// (`?account=…` in some instructions) stays.
    fn address(&self, call: &Call) -> Url {
        let mut url = self.base.clone();
        url.set_path(&format!("{}/{}", self.base.path().trim_end_matches('/'), call.path));
        if !call.query.is_empty() {
            url.query_pairs_mut().extend_pairs(&call.query);
        }
        url
    }

    fn moved(&self, to: &Url) -> Failure {
        let mut enter = to.clone();
        enter.set_path(self.base.path());
        let message =
            format!("Аккаунт Планфикса переехал; укажите новый адрес REST API: {}", shown(&enter));
        Failure::new(Class::AuthBroken, codes::MOVED, message)
    }
}

fn unusable(code: Code, message: &str) -> Failure {
    Failure::new(Class::AuthBroken, code, message)
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wire").field("base", &shown(&self.base)).finish_non_exhaustive()
    }
}

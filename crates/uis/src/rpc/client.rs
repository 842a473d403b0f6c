//! The client: one method call, with the token it needs.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ambient::Clock;
use domain::Failure;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use upstream::{Effect, Http, Request, Sight};
use url::Url;

use super::credentials::{Credentials, Session};
use super::envelope::{self, Answer, Asked};
use super::fault::Fault;
use super::limits::Limits;
use super::service::Service;

/// A page of `get.calls_report` with every column is some 5 MiB; this leaves room for long addresses.
const BODY_CAP: usize = 32 * 1024 * 1024;

/// Parameters of a method.
pub(crate) type Params = Map<String, Value>;

/// Speaks to one service for one UIS account.
pub(crate) struct Client {
    http: Http,
    url: Url,
    service: Service,
    session: Session,
    clock: Arc<dyn Clock>,
    next_id: AtomicU64,
    limits: Mutex<Option<Limits>>,
    sight: Sight,
}

impl Client {
    /// A client of the service at its whole address, version included.
    pub(crate) fn new(
        http: Http,
        service: Service,
        url: Url,
        credentials: Credentials,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let sight = Sight::new(Arc::clone(&clock));
        Self {
            http,
            url,
            service,
            session: Session::new(credentials),
            clock,
            next_id: AtomicU64::new(1),
            limits: Mutex::default(),
            sight,
        }
    }

    /// Notes how the exchanges went there.
    pub(crate) fn seen_by(&mut self, sight: Sight) {
        self.sight = sight;
    }

    /// The service's address.
    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// The account's allowance as the last answer that told it had it.
    pub(crate) fn limits(&self) -> Option<Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Calls a method that does `effect` over there. A session that UIS no longer knows is renewed,
    /// once; a write may be repeated then too, for what was refused was not carried out.
    pub(crate) async fn call(
        &self,
        effect: Effect,
        method: &str,
        params: &Params,
    ) -> Result<Answer, Fault> {
        let outcome = self.enter_and_call(effect, method, params).await;
        let failure = outcome.as_ref().err().map(|fault| Failure::from(fault.clone()));
        self.sight.note(failure.as_ref());
        outcome
    }

    async fn enter_and_call(
        &self,
        effect: Effect,
        method: &str,
        params: &Params,
    ) -> Result<Answer, Fault> {
        let ticket = self.session.ticket(self, None).await?;
        match self.exchange(effect, method, params, Some(&ticket.token)).await {
            Err(fault) if fault.says_session_is_over() && self.session.can_be_renewed() => {
                let fresh = self.session.ticket(self, Some(&ticket)).await?;
                self.exchange(effect, method, params, Some(&fresh.token)).await
            }
            answer => answer,
        }
    }

    /// One request and its answer. The token travels among the parameters, not in a header.
    pub(super) async fn exchange(
        &self,
        effect: Effect,
        method: &str,
        params: &Params,
        token: Option<&SecretString>,
    ) -> Result<Answer, Fault> {
        let id = self.next_id.fetch_add(1, Ordering::Relaxed);
        let mut params = params.clone();
        if let Some(token) = token {
            params.insert("access_token".to_owned(), token.expose_secret().into());
        }
        let body = json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
        let request = Request::post(self.url.clone(), effect)
            .body_cap(BODY_CAP)
            .json(&body)
            .map_err(|error| Fault::not_written(&error))?;

        let response = self.http.send(request).await.map_err(Fault::from)?;
        let asked = Asked { id, effect, service: self.service, at: self.now() };
        let read = envelope::read(&response, &asked);
        if let Some(limits) = read.limits {
            *self.limits.lock().unwrap_or_else(PoisonError::into_inner) = Some(limits);
        }
        if let Err(Fault::Rpc(error)) = &read.outcome {
            tracing::info!(method, mnemonic = error.mnemonic, code = error.code, "UIS refuses");
        }
        read.outcome
    }

    pub(super) fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }
}

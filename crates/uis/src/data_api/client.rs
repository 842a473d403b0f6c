//! The client: one method call, with the token it needs.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ambient::Clock;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use upstream::{Effect, Http, Request};
use url::Url;

use super::calls_report::Shape;
use super::credentials::{Credentials, Session};
use super::envelope::{self, Answer};
use super::fault::Fault;
use super::limits::Limits;

/// A page of `get.calls_report` with every column is some 5 MiB; this leaves room for long addresses.
const BODY_CAP: usize = 32 * 1024 * 1024;

/// Parameters of a method.
pub(super) type Params = Map<String, Value>;

/// Speaks to the Data API of one UIS account.
pub struct DataApi {
    http: Http,
    pub(super) url: Url,
    session: Session,
    clock: Arc<dyn Clock>,
    next_id: AtomicU64,
    limits: Mutex<Option<Limits>>,
    /// What was learnt about the calls report of this account.
    pub(super) calls_shape: Shape,
}

impl DataApi {
    /// A client for the account. `url` is the Data API's whole address, with the version
    /// (`https://dataapi.uiscom.ru/v2.0`).
    pub fn new(http: Http, url: Url, credentials: Credentials, clock: Arc<dyn Clock>) -> Self {
        Self {
            http,
            url,
            session: Session::new(credentials),
            clock,
            next_id: AtomicU64::new(1),
            limits: Mutex::default(),
            calls_shape: Shape::default(),
        }
    }

    /// The account's allowance as the last answer that told it had it.
    pub fn limits(&self) -> Option<Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Calls a method. A session that UIS no longer knows is renewed, once.
    pub(super) async fn call(&self, method: &str, params: &Params) -> Result<Answer, Fault> {
        let ticket = self.session.ticket(self, None).await?;
        match self.exchange(method, params, Some(&ticket.token)).await {
            Err(fault) if fault.says_session_is_over() && self.session.can_be_renewed() => {
                let fresh = self.session.ticket(self, Some(&ticket)).await?;
                self.exchange(method, params, Some(&fresh.token)).await
            }
            answer => answer,
        }
    }

    /// One request and its answer. The token travels among the parameters, not in a header.
    pub(super) async fn exchange(
        &self,
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
        let request = Request::post(self.url.clone(), Effect::Read)
            .body_cap(BODY_CAP)
            .json(&body)
            .map_err(|error| Fault::not_written(&error))?;

        let response = self.http.send(request).await.map_err(Fault::from)?;
        let read = envelope::read(&response, id, self.now());
        if let Some(limits) = read.limits {
            *self.limits.lock().unwrap_or_else(PoisonError::into_inner) = Some(limits);
        }
        read.outcome
    }

    pub(super) fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }
}

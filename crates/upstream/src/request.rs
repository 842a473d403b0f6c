//! What is asked of an outside system.

use std::fmt;
use std::time::Duration;

use reqwest::Method;
use reqwest::header::{
    AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, InvalidHeaderValue,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use url::Url;

/// How long a request may take in all, unless said otherwise.
pub const DEFAULT_DEADLINE: Duration = Duration::from_secs(30);

/// How large an answer may be, unless said otherwise: 4 MiB.
pub const DEFAULT_BODY_CAP: usize = 4 * 1024 * 1024;

/// What a request does over there. Decides what a lost answer means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Changes nothing: may always be asked again.
    Read,
    /// Changes something: with the answer lost, it may or may not have happened.
    Write,
}

/// One HTTP request. `Debug` shows neither headers' values, nor the body, nor the query.
#[derive(Clone)]
pub struct Request {
    /// The HTTP method.
    pub method: Method,
    /// Where to.
    pub url: Url,
    /// What it does over there.
    pub effect: Effect,
    /// Headers, secrets among them.
    pub headers: HeaderMap,
    /// The body; empty for none.
    pub body: Vec<u8>,
    /// How long the whole exchange may take, connecting and the answer's body included.
    pub deadline: Duration,
    /// The largest answer to accept, bytes.
    pub body_cap: usize,
}

impl Request {
    /// A request with no body, the default deadline and cap.
    pub fn new(method: Method, url: Url, effect: Effect) -> Self {
        Self {
            method,
            url,
            effect,
            headers: HeaderMap::new(),
            body: Vec::new(),
            deadline: DEFAULT_DEADLINE,
            body_cap: DEFAULT_BODY_CAP,
        }
    }

    /// A GET, which only reads.
    pub fn get(url: Url) -> Self {
        Self::new(Method::GET, url, Effect::Read)
    }

    /// A POST; both systems read through POST too, so the effect is said.
    pub fn post(url: Url, effect: Effect) -> Self {
        Self::new(Method::POST, url, effect)
    }

    /// With `Authorization: Bearer`.
    ///
    /// # Errors
    /// When the token holds characters that no header may hold.
    pub fn bearer(mut self, token: &SecretString) -> Result<Self, InvalidHeaderValue> {
        let mut value = HeaderValue::from_str(&format!("Bearer {}", token.expose_secret()))?;
        value.set_sensitive(true);
        self.headers.insert(AUTHORIZATION, value);
        Ok(self)
    }

    /// With a header whose value is no secret.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// With a JSON body.
    ///
    /// # Errors
    /// When the value can't be written as JSON (a map with keys that are not text).
    pub fn json<T: Serialize + ?Sized>(mut self, value: &T) -> Result<Self, serde_json::Error> {
        self.body = serde_json::to_vec(value)?;
        Ok(self.header(CONTENT_TYPE, HeaderValue::from_static("application/json")))
    }

    /// With an `application/x-www-form-urlencoded` body.
    ///
    /// # Errors
    /// When the value is not a flat list of names and values.
    pub fn form<T: Serialize + ?Sized>(
        mut self,
        value: &T,
    ) -> Result<Self, serde_urlencoded::ser::Error> {
        self.body = serde_urlencoded::to_string(value)?.into_bytes();
        Ok(self.header(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded")))
    }

    /// With a total deadline.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// With a cap on the answer, bytes.
    #[must_use]
    pub fn body_cap(mut self, bytes: usize) -> Self {
        self.body_cap = bytes;
        self
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &shown(&self.url))
            .field("effect", &self.effect)
            .field("headers", &self.headers.keys().map(HeaderName::as_str).collect::<Vec<_>>())
            .field("body_bytes", &self.body.len())
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}

/// An address as it may be shown: without user, password, query and fragment, where secrets hide.
pub fn shown(url: &Url) -> String {
    let mut plain = url.clone();
    plain.set_query(None);
    plain.set_fragment(None);
    // Both refuse only addresses that can't have a user at all.
    plain.set_username("").ok();
    plain.set_password(None).ok();
    plain.into()
}

//! A REST request taken apart.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, header};

/// A request as it came, behind `/rest/`.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// The HTTP method in capitals.
    pub(crate) method: String,
    /// The path's parts, percent-decoded; slashes at either end mean nothing.
    pub(crate) segments: Vec<String>,
    /// The query's parameters.
    pub(crate) query: BTreeMap<String, String>,
    /// The bearer token; a GET may bring it as `access_token` (Planfix help).
    pub(crate) token: Option<String>,
    /// The body as it came.
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// Takes a request apart.
    pub(crate) fn new(
        method: &str,
        path: &str,
        query: &str,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Self {
        let query: BTreeMap<String, String> = serde_urlencoded::from_str(query).unwrap_or_default();
        let in_query = || query.get("access_token").filter(|_| method == "GET").cloned();
        Self {
            method: method.to_owned(),
            segments: path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect(),
            token: bearer(headers).or_else(in_query),
            query,
            body: body.to_vec(),
        }
    }

    /// The path without slashes at its ends.
    pub(crate) fn path(&self) -> String {
        self.segments.join("/")
    }

    /// `silent=true`: no line in the log and no notifications.
    pub(crate) fn is_silent(&self) -> bool {
        self.query.get("silent").is_some_and(|value| value == "true")
    }
}

fn bearer(headers: &HeaderMap) -> Option<String> {
    let header = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    header.strip_prefix("Bearer ").map(str::to_owned)
}

//! Refusals. The documentation names none; these are those of the framework the API looks like.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A refusal.
#[derive(Debug)]
pub(super) struct Refusal {
    status: u16,
    detail: Value,
}

impl Refusal {
    fn new(status: u16, words: &str) -> Self {
        Self { status, detail: words.into() }
    }

    pub(super) fn bad_token(words: &str) -> Self {
        Self::new(401, words)
    }

    pub(super) fn foreign_account() -> Self {
        Self::new(403, "The account has not connected this adapter")
    }

    pub(super) fn not_found(words: &str) -> Self {
        Self::new(404, words)
    }

    pub(super) fn wrong_method() -> Self {
        Self::new(405, "Method Not Allowed")
    }

    pub(super) fn unsuited(words: &str) -> Self {
        Self::new(400, words)
    }

    pub(super) fn closed() -> Self {
        Self::new(409, "The chat is closed")
    }

    pub(super) fn too_large() -> Self {
        Self::new(413, "The file is too large")
    }

    pub(super) fn too_often() -> Self {
        Self::new(429, "Too Many Requests")
    }

    /// A member of the body that is missing or wrong.
    pub(super) fn wrong(name: &str, words: &str) -> Self {
        let detail = json!([{ "loc": ["body", name], "msg": words, "type": "value_error" }]);
        Self { status: 422, detail }
    }

    /// For the ledger.
    pub(super) fn told(&self) -> String {
        let words = self.detail.as_str().map(str::to_owned);
        let field = || {
            let first = self.detail.get(0)?;
            let name = first.get("loc")?.get(1)?.as_str()?;
            Some(format!("{name}: {}", first.get("msg")?.as_str()?))
        };
        format!("{} {}", self.status, words.or_else(field).unwrap_or_default())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let json = [(header::CONTENT_TYPE, "application/json")];
        (status, json, json!({ "detail": self.detail }).to_string()).into_response()
    }
}

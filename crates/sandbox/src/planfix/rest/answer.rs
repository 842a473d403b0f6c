//! What an operation gives back: a success, or a refusal in Planfix's words.

use std::fmt;

use serde_json::{Value, json};

use crate::planfix::wire::Reply;

/// A success.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) status: u16,
    pub(super) body: Value,
    /// What it changed, for the ledger.
    pub(super) effects: Vec<String>,
    /// How many rows a list gave, for the ledger.
    pub(super) found: Option<usize>,
}

impl Done {
    /// `200 {"result": "success", "<key>": …}`.
    pub(super) fn one(key: &str, value: Value) -> Self {
        let mut body = json!({"result": "success"});
        if let Some(map) = body.as_object_mut() {
            map.insert(key.to_owned(), value);
        }
        Self { status: 200, body, effects: Vec::new(), found: None }
    }

    /// `200 {"result": "success", "<key>": [ … ]}`.
    pub(super) fn rows(key: &str, rows: Vec<Value>) -> Self {
        let found = Some(rows.len());
        Self { found, ..Self::one(key, Value::Array(rows)) }
    }

    /// `200 {"result": "success"}`.
    pub(super) fn plain() -> Self {
        Self { status: 200, body: json!({"result": "success"}), effects: Vec::new(), found: None }
    }

    /// `201 {"result": "success", "id": N}`.
    pub(super) fn created(id: u64, effects: Vec<String>) -> Self {
        Self { status: 201, body: json!({"result": "success", "id": id}), effects, found: None }
    }

    /// The same with what was changed.
    pub(super) fn changing(mut self, effects: Vec<String>) -> Self {
        self.effects = effects;
        self
    }
}

/// A refusal: `{"result": "fail", "code": N, "error": "…"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    pub(crate) code: u16,
    pub(crate) error: String,
}

impl Refusal {
    /// A refusal with any status and code.
    pub(crate) fn new(status: u16, code: u16, error: impl Into<String>) -> Self {
        Self { status, code, error: error.into() }
    }

    /// The token is not known.
    pub(crate) fn unknown_token() -> Self {
        Self::new(401, 1, "Access denied, unknown token")
    }

    /// The token has no right to this method.
    pub(super) fn scope_denied() -> Self {
        Self::new(405, 5, "Scope denied, method not allowed")
    }

    /// A parameter's value can't be.
    pub(super) fn invalid(error: impl Into<String>) -> Self {
        Self::new(400, 41, error)
    }

    /// The answer of last resort.
    pub(crate) fn failed(status: u16) -> Self {
        Self::new(status, 0, "Rest API error")
    }

    /// As it is answered.
    pub(crate) fn reply(&self) -> Reply {
        let body = json!({"result": "fail", "code": self.code, "error": self.error});
        Reply::json(self.status, &body)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} code {}: {}", self.status, self.code, self.error)
    }
}

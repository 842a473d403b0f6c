//! A command as it came: a form with repeated fields.

use axum::http::{HeaderMap, header};

/// A form-encoded POST, taken apart.
#[derive(Debug, Clone)]
pub(in crate::planfix) struct Command {
    method: String,
    is_form: bool,
    pairs: Vec<(String, String)>,
}

impl Command {
    /// Takes a request apart.
    pub(in crate::planfix) fn read(method: &str, headers: &HeaderMap, body: &[u8]) -> Self {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let is_form =
            kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let pairs = serde_urlencoded::from_bytes(body).unwrap_or_default();
        Self { method: method.to_owned(), is_form, pairs }
    }

    pub(in crate::planfix) fn http_method(&self) -> &str {
        &self.method
    }

    /// `cmd`; empty when there is none.
    pub(in crate::planfix) fn name(&self) -> &str {
        self.get("cmd").unwrap_or_default()
    }

    /// A parameter that is there and not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.pairs.iter().find(|(key, value)| key == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }

    /// A parameter as often as it stands there.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let same = self.pairs.iter().filter(move |(key, value)| key == name && !value.is_empty());
        same.map(|(_, value)| value.as_str())
    }

    /// Where the request breaks the rules of the transport.
    pub(super) fn transport_violations(&self) -> Vec<String> {
        let mut violations = Vec::new();
        if self.method != "POST" {
            violations.push(format!("POST expected, {} came", self.method));
        }
        if !self.is_form {
            violations.push("a form expected".to_owned());
        }
        violations
    }
}

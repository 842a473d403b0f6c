//! A command as it came: a form.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, header};

/// A form-encoded POST, taken apart.
#[derive(Debug, Clone)]
pub(in crate::planfix) struct Command {
    method: String,
    is_form: bool,
    parameters: BTreeMap<String, String>,
}

impl Command {
    /// Takes a request apart.
    pub(in crate::planfix) fn read(method: &str, headers: &HeaderMap, body: &[u8]) -> Self {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let is_form =
            kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        Self {
            method: method.to_owned(),
            is_form,
            parameters: serde_urlencoded::from_bytes(body).unwrap_or_default(),
        }
    }

    /// The HTTP method.
    pub(in crate::planfix) fn http_method(&self) -> &str {
        &self.method
    }

    /// `cmd`; empty when there is none.
    pub(in crate::planfix) fn name(&self) -> &str {
        self.get("cmd").unwrap_or_default()
    }

    /// A parameter that is there and not empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.parameters.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// `data_*` parameters: the name behind the prefix, and the value.
    pub(super) fn extra(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.parameters.iter();
        pairs.filter_map(|(name, value)| Some((name.strip_prefix("data_")?, value.as_str())))
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

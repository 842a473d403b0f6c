//! What this account's calls report takes, learnt from its refusals.
//!
//! Columns belong to components of UIS that a customer may not have (analytics, Call API), and UIS
//! answers a request for one of them with an error, not with a `null`. Refused requests cost nothing
//! (Data API documentation).

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::columns;
use crate::rpc::RpcError;

/// What has been learnt.
#[derive(Debug, Default)]
pub(in crate::data_api) struct Shape {
    form: Mutex<Form>,
}

/// How a request is to be written.
#[derive(Debug, Clone)]
pub(super) struct Form {
    refused: BTreeSet<&'static str>,
    /// Whether the filter's operator `in` is taken.
    pub(super) takes_in: bool,
}

impl Default for Form {
    fn default() -> Self {
        Self { refused: BTreeSet::new(), takes_in: true }
    }
}

impl Shape {
    /// The form by what is known now.
    pub(super) fn form(&self) -> Form {
        self.lock().clone()
    }

    /// The columns that are no longer asked for.
    pub(super) fn refused(&self) -> BTreeSet<&'static str> {
        self.lock().refused.clone()
    }

    /// Remembers a form that worked.
    pub(super) fn keep(&self, form: Form) {
        let mut known = self.lock();
        known.takes_in &= form.takes_in;
        known.refused.extend(form.refused);
    }

    fn lock(&self) -> MutexGuard<'_, Form> {
        self.form.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Form {
    /// The columns to ask for.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        columns::all().filter(|name| !self.refused.contains(name)).collect()
    }

    /// Leaves out what the refusal is about, of a request for `ids` ids; `false` when that is nothing
    /// that could be left out.
    pub(super) fn learn(&mut self, error: &RpcError, ids: usize) -> bool {
        let refused = refused_columns(error, &self.columns());
        if !refused.is_empty() {
            tracing::warn!(?refused, mnemonic = error.mnemonic, "UIS gives no such columns");
            self.refused.extend(refused);
            return true;
        }
        let operator = error.code == -32602 && ids > 1 && self.takes_in;
        if operator {
            tracing::info!(mnemonic = error.mnemonic, "UIS takes no operator `in` here");
            self.takes_in = false;
        }
        operator
    }
}

/// Those of the columns asked for that the refusal is about: the ones it names, or, when it is about
/// columns without naming any, all that can be spared.
fn refused_columns(error: &RpcError, asked: &[&'static str]) -> Vec<&'static str> {
    let field = error.field.as_deref().unwrap_or_default();
    let of_fields = field.starts_with("fields") || asked.contains(&field);
    let surely = match error.mnemonic.as_str() {
        "unexpected_parameters" | "parameter_component_disabled" => of_fields || field.is_empty(),
        "invalid_parameter_value" => of_fields,
        _ => false,
    };
    if !surely {
        return Vec::new();
    }
    let mut texts = BTreeSet::from([field.to_owned()]);
    collect_texts(&error.params, &mut texts);
    collect_texts(&error.value, &mut texts);
    let words: BTreeSet<&str> = texts.iter().flat_map(|text| text.split(not_in_a_name)).collect();
    let named: Vec<_> = asked.iter().copied().filter(|name| words.contains(name)).collect();
    // A refusal that repeats the whole request names nothing.
    if named.is_empty() || named.len() == asked.len() {
        return asked.iter().copied().filter(|name| !columns::ESSENTIAL.contains(name)).collect();
    }
    named
}

/// All texts inside a value.
fn collect_texts(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            texts.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Value::Object(members) => members.values().for_each(|item| collect_texts(item, texts)),
        _ => {}
    }
}

fn not_in_a_name(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || c == '_')
}

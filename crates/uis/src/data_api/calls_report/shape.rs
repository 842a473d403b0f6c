//! What this account's calls report takes, learnt from its refusals.
//!
//! Columns belong to components of UIS that a customer may not have (analytics, Call API), and UIS
//! answers a request for one of them with an error, not with a `null`. Refused requests cost nothing
//! (Data API documentation).

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::columns;
use crate::data_api::fault::RpcError;

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

impl Form {
    /// The columns to ask for.
    pub(super) fn columns(&self) -> Vec<&'static str> {
        columns::all().filter(|name| !self.refused.contains(name)).collect()
    }
}

impl Shape {
    /// The form by what is known now.
    pub(super) fn form(&self) -> Form {
        self.lock().clone()
    }

    pub(super) fn refused(&self) -> BTreeSet<&'static str> {
        self.lock().refused.clone()
    }

    /// Learns from the refusal of a request that was written in `form` and asked for `ids` ids. Whether
    /// another form is worth a try.
    pub(super) fn learn(&self, error: &RpcError, form: &Form, ids: usize) -> bool {
        let refused = refused_columns(error, form);
        if !refused.is_empty() {
            tracing::warn!(?refused, mnemonic = error.mnemonic, "UIS gives no such columns");
            self.lock().refused.extend(refused);
            return true;
        }
        let operator = error.code == -32602 && ids > 1 && form.takes_in;
        if operator {
            tracing::info!(mnemonic = error.mnemonic, "UIS takes no operator `in` here");
            self.lock().takes_in = false;
        }
        operator
    }

    fn lock(&self) -> MutexGuard<'_, Form> {
        self.form.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The columns of the form that the refusal is about: those it names, or, when it speaks of the columns
/// without naming one, all that can be spared.
fn refused_columns(error: &RpcError, form: &Form) -> Vec<&'static str> {
    let asked = form.columns();
    let field = error.field.as_deref().unwrap_or_default();
    let about_columns = field.is_empty() || field.starts_with("fields") || asked.contains(&field);
    let mnemonics =
        ["unexpected_parameters", "parameter_component_disabled", "invalid_parameter_value"];
    if !about_columns || !mnemonics.contains(&error.mnemonic.as_str()) {
        return Vec::new();
    }
    let mut words = BTreeSet::from([field.to_owned()]);
    collect_words(&error.params, &mut words);
    collect_words(&error.value, &mut words);
    let words: BTreeSet<&str> = words.iter().flat_map(|text| text.split(not_in_a_name)).collect();
    let named: Vec<_> = asked.iter().copied().filter(|name| words.contains(name)).collect();
    // A refusal that repeats the whole request names nothing.
    if named.is_empty() || named.len() == asked.len() {
        return asked.into_iter().filter(|name| !columns::ESSENTIAL.contains(name)).collect();
    }
    named
}

/// All texts inside a value.
fn collect_words(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            words.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect_words(item, words)),
        Value::Object(members) => members.values().for_each(|item| collect_words(item, words)),
        _ => {}
    }
}

fn not_in_a_name(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || c == '_')
}

//! What a report of this account takes, learnt from its refusals.
//!
//! Columns belong to components of UIS that a customer may not have (analytics, Call API), and UIS
//! answers a request for one of them with an error, not with a `null`. Refused requests cost nothing
//! (Data API documentation).

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::visit_columns::VISIT;
use crate::rpc::{Fault, RpcError};

/// The columns of a report that are asked for. UIS returns only a part of them unless they are named, so
/// they are: templates, conditions and additional fields may want any.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    /// Those that decisions are made of; asked for even where an account refuses the rest without saying
    /// which of them.
    pub(super) essential: &'static [&'static str],
    /// Those that only this report has; [`VISIT`] is asked for besides.
    pub(super) further: &'static [&'static str],
}

/// What has been learnt.
#[derive(Debug)]
pub(super) struct Shape {
    form: Mutex<Form>,
}

/// How a request is to be written.
#[derive(Debug, Clone)]
pub(super) struct Form {
    known: Columns,
    refused: BTreeSet<&'static str>,
    /// Whether the filter's operator `in` is taken.
    pub(super) takes_in: bool,
}

impl Shape {
    /// Nothing learnt yet about a report with these columns.
    pub(super) fn of(known: Columns) -> Self {
        Self { form: Mutex::new(Form { known, refused: BTreeSet::new(), takes_in: true }) }
    }

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
        let all = self.known.essential.iter().chain(self.known.further).chain(VISIT).copied();
        all.filter(|name| !self.refused.contains(name)).collect()
    }

    /// Makes the form such as the account may take it after a refusal of a request for `ids` ids: without
    /// the column or the operator that it does not have. Each time leaves out more, so that asking again
    /// comes to an end.
    ///
    /// # Errors
    /// The fault itself, when there is nothing that could be left out.
    pub(super) fn adapt(&mut self, fault: Fault, ids: usize) -> Result<(), Fault> {
        match &fault {
            Fault::Rpc(error) if self.learn(error, ids) => Ok(()),
            _ => Err(fault),
        }
    }

    /// Leaves out what the refusal is about, of a request for `ids` ids; `false` when that is nothing
    /// that could be left out.
    fn learn(&mut self, error: &RpcError, ids: usize) -> bool {
        let refused = refused_columns(error, &self.columns(), self.known.essential);
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
fn refused_columns(
    error: &RpcError,
    asked: &[&'static str],
    essential: &[&'static str],
) -> Vec<&'static str> {
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
        return asked.iter().copied().filter(|name| !essential.contains(name)).collect();
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

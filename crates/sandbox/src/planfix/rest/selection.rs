//! `fields`: what the caller asked to get back.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::custom;
use crate::planfix::company::Company;

/// The names of system fields and the ids of custom fields that were asked for.
///
/// Unknown names mean nothing. Custom fields come only by their numeric ids: the word
/// `customFieldData` means nothing either.
#[derive(Debug, Default)]
pub(super) struct Selection {
    names: Vec<String>,
    custom: BTreeSet<u64>,
}

impl Selection {
    /// Reads `id,name, 201`; without a list only the id comes back.
    pub(super) fn parse(fields: Option<&str>) -> Self {
        let mut selection = Self::default();
        for field in fields.unwrap_or_default().split(',').map(str::trim) {
            match field.parse() {
                Ok(id) => {
                    selection.custom.insert(id);
                }
                Err(_) => selection.names.push(field.to_owned()),
            }
        }
        selection
    }

    /// The `fields` of a list's body.
    pub(super) fn of_body(body: &Value) -> Self {
        Self::parse(body.get("fields").and_then(Value::as_str))
    }

    /// One row: the key, the asked-for fields that are set, the asked-for custom fields that are set.
    pub(super) fn row(
        &self,
        key: (&str, Value),
        system: impl Fn(&str) -> Option<Value>,
        values: &BTreeMap<u64, Value>,
        company: &Company,
    ) -> Value {
        let mut row = Map::new();
        let (key_name, key_value) = key;
        row.insert(key_name.to_owned(), key_value);
        for name in self.names.iter().filter(|name| *name != key_name) {
            if let Some(value) = system(name) {
                row.insert(name.clone(), value);
            }
        }
        let chosen = self.custom.iter().filter_map(|id| {
            Some(custom::to_read(company.fields.get(id)?, values.get(id)?, company))
        });
        let chosen: Vec<Value> = chosen.collect();
        if !chosen.is_empty() {
            row.insert("customFieldData".to_owned(), json!(chosen));
        }
        Value::Object(row)
    }
}

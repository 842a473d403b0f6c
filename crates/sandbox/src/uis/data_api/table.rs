//! The columns of each method: name, type and what may be done with them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Value, json};

/// The vendor's field tables, reduced to the methods served; nested members are left out.
const TABLES: &str = include_str!("../../../data/uis_fields.json");

static BY_METHOD: LazyLock<BTreeMap<String, Table>> = LazyLock::new(|| {
    // the file is part of the program and read by a test of each method; broken = no methods
    serde_json::from_str(TABLES).unwrap_or_default()
});

/// A column of a method's answer.
#[derive(Debug, Deserialize)]
#[serde(from = "(String, String, String)")]
pub(super) struct Column {
    pub(super) name: String,
    kind: String,
    pub(super) filterable: bool,
    pub(super) sortable: bool,
    pub(super) default: bool,
}

impl From<(String, String, String)> for Column {
    fn from((name, kind, flags): (String, String, String)) -> Self {
        let has = |flag| flags.contains(flag);
        Self { name, kind, filterable: has('F'), sortable: has('S'), default: has('D') }
    }
}

impl Column {
    /// How the Data API writes "nothing": `null`, an empty array or an empty object.
    pub(super) fn empty(&self) -> Value {
        match self.kind.as_str() {
            "array" => json!([]),
            "object" => json!({}),
            _ => Value::Null,
        }
    }
}

/// The columns of one method.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Table {
    columns: Vec<Column>,
}

impl Table {
    /// The table of a `get.` method.
    pub(super) fn of(method: &str) -> Option<&'static Self> {
        BY_METHOD.get(method)
    }

    /// The column of this name.
    pub(super) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The columns given when nothing is asked for: those flagged so, else all.
    pub(super) fn defaults(&self) -> Vec<&Column> {
        let marked: Vec<_> = self.columns.iter().filter(|column| column.default).collect();
        if marked.is_empty() { self.columns.iter().collect() } else { marked }
    }
}

//! Values of custom fields as they come.

use std::collections::BTreeMap;

use domain::ids::FieldId;
use domain::tasks::FieldValue;
use serde_json::{Value, json};

use crate::row::Row;

/// The custom fields of a task, contact or data tag entry: those that were asked for and are filled.
/// Planfix leaves empty fields out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldValues(BTreeMap<FieldId, Value>);

impl FieldValues {
    /// Reads `customFieldData`.
    pub(super) fn of(row: Row<'_>) -> Self {
        let filled = row.rows("customFieldData").filter_map(|datum| {
            let field = datum.inner("field")?.id("id")?;
            Some((FieldId(field), datum.value("value")?.clone()))
        });
        Self(filled.collect())
    }

    /// The field's value in Planfix's own shape for its type.
    pub fn get(&self, field: FieldId) -> Option<&Value> {
        self.0.get(&field)
    }

    /// Whether the field holds anything. An unticked checkbox and a zero hold something.
    pub fn is_filled(&self, field: FieldId) -> bool {
        match self.get(field) {
            None => false,
            Some(Value::String(text)) => !text.trim().is_empty(),
            Some(Value::Array(elements)) => !elements.is_empty(),
            Some(Value::Object(parts)) => !parts.is_empty(),
            Some(_) => true,
        }
    }
}

/// Writes `customFieldData`. Planfix sets the named fields and leaves the others.
pub(super) fn custom_field_data(fields: &[FieldValue]) -> Value {
    fields.iter().map(|set| json!({ "field": { "id": set.field.0 }, "value": set.value })).collect()
}

/// The `fields` argument: system names and the numbers of custom fields, without which nothing of
/// them comes back.
pub(super) fn asking_for(system: &str, custom: &[FieldId]) -> String {
    custom.iter().fold(system.to_owned(), |asked, field| format!("{asked},{field}"))
}

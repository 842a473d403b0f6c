//! One row of an answer, its columns read whatever their JSON type.

use domain::phone::Phone;
use serde_json::{Map, Value};

use crate::text;

/// A row. Every reader gives `None` for a column that is missing, empty or odd.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'r>(pub(super) &'r Map<String, Value>);

impl<'r> Row<'r> {
    /// A column as text.
    pub(super) fn text(self, name: &str) -> Option<String> {
        text::of(self.0.get(name)?)
    }

    /// A whole number.
    pub(super) fn whole(self, name: &str) -> Option<i64> {
        text::whole(&self.text(name)?)
    }

    /// Seconds.
    pub(super) fn seconds(self, name: &str) -> Option<u32> {
        text::seconds(&self.text(name)?)
    }

    /// A truth.
    pub(super) fn truth(self, name: &str) -> Option<bool> {
        text::truth(&self.text(name)?)
    }

    /// A phone number (UIS writes E.164 digits without a plus).
    pub(super) fn phone(self, name: &str) -> Option<Phone> {
        Phone::parse(&self.text(name)?)
    }

    /// The elements of a list of scalars, also of one that came as text.
    pub(super) fn list(self, name: &str) -> Vec<String> {
        match self.0.get(name) {
            Some(Value::Array(items)) => items.iter().filter_map(text::of).collect(),
            Some(other) => text::of(other).map(|text| text::list(&text)).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// The elements of a list of objects.
    pub(super) fn rows(self, name: &str) -> impl Iterator<Item = Row<'r>> {
        let items = self.0.get(name).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(Value::as_object).map(Row)
    }

    /// A nested object.
    pub(super) fn row(self, name: &str) -> Option<Row<'r>> {
        self.0.get(name)?.as_object().map(Row)
    }
}

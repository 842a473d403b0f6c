//! One row of an answer, its columns read whatever their JSON type.

use domain::calls::Direction;
use domain::phone::Phone;
use serde_json::{Map, Value};

use crate::text;

/// A row. Every reader gives `None` for a column that is missing, empty or odd.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'r>(pub(crate) &'r Map<String, Value>);

impl<'r> Row<'r> {
    /// A column as text.
    pub(crate) fn text(self, name: &str) -> Option<String> {
        text::of(self.0.get(name)?)
    }

    /// A whole number.
    pub(crate) fn whole(self, name: &str) -> Option<i64> {
        text::whole(&self.text(name)?)
    }

    /// Seconds.
    pub(crate) fn seconds(self, name: &str) -> Option<u32> {
        text::seconds(&self.text(name)?)
    }

    /// A truth.
    pub(crate) fn truth(self, name: &str) -> Option<bool> {
        text::truth(&self.text(name)?)
    }

    /// A phone number (UIS writes E.164 digits without a plus).
    pub(crate) fn phone(self, name: &str) -> Option<Phone> {
        Phone::parse(&self.text(name)?)
    }

    /// `direction` of a call or a leg.
    pub(crate) fn direction(self) -> Option<Direction> {
        match self.text("direction")?.as_str() {
            "in" => Some(Direction::In),
            "out" => Some(Direction::Out),
            _ => None,
        }
    }

    /// The elements of a list of scalars, also of one that came as text.
    pub(crate) fn list(self, name: &str) -> Vec<String> {
        match self.0.get(name) {
            Some(Value::Array(items)) => items.iter().filter_map(text::of).collect(),
            Some(other) => text::of(other).map(|text| text::list(&text)).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// The elements of a list of objects.
    pub(crate) fn rows(self, name: &str) -> impl Iterator<Item = Row<'r>> {
        let items = self.0.get(name).and_then(Value::as_array);
        items.into_iter().flatten().filter_map(Value::as_object).map(Row)
    }

    /// A nested object.
    pub(crate) fn row(self, name: &str) -> Option<Row<'r>> {
        self.0.get(name)?.as_object().map(Row)
    }
}

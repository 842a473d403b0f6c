//! Writes settings as a JSON value, in the order of the example file.

use serde_json::{Map, Value};

use super::Secret;

/// A section being written.
#[derive(Debug, Default)]
pub(super) struct Section(Map<String, Value>);

/// An empty section.
pub(super) fn section() -> Section {
    Section::default()
}

impl Section {
    /// Writes a key.
    pub(super) fn put(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    /// Writes a key whose value may be nothing, as `null`: people see that the setting exists.
    pub(super) fn nullable(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        self.put(key, value.map_or(Value::Null, Into::into))
    }

    /// Writes a key only when there is a value.
    pub(super) fn some(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    /// Writes a secret, when it is there and asked for.
    pub(super) fn secret(self, key: &str, secret: Option<&Secret>, asked: bool) -> Self {
        self.some(key, secret.filter(|_| asked).map(Secret::expose))
    }

    /// Writes a list.
    pub(super) fn list<T>(self, key: &str, items: &[T], write: impl Fn(&T) -> Value) -> Self {
        self.put(key, items.iter().map(write).collect::<Vec<_>>())
    }
}

impl From<Section> for Value {
    fn from(section: Section) -> Self {
        Self::Object(section.0)
    }
}

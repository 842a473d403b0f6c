//! A row of an answer, read leniently: what is missing, null or of an odd type is simply not there,
//! and the rest of the row stays good.

use domain::ids::{ContactId, PlanfixUserId};
use serde_json::Value;

/// A JSON object, or anything else, which then has no fields.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a>(&'a Value);

impl<'a> Row<'a> {
    pub(crate) fn new(value: &'a Value) -> Self {
        Self(value)
    }

    /// The field's value, unless absent or null.
    pub(crate) fn value(self, key: &str) -> Option<&'a Value> {
        self.0.get(key).filter(|value| !value.is_null())
    }

    /// A text that is not blank; numbers are taken as text too.
    pub(crate) fn text(self, key: &str) -> Option<String> {
        let text = match self.value(key)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    /// A number, or a text that is one.
    pub(crate) fn number(self, key: &str) -> Option<f64> {
        match self.value(key)? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// `true`, `1`, `"true"`, `"1"`.
    pub(crate) fn flag(self, key: &str) -> Option<bool> {
        match self.value(key)? {
            Value::Bool(flag) => Some(*flag),
            Value::Number(number) => number.as_i64().map(|number| number != 0),
            Value::String(text) => match text.trim() {
                "true" | "1" => Some(true),
                "false" | "0" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    /// An id in any of its forms: `5`, `"5"`, `"contact:5"`.
    pub(crate) fn id(self, key: &str) -> Option<i64> {
        any_id(self.value(key)?)
    }

    /// The field as a row.
    pub(crate) fn inner(self, key: &str) -> Option<Row<'a>> {
        self.value(key).filter(|value| value.is_object()).map(Row)
    }

    /// The field's elements; none when it is no array.
    pub(crate) fn rows(self, key: &str) -> impl Iterator<Item = Row<'a>> + use<'a> {
        self.value(key).and_then(Value::as_array).into_iter().flatten().map(Row)
    }

    /// The field's elements, or the field itself when a single object stands where a list should.
    pub(crate) fn one_or_many(self, key: &str) -> impl Iterator<Item = Row<'a>> + use<'a> {
        self.inner(key).into_iter().chain(self.rows(key))
    }

    /// The texts of an array of texts.
    pub(crate) fn texts(self, key: &str) -> Vec<String> {
        let elements = self.value(key).and_then(Value::as_array).into_iter().flatten();
        elements.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// This row's `id` as an employee's; `contact:5` and `group:5` are none.
    pub(crate) fn user_id(self) -> Option<PlanfixUserId> {
        person(self.value("id")?, "user").map(PlanfixUserId)
    }

    /// This row's `id` as a contact's; `user:5` is none.
    pub(crate) fn contact_id(self) -> Option<ContactId> {
        person(self.value("id")?, "contact").map(ContactId)
    }

    /// The employees among the people of a field: `{"users":[{"id":"user:3"}],"groups":[…]}`.
    pub(crate) fn employees(self, key: &str) -> Vec<PlanfixUserId> {
        let people = self.inner(key).into_iter().flat_map(|people| people.rows("users"));
        people.filter_map(Row::user_id).collect()
    }
}

fn any_id(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => {
            let digits = text.rsplit_once(':').map_or(text.as_str(), |(_, digits)| digits);
            digits.trim().parse().ok()
        }
        _ => None,
    }
}

/// Planfix numbers people from 1; 0 stands for nobody.
fn person(value: &Value, kind: &str) -> Option<i64> {
    if let Some((prefix, _)) = value.as_str().and_then(|text| text.split_once(':'))
        && prefix != kind
    {
        return None;
    }
    any_id(value).filter(|id| *id > 0)
}

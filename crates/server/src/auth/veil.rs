//! What is hidden of an answer from whoever may not see clients' phones whole.

use std::collections::BTreeSet;

use axum::Json;
use cabinet::privacy;
use domain::phone::{SIGNIFICANT_DIGITS, mask_phone, mask_phones};
use serde::Serialize;
use serde_json::{Map, Value};

use super::Caller;
use crate::app::App;
use crate::problem::Problem;

/// Names of values that are phones, besides those with `phone` in them.
const PHONES: [&str; 4] = ["from", "to", "numa", "numb"];
/// Names of values that are ids, however much they look like phones.
const IDS: [&str; 5] = ["id", "key", "operation", "session", "call"];

/// Hides phones, or nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Veil {
    hides: bool,
}

impl Veil {
    /// What is to be hidden from the caller now.
    pub(crate) async fn of<N>(app: &App, caller: &Caller<N>) -> Result<Self, Problem> {
        Self::from_role(app, caller.role()).await
    }

    /// What is to be hidden from whoever has this role.
    pub(crate) async fn from_role(app: &App, role: cabinet::Role) -> Result<Self, Problem> {
        let needed = privacy::sees_phones(&**app.bridge.engine.store()).await?;
        Ok(Self { hides: !role.may(needed) })
    }

    /// Whether phones are hidden.
    pub(crate) fn hides(self) -> bool {
        self.hides
    }

    /// The answer.
    pub(crate) fn json<T: Serialize>(self, answer: T) -> Result<Json<Value>, Problem> {
        self.value(answer).map(Json)
    }

    /// The value without what is to be hidden.
    pub(crate) fn value<T: Serialize>(self, value: T) -> Result<Value, Problem> {
        let mut value = serde_json::to_value(value).map_err(engine::StoreError::broken)?;
        if self.hides {
            let mut known = BTreeSet::new();
            gather("", &value, &mut known);
            hide("", &mut value, &known);
        }
        Ok(value)
    }
}

/// The last digits of every value that is named a phone: they are hidden wherever else they stand.
fn gather(name: &str, value: &Value, known: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => entries.iter().for_each(|(key, one)| gather(key, one, known)),
        Value::Array(all) => all.iter().for_each(|one| gather(name, one, known)),
        Value::String(_) | Value::Number(_) if is_phone(name) => {
            let digits: String = text(value).chars().filter(char::is_ascii_digit).collect();
            let last = digits.len().checked_sub(SIGNIFICANT_DIGITS).and_then(|at| digits.get(at..));
            known.extend(last.map(str::to_owned));
        }
        _ => {}
    }
}

fn hide(name: &str, value: &mut Value, known: &BTreeSet<String>) {
    match value {
        Value::Object(entries) => hide_entries(entries, known),
        Value::Array(all) => all.iter_mut().for_each(|one| hide(name, one, known)),
        Value::String(text) => *text = hidden(name, text, known),
        Value::Number(number) => {
            let text = number.to_string();
            let hidden = hidden(name, &text, known);
            if hidden != text {
                *value = Value::String(hidden);
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn hide_entries(entries: &mut Map<String, Value>, known: &BTreeSet<String>) {
    for (name, value) in entries {
        hide(name, value, known);
    }
}

fn hidden(name: &str, text: &str, known: &BTreeSet<String>) -> String {
    if is_phone(name) && text.chars().filter(char::is_ascii_digit).count() > SHORT_NUMBER {
        return mask_phone(text);
    }
    let mut text = text.to_owned();
    for phone in known {
        text = text.replace(phone.as_str(), &mask_phone(phone));
    }
    if IDS.contains(&name) || name.ends_with("_id") || name.ends_with("_ids") {
        return text;
    }
    mask_phones(&text)
}

/// The short numbers of employees are no secret.
const SHORT_NUMBER: usize = 6;

fn is_phone(name: &str) -> bool {
    name.contains("phone") || PHONES.contains(&name)
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn veiled(value: Value) -> Value {
        Veil { hides: true }.value(value).unwrap()
    }

    #[test]
    fn a_phone_is_hidden_wherever_it_stands() {
        let told = veiled(json!({
            "phone": "79031234567",
            "text": "Звонок от +7 (903) 123-45-67, контакт 17",
            "data": { "contact_phone_number": 79_031_234_567_i64, "link": "https://rec/79031234567.mp3" },
        }));
        assert_eq!(told["phone"], "•••••••4567");
        assert_eq!(told["text"], "Звонок от +• (•••) •••-45-67, контакт 17");
        assert_eq!(told["data"]["contact_phone_number"], "•••••••4567");
        assert_eq!(told["data"]["link"], "https://rec/7••••••4567.mp3");
    }

    #[test]
    fn ids_moments_and_short_numbers_stay() {
        let value = json!({
            "id": 12, "key": "call/1234567890", "call_session_id": "1234567890",
            "started_at": "2026-03-02T09:00:00.123456Z", "from": "101", "task": 2001,
        });
        assert_eq!(veiled(value.clone()), value);
    }

    #[test]
    fn who_may_see_phones_sees_them() {
        let value = json!({ "phone": "79031234567" });
        assert_eq!(Veil { hides: false }.value(value.clone()).unwrap(), value);
    }
}

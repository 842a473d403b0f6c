//! The fields of a request: of its address, its form, or its JSON object.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde_json::Value;
use url::form_urlencoded;

/// Everything that came, the address first.
pub(super) fn all(query: Option<&str>, headers: &HeaderMap, body: &[u8]) -> Vec<(String, String)> {
    let mut fields = form(query.unwrap_or_default().as_bytes());
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if content_type.is_some_and(|text| text.contains("json")) {
        fields.extend(json(body));
    } else {
        fields.extend(form(body));
    }
    fields
}

/// The fields of a form.
pub(super) fn form(body: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(body).into_owned().collect()
}

/// The scalar members of a JSON object.
fn json(body: &[u8]) -> Vec<(String, String)> {
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else { return Vec::new() };
    let scalar = |(name, value): (String, Value)| match value {
        Value::String(text) => Some((name, text)),
        Value::Number(number) => Some((name, number.to_string())),
        _ => None,
    };
    members.into_iter().filter_map(scalar).collect()
}

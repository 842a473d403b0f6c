//! Values of UIS as text: what is missing, and how lists read.

use serde_json::Value;

/// Members that name an element of a list of objects, best first (`tags`, `employees`,
/// `segments`, `visitor_custom_properties`, `scenario_operations`).
const NAMES: [&str; 5] =
    ["tag_name", "employee_full_name", "segment_name", "property_value", "name"];

/// A value as text; `None` when UIS has nothing to say (`null`, empty, an object).
///
/// Lists become `a, b, c`; a list of objects becomes the list of their names.
pub(crate) fn of(value: &Value) -> Option<String> {
    match value {
        Value::Null | Value::Object(_) => None,
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => clean(text),
        Value::Array(items) => {
            let names: Vec<String> = items.iter().filter_map(element).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
    }
}

/// One element of a list as text.
fn element(item: &Value) -> Option<String> {
    match item {
        Value::Object(members) => NAMES.iter().find_map(|name| of(members.get(*name)?)),
        Value::Array(_) => None,
        scalar => of(scalar),
    }
}

/// Text freed of what only looks like a value: surrounding space, the quotes of a JSON literal that
/// UIS substituted into a form or between quotes, the words for "nothing", and a `{{variable}}` that
/// UIS did not know and left standing.
pub(crate) fn clean(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() > 1
        && text.starts_with('"')
        && text.ends_with('"')
        && let Ok(inner) = serde_json::from_str::<String>(text)
    {
        return clean(&inner);
    }
    let nothing = text.is_empty()
        || text.eq_ignore_ascii_case("null")
        || text == "None"
        || is_placeholder(text);
    (!nothing).then(|| text.to_owned())
}

/// Whether the text is a variable that was never substituted: `{{call_session_id}}`.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let name = text.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    name.is_some_and(|name| !name.contains(['{', '}']))
}

/// A whole number, also one written as text or as `42.0`.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let (digits, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let integral = !fraction.is_empty() && fraction.chars().all(|c| c == '0');
    if integral { digits.parse().ok() } else { None }
}

/// Seconds: `42`, `42.7` (the fraction falls away) or `0:00:42`.
pub(crate) fn seconds(text: &str) -> Option<u32> {
    let (whole, _fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    whole
        .split(':')
        .try_fold(0u32, |sum, part| sum.checked_mul(60)?.checked_add(part.trim().parse().ok()?))
}

/// A truth: JSON booleans and their spellings as text or 0 and 1.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" => Some(true),
        "false" | "0" | "no" => Some(false),
        _ => None,
    }
}

/// The elements of a list that came as text: `[1,2]`, `["a","b"]`, `1,2` or `a, b`.
pub(crate) fn list(text: &str) -> Vec<String> {
    if text.trim_start().starts_with('[')
        && let Ok(Value::Array(items)) = serde_json::from_str(text)
    {
        return items.iter().filter_map(element).collect();
    }
    text.trim().trim_start_matches('[').trim_end_matches(']').split(',').filter_map(clean).collect()
}

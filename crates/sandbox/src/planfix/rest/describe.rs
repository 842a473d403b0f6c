//! A REST request in a few words, the same for the same request: the ledger's line.

use serde_json::{Map, Value};

use super::Request;

/// How much of a long text the ledger shows.
const LONGEST_TEXT: usize = 60;

/// `POST task "Входящий звонок" object 12 assignees user:2 counterparty 501 field 201=yandex`
pub(super) fn describe(request: &Request) -> String {
    let mut words = vec![request.method.clone(), request.path()];
    if request.is_silent() {
        words.push("silent".to_owned());
    }
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    if let Some(body) = body.as_object() {
        describe_body(&mut words, body);
    }
    for key in ["fields", "isCompany", "offset", "pageSize"] {
        if let Some(value) = request.query.get(key) {
            push(&mut words, key, value);
        }
    }
    words.join(" ")
}

/// The keys that tell most come first, whatever order the sender chose.
fn describe_body(words: &mut Vec<String>, body: &Map<String, Value>) {
    const FIRST: [&str; 8] = [
        "name",
        "lastname",
        "object",
        "template",
        "status",
        "assignees",
        "supervisors",
        "counterparty",
    ];
    const LAST: [&str; 2] = ["customFieldData", "description"];
    let first = FIRST.iter().filter_map(|key| body.get_key_value(*key));
    let middle = body
        .iter()
        .filter(|(key, _)| !FIRST.contains(&key.as_str()) && !LAST.contains(&key.as_str()));
    let last = LAST.iter().filter_map(|key| body.get_key_value(*key));
    for (key, value) in first.chain(middle).chain(last) {
        describe_value(words, key, value);
    }
}

fn describe_value(words: &mut Vec<String>, key: &str, value: &Value) {
    match (key, value) {
        ("name", Value::String(name)) => {
            words.push(quoted(name));
        }
        ("customFieldData", Value::Array(items)) => describe_custom(words, items),
        ("filters", Value::Array(filters)) => describe_filters(words, filters),
        ("phones", Value::Array(phones)) => {
            let numbers: Vec<&str> =
                phones.iter().filter_map(|phone| phone.get("number")?.as_str()).collect();
            push(words, key, &numbers.join(","));
        }
        // the wire allows `contact:501` and 501: the same client, the same line
        ("counterparty", _) => push(words, key, plain(value).trim_start_matches("contact:")),
        _ => push(words, key, &plain(value)),
    }
}

fn describe_custom(words: &mut Vec<String>, items: &[Value]) {
    for item in items {
        let id = item.pointer("/field/id").map(plain).unwrap_or_default();
        let value = item.get("value").map(plain).unwrap_or_default();
        push(words, "field", &format!("{id}={value}"));
    }
}

fn describe_filters(words: &mut Vec<String>, filters: &[Value]) {
    for filter in filters {
        let part = |key: &str| filter.get(key).map(plain);
        let kind = part("type").unwrap_or_default();
        let field = part("field").map(|id| format!("[{id}]")).unwrap_or_default();
        let sign = match filter.get("operator").and_then(Value::as_str) {
            Some("equal") => "=",
            Some("notequal") => "!=",
            Some("gt") => ">",
            Some("lt") => "<",
            Some(other) => &format!(" {other} "),
            None => "?",
        };
        let value = part("value").unwrap_or_default();
        push(words, "where", &format!("{kind}{field}{sign}{value}"));
    }
}

fn push(words: &mut Vec<String>, key: &str, value: &str) {
    words.push(format!("{key} {value}"));
}

/// A value without JSON's punctuation: references become bare ids.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) if text.contains(char::is_whitespace) => quoted(text),
        Value::String(text) => shortened(text),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        Value::Object(map) => plain_object(map),
        other => other.to_string(),
    }
}

fn plain_object(map: &Map<String, Value>) -> String {
    if let (Some(id), 1) = (map.get("id"), map.len()) {
        return plain(id);
    }
    if map.contains_key("users") || map.contains_key("groups") {
        let people = map.values().filter(|value| value.as_array().is_some_and(|a| !a.is_empty()));
        return people.map(plain).collect::<Vec<_>>().join(",");
    }
    let parts = map.iter().map(|(key, value)| format!("{key}:{}", plain(value)));
    format!("{{{}}}", parts.collect::<Vec<_>>().join(" "))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", shortened(text))
}

fn shortened(text: &str) -> String {
    let one_line = text.replace(['\r', '\n'], " ");
    if one_line.chars().count() <= LONGEST_TEXT {
        return one_line;
    }
    let mut start: String = one_line.chars().take(LONGEST_TEXT).collect();
    start.push('…');
    start
}

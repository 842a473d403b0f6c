//! Checks request bodies against the types of Planfix's OpenAPI description.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// The part of JSON Schema that the description uses.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Schema {
    #[serde(rename = "$ref")]
    reference: Option<String>,
    #[serde(rename = "type")]
    kinds: Option<Kinds>,
    properties: BTreeMap<String, Schema>,
    items: Option<Box<Schema>>,
    #[serde(rename = "enum")]
    allowed: Vec<Value>,
    required: Vec<String>,
    minimum: Option<i64>,
    maximum: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Kinds {
    One(String),
    Several(Vec<String>),
}

#[derive(Debug, Deserialize)]
struct Description {
    bodies: BTreeMap<String, Schema>,
    schemas: BTreeMap<String, Schema>,
}

#[expect(clippy::expect_used, reason = "the file is compiled in; the first request reads it")]
static DESCRIPTION: LazyLock<Description> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../data/planfix_schema.json"))
        .expect("the compiled-in schema must be readable")
});

/// Where the body of a method breaks its schema: one line a mistake, with the path inside.
pub(super) fn check(operation: &str, body: &Value) -> Vec<String> {
    let mut mistakes = Vec::new();
    if let Some(schema) = DESCRIPTION.bodies.get(operation) {
        check_value(schema, body, "", &mut mistakes);
    }
    mistakes
}

fn check_value(schema: &Schema, value: &Value, path: &str, mistakes: &mut Vec<String>) {
    let named = schema.reference.as_ref().and_then(|name| DESCRIPTION.schemas.get(name));
    if let Some(named) = named {
        return check_value(named, value, path, mistakes);
    }
    if let Some(kinds) = &schema.kinds
        && !kinds.allow(value)
    {
        return mistakes.push(format!("{path}: {kinds} expected, {} came", kind_of(value)));
    }
    if !schema.allowed.is_empty() && !schema.allowed.contains(value) {
        mistakes.push(format!("{path}: {value} is not one of the allowed values"));
    }
    check_bounds(schema, value, path, mistakes);
    match value {
        Value::Object(map) => check_object(schema, map, path, mistakes),
        Value::Array(items) => check_items(schema, items, path, mistakes),
        _ => {}
    }
}

fn check_bounds(schema: &Schema, value: &Value, path: &str, mistakes: &mut Vec<String>) {
    let Some(number) = value.as_i64() else { return };
    let too_small = schema.minimum.is_some_and(|minimum| number < minimum);
    let too_big = schema.maximum.is_some_and(|maximum| number > maximum);
    if too_small || too_big {
        mistakes.push(format!("{path}: {number} is out of bounds"));
    }
}

fn check_object(
    schema: &Schema,
    map: &serde_json::Map<String, Value>,
    path: &str,
    mistakes: &mut Vec<String>,
) {
    for key in schema.required.iter().filter(|key| !map.contains_key(*key)) {
        mistakes.push(format!("{path}/{key}: required"));
    }
    for (key, value) in map {
        let path = format!("{path}/{key}");
        match schema.properties.get(key) {
            Some(property) => check_value(property, value, &path, mistakes),
            None if schema.properties.is_empty() => {}
            None => mistakes.push(format!("{path}: no such property")),
        }
    }
}

fn check_items(schema: &Schema, items: &[Value], path: &str, mistakes: &mut Vec<String>) {
    let Some(item_schema) = &schema.items else { return };
    for (index, item) in items.iter().enumerate() {
        check_value(item_schema, item, &format!("{path}/{index}"), mistakes);
    }
}

impl Kinds {
    fn names(&self) -> &[String] {
        match self {
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }

    fn allow(&self, value: &Value) -> bool {
        self.names().iter().any(|name| match name.as_str() {
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => false,
        })
    }
}

impl std::fmt::Display for Kinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.names().join(" or "))
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

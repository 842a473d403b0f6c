//! Values of custom fields: how they are written, kept and read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::dates::{civil_point, read_point};
use crate::planfix::company::{Company, Field, FieldOwner, FieldType, Person};

/// Merges `customFieldData` into the values of one contact, task or data tag entry.
///
/// A field that does not stand on the form is taken with success and stored nowhere; so are the
/// fields Planfix works out itself. Labels of lists are not checked. An empty value clears.
/// Gives what was done with each field, for the ledger; a value of a wrong type is the error.
pub(super) fn merge(
    company: &Company,
    owner: FieldOwner,
    form: Option<u64>,
    values: &mut BTreeMap<u64, Value>,
    written: &Value,
) -> Result<Vec<String>, String> {
    let mut notes = Vec::new();
    for item in written.as_array().into_iter().flatten() {
        let id = item.pointer("/field/id").and_then(Value::as_u64).unwrap_or_default();
        let value = item.get("value").unwrap_or(&Value::Null);
        let field = company.fields.get(&id).filter(|field| stands_on(field, owner, form));
        let Some(field) = field.filter(|field| !field.kind.is_read_only()) else {
            notes.push(format!("field {id} not stored"));
            continue;
        };
        match to_stored(field.kind, value).map_err(|wrong| format!("field {id}: {wrong}"))? {
            Some(value) => values.insert(id, value),
            None => values.remove(&id),
        };
    }
    Ok(notes)
}

fn stands_on(field: &Field, owner: FieldOwner, form: Option<u64>) -> bool {
    field.owner == owner && form.is_some_and(|form| field.attached_to.contains(&form))
}

/// A written value as it is kept; `None` clears the field.
fn to_stored(kind: FieldType, value: &Value) -> Result<Option<Value>, String> {
    let is_empty = value.is_null() || value.as_str().is_some_and(str::is_empty);
    if is_empty {
        return Ok(None);
    }
    let fits = match kind {
        FieldType::LINE | FieldType::TEXT | FieldType::LIST => value.is_string(),
        FieldType::NUMBER => value.is_number(),
        FieldType::CHECKBOX => value.is_boolean(),
        FieldType::DATE | FieldType::DATE_TIME => read_point(value).is_some(),
        FieldType::EMPLOYEE | FieldType::GROUP_EMPLOYEE_CONTACT => referred(value).is_some(),
        _ => true,
    };
    if fits { Ok(Some(value.clone())) } else { Err(format!("{value} is no value of this type")) }
}

fn referred(value: &Value) -> Option<Person> {
    Person::from_value(value.get("id")?, Person::User)
}

/// An item of `customFieldData` as Planfix gives it back.
pub(super) fn to_read(field: &Field, stored: &Value, company: &Company) -> Value {
    let zone = company.timezone();
    let value = match field.kind {
        FieldType::DATE | FieldType::DATE_TIME => {
            read_point(stored).map_or(Value::Null, |local| civil_point(local, &zone))
        }
        FieldType::EMPLOYEE | FieldType::GROUP_EMPLOYEE_CONTACT => referred(stored)
            .map_or(Value::Null, |person| json!({"id": person, "name": company.name_of(person)})),
        _ => stored.clone(),
    };
    json!({
        "field": {
            "id": field.id,
            "name": field.name,
            "type": field.kind,
            "objectType": field.owner,
        },
        "stringValue": plain_text(&value),
        "value": value,
    })
}

fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(map) => {
            let part = |key: &str| map.get(key).and_then(Value::as_str);
            part("name").or_else(|| part("date")).unwrap_or_default().to_owned()
        }
        other => other.to_string(),
    }
}

//! The parameters a method takes, told as a table, and the check against it.

use serde_json::{Map, Value};

use super::error::ApiError;

/// Parameters every method takes.
const COMMON: [&str; 2] = ["access_token", "user_id"];

/// What a value has to be.
#[derive(Debug, Clone, Copy)]
pub(in crate::uis) enum Shape {
    /// A text that is not empty.
    Text,
    /// A text that may be empty.
    AnyText,
    /// A whole number not below zero.
    Number,
    /// A whole number from 1 up to this.
    UpTo(u64),
    /// `true` or `false`.
    Truth,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Any number.
    Decimal,
    /// A list of texts.
    Texts,
    /// A list of numbers.
    Numbers,
    /// A list of words, each one of these.
    SomeOf(&'static [&'static str]),
    /// An object with these members.
    Object(&'static [Param]),
    /// A list of objects, at most so many.
    Objects(&'static [Param], usize),
}

/// One parameter of a method.
#[derive(Debug, Clone, Copy)]
pub(in crate::uis) struct Param {
    name: &'static str,
    shape: Shape,
    required: bool,
}

impl Param {
    /// One that may be left out or `null`.
    pub(in crate::uis) const fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, required: false }
    }

    /// One that must be there.
    pub(in crate::uis) const fn required(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, required: true }
    }
}

/// Refuses what the table does not allow: first what is unknown, then what is missing or wrong.
pub(in crate::uis) fn check(
    given: &Map<String, Value>,
    table: &'static [Param],
) -> Result<(), ApiError> {
    let known = |name: &str| COMMON.contains(&name) || table.iter().any(|one| one.name == name);
    if let Some(name) = given.keys().find(|name| !known(name)) {
        return Err(ApiError::unexpected(name, &Value::from(name.as_str())));
    }
    members(given, table, "")
}

fn members(
    given: &Map<String, Value>,
    table: &'static [Param],
    path: &str,
) -> Result<(), ApiError> {
    for param in table {
        let field = format!("{path}{}", param.name);
        match given.get(param.name) {
            None | Some(Value::Null) if param.required => return Err(ApiError::missing(&field)),
            None | Some(Value::Null) => {}
            Some(value) => shape(value, param.shape, &field)?,
        }
    }
    Ok(())
}

fn shape(value: &Value, shape: Shape, field: &str) -> Result<(), ApiError> {
    let wrong_type = || ApiError::wrong_type(field, value);
    let wrong_value = || ApiError::wrong_value(field, value);
    match shape {
        Shape::Text | Shape::AnyText => {
            let text = value.as_str().ok_or_else(wrong_type)?;
            let empty = matches!(shape, Shape::Text) && text.trim().is_empty();
            if empty { Err(wrong_value()) } else { Ok(()) }
        }
        Shape::Number => value.as_u64().map(drop).ok_or_else(wrong_type),
        Shape::UpTo(most) => {
            let number = value.as_u64().ok_or_else(wrong_type)?;
            if (1..=most).contains(&number) { Ok(()) } else { Err(wrong_value()) }
        }
        Shape::Truth => value.as_bool().map(drop).ok_or_else(wrong_type),
        Shape::OneOf(words) => {
            let word = value.as_str().ok_or_else(wrong_type)?;
            if words.contains(&word) { Ok(()) } else { Err(wrong_value()) }
        }
        Shape::Decimal => value.as_f64().map(drop).ok_or_else(wrong_type),
        Shape::Texts => {
            let list = value.as_array().ok_or_else(wrong_type)?;
            if list.iter().all(Value::is_string) { Ok(()) } else { Err(wrong_type()) }
        }
        Shape::Numbers => {
            let list = value.as_array().ok_or_else(wrong_type)?;
            if list.iter().all(Value::is_u64) { Ok(()) } else { Err(wrong_type()) }
        }
        Shape::SomeOf(words) => {
            let list = value.as_array().ok_or_else(wrong_type)?;
            let known = |item: &Value| item.as_str().is_some_and(|word| words.contains(&word));
            if list.iter().all(known) { Ok(()) } else { Err(wrong_value()) }
        }
        Shape::Object(table) => {
            let object = value.as_object().ok_or_else(wrong_type)?;
            object_of(object, table, field)
        }
        Shape::Objects(table, most) => {
            let list = value.as_array().ok_or_else(wrong_type)?;
            if list.len() > most {
                return Err(wrong_value());
            }
            for item in list {
                object_of(item.as_object().ok_or_else(wrong_type)?, table, field)?;
            }
            Ok(())
        }
    }
}

fn object_of(
    object: &Map<String, Value>,
    table: &'static [Param],
    field: &str,
) -> Result<(), ApiError> {
    if let Some(name) = object.keys().find(|name| !table.iter().any(|one| one.name == *name)) {
        let name = format!("{field}.{name}");
        return Err(ApiError::unexpected(&name, &Value::from(name.as_str())));
    }
    members(object, table, &format!("{field}."))
}

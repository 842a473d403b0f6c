//! The tolerant pass: objects, lists and values.

use serde_json::{Map, Value};

use super::cursor::{Cursor, element_over, member_over};
use super::quoted;

/// Notifications are flat; a deeper nest than this is nobody's template.
const DEEPEST: usize = 16;

/// Reads the text, or gives up.
pub(super) fn parse(text: &str) -> Option<Value> {
    let mut cursor = Cursor::new(text);
    cursor.skip_space();
    let value = if cursor.take("{") { object(&mut cursor, DEEPEST)? } else { return None };
    cursor.at_end().then_some(value)
}

/// Members up to `}`; the cursor stands after `{`.
fn object(cursor: &mut Cursor<'_>, depth: usize) -> Option<Value> {
    let mut members = Map::new();
    loop {
        cursor.skip_space();
        match cursor.next()? {
            '}' => return Some(Value::Object(members)),
            ',' => {}
            '"' => {
                let name = quoted::name(cursor)?;
                cursor.skip_space();
                if !cursor.take(":") {
                    return None;
                }
                members.insert(name, value(cursor, depth, member_over)?);
            }
            _ => return None,
        }
    }
}

/// Elements up to `]`; the cursor stands after `[`.
fn list(cursor: &mut Cursor<'_>, depth: usize) -> Option<Value> {
    let mut items = Vec::new();
    loop {
        cursor.skip_space();
        match cursor.peek()? {
            ']' => {
                cursor.next();
                return Some(Value::Array(items));
            }
            ',' => {
                cursor.next();
            }
            _ => items.push(value(cursor, depth, element_over)?),
        }
    }
}

/// One value, which ends where `over` says so. Nothing at all is `null`.
fn value(cursor: &mut Cursor<'_>, depth: usize, over: fn(&Cursor<'_>) -> bool) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    cursor.skip_space();
    if over(cursor) {
        return Some(Value::Null);
    }
    let mut inside = cursor.clone();
    if inside.take("\"") {
        let text = quoted::until(&mut inside, over)?;
        *cursor = inside;
        return Some(Value::String(text));
    }
    if cursor.take("{{") {
        return placeholder(cursor);
    }
    if cursor.take("{") {
        return object(cursor, depth);
    }
    if cursor.take("[") {
        return list(cursor, depth);
    }
    bare(cursor, over)
}

/// A variable left standing; the cursor stands after `{{`.
fn placeholder(cursor: &mut Cursor<'_>) -> Option<Value> {
    let mut name = String::new();
    while !cursor.take("}}") {
        name.push(cursor.next()?);
    }
    Some(Value::String(format!("{{{{{}}}}}", name.trim())))
}

/// A value without quotes, as text. It must end before the text does: a body that breaks off may have
/// lost half of it.
fn bare(cursor: &mut Cursor<'_>, over: fn(&Cursor<'_>) -> bool) -> Option<Value> {
    let mut text = String::new();
    // What looks ahead looks past space and commas, so only the first of a run has to be asked.
    while text.ends_with(|c: char| c == ',' || c.is_whitespace()) || !over(cursor) {
        text.push(cursor.next()?);
    }
    let text = text.trim();
    Some(if text == "null" { Value::Null } else { Value::String(text.to_owned()) })
}

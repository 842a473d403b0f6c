//! UIS's text values in the JSON shapes that Planfix takes for its custom fields.
//!
//! Shapes: Planfix REST, `customFieldData[].value` by field type.

use serde_json::{Value, json};

use crate::tasks::FieldKind;
use crate::text::Lang;

/// Why a text can't fill a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct Unfit {
    /// The text.
    pub value: String,
    /// The field's type.
    pub kind: FieldKind,
}

/// Turns a text into the value of a field of the type.
///
/// # Errors
/// [`Unfit`] when the text is not what the type holds, or the type can't be filled from text. Nothing is
/// guessed: a comma is not a decimal point.
pub fn convert(kind: FieldKind, text: &str) -> Result<Value, Unfit> {
    let text = text.trim();
    let value = match kind {
        FieldKind::Line => Some(json!(one_line(text))),
        FieldKind::Text | FieldKind::List => Some(json!(text)),
        FieldKind::Number => number(text),
        FieldKind::Checkbox => checkbox(text).map(Value::from),
        FieldKind::Labels => labels(text),
        FieldKind::Date => moment(text).map(|at| json!({"date": at.strftime(DAY).to_string()})),
        FieldKind::Time => time(text).map(|at| json!({"time": at.strftime("%H:%M").to_string()})),
        FieldKind::DateTime => {
            moment(text).map(|at| json!(at.strftime("%d-%m-%Y %H:%M:%S").to_string()))
        }
        FieldKind::Other(_) => None,
    };
    value.ok_or_else(|| Unfit { value: text.to_owned(), kind })
}

const DAY: &str = "%d-%m-%Y";

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn number(text: &str) -> Option<Value> {
    if let Ok(whole) = text.parse::<i64>() {
        return Some(whole.into());
    }
    // Only plain decimals: Rust would also read `inf`, `nan` and `1e5`.
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let number = text.parse::<f64>().ok().filter(|_| plain)?;
    serde_json::Number::from_f64(number).map(Value::Number)
}

fn checkbox(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "1" | "true" | "да" | "yes" => Some(true),
        "0" | "false" | "нет" | "no" => Some(false),
        _ => None,
    }
}

/// UIS's lists come joined with commas.
fn labels(text: &str) -> Option<Value> {
    let labels: Vec<&str> =
        text.split(',').map(str::trim).filter(|label| !label.is_empty()).collect();
    (!labels.is_empty()).then(|| json!(labels))
}

/// `YYYY-MM-DD hh:mm:ss`, with or without a fraction; the date alone is its midnight.
fn moment(text: &str) -> Option<jiff::civil::DateTime> {
    text.parse().ok()
}

/// `hh:mm:ss`, or the time of a moment.
fn time(text: &str) -> Option<jiff::civil::Time> {
    let of_moment = || moment(text).filter(|_| text.contains(':')).map(jiff::civil::DateTime::time);
    of_moment().or_else(|| text.parse().ok())
}

impl Unfit {
    /// The reason in words.
    pub fn text(&self, lang: Lang) -> String {
        let value = &self.value;
        match (self.kind, lang) {
            (FieldKind::Other(number), Lang::Ru) => {
                format!("поле этого типа ({number}) нельзя заполнить текстом")
            }
            (FieldKind::Other(number), Lang::En) => {
                format!("a field of this type ({number}) can't be filled from text")
            }
            (kind, Lang::Ru) => format!("«{value}» не подходит для поля типа «{}»", title(kind).0),
            (kind, Lang::En) => {
                format!("`{value}` does not fit a field of the type {}", title(kind).1)
            }
        }
    }
}

/// The type as Planfix calls it, in Russian and in English.
fn title(kind: FieldKind) -> (&'static str, &'static str) {
    match kind {
        FieldKind::Line => ("Строка", "Line"),
        FieldKind::Number => ("Число", "Number"),
        FieldKind::Text => ("Текст", "Text"),
        FieldKind::Date => ("Дата", "Date"),
        FieldKind::Time => ("Время", "Time"),
        FieldKind::DateTime => ("Дата и время", "Date and time"),
        FieldKind::Checkbox => ("Чекбокс", "Checkbox"),
        FieldKind::List => ("Список", "List"),
        FieldKind::Labels => ("Набор значений", "Set of values"),
        FieldKind::Other(_) => ("другой", "other"),
    }
}

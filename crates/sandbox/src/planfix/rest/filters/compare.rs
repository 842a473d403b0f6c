//! How filters of each kind of value compare.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;

use super::{Filter, Operator};
use crate::planfix::company::Person;
use crate::planfix::rest::dates::read_day;

impl Filter {
    /// A part of a text, in any letter case.
    pub(super) fn contained_in(&self, text: &str) -> Option<bool> {
        let part = self.value.as_str()?.to_lowercase();
        self.signed(text.to_lowercase().contains(&part))
    }

    /// The whole text, in any letter case.
    pub(super) fn equal_to(&self, text: &str) -> Option<bool> {
        let whole = self.value.as_str()?.to_lowercase();
        self.signed(text.to_lowercase() == whole)
    }

    /// An id, given as a number, as digits, or as a list of them.
    pub(super) fn one_of(&self, id: Option<u64>) -> Option<bool> {
        let wanted = match &self.value {
            Value::Array(items) => items.iter().map(number).collect::<Option<Vec<u64>>>()?,
            single => vec![number(single)?],
        };
        self.signed(id.is_some_and(|id| wanted.contains(&id)))
    }

    /// A reference, `user:1`; a bare number is what `bare` makes of it.
    pub(super) fn refers_to(&self, people: &[Person], bare: fn(u64) -> Person) -> Option<bool> {
        let wanted = Person::from_value(&self.value, bare)?;
        self.signed(people.contains(&wanted))
    }

    /// A property that is asked for with 1 or true.
    pub(super) fn flag(&self, holds: bool) -> Option<bool> {
        let wanted = self.value == true || self.value == 1;
        if wanted { self.signed(holds) } else { None }
    }

    /// A moment against a day or a range of days.
    pub(super) fn on_date(&self, moment: Timestamp, zone: &TimeZone) -> Option<bool> {
        let day = moment.to_zoned_datetime(zone.clone()).date();
        let today = self.now.to_zoned_datetime(zone.clone()).date();
        let (first, last) = self.days(today)?;
        Some(match self.operator {
            Operator::Equal => first <= day && day <= last,
            Operator::NotEqual => day < first || last < day,
            Operator::Greater => day > last,
            Operator::Less => day < first,
            Operator::GreaterOrEqual => day >= first,
            Operator::LessOrEqual => day <= last,
        })
    }

    fn days(&self, today: Date) -> Option<(Date, Date)> {
        let text = |key: &str| self.value.get(key).and_then(Value::as_str);
        let day = |key: &str| text(key).and_then(read_day);
        match text("dateType")? {
            "today" => Some((today, today)),
            "yesterday" => today.yesterday().ok().map(|day| (day, day)),
            "tomorrow" => today.tomorrow().ok().map(|day| (day, day)),
            "last" => {
                let days = self.value.get("dateValue").and_then(number)?;
                let first = today.checked_sub(i64::try_from(days).ok()?.days()).ok()?;
                Some((first, today))
            }
            "otherDate" => day("dateValue").or_else(|| day("dateFrom")).map(|day| (day, day)),
            "otherRange" => Some((day("dateFrom")?, day("dateTo")?)),
            _ => None,
        }
    }

    /// The value of a custom field of text.
    pub(super) fn custom_text(&self, values: &BTreeMap<u64, Value>) -> Option<bool> {
        let stored = values.get(&self.field?).and_then(Value::as_str).unwrap_or_default();
        if self.part { self.contained_in(stored) } else { self.equal_to(stored) }
    }

    /// The exact label of a list: no case is forgiven.
    pub(super) fn custom_label(&self, values: &BTreeMap<u64, Value>) -> Option<bool> {
        let label = self.value.as_str()?;
        self.signed(values.get(&self.field?).and_then(Value::as_str) == Some(label))
    }

    /// The value of a numeric custom field.
    pub(super) fn custom_number(&self, values: &BTreeMap<u64, Value>) -> Option<bool> {
        let wanted = self.value.as_f64()?;
        let stored = values.get(&self.field?).and_then(Value::as_f64);
        let order = stored.and_then(|stored| stored.partial_cmp(&wanted));
        Some(match self.operator {
            Operator::Equal => order.is_some_and(std::cmp::Ordering::is_eq),
            Operator::NotEqual => order.is_none_or(std::cmp::Ordering::is_ne),
            Operator::Greater => order.is_some_and(std::cmp::Ordering::is_gt),
            Operator::Less => order.is_some_and(std::cmp::Ordering::is_lt),
            Operator::GreaterOrEqual => order.is_some_and(std::cmp::Ordering::is_ge),
            Operator::LessOrEqual => order.is_some_and(std::cmp::Ordering::is_le),
        })
    }

    /// Whether a custom field, named by the filter's value, is filled.
    pub(super) fn filled(&self, values: &BTreeMap<u64, Value>, wanted: bool) -> Option<bool> {
        let field = number(&self.value)?;
        self.signed(values.contains_key(&field) == wanted)
    }
}

fn number(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

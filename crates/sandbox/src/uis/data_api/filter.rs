//! `filter` of the `get.` methods: a leaf or an and/or tree.

use std::cmp::Ordering;

use serde_json::Value;

use super::matching::{like, matches_jsquery, regexp};
use super::table::Table;
use crate::uis::calls::Row;
use crate::uis::rpc::ApiError;

/// A condition on rows.
#[derive(Debug)]
pub(super) enum Filter {
    All(Vec<Self>),
    Any(Vec<Self>),
    Leaf { field: String, operator: Operator, value: Value },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    NotEqual,
    Less,
    Greater,
    NotGreater,
    NotLess,
    Like { any_case: bool, wanted: bool },
    Regexp,
    Jsquery,
    In { wanted: bool },
    Overlap { wanted: bool },
    Null { wanted: bool },
}

impl Operator {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "=" => Self::Equal,
            "!=" => Self::NotEqual,
            "<" => Self::Less,
            ">" => Self::Greater,
            "<=" => Self::NotGreater,
            ">=" => Self::NotLess,
            "like" => Self::Like { any_case: false, wanted: true },
            "ilike" => Self::Like { any_case: true, wanted: true },
            "not_like" => Self::Like { any_case: false, wanted: false },
            "not_ilike" => Self::Like { any_case: true, wanted: false },
            "regexp" => Self::Regexp,
            "jsquery" => Self::Jsquery,
            "in" => Self::In { wanted: true },
            "not_in" => Self::In { wanted: false },
            "overlap" => Self::Overlap { wanted: true },
            "not_overlap" => Self::Overlap { wanted: false },
            "is_null" => Self::Null { wanted: true },
            "is_not_null" => Self::Null { wanted: false },
            _ => return None,
        })
    }
}

impl Filter {
    /// Reads a filter and checks it against the method's columns.
    pub(super) fn parse(sent: &Value, table: &Table) -> Result<Self, ApiError> {
        let Some(fields) = sent.as_object() else {
            return Err(ApiError::wrong_type("filter", sent));
        };
        if let Some(inner) = fields.get("filters") {
            let Some(inner) = inner.as_array() else {
                return Err(ApiError::wrong_type("filter.filters", inner));
            };
            let parts = inner.iter().map(|part| Self::parse(part, table));
            let parts = parts.collect::<Result<Vec<_>, _>>()?;
            return match fields.get("condition").and_then(Value::as_str) {
                Some("and") => Ok(Self::All(parts)),
                Some("or") => Ok(Self::Any(parts)),
                Some(other) => Err(ApiError::wrong_value("filter.condition", &other.into())),
                None => Err(ApiError::missing("filter.condition")),
            };
        }
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        let field = text("field").ok_or_else(|| ApiError::missing("filter.field"))?;
        let operator = text("operator").ok_or_else(|| ApiError::missing("filter.operator"))?;
        match table.column(field) {
            None => return Err(ApiError::unexpected("filter.field", &field.into())),
            Some(column) if !column.filterable => return Err(ApiError::filter_prohibited(field)),
            Some(_) => {}
        }
        let Some(operator) = Operator::parse(operator) else {
            return Err(ApiError::wrong_value("filter.operator", &operator.into()));
        };
        let value = match (fields.get("value"), operator) {
            (Some(value), _) => value.clone(),
            (None, Operator::Null { .. }) => Value::Null,
            (None, _) => return Err(ApiError::missing("filter.value")),
        };
        Ok(Self::Leaf { field: field.to_owned(), operator, value })
    }

    /// Whether the row passes.
    pub(super) fn passes(&self, row: &Row) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.passes(row)),
            Self::Any(parts) => parts.iter().any(|part| part.passes(row)),
            Self::Leaf { field, operator, value } => {
                holds(row.get(field).unwrap_or(&Value::Null), *operator, value)
            }
        }
    }
}

fn holds(cell: &Value, operator: Operator, value: &Value) -> bool {
    let order = || compare(cell, value);
    match operator {
        Operator::Equal => same(cell, value),
        Operator::NotEqual => !same(cell, value),
        Operator::Less => order() == Some(Ordering::Less),
        Operator::Greater => order() == Some(Ordering::Greater),
        Operator::NotGreater => matches!(order(), Some(Ordering::Less | Ordering::Equal)),
        Operator::NotLess => matches!(order(), Some(Ordering::Greater | Ordering::Equal)),
        Operator::Like { any_case, wanted } => like(cell, value, any_case) == wanted,
        Operator::Regexp => regexp(cell, value),
        Operator::Jsquery => matches_jsquery(cell, value),
        Operator::In { wanted } => list(value).iter().any(|one| same(cell, one)) == wanted,
        Operator::Overlap { wanted } => {
            let cells = list(cell);
            list(value).iter().any(|one| cells.iter().any(|cell| same(cell, one))) == wanted
        }
        Operator::Null { wanted } => cell.is_null() == wanted,
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

fn same(left: &Value, right: &Value) -> bool {
    compare(left, right) == Some(Ordering::Equal) || left == right
}

fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64().partial_cmp(&right.as_f64()),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// The order of rows by one column; rows without a value come last.
pub(super) fn order(left: &Value, right: &Value) -> Ordering {
    match (left.is_null(), right.is_null()) {
        (false, false) => compare(left, right).unwrap_or(Ordering::Equal),
        (left_empty, right_empty) => left_empty.cmp(&right_empty),
    }
}

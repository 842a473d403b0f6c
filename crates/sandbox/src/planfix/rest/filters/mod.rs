//! Complex filters of the lists: all of them must hold.

mod compare;
mod contact;
mod task;
mod user;

use jiff::Timestamp;
use serde_json::Value;

pub(super) use contact::contact_fits;
pub(super) use task::task_fits;
pub(super) use user::user_fits;

use super::answer::Refusal;
use super::operations::Call;
use crate::planfix::company::{Company, WrongFilter};

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Equal,
    NotEqual,
    Greater,
    Less,
    GreaterOrEqual,
    LessOrEqual,
}

/// One filter.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    kind: u64,
    operator: Operator,
    value: Value,
    field: Option<u64>,
    /// `have` and `nothave`: part of a line instead of the whole.
    part: bool,
    now: Timestamp,
}

impl Filter {
    fn read(value: &Value, now: Timestamp) -> Option<Self> {
        let (operator, part) = match value.get("operator")?.as_str()? {
            "equal" => (Operator::Equal, false),
            "notequal" => (Operator::NotEqual, false),
            "have" => (Operator::Equal, true),
            "nothave" => (Operator::NotEqual, true),
            "gt" => (Operator::Greater, false),
            "lt" => (Operator::Less, false),
            "gtAndEqual" => (Operator::GreaterOrEqual, false),
            "ltAndEqual" => (Operator::LessOrEqual, false),
            _ => return None,
        };
        Some(Self {
            kind: value.get("type")?.as_u64()?,
            operator,
            value: value.get("value")?.clone(),
            field: value.get("field").and_then(Value::as_u64),
            part,
            now,
        })
    }

    /// The filter turned round for `notequal`; `None` for an operator that can't be here.
    fn signed(&self, holds: bool) -> Option<bool> {
        match self.operator {
            Operator::Equal => Some(holds),
            Operator::NotEqual => Some(!holds),
            _ => None,
        }
    }
}

/// Whether a row passes a filter; `None` when such a filter can't be used on such rows.
pub(super) type Fits<T> = fn(&Filter, &T, &Company) -> Option<bool>;

/// The rows that pass every filter of the call.
///
/// A filter that can't be used is left out and noted as a violation, so that everything comes
/// back, or it is refused: as the settings say.
pub(super) fn select<'a, T>(
    company: &'a Company,
    call: &mut Call,
    rows: impl Iterator<Item = &'a T>,
    sample: &T,
    fits: Fits<T>,
) -> Result<Vec<&'a T>, Refusal> {
    let written = call.body.get("filters").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut usable = Vec::new();
    for value in &written {
        // a filter is usable or not whatever the row, so any row can tell
        let filter = Filter::read(value, call.now);
        if let Some(filter) = filter.filter(|filter| fits(filter, sample, company).is_some()) {
            usable.push(filter);
            continue;
        }
        call.violations.push(format!("/filters: can't use {value}"));
        if company.settings.wrong_filter == WrongFilter::Refused {
            return Err(Refusal::invalid(format!("Invalid filter: {value}")));
        }
    }
    let passes = |row: &T| usable.iter().all(|filter| fits(filter, row, company) != Some(false));
    Ok(rows.filter(|row| passes(row)).collect())
}

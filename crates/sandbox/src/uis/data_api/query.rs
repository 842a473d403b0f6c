//! What every `get.` method understands: `fields`, `filter`, `sort`, `limit`, `offset`.

use serde_json::{Map, Value};

use super::filter::{Filter, order};
use super::table::{Column, Table};
use crate::uis::calls::Row;
use crate::uis::rpc::ApiError;

const DEFAULT_LIMIT: u64 = 1000;
const MAX_LIMIT: u64 = 10_000;
const MAX_OFFSET: u64 = 100_000;
/// Parameters every `get.` method takes.
const COMMON: [&str; 7] =
    ["access_token", "user_id", "limit", "offset", "filter", "fields", "sort"];

/// A checked question.
#[derive(Debug)]
pub(super) struct Query {
    columns: Vec<&'static Column>,
    filter: Option<Filter>,
    /// Column and whether it runs downwards.
    sort: Vec<(String, bool)>,
    limit: u64,
    offset: u64,
}

impl Query {
    /// Checks the parameters against the method's columns and its `own` parameters.
    pub(super) fn parse(
        params: &Map<String, Value>,
        table: &'static Table,
        own: &[&str],
    ) -> Result<Self, ApiError> {
        let known = |name: &str| COMMON.contains(&name) || own.contains(&name);
        if let Some(name) = params.keys().find(|name| !known(name)) {
            return Err(ApiError::unexpected(name, &Value::from(name.as_str())));
        }
        Ok(Self {
            columns: columns(params.get("fields"), table)?,
            filter: match params.get("filter") {
                None | Some(Value::Null) => None,
                Some(filter) => Some(Filter::parse(filter, table)?),
            },
            sort: sort(params.get("sort"), table)?,
            limit: number(params, "limit", DEFAULT_LIMIT, MAX_LIMIT)?,
            offset: number(params, "offset", 0, MAX_OFFSET)?,
        })
    }

    /// The page of rows asked for, with the columns asked for, and how many rows there are.
    pub(super) fn answer(&self, rows: impl Iterator<Item = Row>) -> (Vec<Value>, usize) {
        let passes = |row: &Row| self.filter.as_ref().is_none_or(|filter| filter.passes(row));
        let mut rows: Vec<Row> = rows.filter(passes).collect();
        for (column, downwards) in self.sort.iter().rev() {
            let cell = |row: &Row| row.get(column).cloned().unwrap_or_default();
            rows.sort_by(|left, right| {
                let order = order(&cell(left), &cell(right));
                if *downwards { order.reverse() } else { order }
            });
        }
        let total = rows.len();
        let skip = usize::try_from(self.offset).unwrap_or(usize::MAX);
        let take = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let page = rows.into_iter().skip(skip).take(take).map(|row| self.project(&row));
        (page.collect(), total)
    }

    fn project(&self, row: &Row) -> Value {
        let cell = |column: &Column| match row.get(&column.name) {
            None | Some(Value::Null) => column.empty(),
            Some(value) => value.clone(),
        };
        self.columns.iter().map(|column| (column.name.clone(), cell(column))).collect()
    }
}

fn columns(asked: Option<&Value>, table: &'static Table) -> Result<Vec<&'static Column>, ApiError> {
    let names = match asked {
        None | Some(Value::Null) => return Ok(table.defaults()),
        Some(Value::Array(names)) => names,
        Some(other) => return Err(ApiError::wrong_type("fields", other)),
    };
    let column = |name: &Value| {
        let found = name.as_str().and_then(|name| table.column(name));
        found.ok_or_else(|| ApiError::unexpected("fields", name))
    };
    names.iter().map(column).collect()
}

fn sort(asked: Option<&Value>, table: &Table) -> Result<Vec<(String, bool)>, ApiError> {
    let keys = match asked {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(keys)) => keys,
        Some(other) => return Err(ApiError::wrong_type("sort", other)),
    };
    let key = |key: &Value| {
        let text = |name: &str| key.get(name).and_then(Value::as_str);
        let field = text("field").ok_or_else(|| ApiError::missing("sort.field"))?;
        let downwards = match text("order") {
            None | Some("asc") => false,
            Some("desc") => true,
            Some(other) => return Err(ApiError::wrong_value("sort.order", &other.into())),
        };
        match table.column(field) {
            Some(column) if column.sortable => Ok((field.to_owned(), downwards)),
            Some(_) => Err(ApiError::sort_prohibited(field)),
            None => Err(ApiError::unexpected("sort.field", &field.into())),
        }
    };
    keys.iter().map(key).collect()
}

fn number(
    params: &Map<String, Value>,
    name: &str,
    default: u64,
    max: u64,
) -> Result<u64, ApiError> {
    match params.get(name) {
        None | Some(Value::Null) => Ok(default),
        Some(value) => match value.as_u64() {
            Some(number) if number <= max => Ok(number),
            Some(_) => Err(ApiError::wrong_value(name, value)),
            None => Err(ApiError::wrong_type(name, value)),
        },
    }
}

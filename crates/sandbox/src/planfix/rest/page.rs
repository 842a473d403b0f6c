//! One page of a list: no total, no order but by id, at most a hundred rows.

use std::collections::BTreeMap;

use serde_json::Value;

const LARGEST_PAGE: u64 = 100;

/// Which rows of a list to give.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    offset: usize,
    size: usize,
}

impl Page {
    /// From a list's body.
    pub(super) fn of_body(body: &Value) -> Self {
        let number = |key: &str| body.get(key).and_then(Value::as_u64);
        Self::new(number("offset"), number("pageSize"))
    }

    /// From a query.
    pub(super) fn of_query(query: &BTreeMap<String, String>) -> Self {
        let number = |key: &str| query.get(key).and_then(|text| text.parse().ok());
        Self::new(number("offset"), number("pageSize"))
    }

    fn new(offset: Option<u64>, size: Option<u64>) -> Self {
        let size = size.unwrap_or(LARGEST_PAGE).min(LARGEST_PAGE);
        Self {
            offset: usize::try_from(offset.unwrap_or(0)).unwrap_or(usize::MAX),
            size: usize::try_from(size).unwrap_or(usize::MAX),
        }
    }

    /// The rows of the page.
    pub(super) fn cut<T>(self, rows: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        rows.skip(self.offset).take(self.size)
    }
}

//! Lists come page by page, without a total.

use domain::Failure;
use serde_json::{Value, json};
use upstream::{Method, Priority};

use super::Rest;
use super::wire::Call;
use crate::row::Row;

/// The largest page Planfix gives.
pub const PAGE_SIZE: usize = 100;

/// How far a search reads before it is given up as too wide.
pub const MAX_SEARCH_PAGES: usize = 5;

/// How far a list of definitions is read; no account has ten thousand employees or templates.
const MAX_PAGES: usize = 100;

/// One page of a list.
pub(super) struct Page {
    rows: Vec<Value>,
}

impl Page {
    /// Whether there may be another page.
    pub(super) fn is_full(&self) -> bool {
        self.rows.len() >= PAGE_SIZE
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(Row::new)
    }
}

impl Rest {
    /// Reads one page, counted from 0, of the list under `key`.
    pub(super) async fn page(
        &self,
        call: &Call,
        key: &str,
        number: usize,
        priority: Priority,
    ) -> Result<Page, Failure> {
        let answer = self.call(turned_to(call.clone(), number * PAGE_SIZE), priority).await?;
        Ok(Page { rows: rows_of(answer.body, key) })
    }

    /// Reads the whole list.
    pub(super) async fn all_pages(
        &self,
        call: &Call,
        key: &str,
        priority: Priority,
    ) -> Result<Vec<Value>, Failure> {
        let mut all: Vec<Value> = Vec::new();
        for number in 0..MAX_PAGES {
            let page = self.page(call, key, number, priority).await?;
            let full = page.is_full();
            // A server that ignores the offset gives the same page for ever.
            let again = page.rows.first().is_some_and(|first| all.contains(first));
            if !again {
                all.extend(page.rows);
            }
            if again || !full {
                break;
            }
        }
        Ok(all)
    }
}

/// POST lists take the offset in the body, GET lists in the query.
fn turned_to(mut call: Call, offset: usize) -> Call {
    if call.method == Method::GET {
        return call.query("offset", offset.to_string()).query("pageSize", PAGE_SIZE.to_string());
    }
    if let Some(Value::Object(body)) = &mut call.body {
        body.insert("offset".to_owned(), json!(offset));
        body.insert("pageSize".to_owned(), json!(PAGE_SIZE));
    }
    call
}

/// The rows under the key; a list that is not there is an empty one, a single object a list of one.
pub(super) fn rows_of(mut body: Value, key: &str) -> Vec<Value> {
    match body.get_mut(key).map(Value::take) {
        Some(Value::Array(rows)) => rows,
        Some(one @ Value::Object(_)) => vec![one],
        _ => Vec::new(),
    }
}

//! `get.tags`

use domain::Failure;

use super::DataApi;
use crate::rpc::{Params, Row};

/// A tag that people or UIS put on communications.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Whether UIS itself made it.
    pub system: bool,
}

impl DataApi {
    /// All tags.
    ///
    /// # Errors
    /// UIS refuses or can't be reached.
    pub async fn tags(&self) -> Result<Vec<Tag>, Failure> {
        let rows = self.rows("get.tags", Params::new()).await?;
        let read = |row: Row<'_>| {
            Some(Tag {
                id: row.whole("id")?,
                name: row.text("name")?,
                system: row.truth("is_system").unwrap_or(false),
            })
        };
        Ok(rows.iter().map(Row).filter_map(read).collect())
    }
}
